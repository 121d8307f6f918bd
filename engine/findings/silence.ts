import data from '../lexicon/data/silence.json' with { type: 'json' }
import { boosted, type BoostedTrees } from '../trees.ts'
import { sigmoid } from '../logistic.ts'
import { otherSide, SIDES, type Side } from '../model.ts'
import { addTo } from '../multimap.ts'
import { onceFor } from '../once-for.ts'
import type { Word } from '../syntax/word.ts'
import { overlaps } from '../text/spans.ts'
import { contentStems } from '../wording/stem.ts'
import { claimPairs, countStems } from './claim-pairs.ts'
import type { Material, Passage } from './material.ts'

/** How surely the other text is silent on what a sentence without a counterpart says. */

const model: BoostedTrees = data.model

/** From so surely on it may be printed that the other text does not take something up: six of seven such silences are true. */
export const SILENT = 0.8

/** Names of the features, in the order of the model's values. */
export const SILENCE_FEATURES = [
  'perhaps',
  'shared',
  'sharedStems',
  'covered',
  'onTopic',
  'firstOnTopic',
  'lonely',
  'isGeneric',
  'unnamed',
  'named',
  'newTopics',
  'length',
  'isJoint',
  'hasFigures',
  'names',
  'common',
  'likeness',
  'twoLanguages'
] as const

/** Beyond so many of a thing more tell nothing. */
const MANY = 3
const MOST_COMMON = 4

const isTold = ({ sentence }: Passage): boolean => sentence.speaker !== 'narrator'

interface Index {
  stems: ReadonlyMap<Passage, ReadonlySet<string>>
  /** How much a stem tells, by how few sentences of both texts have it. */
  telling: (stem: string) => number
  /** All stems of a side. */
  all: Record<Side, ReadonlySet<string>>
  /** Passages of each side that tell something, by stem. */
  byStem: Record<Side, ReadonlyMap<string, readonly Passage[]>>
  /** What a passage has in common with a claim opposite, at most. */
  common: ReadonlyMap<Passage, { common: number; likeness: number }>
}

const indexOf = onceFor((material: Material): Index => {
  const stemsOf = (side: Side) =>
    material.sides[side].passages.map((passage) => ({
      passage,
      stems: new Set(contentStems(passage.tokens))
    }))
  const read = { us: stemsOf('us'), cn: stemsOf('cn') }
  const counts = countStems(read)
  const stems = new Map([...read.us, ...read.cn].map((one) => [one.passage, one.stems]))
  const byStem = { us: new Map<string, Passage[]>(), cn: new Map<string, Passage[]>() }
  for (const side of SIDES)
    for (const one of read[side])
      if (isTold(one.passage)) for (const stem of one.stems) addTo(byStem[side], stem, one.passage)
  const allOf = (side: Side): Set<string> => new Set(read[side].flatMap((one) => [...one.stems]))
  const all = { us: allOf('us'), cn: allOf('cn') }
  const common = new Map<Passage, { common: number; likeness: number }>()
  for (const pair of claimPairs(material))
    for (const side of SIDES) {
      const known = common.get(pair[side].passage) ?? { common: 0, likeness: 0 }
      common.set(pair[side].passage, {
        common: Math.max(known.common, pair.common),
        likeness: Math.max(known.likeness, pair.likeness)
      })
    }
  const telling = (stem: string): number => Math.log((stems.size + 1) / (counts.get(stem) ?? 1))
  return { stems, telling, all, byStem, common }
})

/** The part of what a passage's words tell that one passage opposite has, at most, and with how many stems. */
const sharedIn = (
  index: Index,
  passage: Passage,
  own: ReadonlySet<string>,
  whole: number
): [number, number] => {
  const weights = new Map<Passage, [weight: number, stems: number]>()
  for (const stem of own)
    for (const other of index.byStem[otherSide(passage.side)].get(stem) ?? []) {
      const [weight, stems] = weights.get(other) ?? [0, 0]
      weights.set(other, [weight + index.telling(stem), stems + 1])
    }
  let most: [number, number] = [0, 0]
  for (const [weight, stems] of weights.values())
    if (weight > most[0] || (weight === most[0] && stems > most[1])) most = [weight, stems]
  return [most[0] / whole, most[1]]
}

/** Words of a passage that are names, but for those of people and parties. */
export const properNames = ({ words, named }: Passage): readonly Word[] =>
  words.filter((word) => word.pos === 'PROPN' && !named.some((place) => overlaps(place, word)))

/** The features of a passage, in the order of `SILENCE_FEATURES`; symmetric in the two sides. */
export const silenceFeatures = (material: Material, passage: Passage): number[] => {
  const { sentence, side, uses } = passage
  const other = otherSide(side)
  const index = indexOf(material)
  const own = index.stems.get(passage) ?? new Set<string>()
  const whole = [...own].reduce((sum, stem) => sum + index.telling(stem), 0) || 1
  const [shared, sharedStems] = sharedIn(index, passage, own, whole)
  const covered = [...own].filter((stem) => index.all[other].has(stem))
  const topic = sentence.topics[0]?.id ?? ''
  const others = material.sides[other].passages.filter(isTold)
  const onTopic = others.filter((one) => one.sentence.topics.some(({ id }) => id === topic))
  const firstOnTopic = onTopic.filter((one) => one.sentence.topics[0]?.id === topic)
  const specific = uses.filter(({ concept }) => !material.lexicon.isGeneric(concept.topic))
  const unnamed = specific.filter(({ concept }) => material.naming(other, concept.id).length === 0)
  const newTopics = specific.filter(({ concept }) => material.onTopic(other, concept.topic).length === 0)
  const { common, likeness } = index.common.get(passage) ?? { common: 0, likeness: 0 }
  const values: Record<(typeof SILENCE_FEATURES)[number], number> = {
    perhaps: material.perhapsOf(sentence.id),
    shared,
    sharedStems,
    covered: covered.reduce((sum, stem) => sum + index.telling(stem), 0) / whole,
    onTopic: Math.min(MANY, onTopic.length),
    firstOnTopic: Math.min(MANY, firstOnTopic.length),
    lonely: Math.min(
      MANY,
      firstOnTopic.filter((one) => material.groupsOf(one.sentence.id).length === 0).length
    ),
    isGeneric: Number(material.lexicon.isGeneric(topic)),
    unnamed: Math.min(MANY, unnamed.length),
    named: Math.min(MANY, specific.length - unnamed.length),
    newTopics: Math.min(MANY, newTopics.length),
    length: Math.log1p(own.size),
    isJoint: Number(sentence.speaker === 'both'),
    hasFigures: Number((sentence.claims ?? []).some(({ figures }) => figures.length > 0)),
    names: Math.min(MANY, properNames(passage).length),
    common: Math.min(MOST_COMMON, common),
    likeness: Math.min(MANY, likeness),
    twoLanguages: Number(material.sides.us.readout.language !== material.sides.cn.readout.language)
  }
  return SILENCE_FEATURES.map((name) => values[name])
}

/** Probability that the other text has nothing on what a sentence says; 0 where it has a counterpart. */
export const silenceOf = (material: Material, passage: Passage): number =>
  material.perhapsOf(passage.sentence.id) > 0
    ? 0
    : sigmoid(boosted(model, silenceFeatures(material, passage)))

/** Whether it may be printed that the other text does not take up what some sentences say. */
export const isSilentOn = (material: Material, passages: Iterable<Passage>, least = SILENT): boolean =>
  [...passages].every((passage) => silenceOf(material, passage) >= least)
