import { conceptPlaces, partKey } from '../lexicon/concept-places.ts'
import { topics } from '../lexicon/topics.ts'
import {
  otherSide,
  SIDES,
  type Answer,
  type Claim,
  type Comparison,
  type Sentence,
  type Side,
  type Span
} from '../model.ts'
import { onceFor } from '../once-for.ts'
import { overlaps } from '../text/spans.ts'
import { tokenise } from '../text/tokens.ts'
import { contentStems } from '../wording/stem.ts'

/**
 * How each sentence of a readout stands to the other readout. Told here and nowhere else: all that screen, reports and
 * command line count and mark comes of it.
 */

export interface SentenceAnswer {
  answer: Answer
  /** What of it only its own readout has; empty but for a sentence that is partly answered. */
  left: readonly Span[]
  /** How much of it the other readout takes up, 0 to 1, by the length of its claims. */
  share: number
}

export interface Answers {
  of: ReadonlyMap<string, SentenceAnswer>
  /** Sentences of each side by how they stand; together all of that side. */
  counts: Record<Side, Record<Answer, number>>
  /** How much of each side's words the other takes up, 0 to 1. */
  share: Record<Side, number>
}

/** Concepts below this weight are common phrases, whose absence says nothing. */
const LEAST_WEIGHT = 0.45
/** So many content words in common with a claim opposite make a claim answered, whatever it names. */
const IN_COMMON = 3

const generic = new Set(topics.flatMap((topic) => (topic.generic ? [topic.id] : [])))

/** The concepts of a claim by which it can be said what it is about; those of the reader's own lexicon all are. */
const tellingOf = ({ concepts: named }: Claim): string[] =>
  named.filter((id) => {
    const concept = conceptPlaces.get(id)
    return concept === undefined || (!generic.has(concept.topic) && concept.weight >= LEAST_WEIGHT)
  })

/** Second-level topics of some concepts. */
const partsOf = (ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const concept = conceptPlaces.get(id)
    return concept ? [partKey(concept)] : []
  })

/** What a claim says, without the words that lead it in; of one that is nothing else, all. */
const contentOf = ({ text, start }: Sentence, { span, lead }: Claim): Span => {
  const begins = lead && lead.end < span.end ? lead.end : span.start
  const words = text.slice(begins - start, span.end - start)
  return { start: begins + words.length - words.trimStart().length, end: span.end }
}

const stemsIn = ({ text, start }: Sentence, span: Span): string[] =>
  contentStems(tokenise(text.slice(span.start - start, span.end - start)))

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** The claims of a sentence that nothing in the other readout answers. */
const leftOut = (
  sentence: Sentence,
  partners: readonly Sentence[],
  named: ReadonlySet<string>,
  isOneLanguage: boolean
): Span[] => {
  const opposite = partners.flatMap((partner) =>
    (partner.claims ?? []).map((claim) => ({ claim, stems: new Set(stemsIn(partner, claim.span)) }))
  )
  const near = new Set(opposite.flatMap(({ claim }) => claim.concepts))
  const parts = new Set(partsOf([...near]))
  return (sentence.claims ?? []).flatMap((claim) => {
    const telling = tellingOf(claim)
    // What stands opposite answers by naming any of it; the rest of the text only by naming all of it.
    if (telling.every((id) => named.has(id)) || telling.some((id) => near.has(id))) return []
    if (partsOf(telling).some((part) => parts.has(part))) return []
    const content = contentOf(sentence, claim)
    const own = isOneLanguage ? [...new Set(stemsIn(sentence, content))] : []
    const isTaken = opposite.some(({ stems }) => own.filter((one) => stems.has(one)).length >= IN_COMMON)
    return isTaken ? [] : [content]
  })
}

const WHOLE = { left: [], share: 1 } as const
const NONE: SentenceAnswer = { answer: 'only', left: [], share: 0 }

/** How each sentence stands to the other readout; told once for a comparison, however many ask. */
export const answersOf = onceFor((comparison: Comparison): Answers => {
  const { readouts, groups, findings } = comparison
  const isOneLanguage = readouts.us.language === readouts.cn.language
  const sentences = new Map(
    SIDES.flatMap((side) => readouts[side].sentences).map((sentence) => [sentence.id, sentence])
  )
  const named = (side: Side): Set<string> =>
    new Set(readouts[side].sentences.flatMap(({ claims = [] }) => claims.flatMap((claim) => claim.concepts)))
  const all = { us: named('us'), cn: named('cn') }
  const partners = new Map<string, Set<string>>()
  const differing = new Set<string>()
  for (const group of groups)
    for (const side of SIDES)
      for (const id of group[side]) {
        const known = partners.get(id) ?? new Set()
        for (const other of group[otherSide(side)]) known.add(other)
        partners.set(id, known)
        if (group.relation === 'differ') differing.add(id)
      }
  // What a finding says the other side leaves out is not counted as answered.
  const missing = { us: [] as Span[], cn: [] as Span[] }
  for (const { kind, only, spans } of findings)
    if (kind === 'omission' && only) missing[only].push(...spans[only])

  const answerOf = (side: Side, sentence: Sentence): SentenceAnswer => {
    const opposite = partners.get(sentence.id)
    if (!opposite) return NONE
    const whole: SentenceAnswer = { answer: differing.has(sentence.id) ? 'differs' : 'alike', ...WHOLE }
    const own = (sentence.claims ?? []).map((claim) => contentOf(sentence, claim))
    const told = missing[side].filter((span) => overlaps(span, sentence))
    const open = leftOut(
      sentence,
      [...opposite].flatMap((id) => sentences.get(id) ?? []),
      all[otherSide(side)],
      isOneLanguage
    )
    // A link says that something of a sentence is answered; where no claim is seen to be, its whole is.
    const left = [
      ...(open.length < own.length ? open : []),
      ...told.filter((span) => open.length === own.length || !open.some((one) => overlaps(one, span)))
    ].sort((a, b) => a.start - b.start)
    if (left.length === 0) return whole
    const length = Math.max(lengthOf(own), 1)
    const share = Math.min(1, Math.max(0, 1 - lengthOf(left) / length))
    return { answer: 'partly', left, share }
  }

  const of = new Map<string, SentenceAnswer>()
  const none = (): Record<Answer, number> => ({ alike: 0, differs: 0, partly: 0, only: 0 })
  const counts = { us: none(), cn: none() }
  const share = { us: 0, cn: 0 }
  for (const side of SIDES) {
    for (const sentence of readouts[side].sentences) {
      const told = answerOf(side, sentence)
      of.set(sentence.id, told)
      counts[side][told.answer]++
      share[side] += sentence.words * told.share
    }
    share[side] /= Math.max(1, readouts[side].words)
  }
  return { of, counts, share }
})
