import type { Term, TermUse } from '../lexicon/terms.ts'
import { otherSide, SIDES, type Side, type Span } from '../model.ts'
import { bySide, byWeightIn, finding, quotedList, type FindingDraft, type Quote } from './draft.ts'
import { type Material, type Passage } from './material.ts'
import { tell } from './sentences.ts'

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
 * Contested terms: rival wordings for one thing, by the list of the lexicon, where neither text has the other's wording
 * anywhere, in whosever mouth. Word choice is the second half of framing (Entman 1993: salience).
 */
export const contestedTerms = (material: Material): FindingDraft[] => {
  const uses = { us: placesOf(material, 'us'), cn: placesOf(material, 'cn') }
  return merged(
    material,
    [...uses.us].flatMap(([term, us]) => {
      const cn = uses.cn.get(term)
      if (!cn) return []
      const places = { us, cn }
      // Each pair is told once, from the text with the first wording.
      return SIDES.flatMap((side) => {
        const [own, others] = [places[side], places[otherSide(side)]]
        return own.cn.length === 0 && others.us.length === 0
          ? pairFinding(material, term, side, own.us, others.cn)
          : []
      })
    })
  )
}
