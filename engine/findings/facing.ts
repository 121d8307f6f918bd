import { haveFigureInCommon } from '../claims/figures.ts'
import { partKey } from '../lexicon/concept-places.ts'
import { SIDES, type Figure, type Side } from '../model.ts'
import { addTo, groupedBy } from '../multimap.ts'
import { onceFor } from '../once-for.ts'
import { contentStems } from '../wording/stem.ts'
import { countStems, linkBetween, rarityOf, type ClaimAt } from './claim-pairs.ts'
import type { Material, Passage } from './material.ts'

/** What stands opposite on the same matter anywhere in the other text. */

interface Known {
  passage: Passage
  stems: ReadonlySet<string>
  parts: ReadonlySet<string>
}

export interface Facing {
  /** Its place among all pairs of each sentence, from 1. */
  ranks: Record<Side, number>
  us: Passage
  cn: Passage
  /** How surely both are on one matter. */
  matter: number
  link: number
  common: number
  /** Found beside a sentence that surely faces the other, and not by its own words. */
  beside: Side | null
}

/** What a common stem or figure, the same second-level topic, and what the sentence before has in common count. */
const STEM = 0.5
const FIGURE = 0.8
const SAME_PART = 0.3
const BEFORE = 0.5
/** Stems of more sentences, and concepts of so many of one text, tell nothing. */
const COMMON = 6
const MOST_NAMING = 12
/** What their own link counts, and one of the sentences before them. */
const LINKED = 1.1
const NEAR_LINK = 0.6
/** Less makes no matter in common; nor do two that both have better matches. */
const LEAST_MATTER = 0.95
const MOST_RANK = 4
/** A sentence that faces another as surely as this faces no other. */
const FACED = 1.8
const SURELY = 0.6

const knownIn = onceFor((material: Material): Record<Side, readonly Known[]> => {
  const of = (side: Side): Known[] =>
    material.sides[side].passages.map((passage) => ({
      passage,
      stems: new Set(contentStems(passage.tokens)),
      parts: new Set(passage.uses.map(({ concept }) => partKey(concept)))
    }))
  return { us: of('us'), cn: of('cn') }
})

const stemCounts = onceFor((material: Material) => countStems(knownIn(material)))

/** How much of what two claims name is rare and in both. */
export const sharedBetween = (material: Material, one: ClaimAt, other: ClaimAt): number => {
  const counts = stemCounts(material)
  let sum = 0
  for (const stem of one.stems) {
    const count = counts.get(stem) ?? 0
    if (other.stems.has(stem) && count <= COMMON) sum += STEM * rarityOf(count)
  }
  for (const { concept } of one.passage.uses)
    if (
      one.claim.concepts.includes(concept.id) &&
      other.claim.concepts.includes(concept.id) &&
      !material.lexicon.isIdle(concept)
    )
      sum += concept.weight * rarityOf(material.countOf(concept.id))
  return Math.round(sum * 1e6) / 1e6
}

/** What two sentences name: rare words, and concepts that say something. */
const inCommon = (material: Material, one: Known, other: Known): { sum: number; common: number } => {
  const counts = stemCounts(material)
  const stems = [...one.stems].filter((stem) => other.stems.has(stem) && (counts.get(stem) ?? 0) <= COMMON)
  const concepts = one.passage.uses.filter(
    ({ concept }) =>
      other.passage.uses.some((use) => use.concept.id === concept.id) && !material.lexicon.isIdle(concept)
  )
  return {
    sum:
      stems.reduce((sum, stem) => sum + STEM * rarityOf(counts.get(stem) ?? 0), 0) +
      concepts.reduce((sum, { concept }) => sum + concept.weight * rarityOf(material.countOf(concept.id)), 0),
    common: stems.length + concepts.length
  }
}

const figuresOf = ({ sentence }: Passage): Figure[] =>
  (sentence.claims ?? []).flatMap(({ figures }) => figures)

/** The sentence before another in its paragraph. */
const beforeIn = (all: readonly Known[], at: number): Known | undefined => {
  const own = all[at - 1]
  return own?.passage.sentence.paragraph === all[at]?.passage.sentence.paragraph ? own : undefined
}

/** Sentences by what they name, as long as few do. */
const namingIn = (material: Material, all: readonly Known[]): Map<string, number[]> => {
  const counts = stemCounts(material)
  const byKey = new Map<string, number[]>()
  for (const [at, { stems, passage }] of all.entries()) {
    for (const stem of stems) if ((counts.get(stem) ?? 0) <= COMMON) addTo(byKey, stem, at)
    for (const { concept } of passage.uses) addTo(byKey, `:${concept.id}`, at)
  }
  return new Map([...byKey].filter(([, places]) => places.length <= MOST_NAMING))
}

