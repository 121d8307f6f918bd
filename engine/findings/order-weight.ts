import { NARRATION_TOPIC, SPEECH_TOPIC } from '../lexicon/topics.ts'
import { otherSide, type Side } from '../model.ts'
import { gist } from './counterparts.ts'
import { finding, type FindingDraft } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { tell } from './sentences.ts'

/** A matter that takes less of either text than this is no matter of weight. */
const LEAST_SHARE = 0.1
/** Places differ by this share of the text or more. */
const LARGE_SHIFT = 0.35
const MOST_QUOTES = 4

interface Standing {
  /** Sentences whose first topic it is. */
  main: Passage[]
  /** Sentences that have it at all. */
  all: Passage[]
  /** Share of the text's words; of a sentence that lists several matters its part. */
  share: number
  /** Place of the first sentence on it, 0 to 1. */
  place: number
}

const standingOf = (material: Material, side: Side, topic: string): Standing | undefined => {
  const { passages, readout } = material.sides[side]
  const all = passages.filter(({ sentence }) => sentence.topics.some(({ id }) => id === topic))
  const main = all.filter(({ sentence }) => sentence.topics[0]?.id === topic)
  const [first] = all
  if (!first) return undefined
  // A matter that a sentence lists among others has its part of the sentence.
  const partOf = ({ sentence, uses }: Passage): number =>
    sentence.words / Math.max(1, new Set(uses.map(({ concept }) => concept.topic)).size)
  const share = all.reduce((sum, passage) => sum + partOf(passage), 0) / Math.max(1, readout.words)
  return { main, all, share, place: passages.indexOf(first) / Math.max(1, passages.length - 1) }
}

const placeName = (place: number): string =>
  place < 1 / 3 ? 'in the first third' : place < 2 / 3 ? 'in the middle' : 'in the last third'

/** A matter that the two texts come to in very different places. Shares of words are the Topics view's to show. */
const compareStanding = (material: Material, topic: string, us: Standing, cn: Standing): FindingDraft[] => {
  const shift = Math.abs(us.place - cn.place)
  if (shift < LARGE_SHIFT || Math.max(us.share, cn.share) < LEAST_SHARE) return []
  const bigger: Side = us.share >= cn.share ? 'us' : 'cn'
  const standing = { us, cn }
  const quotes = (side: Side) =>
    (standing[side].main.length > 0 ? standing[side].main : standing[side].all)
      .slice(0, MOST_QUOTES)
      .map((passage) => gist(material, passage, topic))
  return [
    finding(material, {
      kind: 'order_weight',
      rule: 'order-weight:place',
      topic,
      quotes: { us: quotes('us'), cn: quotes('cn') },
      say: tell(material, 'order:place', bigger, {
        What: material.lexicon.label(topic),
        mine: placeName(standing[bigger].place),
        theirs: placeName(standing[otherSide(bigger)].place)
      }),
      weight: 0.15 + 0.15 * shift
    })
  ]
}

/** Order and weight: a matter that is placed very differently. */
export const orderAndWeight = (material: Material): FindingDraft[] =>
  material.lexicon.topics
    .filter(({ id, generic }) => !generic && id !== NARRATION_TOPIC && id !== SPEECH_TOPIC)
    .flatMap(({ id }) => {
      const [us, cn] = [standingOf(material, 'us', id), standingOf(material, 'cn', id)]
      return us && cn ? compareStanding(material, id, us, cn) : []
    })
