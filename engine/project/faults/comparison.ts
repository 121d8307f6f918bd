import { SIDES, type Comparison, type Finding, type Group, type Side, type Span } from '../../model.ts'
import { outside, unlessCut, unlessKnown, unlessOnce, type Faults, type Named } from './values.ts'

/** What the screen and the reports rest on: that ids are there once and lead somewhere, and that work stays bounded. */

/** The engine keeps 25; what the researcher adds is among the edits. */
const MOST_FINDINGS = 500
/** Reasons, differences or marks in one group or finding; the engine gives some dozens. */
const MOST_IN_ONE = 2_000

const MARKS = { us: ['sameUs', 'onlyUs'], cn: ['sameCn', 'onlyCn'] } as const

const spansOf = ({ groups, findings }: Comparison, side: Side): Named<Span>[] => [
  ...groups.flatMap(({ id, evidence, framing, wordMarks }) =>
    [
      ...[...evidence, ...framing].flatMap((one) => one[side]),
      ...(wordMarks ? MARKS[side].flatMap((name) => wordMarks[name]) : [])
    ].map((span): Named<Span> => [`group ${id}`, span])
  ),
  ...findings.flatMap(({ id, spans }) => spans[side].map((span): Named<Span> => [`finding ${id}`, span]))
]

function* tooMany({ readouts, groups, findings }: Comparison): Faults {
  if (findings.length > MOST_FINDINGS)
    yield `It has ${findings.length} findings, more than the ${MOST_FINDINGS} that can be shown.`
  if (groups.length > readouts.us.sentences.length + readouts.cn.sentences.length)
    yield 'It has more groups than sentences.'
  const isTooMuch = ({ evidence, framing, wordMarks }: Group): boolean => {
    const { sameUs = [], sameCn = [], onlyUs = [], onlyCn = [] } = wordMarks ?? {}
    return [evidence, framing, sameUs, sameCn, onlyUs, onlyCn].some(({ length }) => length > MOST_IN_ONE)
  }
  const group = groups.find(isTooMuch)
  if (group) yield `The group ${group.id} says more than can be shown.`
  const finding = findings.find(({ spans }) => SIDES.some((side) => spans[side].length > MOST_IN_ONE))
  if (finding) yield `The finding ${finding.id} has more words than can be shown.`
}

/** Each sentence is in a group or on one side, and never both. */
function* faultsInPlaces(
  { readouts, groups, onlyUs, onlyCn, findings, topics }: Comparison,
  side: Side
): Faults {
  const known = new Set(readouts[side].sentences.map(({ id }) => id))
  const [alone, share] = side === 'us' ? [onlyUs, 'usSentences' as const] : [onlyCn, 'cnSentences' as const]
  const lists = [
    ...groups.map((group) => [`group ${group.id}`, group[side]] as const),
    ...findings.map((finding) => [`finding ${finding.id}`, finding[side]] as const),
    ...topics.map((topic) => [`topic ${topic.topic}`, topic[share]] as const),
    ['list of what one side alone has', alone] as const
  ]
  for (const [what, ids] of lists) {
    yield* unlessKnown(ids, known, what)
    yield* unlessOnce(ids, `${what} is malformed: the sentence`)
  }
  const grouped = new Set(groups.flatMap((group) => group[side]))
  const both = alone.find((id) => grouped.has(id))
  if (both !== undefined) yield `The sentence ${both} is in a group and on one side alone.`
  const neither = [...known].find((id) => !grouped.has(id) && !alone.includes(id))
  if (neither !== undefined) yield `The sentence ${neither} is in no group and on no side alone.`
}

/** More terms below a finding nobody reads. */
const MOST_GLOSSES = 50

function* faultsInFinding(finding: Finding, { readouts }: Comparison, texts: Texts): Faults {
  const what = `finding ${finding.id}`
  for (const side of SIDES) yield* unlessCut(finding.words[side], finding.spans[side], texts[side], what)
  const { glosses = [], inOtherLanguage: said, only } = finding
  if (glosses.length > MOST_GLOSSES) yield `There are more terms of ${what} than are read.`
  const quoted = [...finding.words.us, ...finding.words.cn]
  const strange = glosses
    .slice(0, MOST_GLOSSES)
    .find(({ words }) => !quoted.some((one) => one.includes(words)))
  if (strange) yield `The term “${strange.words}” does not stand in what ${what} quotes.`
  if (!said) return
  const side = only ?? 'us'
  const known = new Set((readouts[side].inOtherLanguage?.sentences ?? []).map(({ id }) => id))
  yield* unlessKnown(said.sentences, known, what)
  yield* unlessCut(said.words, said.spans, texts.inOtherLanguage[side], what)
}

/** The texts that the offsets cut. */
interface Texts extends Record<Side, string> {
  /** Those of a side's text in its other language; empty where there is none. */
  inOtherLanguage: Record<Side, string>
}

export function* faultsInComparison(comparison: Comparison, texts: Texts): Faults {
  const { readouts, groups, topics, findings } = comparison
  yield* tooMany(comparison)
  yield* unlessOnce(
    SIDES.flatMap((side) => readouts[side].sentences.map(({ id }) => id)),
    'sentence'
  )
  const lists = [
    ['group', groups.map(({ id }) => id)],
    ['finding', findings.map(({ id }) => id)],
    ['topic', topics.map(({ topic }) => topic)]
  ] as const
  for (const [what, ids] of lists) yield* unlessOnce(ids, what)
  for (const side of SIDES) {
    yield* outside(spansOf(comparison, side), texts[side])
    yield* faultsInPlaces(comparison, side)
  }
  const known = new Set(findings.map(({ id }) => id))
  for (const { id, framing } of groups)
    yield* unlessKnown(
      framing.flatMap(({ finding }) => finding ?? []),
      known,
      `group ${id}`
    )
  for (const finding of findings) yield* faultsInFinding(finding, comparison, texts)
}
