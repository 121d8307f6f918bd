import { Associated, type Stemmed } from '../align/associated.ts'
import { haveFigureInCommon } from '../claims/figures.ts'
import { claimCues } from '../lexicon/claim-cues.ts'
import { partKey } from '../lexicon/concept-places.ts'
import { SIDES, otherSide, type Claim, type Figure, type Language, type Side, type Span } from '../model.ts'
import { addTo, groupedBy } from '../multimap.ts'
import { onceFor } from '../once-for.ts'
import { overlaps } from '../text/spans.ts'
import type { Token } from '../text/tokens.ts'
import { contentStems } from '../wording/stem.ts'
import { bySide, type Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { isQuestion } from './unmissed.ts'

/** Which claims of the two texts are on the same matter. */

export interface ClaimAt {
  passage: Passage
  claim: Claim
  /** What it says, without what leads it in. */
  tokens: readonly Token[]
  /** Stems of its content words, each once. */
  stems: ReadonlySet<string>
  /** Second-level topics that it names. */
  parts: ReadonlySet<string>
}

/** How many content words two claims have in common. */
export const stemsInCommon = (one: ClaimAt, other: ClaimAt): number =>
  [...one.stems].filter((stem) => other.stems.has(stem)).length

export interface ClaimPair {
  us: ClaimAt
  cn: ClaimAt
  /** How much of what they name both name: rare things count more. */
  likeness: number
  /** How many rare words both have, or in two languages things that both name. */
  common: number
  /** Score of the group that both sentences stand in; 0 where they stand in none. */
  link: number
}

/** A link below this is no ground for saying that one text answers the other. */
export const SURE = 0.5
/** From this score on what stands opposite is told as an answer: of weaker links one in three is on another matter. */
export const ANSWERING = 0.75
/** From this score on a link is hardly ever wrong. */
export const BEYOND_DOUBT = 0.9
/** Claims of sentences that are linked must have as much in common, and of others as much. */
const LEAST_LINKED = 0.35
const LEAST_APART = 1.6
/** What a common concept, stem or figure counts, before its rarity. */
const STEM = 0.55
const FIGURE = 0.8
const SAME_PART = 0.35
/** A sentence link counts as so much in common. */
const LINK = 0.5
/** Stems of so many sentences tell nothing. */
const COMMON = 7
/** A claim has no more rivals looked at than this, in texts of a book's length. */
const MOST_RIVALS = 40

/** The claims of both texts, in their order. */
export const claimsIn = onceFor((material: Material): Record<Side, readonly ClaimAt[]> => {
  const of = (side: Side): ClaimAt[] =>
    material.sides[side].passages
      .filter((passage) => !isQuestion(material, passage))
      .flatMap((passage) =>
        (passage.sentence.claims ?? []).map((claim) => {
          const own = passage.tokens.filter(
            ({ start, end }) => start >= (claim.lead?.end ?? claim.span.start) && end <= claim.span.end
          )
          const uses = passage.uses.filter(({ concept }) => claim.concepts.includes(concept.id))
          const parts = uses.map(({ concept }) => partKey(concept))
          return { passage, claim, tokens: own, stems: new Set(contentStems(own)), parts: new Set(parts) }
        })
      )
  return { us: of('us'), cn: of('cn') }
})

const claimsByPassage = onceFor((material: Material) => {
  const { us, cn } = claimsIn(material)
  return groupedBy([...us, ...cn], (at) => at.passage)
})

/** The claims of one sentence, in their order. */
export const claimsOf = (material: Material, passage: Passage): readonly ClaimAt[] =>
  claimsByPassage(material).get(passage) ?? []

/** The claims of which a quotation has words. */
export const claimsQuoted = (material: Material, { passage, span }: Quote): readonly ClaimAt[] =>
  claimsOf(material, passage).filter(({ claim }) => overlaps(claim.span, span))

/** What a claim counts: its figures but for its dates. */
export const countsOf = ({ claim: { figures } }: ClaimAt): Figure[] =>
  figures.filter(({ kind }) => kind !== 'date')

/** How much it tells that two have what so many have. */
export const rarityOf = (count: number): number => 1 / Math.sqrt(Math.max(1, count - 1))

/** How many claims, or sentences, of both texts have each stem. */
export const countStems = (
  all: Record<Side, readonly { stems: ReadonlySet<string> }[]>
): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const side of SIDES)
    for (const { stems } of all[side]) for (const one of stems) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/** The claims of both texts as what stands opposite each other in readouts is asked for. */
