import type { ConceptUse } from '../lexicon/lexicon.ts'
import { otherSide, type Side, type Span } from '../model.ts'
import { AT_LARGE } from '../topics/matter.ts'
import { claimsQuoted, linkBetween, pairsBetween, SURE } from './claim-pairs.ts'
import { gist, sharedUses } from './counterparts.ts'
import { byWeightIn, finding, type FindingDraft, type Quote } from './draft.ts'
import type { Duty } from './duties.ts'
import type { Material, Passage } from './material.ts'
import { isNamedInPart } from './partial-names.ts'
import { tell } from './sentences.ts'
import { voiced } from './voiced.ts'
import { overlaps } from '../text/spans.ts'

/** A concept weaker than this is no common matter. */
const LEAST_SHARED = 0.5
/** Characters between a matter and what is laid on someone: at most so many, or so many without a comma. */
const REACH = { en: [45, 120], zh: [16, 40] } as const
/** What each constellation counts. */
const EACH_ON_THE_OTHER = 0.86
const ONE_ON_THE_OTHER = 0.66
const DEMAND_BONUS = 0.06
/** A duty that names nobody is laid less surely. */
const UNNAMED = 0.12
/** A sentence of at most so many words is quoted whole. */
const WHOLE = 45
const LEAST_STRENGTH = 3
const SPECIFIC_BONUS = 0.12
/** A matter this specific makes a pair even of passages that do not stand side by side. */
const LEAST_APART = 0.55
const APART = 0.06
/** A matter that much less sure than another of its sentence is named besides. */
const BESIDE = 0.2

/** Whether words are said of a matter: near it, or in one clause with it. */
const isOf = (material: Material, passage: Passage, words: Span, matter: readonly Span[]): boolean => {
  const { text, readout } = material.sides[passage.side]
  const [near, clause] = REACH[readout.language]
  return matter.some((span) => {
    const gap =
      words.start >= span.end ? text.slice(span.end, words.start) : text.slice(words.end, span.start)
    return gap.length <= near || (gap.length <= clause && !/[,;，；。]/u.test(gap))
  })
}

/** What a comma between words and a matter counts, in characters: what is in another clause is far. */
const IN_ANOTHER_CLAUSE = 40

/** Characters between words and the nearest place of a matter. */
const distance = (text: string, words: Span, matter: readonly Span[]): number =>
  Math.min(
    ...matter.map((span) => {
      const gap =
        words.start >= span.end ? text.slice(span.end, words.start) : text.slice(words.end, span.start)
      return gap.length + (/[,;，；、]/u.test(gap) ? IN_ANOTHER_CLAUSE : 0)
    })
  )

/**
 * The strongest thing that a passage lays on a side in what it says of a matter, apart from pledges.
 *
 * @param first where the matter is named that the finding is about
 * @param matter where any is named that both passages have
 */
const laidOn = (
  material: Material,
  passage: Passage,
  side: Side,
  first: readonly Span[],
  matter: readonly Span[]
): Duty | undefined => {
  const { text } = material.sides[passage.side]
  return passage.duties
    .filter(({ bearer, how }) => bearer === side && how !== 'pledge')
    .filter(({ words }) => isOf(material, passage, words, matter))
    .sort(
      (a, b) =>
        Number(a.strength < LEAST_STRENGTH) - Number(b.strength < LEAST_STRENGTH) ||
        Number(a.implied) - Number(b.implied) ||
        b.strength - a.strength ||
        distance(text, a.words, first) - distance(text, b.words, first) ||
        distance(text, a.words, matter) - distance(text, b.words, matter)
    )[0]
}

interface Common {
  own: ConceptUse
  others: ConceptUse
  /** 0 to 1: a matter that few sentences name and that is no topic at large. */
  specificity: number
}

/** What two passages both name, the most specific first. */
const commonMatters = (material: Material, us: Passage, cn: Passage): Common[] =>
  sharedUses(us, cn)
    .filter(({ own }) => own.concept.weight >= LEAST_SHARED)
    // "Economic practices" and "economic globalization" have a word in common, and no matter.
    .filter(({ own, others }) => !(isNamedInPart(own, us.uses) && isNamedInPart(others, cn.uses)))
    .map(({ own, others }) => {
      const { id, sub, topic, weight } = own.concept
      const broad = sub === AT_LARGE || material.lexicon.isGeneric(topic) ? 0.6 : 1
      return { own, others, specificity: (weight * broad) / Math.sqrt(Math.max(1, material.countOf(id) / 2)) }
    })
    .sort((a, b) => b.specificity - a.specificity || (a.own.concept.id < b.own.concept.id ? -1 : 1))

