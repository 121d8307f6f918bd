import { SIDES, type Comparison, type Finding, type Group, type Side, type Speaker } from '../model.ts'
import { marksOf, piecesOf, type MarkedSpan, type Piece } from '../wording/passage.ts'
import { answersOf } from '../matters/answers.ts'
import type { Annotate, Annotation } from './annotations.ts'
import { toldOnce } from '../matters/told-once.ts'
import { aloneOn, ANSWER_NAMES, matterName, relationName, sentencesOf, topicName } from '../wording/names.ts'

/** A sentence of a passage, cut where words are marked; `gap` where the passage leaves out what stands before it. */
export interface MarkedSentence extends Annotation {
  id: string
  text: string
  gap: boolean
  pieces: readonly Piece[]
  /** Whose position it reports: "China", "both", "narration". */
  speaker: string
  /** How it stands to the other readout: "differs"; and what of it that one leaves out, where it is partly answered. */
  answer: string
  left: string[]
  /** What the researcher changed of it. */
  byHand: boolean
}

/** An aligned passage as a report shows it: a row of the two texts, and what is said of it. */
export interface RowEntry extends Annotation {
  id: string
  topic: string
  /** "Taiwan: One China" */
  name: string
  /** "alike" or "differs" */
  relation: string
  /** 0 to 1; null where the researcher made the row, which is no guess. */
  confidence: number | null
  marks: string[]
  us: MarkedSentence[]
  cn: MarkedSentence[]
  differences: string[]
  /** What of it one side alone has, where a sentence is partly answered. */
  partly: string[]
  reasons: string[]
}

export interface AloneEntry extends MarkedSentence {
  topic: string
  name: string
}

const speakerName = ({ readouts }: Comparison, speaker: Speaker): string =>
  speaker === 'narrator' ? 'narration' : speaker === 'both' ? 'both' : readouts[speaker].partyName

/** Contested terms and labels, which stand out in whatever passage they are. */
const termsOf = (findings: readonly Finding[], side: Side): MarkedSpan[] =>
  findings
    .filter(({ kind }) => kind === 'contested_term' || kind === 'label')
    .flatMap(({ spans }) => spans[side].map((span) => ({ ...span, mark: 'term' as const })))

const marked = (
  comparison: Comparison,
  side: Side,
  ids: readonly string[],
  marks: readonly MarkedSpan[],
  annotate: Annotate
): MarkedSentence[] => {
  const all = comparison.readouts[side].sentences
  const chosen = sentencesOf(comparison, side, ids)
  const answers = answersOf(comparison)
  return chosen.map((sentence, at) => {
    const before = chosen[at - 1]
    const { answer, left } = answers.of.get(sentence.id) ?? { answer: 'only' as const, left: [] }
    return {
      id: sentence.id,
      text: sentence.text,
      gap: before !== undefined && all.indexOf(sentence) !== all.indexOf(before) + 1,
      pieces: piecesOf(sentence.text, sentence.start, marks, left),
      answer: ANSWER_NAMES[answer].name,
      left: left.map(({ start, end }) => sentence.text.slice(start - sentence.start, end - sentence.start)),
      speaker: speakerName(comparison, sentence.speaker),
      byHand: sentence.byHand !== undefined,
      ...annotate({ on: 'sentence', id: sentence.id })
    }
  })
}

const handMarks = ({ byHand = [], id }: Group, verified: ReadonlySet<string>): string[] => [
  ...(byHand.includes('made') ? ['made by hand'] : byHand.length > 0 ? ['changed by hand'] : []),
  ...(verified.has(id) ? ['verified'] : [])
]

/** What of a passage the other side leaves out, of sentences that no row before has told it of. */
const partlyLine = (
  { readouts }: Comparison,
  side: Side,
  sentences: readonly MarkedSentence[],
  told: Set<string>
): string[] => {
  const left = sentences.flatMap(({ id, left: words }) => (told.has(id) ? [] : words))
  for (const { id } of sentences) told.add(id)
  return left.length === 0
    ? []
    : [
        `Partly answered: only the ${readouts[side].fromStory ? 'text' : 'readout'} of ${readouts[side].partyInText} has ${left.map((words) => `“${words}”`).join(', ')}.`
      ]
}

/** The aligned passages, in the order of the comparison. */
export const rowEntries = (
  comparison: Comparison,
  verified: ReadonlySet<string>,
  annotate: Annotate
): RowEntry[] => {
  const terms = { us: termsOf(comparison.findings, 'us'), cn: termsOf(comparison.findings, 'cn') }
  const told = toldOnce(comparison)
  const partly = new Set<string>()
  return comparison.groups.map((group) => {
    const passage = (side: Side): MarkedSentence[] =>
      marked(comparison, side, group[side], [...terms[side], ...marksOf(group, side)], annotate)
    const passages = { us: passage('us'), cn: passage('cn') }
    return {
      id: group.id,
      topic: topicName(comparison, group.topic),
      name: matterName(comparison, group.topic, group.matter),
      relation: relationName(group.relation),
      confidence: group.byHand?.includes('made') ? null : group.score,
      marks: handMarks(group, verified),
      ...passages,
      differences: (told.get(group.id) ?? []).map(({ say }) => say),
      partly: SIDES.flatMap((side) => partlyLine(comparison, side, passages[side], partly)),
      reasons: group.evidence.map(({ say }) => say),
      ...annotate({ on: 'group', id: group.id })
    }
  })
}

/** What only one side reports. */
export const aloneEntries = (comparison: Comparison, side: Side, annotate: Annotate): AloneEntry[] => {
  const alone = aloneOn(comparison, side)
  const ids = alone.map(({ id }) => id)
  return marked(comparison, side, ids, termsOf(comparison.findings, side), annotate).map((entry, at) => {
    const sentence = alone[at]
    const topic = sentence?.topics[0]?.id ?? ''
    return {
      ...entry,
      gap: false,
      topic: topicName(comparison, topic),
      name: sentence ? matterName(comparison, topic, sentence.matter) : topicName(comparison, topic)
    }
  })
}
