import { relatedTopics } from '../lexicon/related-topics.ts'
import { NARRATION_TOPIC, type Concept, type ConceptUse } from '../lexicon/lexicon.ts'
import { otherSide, type Side } from '../model.ts'
import { AT_LARGE } from '../topics/matter.ts'
import type { Quote } from './draft.ts'
import { type Material, type Passage } from './material.ts'
import { overlaps } from '../text/spans.ts'

/** A second-level topic, unique among all. */
export const partKey = ({ topic, sub }: { topic: string; sub: string }): string => `${topic}.${sub}`

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

/** A passage that names the matter no more surely than this does not answer. */
const LEAST_WORTH = 0.6
const MOST_COUNTERPARTS = 2

const isBefore = (one: Passage, other: Passage): boolean => one.sentence.start < other.sentence.start

/** The first few of some passages in the order of the text, each once. */
const firstOf = (passages: readonly Passage[]): Passage[] =>
  [...new Set(passages)].sort((a, b) => a.sentence.start - b.sentence.start).slice(0, MOST_COUNTERPARTS)

/**
 * What the other readout has on the matter of a passage: what stands opposite, else its own words on the same
 * specific topic, nearest part first.
 */
export const counterparts = (material: Material, passage: Passage): Passage[] => {
  const linked = material.partnersOf(passage.sentence.id)
  if (linked.length > 0) return [...linked]
  const { lexicon } = material
  const parts = new Set(passage.uses.map(({ concept }) => partKey(concept)))
  const topics = new Set(
    passage.sentence.topics
      .map(({ id }) => id)
      .filter((id) => !lexicon.isGeneric(id) && id !== NARRATION_TOPIC)
  )
  const other = otherSide(passage.side)
  const all = new Set([...topics, ...passage.uses.map(({ concept }) => concept.topic)])
  // One pass without lists in between: in long texts a topic has thousands of passages.
  const worths = new Map<string, number>()
  const worthOf = ({ id, topic, sub, weight }: Concept): number => {
    const known = worths.get(id)
    if (known !== undefined) return known
    const worth = parts.has(partKey({ topic, sub })) ? weight + 1 : topics.has(topic) ? weight : 0
    worths.set(id, worth)
    return worth
  }
  let [most, near]: [number, Passage[]] = [LEAST_WORTH, []]
  for (const topic of all)
    for (const candidate of material.onTopic(other, topic)) {
      if (candidate.sentence.speaker === 'narrator') continue
      let worth = 0
      for (const { concept } of candidate.uses) worth = Math.max(worth, worthOf(concept))
      const last = near.at(-1)
      if (worth > most) [most, near] = [worth, [candidate]]
      else if (worth === most && last && (near.length < MOST_COUNTERPARTS || isBefore(candidate, last)))
        near = firstOf([...near, candidate])
    }
  return near
}

/** A passage with only what its quoted words name. */
const quotedPart = ({ passage, span }: Quote): Passage => ({
  ...passage,
  uses: passage.uses.filter(({ spans }) => spans.some((place) => overlaps(place, span)))
})

/** Whether a passage names a matter of others: the same part of a topic, one at large, or one set against it. */
const isOn = (passage: Passage, others: readonly Passage[]): boolean =>
  passage.uses.some(({ concept: own }) =>
    others.some(({ uses }) =>
      uses.some(
        ({ concept }) =>
          partKey(concept) === partKey(own) ||
          relatedTopics(partKey(concept)).has(partKey(own)) ||
          (concept.topic === own.topic && (own.sub === AT_LARGE || concept.sub === AT_LARGE))
      )
    )
  )

/**
 * What passages of the other readout have on the matters of some words, or else on those of their sentences that
 * governments dispute, in readable words; none of a passage that stands opposite for another matter.
 */
export const answersTo = (
  material: Material,
  quotes: readonly Quote[],
  answers: readonly Passage[]
): Quote[] => {
  const about = quotes.map(quotedPart)
  // Common ground stands in any list, and is no matter of the words quoted.
  const disputed = quotes.map(({ passage }) => ({
    ...passage,
    uses: passage.uses.filter(({ concept: { topic } }) => material.lexicon.isDisputed(topic) > 0)
  }))
  return answers.flatMap((answer) => {
    const matters = [about, disputed].find((passages) => isOn(answer, passages))
    return matters ? [gist(material, answer, matters)] : []
  })
}

/** Whether a passage says something in its own side's name or in its narration, and not what the other is to have said. */
export const isOwnVoice = ({ sentence, side }: Passage): boolean => sentence.speaker !== otherSide(side)

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
