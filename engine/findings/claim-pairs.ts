import { claimCues } from '../lexicon/claim-cues.ts'
import { SIDES, otherSide, type Claim, type Side, type Span } from '../model.ts'
import { contentStems } from '../wording/stem.ts'
import { governorsIn } from './governed.ts'
import type { Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'

/** Which claims of the two texts are on the same matter. */

export interface ClaimAt {
  passage: Passage
  claim: Claim
  /** Stems of its content words, each once. */
  stems: ReadonlySet<string>
}

export interface ClaimPair {
  us: ClaimAt
  cn: ClaimAt
  /** How much of what they name both name: rare things count more. */
  likeness: number
  /** Score of the group that both sentences stand in; 0 where they stand in none. */
  link: number
}

/** A link below this is no ground for saying that one text answers the other. */
export const SURE = 0.5
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

const claimsBy = new WeakMap<Material, Record<Side, readonly ClaimAt[]>>()

/** The claims of both texts, in their order. */
export const claimsIn = (material: Material): Record<Side, readonly ClaimAt[]> => {
  const before = claimsBy.get(material)
  if (before) return before
  const of = (side: Side): ClaimAt[] =>
    material.sides[side].passages.flatMap((passage) =>
      (passage.sentence.claims ?? []).map((claim) => {
        const own = passage.tokens.filter(
          ({ start, end }) => start >= (claim.lead?.end ?? claim.span.start) && end <= claim.span.end
        )
        return { passage, claim, stems: new Set(contentStems(own)) }
      })
    )
  const all = { us: of('us'), cn: of('cn') }
  claimsBy.set(material, all)
  return all
}

const rarityOf = (count: number): number => 1 / Math.sqrt(Math.max(1, count - 1))

/** How often each stem is used, in claims of both texts. */
const stemCounts = (all: Record<Side, readonly ClaimAt[]>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const side of SIDES)
    for (const { stems } of all[side]) for (const one of stems) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

const pairsBy = new WeakMap<Material, readonly ClaimPair[]>()

/** Pairs of claims on the same matter, likeliest first; a claim may be in several. */
export const claimPairs = (material: Material): readonly ClaimPair[] => {
  const before = pairsBy.get(material)
  if (before) return before
  const pairs = findPairs(material)
  pairsBy.set(material, pairs)
  return pairs
}

const findPairs = (material: Material): ClaimPair[] => {
  const all = claimsIn(material)
  const counts = stemCounts(all)
  const byStem = new Map<string, ClaimAt[]>()
  const bySentence = new Map<string, ClaimAt[]>()
  for (const at of all.cn) {
    bySentence.set(at.passage.sentence.id, [...(bySentence.get(at.passage.sentence.id) ?? []), at])
    for (const one of [...at.stems, ...at.claim.concepts.map((id) => `:${id}`)]) {
      const list = byStem.get(one)
      if (list) list.push(at)
      else byStem.set(one, [at])
    }
  }
  const linkOf = (us: ClaimAt, cn: ClaimAt): number =>
    Math.max(
      0,
      ...material
        .groupsOf(us.passage.sentence.id)
        .filter((group) => group.cn.includes(cn.passage.sentence.id))
        .map(({ score }) => score)
    )
  const parts = (passage: Passage, { claim }: ClaimAt): Set<string> =>
    new Set(
      passage.uses
        .filter(({ concept }) => claim.concepts.includes(concept.id))
        .map(({ concept }) => `${concept.topic}.${concept.sub}`)
    )
  const likeness = (us: ClaimAt, cn: ClaimAt): number => {
    let sum = 0
    for (const { concept } of us.passage.uses)
      if (us.claim.concepts.includes(concept.id) && cn.claim.concepts.includes(concept.id))
        sum += concept.weight * rarityOf(material.countOf(concept.id))
    for (const one of us.stems) {
      const count = counts.get(one) ?? 0
      if (cn.stems.has(one) && count <= COMMON) sum += STEM * rarityOf(count)
    }
    if (
      us.claim.figures.some(({ kind, value }) =>
        cn.claim.figures.some((other) => other.kind === kind && other.value === value)
      )
    )
      sum += FIGURE
    const [one, other] = [parts(us.passage, us), parts(cn.passage, cn)]
    if ([...one].some((part) => other.has(part))) sum += SAME_PART
    return sum
  }
  const isTalks = ({ claim }: ClaimAt): boolean => claim.kind === 'talks' && claim.speaker === 'narrator'
  return all.us
    .flatMap((us) => {
      if (isTalks(us)) return []
      const linked = material
        .partnersOf(us.passage.sentence.id)
        .flatMap(({ sentence }) => bySentence.get(sentence.id) ?? [])
      const near = [...us.stems, ...us.claim.concepts.map((id) => `:${id}`)].flatMap((one) => {
        const list = byStem.get(one) ?? []
        return list.length <= COMMON ? list : []
      })
      return [...new Set([...linked, ...near])].slice(0, MOST_RIVALS).flatMap((cn): ClaimPair[] => {
        if (isTalks(cn)) return []
        const link = linkOf(us, cn)
        const common = likeness(us, cn)
        const isOn = link >= SURE ? common >= LEAST_LINKED : common >= LEAST_APART
        return isOn ? [{ us, cn, likeness: common + LINK * link, link }] : []
      })
    })
    .sort((a, b) => b.likeness - a.likeness || order(material, a, b))
}

/** An order of its own for pairs that are equally like, whichever text stands first. */
const order = ({ firstInTie }: Material, a: ClaimPair, b: ClaimPair): number => {
  const other = otherSide(firstInTie)
  return (
    a[firstInTie].claim.span.start - b[firstInTie].claim.span.start ||
    a[other].claim.span.start - b[other].claim.span.start
  )
}

/** The claims opposite one, likeliest first. */
export const opposite = (material: Material, side: Side, { claim }: ClaimAt): ClaimPair[] =>
  claimPairs(material).filter((pair) => pair[side].claim === claim)

/** Words of a claim that are soon read; a longer one is cut to what is around a place. */
const SOON_READ = { en: 150, zh: 60 } as const

const overlapping = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/**
 * A claim as it is quoted: without what only leads in, with all that governs it, and where it is long only what is
 * around a place.
 */
export const quoteOf = (material: Material, { passage, claim }: ClaimAt, about?: Span): Quote => {
  const { text, readout } = material.sides[passage.side]
  const governing = governorsIn(passage.tokens, readout.language)
  const start = Math.max(material.statementStart(passage), startOf(text, { passage, claim }, governing))
  const first = /[\p{L}\p{N}$“"‘「]/u.exec(text.slice(start, claim.span.end))
  const span = { start: start + (first?.index ?? 0), end: claim.span.end }
  if (span.end - span.start <= SOON_READ[readout.language] && !claim.governor)
    return { passage, span: balanced(text, span) }
  const core =
    about && overlapping(about, span)
      ? about
      : (claim.figures.find((figure) => figure.start >= span.start) ?? coreOf(passage, span))
  return { passage, span: material.excerpt(passage, core) }
}

/** Acts whose verb tells nothing of what is said: "stressed that", "pointed out that". */
const NEUTRAL = new Set(['inform', 'criticise', 'commit', 'warn', 'agree'])
/** "Is ready to", "agreed to": a verb without a subject of its own is quoted with the one that it hangs on. */
const HANGING = /\bto\s*$/u

/** Where a claim's own words begin: behind a lead that tells nothing, else with the word that asks, promises or denies. */
const startOf = (
  text: string,
  { passage, claim }: Pick<ClaimAt, 'passage' | 'claim'>,
  governing: readonly Span[]
): number => {
  const { lead, span, act, kind } = claim
  if (!lead) return span.start
  const ruling = governing.find((governor) => overlapping(governor, lead))
  if (ruling) return ruling.start
  const isHanging = HANGING.test(text.slice(lead.start, lead.end))
  if (!isHanging && kind !== 'demand' && (act === null || NEUTRAL.has(act))) return lead.end
  const { verb } = passage.sentence.attribution
  const language = /\p{Script=Han}/u.test(text.slice(span.start, span.end)) ? 'zh' : 'en'
  const [cue] = claimCues[language].findLongest(
    passage.tokens.filter(({ start, end }) => start >= lead.start && end <= lead.end)
  )
  return Math.min(
    verb && overlapping(verb, lead) ? verb.start : Infinity,
    cue?.start ?? Infinity,
    span.end - 1
  ) ===
    span.end - 1
    ? span.start
    : Math.min(verb && overlapping(verb, lead) ? verb.start : Infinity, cue?.start ?? Infinity)
}

/** The strongest concept in some words, else their beginning. */
const coreOf = ({ uses }: Passage, span: Span): Span => {
  const [best] = uses
    .flatMap(({ concept, spans }) =>
      spans.filter((place) => overlapping(place, span)).map((place) => ({ place, weight: concept.weight }))
    )
    .sort((a, b) => b.weight - a.weight)
  return best?.place ?? { start: span.start, end: span.start + 1 }
}

/** Without a closing quotation mark whose opening one stands outside, and the other way round. */
const balanced = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end)
  const opens = words.split('“').length - words.split('”').length
  if (opens < 0 && words.endsWith('”')) return { start, end: end - 1 }
  if (opens > 0 && text[end] === '”') return { start, end: end + 1 }
  if (words.split('"').length % 2 === 0 && text[end] === '"') return { start, end: end + 1 }
  return { start, end }
}
