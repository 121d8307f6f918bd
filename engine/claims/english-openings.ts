import { connectives, purposeBefore, reportingParticiples } from '../lexicon/claim-cues.ts'
import { JOINING } from '../syntax/clause-heads.ts'
import { nounPhraseAt } from '../syntax/noun-phrases.ts'
import { verbFollows, type VerbGroup } from '../syntax/verb-groups.ts'
import type { Word } from '../syntax/word.ts'
import {
  closesInsertion,
  describes,
  endsInParticiple,
  isActBehind,
  isBetween,
  isItem,
  isOfCondition,
  isOfLetting,
  isOfRelative,
  isOfSubject,
  isWithinSubject,
  listsThings,
  SUBORDINATING
} from './english-joints.ts'
import {
  CLAUSE_REACH,
  clauseAt,
  finiteAt,
  isBase,
  nextVerb,
  openedBefore,
  QUOTES,
  textAt,
  verbAt
} from './english-verbs.ts'

/** Where the parts of an English sentence begin that each make a claim, and how. Word indices. */

/** So many words of adverbs and joining words may stand between two claims. */
const MOST_JOINING = 3
export type Opening = 'clause' | 'finite' | 'that' | 'to' | 'base' | 'nouns' | 'participle'

/** Where a word that may join two claims leads: behind "and", "but also", ", and then". */
const behindJoining = (words: readonly Word[], at: number): number => {
  const joins = (text: string): boolean => text === ',' || JOINING.has(text)
  let next = at
  while (
    next - at < MOST_JOINING &&
    (joins(textAt(words, next)) || (next > at && connectives.en.includes(textAt(words, next))))
  )
    next++
  return next
}

class Openings {
  readonly #words: readonly Word[]
  readonly #lists: boolean
  /** Where parts begin, in order, with how they open. */
  readonly #openings = new Map<number, Opening>()

  constructor(words: readonly Word[], listsNouns: boolean) {
    this.#words = words
    this.#lists = listsNouns
  }