const opposite = onceFor((material: Material) => {
  const all = claimsIn(material)
  const stemmed = new Map<ClaimAt, Stemmed>()
  for (const side of SIDES) {
    const { language } = material.sides[side].readout
    for (const at of all[side])
      stemmed.set(at, { language, stems: new Map([...at.stems].map((stem) => [`${language}:${stem}`, 1])) })
  }
  const of = (side: Side): Stemmed[] => all[side].flatMap((at) => stemmed.get(at) ?? [])
  return { stemmed, associated: Associated.of(of('us'), of('cn')) }
})

/** How much two claims, one of each text, tell of one matter by words that stand opposite each other in readouts. */
export const opposedWords = (material: Material, one: ClaimAt, other: ClaimAt): number => {
  const { stemmed, associated } = opposite(material)
  const { us, cn } = bySide(one.passage.side, stemmed.get(one), stemmed.get(other))
  return associated && us && cn ? associated.between(us, cn).associated : 0
}

/** Pairs of claims on the same matter, likeliest first; a claim may be in several. */
export const claimPairs = onceFor((material: Material): readonly ClaimPair[] => {
  const all = claimsIn(material)
  const counts = countStems(all)
  const byStem = new Map<string, ClaimAt[]>()
  for (const at of all.cn)
    for (const one of [...at.stems, ...at.claim.concepts.map((id) => `:${id}`)]) addTo(byStem, one, at)
  const isOneLanguage = material.sides.us.readout.language === material.sides.cn.readout.language
  const likeness = (us: ClaimAt, cn: ClaimAt): { sum: number; common: number } => {
    let [sum, common] = [0, 0]
    for (const { concept } of us.passage.uses)
      if (us.claim.concepts.includes(concept.id) && cn.claim.concepts.includes(concept.id))
        [sum, common] = [
          sum + concept.weight * rarityOf(material.countOf(concept.id)),
          isOneLanguage ? common : common + 1
        ]
    for (const one of us.stems) {
      const count = counts.get(one) ?? 0
      if (cn.stems.has(one) && count <= COMMON) [sum, common] = [sum + STEM * rarityOf(count), common + 1]
    }
    if (haveFigureInCommon(us.claim.figures, cn.claim.figures)) sum += FIGURE
    if ([...us.parts].some((part) => cn.parts.has(part))) sum += SAME_PART
    return { sum, common }
  }
  const isTalks = ({ claim }: ClaimAt): boolean => claim.kind === 'talks' && claim.speaker === 'narrator'
  return all.us
    .flatMap((us) => {
      if (isTalks(us)) return []
      const linked = material
        .partnersOf(us.passage.sentence.id)
        .flatMap((partner) => claimsOf(material, partner))
      const near = [...us.stems, ...us.claim.concepts.map((id) => `:${id}`)].flatMap((one) => {
        const list = byStem.get(one) ?? []
        return list.length <= COMMON ? list : []
      })
      return [...new Set([...linked, ...near])].slice(0, MOST_RIVALS).flatMap((cn): ClaimPair[] => {
        if (isTalks(cn)) return []
        const link = linkBetween(material, us.passage, cn.passage)
        const { sum, common } = likeness(us, cn)
        const isOn = link >= SURE ? sum >= LEAST_LINKED : sum >= LEAST_APART
        return isOn ? [{ us, cn, likeness: sum + LINK * link, common, link }] : []
      })
    })
    .sort((a, b) => b.likeness - a.likeness || inTextOrder(material, a, b))
})

