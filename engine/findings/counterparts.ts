import { partKey } from '../lexicon/concept-places.ts'
import type { ConceptUse } from '../lexicon/lexicon.ts'
import { otherSide, type Side } from '../model.ts'
import { groupedBy } from '../multimap.ts'
import { AT_LARGE } from '../topics/matter.ts'
import { ANSWERING, claimsQuoted, linkBetween, quoteOf } from './claim-pairs.ts'
import type { Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { answerAmong } from './side-by-side.ts'

/** The concepts that two passages both name, the most specific first. */
export const sharedUses = (one: Passage, other: Passage): { own: ConceptUse; others: ConceptUse }[] =>
  one.uses
    .flatMap((own) => {
      const others = other.uses.find(({ concept }) => concept.id === own.concept.id)
      return others ? [{ own, others }] : []
    })
    .sort(
      (a, b) => b.own.concept.weight - a.own.concept.weight || (a.own.concept.id < b.own.concept.id ? -1 : 1)
    )

/**
 * Readable words of a passage around its strongest concept, or from its beginning where it has none.
 *
 * @param about a topic, or passages of the other side whose matters are preferred
 */
export const gist = (material: Material, passage: Passage, about?: string | readonly Passage[]): Quote => {
  const others = typeof about === 'string' ? [] : (about ?? [])
  const concepts = new Set(others.flatMap(({ uses }) => uses.map(({ concept }) => concept.id)))
  const parts = new Set(others.flatMap(({ uses }) => uses.map(({ concept }) => partKey(concept))))
  const topics = new Set(
    typeof about === 'string'
      ? [about]
      : others.flatMap(({ uses }) => uses.map(({ concept }) => concept.topic))
  )
  const worth = ({ concept }: ConceptUse): number =>
    concept.weight +
    (topics.has(concept.topic) ? 1 : 0) +
    (parts.has(partKey(concept)) ? 1 : 0) +
    (concepts.has(concept.id) ? 1 : 0) -
    (concept.sub === AT_LARGE ? 0.5 : 0)
  const [best] = [...passage.uses].sort(
    (a, b) => worth(b) - worth(a) || (a.concept.id < b.concept.id ? -1 : 1)
  )
  const { start, end } = passage.sentence
  const core = best?.spans[0] ?? { start, end: Math.min(end, start + 1) }
  return { passage, span: material.excerpt(passage, core) }
}

/** Marks and blanks at the edge of a claim. */
const EDGE = 2

/** In rows as sure as this what stands opposite answers, however little it has in common: nine in ten are right. */
export const CERTAIN = 0.85
const LEAST_OF_CERTAIN = -4

/**
 * What passages of the other readout claim on the matter of some words: of each that surely stands opposite the claim that
 * tells most against those that the words stand in.
 */
export const answersTo = (
  material: Material,
  quotes: readonly Quote[],
  answers: readonly Passage[]
): Quote[] => {
  const own = quotes.flatMap((quote) => claimsQuoted(material, quote))
  return answers.flatMap((answer) => {
    const link = Math.max(0, ...quotes.map(({ passage }) => linkBetween(material, passage, answer)))
    const isSure = own.length > 0 && link >= ANSWERING
    const at = isSure
      ? answerAmong(material, own, answer, link >= CERTAIN ? LEAST_OF_CERTAIN : undefined)
      : undefined
    const quote = at && quoteOf(material, at)
    return quote && isWhole(quote) ? [quote] : []
  })
}

/** What stands opposite in a row, though no claim of it surely answers: shown beside a finding, and not in its sentence. */
export const besides = (
  material: Material,
  quotes: readonly Quote[],
  partners: readonly Passage[]
): Quote[] =>
  partners.map((partner) =>
    gist(
      material,
      partner,
      quotes.map(({ passage }) => passage)
    )
  )

/** Whether words begin where what is said in their claim begins, and do not break into it. */
const isWhole = ({ passage: { sentence }, span }: Quote): boolean =>
  (sentence.claims ?? []).some(({ span: claim, lead }) => {
    const begins = lead?.end ?? claim.start
    return span.start >= claim.start && span.start <= begins + EDGE && span.end <= claim.end + EDGE
  })

/** Whether a passage says something in its own side's name or in its narration, and not what the other is to have said. */
export const isOwnVoice = ({ sentence, side }: Passage): boolean => sentence.speaker !== otherSide(side)

/** What stands in one paragraph on one topic makes one finding. */
export const byMatter = <T extends { passage: Passage }>(all: readonly T[]): T[][] => [
  ...groupedBy(
    all,
    ({ passage: { sentence } }) => `${sentence.paragraph} ${sentence.topics[0]?.id ?? ''}`
  ).values()
]

/** All concepts and second-level topics that a readout names. */
export const inventoryOf = (
  material: Material,
  side: Side
): { concepts: Set<string>; parts: Set<string>; topics: Set<string> } => {
  const uses = material.sides[side].passages.flatMap((passage) => passage.uses)
  return {
    concepts: new Set(uses.map(({ concept }) => concept.id)),
    parts: new Set(uses.map(({ concept }) => partKey(concept))),
    topics: new Set(uses.map(({ concept }) => concept.topic))
  }
}
