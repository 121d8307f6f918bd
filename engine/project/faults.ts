import { SIDES, type Comparison, type Readout, type Side, type Span } from '../model.ts'
import type { Project, Study } from './project.ts'

/**
 * What the schema cannot say of a project: that ids are there once and lead somewhere, and that spans lie inside the
 * texts they cut. Without these the screen could not show it.
 */

/** The first value that is there a second time. */
const repeated = (values: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return values.find((value) => seen.size === seen.add(value).size)
}

/** All spans that cut a readout's text, with what they are of. */
const spansOf = ({ readouts, groups, findings }: Comparison, side: Side): [string, Span][] => {
  const { sentences, paragraphs } = readouts[side]
  const marks = { us: ['sameUs', 'onlyUs'], cn: ['sameCn', 'onlyCn'] } as const
  return [
    ...paragraphs.map((span, at): [string, Span] => [`paragraph ${at + 1}`, span]),
    ...sentences.flatMap(({ id, start, end, attribution: { source, verb, addressee, within } }) =>
      [{ start, end }, source, verb, addressee, within?.source, within?.verb].flatMap(
        (span): [string, Span][] => (span ? [[`sentence ${id}`, span]] : [])
      )
    ),
    ...groups.flatMap(({ id, evidence, framing, wordMarks }) =>
      [
        ...[...evidence, ...framing].flatMap((one) => one[side]),
        ...(wordMarks ? marks[side].flatMap((name) => wordMarks[name]) : [])
      ].map((span): [string, Span] => [`group ${id}`, span])
    ),
    ...findings.flatMap(({ id, spans }) => spans[side].map((span): [string, Span] => [`finding ${id}`, span]))
  ]
}

const outside = (spans: readonly [string, Span][], { length }: string): string | undefined => {
  const [what] = spans.find(([, { start, end }]) => start > end || end > length) ?? []
  return what === undefined ? undefined : `The ${what} reaches beyond its text.`
}

const faultInReadout = (
  { sentences, paragraphs }: Pick<Readout, 'sentences' | 'paragraphs'>,
  what: string
): string | undefined => {
  const twice = repeated(sentences.map(({ id }) => id))
  if (twice !== undefined) return `The sentence ${twice} is there twice in ${what}.`
  const lost = sentences.find(({ paragraph }) => paragraph >= paragraphs.length)
  return lost && `The sentence ${lost.id} is of a paragraph that ${what} does not have.`
}

/** Whether each id that is named is one of a side's sentences. */
const faultInIds = ({
  readouts,
  groups,
  onlyUs,
  onlyCn,
  topics,
  findings
}: Comparison): string | undefined => {
  for (const side of SIDES) {
    const known = new Set(readouts[side].sentences.map(({ id }) => id))
    const [only, share] = side === 'us' ? [onlyUs, 'usSentences' as const] : [onlyCn, 'cnSentences' as const]
    const named = [
      ...groups.map((group) => ({ what: `group ${group.id}`, ids: group[side] })),
      ...findings.map((finding) => ({ what: `finding ${finding.id}`, ids: finding[side] })),
      ...topics.map((topic) => ({ what: `topic ${topic.topic}`, ids: topic[share] })),
      { what: 'list of what one side alone has', ids: only }
    ]
    for (const { what, ids } of named) {
      const unknown = ids.find((id) => !known.has(id))
      if (unknown !== undefined) return `The ${what} names the sentence ${unknown}, which there is not.`
    }
  }
  const group = repeated(groups.map(({ id }) => id))
  if (group !== undefined) return `The group ${group} is there twice.`
  const finding = repeated(findings.map(({ id }) => id))
  return finding === undefined ? undefined : `The finding ${finding} is there twice.`
}

const faultInStudy = ({ texts, comparison }: Study): string | undefined => {
  for (const side of SIDES) {
    const readout = comparison.readouts[side]
    if (readout.side !== side) return `The readout of the place “${side}” is of the other.`
    const fault =
      faultInReadout(readout, readout.name) ??
      outside(spansOf(comparison, side), readout.source ?? texts[side].text)
    if (fault !== undefined) return fault
    const { inOtherLanguage: other } = readout
    if (!other) continue
    const companion = texts[side].inOtherLanguage
    if (!companion) return `The text of “${other.name}” is missing.`
    const spans = [...other.paragraphs, ...other.sentences]
    const otherFault =
      faultInReadout(other, other.name) ??
      outside(
        spans.map((span): [string, Span] => [`text of “${other.name}”`, span]),
        companion.text
      )
    if (otherFault !== undefined) return otherFault
  }
  return faultInIds(comparison)
}

/** @returns in one sentence what is wrong; undefined where nothing is */
export const faultIn = ({ studies, codebook }: Project): string | undefined => {
  const study = repeated(studies.map(({ id }) => id))
  if (study !== undefined) return `The comparison ${study} is there twice.`
  const code = repeated(codebook.map(({ id }) => id))
  if (code !== undefined) return `The code ${code} is there twice.`
  for (const [at, each] of studies.entries()) {
    const fault = faultInStudy(each)
    if (fault !== undefined) return `In comparison ${at + 1}: ${fault}`
  }
  return undefined
}
