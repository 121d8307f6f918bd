import type { Associations } from '../../engine/align/associated.ts'
import { frequencies } from '../../engine/align/weigh.ts'
import type { Language } from '../../engine/model.ts'
import type { Gold } from './gold.ts'
import { mattersOf } from './matters.ts'
import { PairTable } from './pair-table.ts'
import { stemsIn, stemsOfAll } from './stems.ts'

/**
 * Learns which words stand opposite each other in readouts, from annotated pairs and from what each side says on a matter
 * (`test/fixtures/matters`, written for this). Counted is each pair of words in two sentences, of those that stand
 * together and of those that do not; the log odds are drawn towards none where there is little to go by. Each text is
 * counted once: what is learnt without some pairs is what all have, less what these have.
 */

/** Two words must stand opposite each other in so many meetings, or in as many sentences of a matter. */
const LEAST_SUPPORT = 2
const MOST_OF_A_MATTER = 3
/** As much as so many sentences that say neither. */
const PRIOR = 2
/** Weaker associations are left out. */
const LEAST_ODDS = 1
const SCALE = 10
/** Of a matter all sentences stand together: they count for less than those that an annotator put together. */
const MATTER_WEIGHT = 0.15

/** Words by number, so that two are one number. */
class Words {
  readonly #ids = new Map<string, number>()
  readonly list: string[] = []
  static readonly MOST = 2 ** 22

  idOf(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    this.#ids.set(word, this.list.length)
    this.list.push(word)
    return this.list.length - 1
  }

  /** The words of each sentence of a text, each once. */
  numbersIn(text: string): number[][] {
    return stemsIn(text).map((all) => all.map((word) => this.idOf(word)))
  }
}

/** How often two words are opposite each other in sentences that stand together and in others, and in how many pairs. */
class Counts {
  readonly together: Int32Array
  readonly apart: Int32Array
  readonly support: Int32Array
  pairsTogether = 0
  pairsApart = 0

  constructor(size: number) {
    this.together = new Int32Array(size)
    this.apart = new Int32Array(size)
    this.support = new Int32Array(size)
  }
}

const sumOf = (all: readonly Counts[], size: number): Counts => {
  const sum = new Counts(size)
  for (const counts of all) {
    sum.pairsTogether += counts.pairsTogether
    sum.pairsApart += counts.pairsApart
    for (let place = 0; place < size; place++) {
      sum.together[place] = (sum.together[place] ?? 0) + (counts.together[place] ?? 0)
      sum.apart[place] = (sum.apart[place] ?? 0) + (counts.apart[place] ?? 0)
      sum.support[place] = (sum.support[place] ?? 0) + (counts.support[place] ?? 0)
    }
  }
  return sum
}

/** Two words as one number; in one language whichever way round. */
const keyOf = (language: Language, one: number, other: number): number =>
  language === 'en' && one > other ? other * Words.MOST + one : one * Words.MOST + other

/** All pairs of two sentences' words; a word that both have stands opposite itself alone. */
const eachPair = (
  language: Language,
  us: readonly number[],
  cn: readonly number[],
  take: (key: number) => void
): void => {
  const [ownOnly, othersOnly] = [us.filter((one) => !cn.includes(one)), cn.filter((one) => !us.includes(one))]
  for (const one of us) if (cn.includes(one)) take(one * Words.MOST + one)
  for (const one of ownOnly) for (const other of othersOnly) take(keyOf(language, one, other))
}

/** What all matters have together: raw counts, and how they would stand apart by chance. */
interface OfMatters {
  together: Float64Array
  support: Float64Array
  chances: Float64Array
  pairs: number
  apart: number
}

/** What is counted of one language: of each fold of the pairs, and of the matters. */
class Learner {
  readonly #language: Language
  readonly #words = new Words()
  /** Pairs of words that stand together anywhere, by place. */
  readonly #table = new PairTable()
  readonly #folds: Counts[]
  readonly #all: Counts
  readonly #matters: OfMatters