interface Pair {
  us: Passage
  cn: Passage
  weight: number
  isMutual: boolean
  /** Id of the concept that both name. */
  matter: string
  duties: Partial<Record<Side, Duty>>
}

/**
 * Whether two sentences surely make claims on one matter, and what is laid on someone is not rejected there: "a demand
 * that they be taken away was rejected" asks for nothing.
 */
const areOnOneMatter = (
  material: Material,
  us: Passage,
  cn: Passage,
  laid: readonly (Duty | undefined)[]
): boolean => {
  const isRefused = ({ sentence }: Passage, duty: Duty | undefined): boolean =>
    duty !== undefined &&
    duty.how !== 'rejection' &&
    (sentence.claims ?? []).some(({ span, polarity }) => polarity === 'refused' && overlaps(span, duty.words))
  if (isRefused(us, laid[0]) || isRefused(cn, laid[1])) return false
  return (
    linkBetween(material, us, cn) >= SURE_ROW ||
    pairsBetween(material, us, cn).some(
      ({ link, common }) => (link >= SURE && common >= 1) || common >= ALIKE_APART
    )
  )
}

/** So many rare words must two sentences have in common that stand in no sure row. */
const ALIKE_APART = 3
/** In a row as sure as this what both name is one matter. */
const SURE_ROW = 0.7

const pairOf = (material: Material, us: Passage, cn: Passage): Pair[] => {
  const { speaker: one } = us.sentence
  const { speaker: other } = cn.sentence
  // Each side must speak for itself, or for both; what it has the other say is another finding.
  if (one === 'cn' || other === 'us' || one === 'narrator' || other === 'narrator') return []
  const shared = commonMatters(material, us, cn)
  const linked = material.partnersOf(us.sentence.id).includes(cn)
  const [first] = shared
  if (!first || (!linked && first.specificity < LEAST_APART)) return []
  const onCn = laidOn(
    material,
    us,
    'cn',
    first.own.spans,
    shared.flatMap(({ own }) => own.spans)
  )
  const onUs = laidOn(
    material,
    cn,
    'us',
    first.others.spans,
    shared.flatMap(({ others }) => others.spans)
  )
  // To reject what nobody says lays nothing on anyone.
  const isLaid = [onCn, onUs].some((duty) => duty !== undefined && duty.how !== 'rejection')
  if (!isLaid) return []
  // What a sentence names besides what it is about is no other view of the matter.
  const isBeside = ({ uses }: Passage): boolean =>
    uses.some(({ concept }) => concept.weight > first.own.concept.weight + BESIDE)
  if ((!onCn && isBeside(us)) || (!onUs && isBeside(cn))) return []
  // What is held against nobody by name is laid on the other side only where that lays it back.
  if (!(onCn && onUs) && (onCn ?? onUs)?.isUnnamed === true) return []
  const demands = [onCn, onUs].some((duty) => duty?.how === 'demand') ? DEMAND_BONUS : 0
  const isMutual = onCn !== undefined && onUs !== undefined
  if (!areOnOneMatter(material, us, cn, isMutual ? [onCn, onUs] : [])) return []
  const unnamed = [onCn, onUs].every((duty) => !duty || duty.strength < LEAST_STRENGTH) ? UNNAMED : 0
  return [
    {
      us,
      cn,
      isMutual,
      matter: first.own.concept.id,
      weight:
        (isMutual ? EACH_ON_THE_OTHER : ONE_ON_THE_OTHER) +
        SPECIFIC_BONUS * first.specificity +
        demands -
        unnamed -
        (linked ? 0 : APART),
      duties: { ...(onUs ? { us: onUs } : {}), ...(onCn ? { cn: onCn } : {}) }
    }
  ]
}

const wordsFor = (material: Material, passage: Passage, duty: Duty | undefined, shared: Quote): Quote[] => {
  // Where nothing is laid on anyone the whole sentence is the ground for saying so.
  const { start, end, words } = passage.sentence
  if (!duty) return words <= WHOLE ? [{ passage, span: { start, end } }] : [shared]
  const laid = { passage, span: material.excerpt(passage, duty.words) }
  return overlaps(laid.span, shared.span)
    ? [{ passage, span: longer(laid.span, shared.span) }]
    : [shared, laid]
}

