import type { Term, TermUse } from '../lexicon/terms.ts'
import { otherSide, SIDES, type Side, type Span } from '../model.ts'
import { isOwnVoice } from './counterparts.ts'
import { bySide, byWeightIn, finding, quotedList, type FindingDraft, type Quote } from './draft.ts'
import { type Material, type Passage } from './material.ts'
import { tell } from './sentences.ts'
import { overlaps } from '../text/spans.ts'

/** What a wording counts that only one text has, the other having none of its own: marked in the texts, it is seldom told. */
const ONE_SIDED = 0.26
/** Terms weaker than this do not tell by their mere use. */
const LEAST_LONE = 0.5
/** Of weaker pairs readers say as a rule that they are customs of writing, and no finding of this meeting. */
const SURE_TERM = 0.75
const CUSTOMARY = 0.5
/** What the others count: of no term do readers say that they would lead with it. */
const STANDING = 0.8
/** Pairs weaker than this are customs of writing; marked in the texts, they are no finding. */
const LEAST_PAIR = 0.3
/** So many findings on one topic: more of them repeat the first. */
const MOST_OF_A_TOPIC = 2
/** What a pair counts that does not stand side by side. */
const APART = 0.8
const MOST_QUOTES = 2
/** So many places of a wording are looked at; no readout has as many. */
const MOST_PLACES = 60
/** Places of one wording so near each other, in characters, are one. */
const IN_A_ROW = 6

interface Place {
  passage: Passage
  span: Span
}

/** Where a text uses each wording of a term. */
type Places = Record<TermUse['wording'], Place[]>

const placesOf = (material: Material, side: Side): Map<Term, Places> => {
  const found = new Map<Term, Places>()
  for (const passage of material.sides[side].passages)
    for (const { term, wording, start, end } of material.lexicon.termsIn(passage.tokens)) {
      const places = found.get(term) ?? { us: [], cn: [] }
      found.set(term, places)
      const last = places[wording].at(-1)
      // "Peace and stability across" and "the Taiwan Strait" in a row are one wording.
      if (last?.passage === passage && start - last.span.end <= IN_A_ROW)
        last.span.end = Math.max(last.span.end, end)
      else places[wording].push({ passage, span: { start, end: end + stopAfter(material, side, end) } })
    }
  return found
}

/** The last stop of "U.S." belongs to it. */
const stopAfter = (material: Material, side: Side, end: number): number =>
  /\.\p{Lu}\.$/u.test(material.sides[side].text.slice(end - 2, end + 1)) ? 1 : 0

/** How well two places answer each other; 0 where they are about different matters. */
const fitOf = (material: Material, one: Place, other: Place, term: Term): number => {
  const linked = material.partnersOf(one.passage.sentence.id).includes(other.passage)
  const [first, second] = [one.passage.sentence.topics, other.passage.sentence.topics]
  const about = (topics: readonly { id: string }[]): boolean => topics.some(({ id }) => id === term.topic)
  if (!linked && !(about(first) && about(second))) return 0
  return linked ? 1 : APART
}

const quotesOf = (places: readonly Place[]): Quote[] => places.map(({ passage, span }) => ({ passage, span }))

const pairFinding = (
  material: Material,
  term: Term,
  side: Side,
  mine: readonly Place[],
  others: readonly Place[]
): FindingDraft[] => {
  const pairs = mine
    .slice(0, MOST_PLACES)
    .flatMap((one) =>
      others.slice(0, MOST_PLACES).map((other) => ({ one, other, fit: fitOf(material, one, other, term) }))
    )
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) =>
        b.fit - a.fit || a.one.span.start - b.one.span.start || a.other.span.start - b.other.span.start
    )
  const [best] = pairs
  if (!best || term.weight < LEAST_PAIR || term.apart) return []
  const near = pairs.filter(({ fit }) => fit === best.fit)
  const own = [...new Set(near.map(({ one }) => one))].slice(0, MOST_QUOTES)
  const opposite = [...new Set(near.map(({ other }) => other))].slice(0, MOST_QUOTES)
  const [mineQuotes, otherQuotes] = [quotesOf(own), quotesOf(opposite)]
  return [
    finding(material, {
      kind: 'contested_term',
      rule: `term:${term.id}`,
      quotes: bySide(side, mineQuotes, otherQuotes),
      say: tell(material, 'term:pair', side, {
        said: quotedList(material, mineQuotes, 2),
        answer: quotedList(material, otherQuotes, 2)
      }),
      note: term.signal,
      weight: (term.weight >= SURE_TERM ? STANDING : CUSTOMARY) * term.weight * best.fit
    })
  ]
}