/** Every two sentences that may be on one matter, with how surely they are. */
const allFacing = onceFor((material: Material): Facing[] => {
  const { us: ours, cn: theirs } = knownIn(material)
  const naming = namingIn(material, theirs)
  const placeOf = new Map(theirs.map(({ passage }, at) => [passage, at]))
  const link = (one: Known | undefined, other: Known | undefined): number =>
    one && other ? linkBetween(material, one.passage, other.passage) : 0
  const sumOf = (one: Known | undefined, other: Known | undefined): number =>
    one && other ? inCommon(material, one, other).sum : 0
  return ours.flatMap((us, at) => {
    const linked = [at - 1, at, at + 1]
      .flatMap((near) => material.partnersOf(ours[near]?.passage.sentence.id ?? ''))
      .flatMap((partner) => {
        const place = placeOf.get(partner) ?? 0
        return [place - 1, place, place + 1]
      })
    const figures = figuresOf(us.passage)
    const keys = [...us.stems, ...us.passage.uses.map(({ concept }) => `:${concept.id}`)]
    const places = new Set([...linked, ...keys.flatMap((key) => naming.get(key) ?? [])])
    return [...places].flatMap((place): Facing[] => {
      const cn = theirs[place]
      if (!cn) return []
      const [before, other] = [beforeIn(ours, at), beforeIn(theirs, place)]
      const own = inCommon(material, us, cn)
      const direct = link(us, cn)
      const around = Math.max(link(before, cn), link(us, other), link(before, other))
      const matter =
        own.sum +
        BEFORE * Math.max(sumOf(before, cn), sumOf(us, other)) +
        (haveFigureInCommon(figures, figuresOf(cn.passage)) ? FIGURE : 0) +
        ([...us.parts].some((part) => cn.parts.has(part)) ? SAME_PART : 0) +
        (direct > 0 ? LINKED * direct : NEAR_LINK * around)
      return [
        {
          us: us.passage,
          cn: cn.passage,
          // The same whichever text is added up first.
          matter: Math.round(matter * 1e6) / 1e6,
          link: direct,
          common: own.common,
          ranks: { us: 0, cn: 0 },
          beside: null
        }
      ]
    })
  })
})

/** Pairs of sentences that are on one matter more than on any other, or nearly so: each among the first two of the other. */
const bestFacing = onceFor((material: Material): Facing[] => {
  const all = allFacing(material)
  const matters = (side: Side): Map<Passage, number[]> =>
    new Map(
      [...groupedBy(all, (pair) => pair[side])].map(([passage, pairs]) => [
        passage,
        pairs.map(({ matter }) => matter).sort((a, b) => b - a)
      ])
    )
  const ranked = { us: matters('us'), cn: matters('cn') }
  const rank = (side: Side, pair: Facing): number =>
    (ranked[side].get(pair[side]) ?? []).indexOf(pair.matter) + 1
  return all
    .map((pair) => ({ ...pair, ranks: { us: rank('us', pair), cn: rank('cn', pair) } }))
    .filter(({ matter, ranks }) => matter >= LEAST_MATTER && ranks.us + ranks.cn <= MOST_RANK)
    .sort((a, b) => b.matter - a.matter)
})

/** What stands beside a sentence, in its paragraph and from the same speaker. */
const besideIn = onceFor((material: Material): ReadonlyMap<Passage, readonly Passage[]> => {
  const isNear = (one: Passage, other: Passage | undefined): other is Passage =>
    other?.sentence.paragraph === one.sentence.paragraph && other.sentence.speaker === one.sentence.speaker
  return new Map(
    SIDES.flatMap((side) => {
      const { passages } = material.sides[side]
      return passages.map(
        (one, at) =>
          [one, [passages[at - 1], passages[at + 1]].filter((other) => isNear(one, other))] as const
      )
    })
  )
})

/** Pairs of sentences on one matter, and those beside them that face nothing else. */
export const facing = onceFor((material: Material): Facing[] => {
  const best = bestFacing(material)
  const faced = new Set(best.flatMap(({ us, cn, matter }) => (matter >= FACED ? [us, cn] : [])))
  const beside = best
    .filter(({ link, ranks }) => link >= SURELY && ranks.us === 1 && ranks.cn === 1)
    .flatMap((pair) =>
      SIDES.flatMap((side) =>
        (besideIn(material).get(pair[side]) ?? [])
          .filter((near) => !faced.has(near))
          .map((near) => ({ ...pair, [side]: near, matter: pair.matter / 2, common: 0, beside: side }))
      )
    )
  return [...best, ...beside]
})