const longer = <T extends { start: number; end: number }>(one: T, other: T): T =>
  other.end - other.start > one.end - one.start ? other : one

const toFinding = (material: Material, pair: Pair): FindingDraft => {
  const { us, cn, duties, isMutual } = pair
  const [first] = commonMatters(material, us, cn)
  const shared = (passage: Passage, use: typeof first, which: 'own' | 'others'): Quote => {
    const [span] = use?.[which].spans ?? []
    return span ? { passage, span: material.excerpt(passage, span) } : gist(material, passage)
  }
  const mentioned = { us: shared(us, first, 'own'), cn: shared(cn, first, 'others') }
  const quotes = {
    us: wordsFor(material, us, duties.cn, mentioned.us),
    cn: wordsFor(material, cn, duties.us, mentioned.cn)
  }
  const say = (side: Side): string => {
    const quote = duties[otherSide(side)] ? quotes[side].at(-1) : mentioned[side]
    return quote ? voiced(material, [quote]) : ''
  }
  const leading = duties.us && !duties.cn ? 'cn' : 'us'
  const following = otherSide(leading)
  const isRejected = (side: Side): boolean => duties[otherSide(side)]?.how === 'rejection'
  // Who lays something on the other goes first, whoever rejects it second.
  const opening = isRejected(leading) ? following : leading
  // "Replied that it will meet its obligations": only of what each asks of the other is it said that each does.
  const asks = (side: Side): boolean => {
    const told = quotes[side].at(-1)
    const claims = told ? claimsQuoted(material, told) : []
    return claims.some(({ claim }) => claim.kind === 'demand' && claim.actor === otherSide(side))
  }
  const areDemands = asks('us') && asks('cn')
  const told = isMutual && areDemands ? 'duty:each' : 'duty:one'
  const pattern = isRejected(otherSide(opening)) ? 'duty:rejected' : told
  return finding(material, {
    kind: 'duty_reversed',
    rule: isMutual ? 'duty-reversed:each-on-the-other' : 'duty-reversed:one-on-the-other',
    quotes,
    say: tell(material, pattern, opening, { said: say(opening), answer: say(otherSide(opening)) }),
    weight: pair.weight
  })
}

/** A concept in more sentences than this is too common to make a pair of passages that do not stand side by side. */
const MOST_NAMING = 2 / LEAST_APART ** 2

/** Passages that may lay a duty of the same matter: what stands opposite, and what names the same rare concept. */
const rivalsOf = (material: Material, us: Passage): Passage[] => {
  const rare = us.uses.filter(({ concept }) => material.countOf(concept.id) <= MOST_NAMING)
  const near = rare.flatMap(({ concept }) => material.naming('cn', concept.id))
  return [...new Set([...material.partnersOf(us.sentence.id), ...near])]
}

/** What a pair has told: a matter in each of its sentences, and each duty that it lays. */
const tellsOf = ({ us, cn, matter, duties }: Pair): string[] => [
  `${matter} ${us.sentence.id}`,
  `${matter} ${cn.sentence.id}`,
  ...(duties.cn ? [`lays ${us.sentence.id}`] : []),
  ...(duties.us ? [`lays ${cn.sentence.id}`] : [])
]

/** What must not have been told: of two that lay on each other only the matter, else the duty itself. */
const repeatsOf = (pair: Pair): string[] =>
  tellsOf(pair).filter((key) => !pair.isMutual || !key.startsWith('lays '))

/**
 * Same noun, duty reversed: both texts name a matter, a commitment, a responsibility, but lay it on different
 * shoulders.
 */
export const dutiesReversed = (material: Material): FindingDraft[] => {
  const pairs = material.sides.us.passages.flatMap((us) =>
    rivalsOf(material, us).flatMap((cn) => pairOf(material, us, cn))
  )
  // One finding for each matter of a sentence: the strongest, whichever side it is told from.
  const byWeight = byWeightIn(material)
  const kept: FindingDraft[] = []
  const told = new Set<string>()
  for (const { pair, draft } of pairs
    .map((pair) => ({ pair, draft: toFinding(material, pair) }))
    .sort((a, b) => byWeight(a.draft, b.draft))) {
    if (repeatsOf(pair).some((key) => told.has(key))) continue
    kept.push(draft)
    for (const key of tellsOf(pair)) told.add(key)
  }
  return kept
}