/** Words that only one text prints and that have no rival in the other. */
const loneFinding = (
  material: Material,
  term: Term,
  side: Side,
  places: readonly Place[]
): FindingDraft[] => {
  const own = places.filter(({ passage }) => isOwnVoice(passage)).slice(0, MOST_QUOTES)
  // Words that the text has the other side use too are told with what the other is to have said.
  if (own.length === 0 || places.some(({ passage }) => !isOwnVoice(passage))) return []
  const quotes = quotesOf(own)
  return [
    finding(material, {
      kind: 'contested_term',
      rule: `term:${term.id}`,
      quotes: bySide(side, quotes, []),
      say: tell(material, 'term:lone', side, { said: quotedList(material, quotes, 2) }),
      note: term.signal,
      weight: term.weight * ONE_SIDED,
      only: side
    })
  ]
}

const WORDINGS = ['us', 'cn'] as const

/** What stands between two members of a list. */
const BETWEEN = /^[\s,]*(?:and\s+)?(?:the\s+)?(?:\p{L}+\s+)?$/u
const isList = ({ sides }: Material, one: Place, other: Place): boolean => {
  const [first, second] = one.span.start < other.span.start ? [one, other] : [other, one]
  const between = sides[one.passage.side].text.slice(first.span.end, second.span.start)
  return /[,\s]and\s|,/u.test(between) && BETWEEN.test(between)
}

/**
 * Whether a text uses both wordings in its own voice, each in a sentence of its own, and neither in the quotation marks
 * that keep a rival's word at a distance: "that is not competition but containment" uses one against the other.
 */
const usesBoth = (material: Material, places: Places): boolean => {
  const inMarks = ({ passage, span }: Place): boolean =>
    /["“「]/u.test(material.sides[passage.side].text.charAt(span.start - 1))
  // "The Taiwan Relations Act, the three communiqués, and the Six Assurances": listed side by side, both are its own.
  const areListed = places.us.some((one) =>
    places.cn.some(
      (other) => one.passage === other.passage && isOwnVoice(one.passage) && isList(material, one, other)
    )
  )
  if (areListed) return true
  return WORDINGS.every((wording) => {
    const others = places[otherSide(wording)]
    return (
      !places[wording].some(inMarks) &&
      places[wording].some(
        ({ passage, span }) =>
          isOwnVoice(passage) &&
          // "Responsibly managing differences" has both in one.
          !others.some((other) => other.passage === passage && !overlaps(other.span, span))
      )
    )
  })
}

/** Two findings on the same topic that share a sentence on each side are one: the stronger takes the other's words. */
const merged = (material: Material, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const kept: FindingDraft[] = []
  for (const draft of [...drafts].sort(byWeightIn(material))) {
    const meets = (other: FindingDraft): boolean =>
      other.topic === draft.topic &&
      draft.us.every((id) => other.us.includes(id)) &&
      draft.cn.every((id) => other.cn.includes(id))
    const sameTopic = kept.filter(({ topic }) => topic === draft.topic).length
    if (!kept.some(meets) && sameTopic < MOST_OF_A_TOPIC) kept.push(draft)
  }
  return kept
}

/**
 * Contested terms: rival wordings for one thing, by the list of the lexicon, and wordings that only one text prints.
 * Word choice is the second half of framing (Entman 1993: salience).
 */
export const contestedTerms = (material: Material): FindingDraft[] => {
  const uses = { us: placesOf(material, 'us'), cn: placesOf(material, 'cn') }
  const terms = new Set([...uses.us.keys(), ...uses.cn.keys()])
  return merged(
    material,
    [...terms].flatMap((term) => {
      const none: Places = { us: [], cn: [] }
      const places = { us: uses.us.get(term) ?? none, cn: uses.cn.get(term) ?? none }
      // Each pair is told once, from the text with the first wording.
      const paired = SIDES.flatMap((side) => {
        const other = otherSide(side)
        // A text that uses the rival's wording, too, takes no side by its own.
        return usesBoth(material, places[side]) || usesBoth(material, places[other])
          ? []
          : pairFinding(material, term, side, places[side].us, places[other].cn)
      })
      if (paired.length > 0 || !term.isLone || term.weight < LEAST_LONE) return paired
      return SIDES.flatMap((side) => {
        const other = places[otherSide(side)]
        const own = [...places[side].us, ...places[side].cn]
        return other.us.length + other.cn.length === 0 ? loneFinding(material, term, side, own) : []
      })
    })
  )
}