  constructor(pairs: readonly Gold[], foldOf: (pair: Gold) => number, folds: number, language: Language) {
    this.#language = language
    const own = pairs
      .filter((pair) => pair.language === language)
      .map((pair) => ({
        fold: foldOf(pair),
        links: pair.links,
        us: this.#words.numbersIn(pair.texts.us),
        cn: this.#words.numbersIn(pair.texts.cn)
      }))
    const matters = mattersOf('first').map((matter) => {
      const read = (sentences: readonly string[]): number[][] =>
        sentences.map((text) => stemsOfAll(text).map((word) => this.#words.idOf(word)))
      return { us: read(matter.us), cn: read(language === 'en' ? matter.cn : matter.zh) }
    })
    // All that stand together have their places before anything is counted.
    const linked = own.flatMap(({ fold, links, us, cn }) => {
      const places: number[][] = []
      for (const link of links) {
        const [row = 0, column = 0] = link.split(' ').map(Number)
        const found: number[] = []
        eachPair(language, us[row] ?? [], cn[column] ?? [], (key) => found.push(this.#table.put(key)))
        places.push(found)
      }
      return [{ fold, places }]
    })
    this.#matters = this.#ofMatters(matters)
    this.#folds = Array.from({ length: folds }, () => new Counts(this.#table.size))
    for (const { fold, places } of linked) this.#countTogether(this.#folds[fold], places)
    for (const pair of own) this.#countApart(this.#folds[pair.fold], pair)
    this.#all = sumOf(this.#folds, this.#table.size)
  }

  #countTogether(counts: Counts | undefined, places: readonly (readonly number[])[]): void {
    if (!counts) return
    counts.pairsTogether += places.length
    for (const place of places.flat()) counts.together[place] = (counts.together[place] ?? 0) + 1
    for (const place of new Set(places.flat())) counts.support[place] = (counts.support[place] ?? 0) + 1
  }

  /** What stands apart is only counted of words that stand together somewhere. */
  #countApart(
    counts: Counts | undefined,
    { us, cn, links }: { us: number[][]; cn: number[][]; links: ReadonlySet<string> }
  ): void {
    if (!counts) return
    const { apart } = counts
    for (const [row, one] of us.entries())
      for (const [column, other] of cn.entries()) {
        if (links.has(`${row} ${column}`)) continue
        counts.pairsApart++
        eachPair(this.#language, one, other, (key) => {
          const place = this.#table.placeOf(key)
          if (place >= 0) apart[place] = (apart[place] ?? 0) + 1
        })
      }
  }

  /**
   * On one matter all sentences stand together, on different ones none: how often two words stand apart follows from how
   * many sentences of each side have them.
   */
  #ofMatters(all: readonly { us: number[][]; cn: number[][] }[]): OfMatters {
    const [together, support]: [number[], number[]] = [[], []]
    let pairs = 0
    for (const { us, cn } of all) {
      const found = new Map<number, number>()
      for (const one of us)
        for (const other of cn) {
          pairs++
          eachPair(this.#language, one, other, (key) => {
            const place = this.#table.put(key)
            together[place] = (together[place] ?? 0) + 1
            found.set(place, key)
          })
        }
      const [ours, theirs] = [frequencies(us), frequencies(cn)]
      const inBoth = (one: number, other: number): number =>
        Math.min(ours.get(one) ?? 0, theirs.get(other) ?? 0)
      for (const [place, key] of found) {
        const [one, other] = [Math.floor(key / Words.MOST), key % Words.MOST]
        const most = Math.max(inBoth(one, other), inBoth(other, one))
        support[place] = (support[place] ?? 0) + Math.min(MOST_OF_A_MATTER, most)
      }
    }
    const ours = frequencies(all.flatMap(({ us }) => us))
    const theirs = frequencies(all.flatMap(({ cn }) => cn))
    const sentences = (side: 'us' | 'cn'): number => all.reduce((sum, matter) => sum + matter[side].length, 0)
    const size = this.#table.size
    const chances = new Float64Array(size)
    for (let place = 0; place < size; place++) {
      const key = this.#table.keyAt(place)
      const [one, other] = [Math.floor(key / Words.MOST), key % Words.MOST]
      chances[place] =
        (ours.get(one) ?? 0) * (theirs.get(other) ?? 0) +
        (one === other || this.#language !== 'en' ? 0 : (ours.get(other) ?? 0) * (theirs.get(one) ?? 0))
    }
    const filled = (values: readonly number[]): Float64Array =>
      Float64Array.from({ length: size }, (_none, place) => values[place] ?? 0)
    return {
      together: filled(together),
      support: filled(support),
      chances,
      pairs,
      apart: sentences('us') * sentences('cn') - pairs
    }
  }

