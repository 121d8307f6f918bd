import { rounded } from '../rounded.ts'
import { otherSide } from '../model.ts'
import { goesOn } from './profile.ts'
import type { Link } from './links.ts'
import type { Prepared } from './prepare.ts'
import type { AlignmentModel } from './score.ts'
import { sum } from '../logistic.ts'
import type { Weighed } from './weigh.ts'

/** What tells whether two partners of one sentence treat one matter with it. Symmetric in the two sides. */
export const TOGETHER_FEATURES = [
  'next',
  'near',
  'sameParagraph',
  'sameSpeaker',
  'runsOn',
  'unnamedNext',
  'sameTopic',
  'sameSpecific',
  'samePart',
  'apart',
  'concepts',
  'words',
  'groundShared',
  'groundApart',
  'lesserScore',
  'scoreGap',
  'partners',
  'length',
  'matters',
  'generic',
  'narrates'
] as const
export type TogetherFeatures = Record<(typeof TOGETHER_FEATURES)[number], number>

const USUAL_LENGTH = 20
const LARGEST_SUM = 3
const SURE = 0.995

const logit = (chance: number): number => Math.log(Math.min(SURE, chance) / (1 - Math.min(SURE, chance)))

const shared = (one: Weighed, other: Weighed): string[] =>
  [...one.own.keys()].filter((id) => other.own.has(id))

const cosine = (one: Weighed, other: Weighed): number => {
  const [few, many] = one.words.size <= other.words.size ? [one, other] : [other, one]
  let dot = 0
  for (const [word, weight] of few.words) dot += weight * (many.words.get(word) ?? 0)
  return rounded(dot)
}

/**
 * @param pivot the sentence that both links have
 * @param one its partner in the first link, and `other` in the second: two sentences of the other side
 */
export const togetherFeatures = (
  pivot: Weighed,
  one: Weighed,
  other: Weighed,
  scores: readonly [number, number],
  partners: number
): TogetherFeatures => {
  const [before, after] = one.at <= other.at ? [one, other] : [other, one]
  const isNext = after.at - before.at === 1
  const first = one.sentence.topics[0]?.id
  const same = first === other.sentence.topics[0]?.id
  const [ground, otherGround] = [shared(pivot, one), shared(pivot, other)]
  const common = ground.some((id) => otherGround.includes(id))
  const runsOn = isNext && goesOn(before.sentence, after.sentence)
  return {
    next: isNext ? 1 : 0,
    near: rounded(1 / (1 + after.at - before.at)),
    sameParagraph: one.sentence.paragraph === other.sentence.paragraph ? 1 : 0,
    sameSpeaker: one.sentence.speaker === other.sentence.speaker ? 1 : 0,
    runsOn: runsOn ? 1 : 0,
    unnamedNext: runsOn && after.own.size === 0 ? 1 : 0,
    sameTopic: same ? 1 : 0,
    sameSpecific: same && !one.isGeneric ? 1 : 0,
    samePart: [...one.parts.keys()].some((part) => other.parts.has(part)) ? 1 : 0,
    apart: !same && !one.isGeneric && !other.isGeneric ? 1 : 0,
    concepts: Math.min(
      LARGEST_SUM,
      rounded(shared(one, other).reduce((total, id) => total + (one.worths.get(id) ?? 0), 0))
    ),
    words: cosine(one, other),
    groundShared: common ? 1 : 0,
    groundApart: ground.length > 0 && otherGround.length > 0 && !common ? 1 : 0,
    lesserScore: rounded(logit(Math.min(...scores))),
    scoreGap: rounded(Math.abs(logit(scores[0]) - logit(scores[1]))),
    partners: rounded(Math.log(partners)),
    length: rounded(Math.log(Math.max(1, pivot.sentence.words) / USUAL_LENGTH)),
    matters: rounded(Math.log1p(pivot.matters.size)),
    generic: pivot.isGeneric ? 1 : 0,
    narrates: pivot.sentence.speaker === 'narrator' ? 1 : 0
  }
}

/** Two links of one sentence, with the log odds that they are of one matter. */
export interface Tie {
  one: Link
  other: Link
  weight: number
}

const bySentence = (links: readonly Link[], side: 'us' | 'cn'): Link[][] => {
  const lists = new Map<number, Link[]>()
  for (const link of links) {
    const known = lists.get(link[side])
    if (known) known.push(link)
    else lists.set(link[side], [link])
  }
  return [...lists.values()]
}

/**
 * A sentence with more links than this is tied to the next so many only: else thousands that all answer one sentence
 * would make millions of ties, for groups that hold sixteen.
 */
const MOST_TIED = 48

/** All pairs of links that have a sentence in common, as `visit` wants them. */
export const eachPairOfLinks = (
  links: readonly Link[],
  prepared: Pick<Prepared, 'us' | 'cn'>,
  visit: (one: Link, other: Link, features: TogetherFeatures) => void
): void => {
  for (const side of ['us', 'cn'] as const) {
    const across = otherSide(side)
    for (const own of bySentence(links, side))
      for (const [at, one] of own.entries())
        for (const other of own.slice(at + 1, at + 1 + MOST_TIED)) {
          const [pivot, first, second] = [
            prepared[side][one[side]],
            prepared[across][one[across]],
            prepared[across][other[across]]
          ]
          if (pivot && first && second)
            visit(one, other, togetherFeatures(pivot, first, second, [one.score, other.score], own.length))
        }
  }
}

/** The ties between links, each the log odds that the two are of one matter. */
export const tiesOf = (
  links: readonly Link[],
  prepared: Pick<Prepared, 'us' | 'cn'>,
  model: AlignmentModel
): Tie[] => {
  const ties: Tie[] = []
  eachPairOfLinks(links, prepared, (one, other, features) => {
    ties.push({ one, other, weight: rounded(sum(model.together, TOGETHER_FEATURES, features)) })
  })
  return ties
}