const pairsByPassage = onceFor((material: Material) =>
  groupedBy(claimPairs(material), (pair) => pair.us.passage)
)

/** Those of the pairs that are between two sentences, in the same order. */
export const pairsBetween = (material: Material, us: Passage, cn: Passage): ClaimPair[] =>
  (pairsByPassage(material).get(us) ?? []).filter((pair) => pair.cn.passage === cn)

/** The pair of two claims; undefined where they are not on one matter. */
export const pairOf = (material: Material, us: ClaimAt, cn: ClaimAt): ClaimPair | undefined =>
  pairsBetween(material, us.passage, cn.passage).find((pair) => pair.us === us && pair.cn === cn)

/** Pairs of the very claims that two quotations stand in. */
export const pairsQuoted = (material: Material, us: Quote, cn: Quote): ClaimPair[] =>
  pairsBetween(material, us.passage, cn.passage).filter(
    (pair) => overlaps(pair.us.claim.span, us.span) && overlaps(pair.cn.claim.span, cn.span)
  )

/** How surely two sentences, one of each text, stand in one group; 0 where they stand in none. */
export const linkBetween = (material: Material, one: Passage, other: Passage): number =>
  Math.max(
    0,
    ...material
      .groupsOf(one.sentence.id)
      .filter((group) => group[other.side].includes(other.sentence.id))
      .map(({ score }) => score)
  )

/** Whether a sentence surely stands in a row with one of the other text. */
export const isSurelyLinked = (material: Material, { sentence }: Passage): boolean =>
  material.groupsOf(sentence.id).some(({ score }) => score >= SURE)

/** How much company two sentences, one of each text, have in their rows: by how many stand opposite either. */
export const companyOf = (material: Material, us: Passage, cn: Passage): number =>
  Math.log1p(material.partnersOf(us.sentence.id).length + material.partnersOf(cn.sentence.id).length)

/** An order of pairs that are equal otherwise: by where they stand, whichever text is first. */
export const inTextOrder = (
  { firstInTie }: Material,
  a: Record<Side, ClaimAt>,
  b: Record<Side, ClaimAt>
): number => {
  const other = otherSide(firstInTie)
  return (
    a[firstInTie].claim.span.start - b[firstInTie].claim.span.start ||
    a[other].claim.span.start - b[other].claim.span.start
  )
}

/** A claim as it is quoted: the whole clause, or of a long one what is around a place. */
export const quoteOf = (material: Material, at: ClaimAt, about?: Span): Quote =>
  about && overlaps(about, at.claim.span)
    ? { passage: at.passage, span: material.excerpt(at.passage, about) }
    : quoteOfItsOwn(material)(at)

/** The same around what it asks for, counts, or is most about. */
const quoteOfItsOwn = onceFor((material: Material) =>
  onceFor(({ passage, claim }: ClaimAt): Quote => {
    const { language } = material.sides[passage.side].readout
    const own = { start: claim.lead?.end ?? claim.span.start, end: claim.span.end }
    const asks = claim.kind === 'demand' ? asksIn(passage, claim.span, language) : undefined
    const core = asks ?? claim.figures.find(({ start }) => start >= own.start) ?? coreOf(passage, own)
    return { passage, span: material.excerpt(passage, core) }
  })
)

/** The first words of a claim that ask for something. */
const asksIn = ({ tokens }: Passage, span: Span, language: Language): Span | undefined =>
  claimCues[language].findLongest(tokens).find((cue) => cue.value === 'demand' && overlaps(cue, span))

/** The strongest concept in some words, else their beginning. */
const coreOf = ({ uses }: Passage, span: Span): Span => {
  const [best] = uses
    .flatMap(({ concept, spans }) =>
      spans.filter((place) => overlaps(place, span)).map((place) => ({ place, weight: concept.weight }))
    )
    .sort((a, b) => b.weight - a.weight)
  return best?.place ?? { start: span.start, end: Math.min(span.end, span.start + 2) }
}