  /** What is learnt from the pairs of all folds but one, and from the matters. */
  without(fold: number | undefined): Record<string, string> {
    const [all, own] = [this.#all, this.#folds[fold ?? -1]]
    const left = (of: (counts: Counts) => Int32Array, place: number): number =>
      (of(all)[place] ?? 0) - (own ? (of(own)[place] ?? 0) : 0)
    const matters = this.#matters
    const pairsTogether = all.pairsTogether - (own?.pairsTogether ?? 0)
    const pairsApart = all.pairsApart - (own?.pairsApart ?? 0)
    // Of matters as many stand apart to each that stands together as in annotated pairs.
    const perPair = pairsApart / pairsTogether
    const thinned = (perPair * matters.pairs) / matters.apart
    const allTogether = pairsTogether + MATTER_WEIGHT * matters.pairs
    const allApart = pairsApart + MATTER_WEIGHT * thinned * matters.apart
    const share = allTogether / (allTogether + allApart)
    const found = new Map<string, [string, number][]>()
    for (let place = 0; place < this.#table.size; place++) {
      const support = left(({ support }) => support, place) + (matters.support[place] ?? 0)
      if (support < LEAST_SUPPORT) continue
      const key = this.#table.keyAt(place)
      const [one, other] = [Math.floor(key / Words.MOST), key % Words.MOST]
      const inPairs = left(({ together }) => together, place)
      const inMatters = matters.together[place] ?? 0
      const together = inPairs + MATTER_WEIGHT * inMatters
      const apart =
        (inPairs > 0 ? left(({ apart }) => apart, place) : 0) +
        (inMatters > 0 ? MATTER_WEIGHT * thinned * Math.max(0, (matters.chances[place] ?? 0) - inMatters) : 0)
      const odds =
        Math.log((together + PRIOR * share) / (apart + PRIOR * (1 - share))) -
        Math.log(allTogether / allApart)
      if (one !== other && odds < LEAST_ODDS) continue
      const word = this.#words.list[one] ?? ''
      const opposite = found.get(word) ?? []
      opposite.push([this.#words.list[other] ?? '', Math.round(odds * SCALE)])
      found.set(word, opposite)
    }
    return inLines(found)
  }
}

const inLines = (found: ReadonlyMap<string, [string, number][]>): Record<string, string> => {
  const byWord = <T>(a: readonly [string, T], b: readonly [string, T]): number => (a[0] < b[0] ? -1 : 1)
  return Object.fromEntries(
    [...found].sort(byWord).map(([word, all]) => [
      word,
      all
        .sort(byWord)
        .map(([other, odds]) => `${other} ${odds}`)
        .join(' ')
    ])
  )
}

/**
 * Counts what some annotated pairs and the matters have.
 *
 * @param foldOf in which of so many folds a pair is
 * @returns what is learnt of all, or without the pairs of a fold
 */
export const associationsOf = (
  pairs: readonly Gold[],
  foldOf: (pair: Gold) => number,
  folds: number
): ((without?: number) => Associations) => {
  const [en, zh] = [new Learner(pairs, foldOf, folds, 'en'), new Learner(pairs, foldOf, folds, 'zh')]
  return (without) => ({ en: en.without(without), zh: zh.without(without) })
}