  find(): ReadonlyMap<number, Opening> {
    const words = this.#words
    let verbs = 0
    let thats = 0
    let infinitive = -1
    // "Disasters *know* no borders, and China is ready": a dictionary form is a verb by its subject.
    const own = clauseAt(words, 0, false)?.verb
    for (let at = 0; at < words.length; at++) {
      const text = textAt(words, at)
      if (text === ';') {
        const next = behindJoining(words, at + 1)
        if (next < words.length && words.length - next > 2) this.#open(next, 'clause')
        verbs = 0
        infinitive = -1
        continue
      }
      // "The facts leave no room for doubt: a vessel …": what a colon sets out is told by itself.
      if (
        text === ':' &&
        verbs > 0 &&
        words[at - 1]?.pos !== 'VERB' &&
        nounPhraseAt(words, at + 1) &&
        verbFollows(words, at + 1, CLAUSE_REACH) &&
        !listsThings(words, at + 1)
      ) {
        this.#open(at + 1, 'clause')
        continue
      }
      const isComma = text === ','
      if (
        verbs > 0 &&
        (this.#hasVerb(at) || isActBehind(words, at)) &&
        (JOINING.has(text) || (isComma && JOINING.has(textAt(words, at + 1))))
      ) {
        const next = behindJoining(words, at)
        const opening = this.#openingAt(
          next,
          at,
          text === 'or' || textAt(words, at + 1) === 'or',
          thats > 0,
          infinitive >= 0
        )
        if (opening) {
          this.#open(opening === 'clause' ? this.#listFrom(at, next) : next, opening)
          this.#openList(at, opening, isComma || textAt(words, at - 1) === ',')
          at = next - 1
          if (opening === 'clause') infinitive = -1
          continue
        }
        at = Math.max(at, next - 1)
        continue
      }
      if (isComma && verbs > 0 && reportingParticiples.has(textAt(words, at + 1)))
        this.#open(at + 1, 'participle')
      // "Provided that A accept it *and that* B withdraw": both are of the condition.
      if (text === 'that' && words[at]?.pos !== 'DET')
        thats = purposeBefore.has(textAt(words, at - 1)) ? 0 : thats + 1
      if (text === 'to' && words[at + 1]?.pos === 'VERB') infinitive = at
      const group = verbAt(words, at) ?? (own?.from === at ? own : null)
      if (group) {
        verbs++
        if (group.tense === 'future' || group.tense === 'obliged') infinitive = group.head
        at = group.to - 1
      }
    }
    if (this.#lists) this.#openNouns()
    return this.#openings
  }

  /** Where the subject begins whose last item stands behind a joining word: ", *dialogues on finance*, law enforcement *and* climate have opened". */
  #listFrom(joint: number, next: number): number {
    const words = this.#words
    let first = next
    // "…, Korea, and Japan, *and* sanctions will stay": behind a comma a clause is added.
    if (textAt(words, joint) === ',' || textAt(words, joint - 1) === ',') return next
    for (let at = joint - 1; at > 0; at--) {
      if (verbAt(words, at) || isBase(words, at) || textAt(words, at) === ';' || this.#openings.has(at)) break
      if (textAt(words, at) === ',' && at < joint - 1 && nounPhraseAt(words, at + 1)) first = at + 1
    }
    return first
  }

  #open(at: number, opening: Opening): void {
    if (at > 0 && at < this.#words.length && !this.#openings.has(at)) this.#openings.set(at, opening)
  }

  /** What begins behind a joining word, where that begins a claim. */
  #openingAt(
    next: number,
    before: number,
    isOr: boolean,
    hasThat: boolean,
    hasInfinitive: boolean
  ): Opening | null {
    const words = this.#words
    if (next >= words.length || isOr || isBetween(words, before)) return null
    const text = textAt(words, next)
    if (text === 'that') return hasThat ? 'that' : null
    if (text === 'to' && words[next + 1]?.pos === 'VERB') return hasInfinitive ? 'to' : null
    if (reportingParticiples.has(text)) return 'participle'
    // "And *there is* no such promise"
    if (text === 'there' && verbAt(words, next + 1)) return 'clause'
    const last = words[textAt(words, before - 1) === ',' ? before - 2 : before - 1]
    if (isWithinSubject(words, next) || isOfCondition(words, before) || isOfRelative(words, before))
      return null
    if (isActBehind(words, before)) return 'finite'
    const group = finiteAt(words, next)
    // "Intercepts of U.S. *and allied* aircraft"
    if (group && describes(words, before, group)) return null
    // "Drafted and signed the paper": both do the same to one thing.
    if (group)
      return (last?.pos === 'VERB' && group.from === group.head) || isItem(words, before, group)
        ? null
        : 'finite'
    if (isBase(words, next) && hasInfinitive) return 'base'
    // "Medium *and heavy* rare earths"
    if (words[before - 1]?.pos === 'ADJ' && words[next]?.pos === 'ADJ') return null
    // "The root cause of *maritime and* air risks": an adjective whose noun is still to come.
    if (words[before - 1]?.pos === 'ADJ' && /^(?:ADP|DET|NUM)$/u.test(words[before - 2]?.pos ?? ''))
      return null
    // Behind a comma a clause may begin with a long subject: ", and *the law that forbids it* belongs to another age".
    const clause = clauseAt(words, next, textAt(words, before) !== ',' && textAt(words, before - 1) !== ',')
    if (clause && (endsInParticiple(words, before, clause.verb) || isOfLetting(words, before, clause.verb)))
      return null
    if (clause && isOfSubject(words, this.#begun(before), next)) return null
    const isPlain = clause !== null && /^(?:VERB|AUX)$/u.test(words[clause.verb.from]?.pos ?? '')
    return clause && (isPlain || textAt(words, before) !== ',') ? 'clause' : null
  }

  /** The last part that begins up to a place; undefined for the sentence's own. */
  #last(before: number): [at: number, opening: Opening] | undefined {
    return [...this.#openings].findLast(([at]) => at <= before)
  }

  /** Where the clause begins in which a place stands. */
  #begun(before: number): number {
    const words = this.#words
    const from = this.#last(before)?.[0] ?? 0
    return JOINING.has(textAt(words, from)) || textAt(words, from) === 'that' ? from + 1 : from
  }

  /** Whether a clause has had its verb by now: "that deploying weapons there" has not, whatever "while" joins to it. */
  #hasVerb(before: number): boolean {
    const words = this.#words
    // "So that *misunderstanding and miscalculation* may be avoided", "that licenses for *gallium, germanium, and graphite* had
    // been granted": what is listed is one subject.
    if (openedBefore(words, before, 0, SUBORDINATING) !== null) return false
    const begun = this.#last(before)
    // "A council will be set up, and *trade in farm goods* and aircraft will be expanded": neither has had its verb.
    if (begun?.[1] !== 'that' && begun?.[1] !== 'clause') return true
    return nextVerb(words, begun[0], before) !== null
  }

