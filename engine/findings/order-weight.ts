import { NARRATION_TOPIC, SPEECH_TOPIC } from '../lexicon/topics.ts'
import { otherSide, type Side } from '../model.ts'
import { gist } from './counterparts.ts'
import { finding, type FindingDraft } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { inSentence, tell } from './sentences.ts'

/** A matter with so many times the share of words is sized very differently. */
const LARGE_RATIO = 2
/** A larger share must be so many times the words too. */
const LEAST_EXTENT = 1.5
/** So many times the words is a difference even where the texts differ as much in length. */
const LARGE_EXTENT = 8
/** A matter that takes less of both texts than this is no matter of weight. */
const LEAST_SHARE = 0.08
/** What is merely placed otherwise must take as much of one text as this. */
const LEAST_SHARE_MOVED = 0.1
/** Places differ by this share of the text or more. */
const LARGE_SHIFT = 0.35
const MOST_QUOTES = 4

interface Standing {
  /** Sentences whose first topic it is. */
  main: Passage[]
  /** Sentences that have it at all. */
  all: Passage[]
  /** Words on it: of a sentence that lists several matters its part. */
  words: number
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
  const words = all.reduce((sum, passage) => sum + partOf(passage), 0)
  const share = words / Math.max(1, readout.words)
  return { main, all, words, share, place: passages.indexOf(first) / Math.max(1, passages.length - 1) }
}

const percent = (share: number): string => `${Math.max(1, Math.round(share * 100))}%`
const placeName = (place: number): string =>
  place < 1 / 3 ? 'in the first third' : place < 2 / 3 ? 'in the middle' : 'in the last third'

const compareStanding = (material: Material, topic: string, us: Standing, cn: Standing): FindingDraft[] => {
  const ratio = Math.max(us.share, cn.share) / Math.max(0.005, Math.min(us.share, cn.share))
  const shift = Math.abs(us.place - cn.place)
  const largest = Math.max(us.share, cn.share)
  const extent = Math.max(us.words, cn.words) / Math.max(1, Math.min(us.words, cn.words))
  // A larger share in fewer words tells of the length of the texts, not of the matter.
  const isMore = (us.share - cn.share) * (us.words - cn.words) >= 0 && extent >= LEAST_EXTENT
  const sized = ((ratio >= LARGE_RATIO && isMore) || extent >= LARGE_EXTENT) && largest >= LEAST_SHARE
  const moved = shift >= LARGE_SHIFT && largest >= LEAST_SHARE
  if (!sized && !(moved && largest >= LEAST_SHARE_MOVED)) return []
  const bigger: Side = us.share >= cn.share ? 'us' : 'cn'
  const smaller = otherSide(bigger)
  const standing = { us, cn }
  const quotes = (side: Side) =>
    (standing[side].main.length > 0 ? standing[side].main : standing[side].all)
      .slice(0, MOST_QUOTES)
      .map((passage) => gist(material, passage, topic))
  const label = material.lexicon.label(topic)
  return [
    finding(material, {
      kind: 'order_weight',
      rule: sized ? 'order-weight:share' : 'order-weight:place',
      topic,
      quotes: { us: quotes('us'), cn: quotes('cn') },
      say: tell(material, sized ? 'order:share' : 'order:place', bigger, {
        What: label,
        mine: sized ? percent(standing[bigger].share) : placeName(standing[bigger].place),
        theirs: sized ? percent(standing[smaller].share) : placeName(standing[smaller].place)
      }),
      weight: Math.min(
        0.62,
        0.2 + (sized ? 0.5 * largest + 0.05 * Math.min(4, Math.log2(ratio)) : 0) + (moved ? 0.15 * shift : 0)
      )
    })
  ]
}

/** What each text comes to first, where that is not the same, and where the other comes to it. */
const leads = (material: Material): FindingDraft[] => {
  // A sentence on the relationship at large may name the first matter of its own in passing.
  const specificOf = ({ sentence, uses }: Passage): string | undefined =>
    sentence.topics.find(
      ({ id }) =>
        !material.lexicon.isGeneric(id) &&
        id !== SPEECH_TOPIC &&
        uses.some(({ concept }) => concept.topic === id && concept.weight >= LEAST_LEAD)
    )?.id
  const firstOf = (side: Side): Passage | undefined =>
    material.sides[side].passages.find(
      (passage) =>
        passage.sentence.speaker !== 'narrator' &&
        passage.uses.length > 0 &&
        specificOf(passage) !== undefined
    )
  const [us, cn] = [firstOf('us'), firstOf('cn')]
  const topics = { us: us && specificOf(us), cn: cn && specificOf(cn) }
  if (!us || !cn || topics.us === undefined || topics.cn === undefined || topics.us === topics.cn) return []
  const firstOn = (side: Side, topic: string): Passage | undefined =>
    material.sides[side].passages.find(
      ({ sentence }) => sentence.topics[0]?.id === topic && sentence.speaker !== 'narrator'
    )
  const later = { us: firstOn('us', topics.cn), cn: firstOn('cn', topics.us) }
  if (!later.us || !later.cn) return []
  return [
    finding(material, {
      kind: 'order_weight',
      rule: 'order-weight:lead',
      topic: topics.us < topics.cn ? topics.us : topics.cn,
      quotes: {
        us: [gist(material, us, topics.us), gist(material, later.us, topics.cn)],
        cn: [gist(material, cn, topics.cn), gist(material, later.cn, topics.us)]
      },
      say: tell(material, 'order:lead', 'us', {
        mine: inSentence(material.lexicon.label(topics.us)),
        theirs: inSentence(material.lexicon.label(topics.cn))
      }),
      weight: LEAD_WEIGHT
    })
  ]
}

const LEAD_WEIGHT = 0.36
/** A concept weaker than this is named in passing: "as the two largest economies". */
const LEAST_LEAD = 0.6

const standings = (material: Material): FindingDraft[] =>
  material.lexicon.topics
    .filter(({ id, generic }) => !generic && id !== NARRATION_TOPIC && id !== SPEECH_TOPIC)
    .flatMap(({ id }) => {
      const [us, cn] = [standingOf(material, 'us', id), standingOf(material, 'cn', id)]
      return us && cn ? compareStanding(material, id, us, cn) : []
    })

/** Order and weight: a matter that is placed or sized very differently, and what each text comes to first. */
export const orderAndWeight = (material: Material): FindingDraft[] => [
  ...leads(material),
  ...standings(material)
]
