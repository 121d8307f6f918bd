import type { Associations } from '../../engine/align/associated.ts'
import { frequencies } from '../../engine/align/weigh.ts'
import type { Language } from '../../engine/model.ts'
import { readDocument } from '../../engine/text/document.ts'
import { contentStems } from '../../engine/wording/stem.ts'
import type { GoldPair } from './gold.ts'
import { mattersOf } from './matters.ts'

/**
 * Learns which words stand opposite each other in readouts, from annotated pairs and from what each side says on a matter
 * (`test/fixtures/matters`, written for this). Counted is each pair of words in two sentences, of those that stand
 * together and of those that do not; the log odds are drawn towards none where there is little to go by.
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

const known = new Map<string, string[][]>()
/** The stems of each sentence of a text, each once. */
const wordsOf = (text: string): string[][] => {
  const words =
    known.get(text) ?? readDocument(text).sentences.map(({ tokens }) => [...new Set(contentStems(tokens))])
  known.set(text, words)
  return words
}

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
    return wordsOf(text).map((all) => all.map((word) => this.idOf(word)))
  }
}

/** How often two words are opposite each other in sentences that stand together and in others, and in how many places. */
class Counts {
  readonly together = new Map<number, number>()
  readonly apart = new Map<number, number>()
  readonly support = new Map<number, number>()
  pairsTogether = 0
  pairsApart = 0
}

const raise = (map: Map<number, number>, key: number, by: number): void => {
  map.set(key, (map.get(key) ?? 0) + by)
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
  for (const one of us) {
    if (cn.includes(one)) {
      take(one * Words.MOST + one)
      continue
    }
    for (const other of cn) if (!us.includes(other)) take(keyOf(language, one, other))
  }
}

const countPair = (words: Words, counts: Counts, { language, texts, links }: GoldPair): void => {
  const [us, cn] = [words.numbersIn(texts.us), words.numbersIn(texts.cn)]
  const found = new Set<number>()
  for (const link of links) {
    const [row = 0, column = 0] = link.split(' ').map(Number)
    counts.pairsTogether++
    eachPair(language, us[row] ?? [], cn[column] ?? [], (key) => {
      raise(counts.together, key, 1)
      found.add(key)
    })
  }
  for (const key of found) raise(counts.support, key, 1)
}

/** What stands apart is only counted of words that stand together somewhere. */
const countApart = (words: Words, counts: Counts, { language, texts, links }: GoldPair): void => {
  const [us, cn] = [words.numbersIn(texts.us), words.numbersIn(texts.cn)]
  for (const [row, one] of us.entries())
    for (const [column, other] of cn.entries()) {
      if (links.has(`${row} ${column}`)) continue
      counts.pairsApart++
      eachPair(language, one, other, (key) => {
        if (counts.together.has(key)) raise(counts.apart, key, 1)
      })
    }
}

/**
 * On one matter all sentences stand together, on different ones none: how often two words stand apart follows from how
 * many sentences of each side have them.
 */
const countMatters = (words: Words, counts: Counts, language: Language, perPair: number): void => {
  const all = mattersOf('first').map((matter) => {
    const read = (sentences: readonly string[]): number[][] =>
      sentences.map((text) => [...new Set(wordsOf(text).flat())].map((word) => words.idOf(word)))
    return { us: read(matter.us), cn: read(language === 'en' ? matter.cn : matter.zh) }
  })
  const together = new Map<number, number>()
  let pairs = 0
  for (const { us, cn } of all) {
    const found = new Set<number>()
    for (const one of us)
      for (const other of cn) {
        pairs++
        eachPair(language, one, other, (key) => {
          raise(together, key, 1)
          found.add(key)
        })
      }
    const [ours, theirs] = [frequencies(us), frequencies(cn)]
    const inBoth = (one: number, other: number): number =>
      Math.min(ours.get(one) ?? 0, theirs.get(other) ?? 0)
    for (const key of found) {
      const [one, other] = [Math.floor(key / Words.MOST), key % Words.MOST]
      raise(counts.support, key, Math.min(MOST_OF_A_MATTER, Math.max(inBoth(one, other), inBoth(other, one))))
    }
  }
  const [ours, theirs] = [frequencies(all.flatMap(({ us }) => us)), frequencies(all.flatMap(({ cn }) => cn))]
  const sentences = (side: 'us' | 'cn'): number => all.reduce((sum, matter) => sum + matter[side].length, 0)
  const apart = sentences('us') * sentences('cn') - pairs
  // As many that stand apart to each that stands together as in annotated pairs.
  const thinned = (perPair * pairs) / apart
  counts.pairsTogether += MATTER_WEIGHT * pairs
  counts.pairsApart += MATTER_WEIGHT * thinned * apart
  for (const [key, times] of together) {
    const [one, other] = [Math.floor(key / Words.MOST), key % Words.MOST]
    const chances =
      (ours.get(one) ?? 0) * (theirs.get(other) ?? 0) +
      (one === other || language !== 'en' ? 0 : (ours.get(other) ?? 0) * (theirs.get(one) ?? 0))
    raise(counts.together, key, MATTER_WEIGHT * times)
    raise(counts.apart, key, MATTER_WEIGHT * thinned * Math.max(0, chances - times))
  }
}

const linesOf = ({ list }: Words, counts: Counts): Record<string, string> => {
  const share = counts.pairsTogether / (counts.pairsTogether + counts.pairsApart)
  const found = new Map<string, [string, number][]>()
  for (const [key, support] of counts.support) {
    if (support < LEAST_SUPPORT) continue
    const [one, other] = [Math.floor(key / Words.MOST), key % Words.MOST]
    const odds =
      Math.log(
        ((counts.together.get(key) ?? 0) + PRIOR * share) /
          ((counts.apart.get(key) ?? 0) + PRIOR * (1 - share))
      ) - Math.log(counts.pairsTogether / counts.pairsApart)
    if (one !== other && odds < LEAST_ODDS) continue
    const word = list[one] ?? ''
    const opposite = found.get(word) ?? []
    opposite.push([list[other] ?? '', Math.round(odds * SCALE)])
    found.set(word, opposite)
  }
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

const learn = (pairs: readonly GoldPair[], language: Language): Record<string, string> => {
  const [words, counts] = [new Words(), new Counts()]
  const own = pairs.filter((pair) => pair.language === language)
  for (const pair of own) countPair(words, counts, pair)
  for (const pair of own) countApart(words, counts, pair)
  countMatters(words, counts, language, counts.pairsApart / counts.pairsTogether)
  return linesOf(words, counts)
}

/** What is learnt from some annotated pairs and from the matters. */
export const learnAssociations = (pairs: readonly GoldPair[]): Associations => ({
  en: learn(pairs, 'en'),
  zh: learn(pairs, 'zh')
})