  /** The items before the last of a list: "stop the sales, *lift the duties*, and …". */
  #openList(joint: number, opening: Opening, afterComma: boolean): void {
    if (opening === 'clause' || opening === 'participle') return
    const words = this.#words
    const last = [...this.#openings.keys()].at(-1) ?? 0
    // "…, was necessary and agreed": items of a list are alike, by their first word or by their verb.
    const forms = (group: VerbGroup | null): (string | undefined)[] =>
      group ? [words[group.from]?.pos, words[group.head]?.pos] : []
    const [first = words[last]?.pos, verb] = forms(finiteAt(words, last))
    const isAlike = ([one, other]: (string | undefined)[]): boolean =>
      one !== undefined && (one === first || other === verb)
    const isItem = (at: number): boolean => {
      if (opening === 'to') return textAt(words, at) === 'to' && words[at + 1]?.pos === 'VERB'
      if (opening === 'that') return textAt(words, at) === 'that' && clauseAt(words, at + 1) !== null
      if (opening === 'base') return isBase(words, at)
      // "…, *strictly* controls exports, and".
      return isAlike(forms(verbAt(words, words[at]?.pos === 'ADV' ? at + 1 : at)))
    }
    const items: number[] = []
    for (let at = joint - 1; at > 0; at--) {
      if (textAt(words, at) === ';' || this.#openings.has(at)) break
      const mark = textAt(words, at)
      if (mark !== ',' && !(QUOTES.has(mark) && textAt(words, at - 1) === ',')) continue
      if (isItem(at + 1) && !closesInsertion(words, at)) items.push(at + 1)
    }
    for (const at of this.#withoutDescribing(items)) this.#open(at, opening)
    // Two things asked in one breath are one claim: "stop the sales and lift the duties".
    if (opening === 'base' && items.length === 0 && last > joint && !afterComma) this.#openings.delete(last)
  }

  /**
   * "The vessel, *loaded* with stone, *intruded*, ran … and fled": without what describes the subject, and without the first
   * verb behind it.
   *
   * @param items where they begin, the last first
   */
  #withoutDescribing(items: readonly number[]): readonly number[] {
    const first = items.at(-1)
    if (first === undefined) return items
    const words = this.#words
    const begun = this.#last(first)?.[0] ?? 0
    const that = words.slice(begun, first).findLastIndex(({ text }) => text === 'that')
    const hasVerb = words
      .slice(begun + that + 1, first - 1)
      .some(({ pos }) => pos === 'VERB' || pos === 'AUX')
    return hasVerb ? items : items.slice(0, -2)
  }

  /** The matters that were discussed, each an item: "Ukraine, *the Korean Peninsula*, and *the South China Sea*". */
  #openNouns(): void {
    const words = this.#words
    const items: number[] = []
    for (let at = 1; at < words.length - 1; at++) {
      const mark = textAt(words, at)
      if (mark === ';') items.length = 0
      if (mark !== ',') continue
      const isLast = textAt(words, at + 1) === 'and'
      const next = at + (isLast ? 2 : 1)
      if (this.#openings.has(next) || !nounPhraseAt(words, next) || clauseAt(words, next)) {
        items.length = 0
        continue
      }
      if (!nextVerb(words, 0, at)) continue
      items.push(next)
      if (isLast) {
        if (items.length > 1) for (const item of items) this.#open(item, 'nouns')
        return
      }
    }
  }
}

/**
 * Where parts begin behind the first, with how they open.
 *
 * @param listsNouns the verb of the sentence is followed by a list of matters
 */
export const openingsIn = (words: readonly Word[], listsNouns: boolean): ReadonlyMap<number, Opening> =>
  new Openings(words, listsNouns).find()
