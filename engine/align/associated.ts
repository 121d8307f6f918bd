import { OppositeWords, packOppositeWords } from '../meaning/opposite-words.ts'
import { associationsEnBytes, associationsZhBytes } from '../meaning/table-bytes.ts'
import { addTo } from '../multimap.ts'
import type { Language } from '../model.ts'
import { rounded } from '../rounded.ts'

/**
 * Words that stand opposite each other in readouts though they are not the same: "detained" and "judicial organs", "the
 * status quo" and "independence". How much likelier two such words are in sentences on one matter than in others, as log
 * odds, is learnt from annotated pairs and from what each side says on a matter (after Berger & Lafferty 1999).
 */
export interface Associations {
  /** Of an English word the words that stand opposite it with their log odds in tenths: "judici 21 law 12". */
  en: Record<string, string>
  zh: Record<string, string>
}

const BYTES: Record<Language, () => ArrayBuffer> = { en: associationsEnBytes, zh: associationsZhBytes }

const tables: Partial<Record<Language, OppositeWords>> = {}

/** Puts what a fit has learnt in the place of what ships. */
export const useAssociations = ({ en, zh }: Associations): void => {
  tables.en = new OppositeWords(packOppositeWords(en).buffer)
  tables.zh = new OppositeWords(packOppositeWords(zh).buffer)
}

/** Read when first asked for: that of Chinese only for a Chinese text. */
const associationsIn = (language: Language): OppositeWords =>
  (tables[language] ??= new OppositeWords(BYTES[language]()))

const SCALE = 10

type Opposite = ReadonlyMap<string, readonly (readonly [word: string, odds: number])[]>

interface Table {
  /** What stands opposite a word of the one text, and of the other. */
  us: Opposite
  cn: Opposite
  /** What it tells that both have a word. */
  same: ReadonlyMap<string, number>
}

/** Stems are called by their language, as in profiles: "en:judici". */
const named = (language: Language, word: string): string => `${language}:${word}`

/** The part of a table that two texts have the words for. */
const tableOf = (
  language: Language,
  english: ReadonlySet<string>,
  others: ReadonlySet<string>
): { english: Opposite; others: Opposite; same: ReadonlyMap<string, number> } => {
  const [ofEnglish, ofOthers] = [new Map<string, [string, number][]>(), new Map<string, [string, number][]>()]
  const same = new Map<string, number>()
  const put = (own: string, opposite: string, odds: number): void => {
    if (!english.has(own) || !others.has(opposite)) return
    addTo(ofEnglish, own, [opposite, odds])
    addTo(ofOthers, opposite, [own, odds])
  }
  const associations = associationsIn(language)
  const both = language === 'en' ? new Set([...english, ...others]) : english
  /** The words of the texts by their places in the table. */
  const opposite = new Map<number, string>()
  const beginning = named(language, '')
  for (const name of language === 'en' ? both : others) {
    if (!name.startsWith(beginning)) continue
    const place = associations.placeOf(name.slice(beginning.length))
    if (place >= 0) opposite.set(place, name)
  }
  for (const own of both)
    associations.forEachOpposite(own.slice(named('en', '').length), (place, tenths) => {
      const other = opposite.get(place)
      if (other === undefined) return
      const odds = tenths / SCALE
      if (own === other) same.set(own, odds)
      else {
        put(own, other, odds)
        // In one language each pair of words is there once, and stands for both ways.
        if (language === 'en') put(other, own, odds)
      }
    })
  return { english: ofEnglish, others: ofOthers, same }
}

/** Words in one language, by stems that are called by it. */
export interface Stemmed {
  language: Language
  stems: ReadonlyMap<string, unknown>
}

const vocabulary = (profiles: readonly Stemmed[]): Set<string> =>
  new Set(profiles.flatMap(({ stems }) => [...stems.keys()]))

const LARGEST_ASSOCIATED = 4

/** Which words of two sentences stand opposite each other in readouts; of two texts of which one at least is English. */
export class Associated {
  readonly #table: Table
  /** The log odds of each word that stands opposite one of a sentence, by the sentence. */
  readonly #reach = new Map<Stemmed, ReadonlyMap<string, number>>()

  static of(us: readonly Stemmed[], cn: readonly Stemmed[]): Associated | undefined {
    const [one, other] = [us[0]?.language, cn[0]?.language]
    return one && other && (one === 'en' || other === 'en') ? new Associated(us, cn, one, other) : undefined
  }

  private constructor(us: readonly Stemmed[], cn: readonly Stemmed[], one: Language, other: Language) {
    const [own, others] = [vocabulary(us), vocabulary(cn)]
    const isUsEnglish = one === 'en'
    const found = isUsEnglish ? tableOf(other, own, others) : tableOf(one, others, own)
    this.#table = {
      us: isUsEnglish ? found.english : found.others,
      cn: isUsEnglish ? found.others : found.english,
      same: found.same
    }
  }

  #reachOf(sentence: Stemmed, opposite: Opposite): ReadonlyMap<string, number> {
    const known = this.#reach.get(sentence)
    if (known) return known
    const reach = new Map<string, number>()
    for (const word of sentence.stems.keys())
      for (const [other, odds] of opposite.get(word) ?? [])
        if (odds > (reach.get(other) ?? 0)) reach.set(other, odds)
    this.#reach.set(sentence, reach)
    return reach
  }

  /** How much two of them tell of one matter by words that stand opposite, and by those that both have. */
  between(us: Stemmed, cn: Stemmed): { associated: number; telling: number } {
    const [ofUs, ofCn] = [this.#reachOf(us, this.#table.us), this.#reachOf(cn, this.#table.cn)]
    const sumOf = (own: Stemmed, other: Stemmed, reach: ReadonlyMap<string, number>): number => {
      let sum = 0
      own.stems.forEach((_count, word) => {
        if (!other.stems.has(word)) sum += reach.get(word) ?? 0
      })
      return sum / (own.stems.size + 1)
    }
    let same = 0
    us.stems.forEach((_count, word) => {
      if (cn.stems.has(word)) same += this.#table.same.get(word) ?? 0
    })
    return {
      associated: Math.min(LARGEST_ASSOCIATED, rounded(sumOf(cn, us, ofUs) + sumOf(us, cn, ofCn))),
      telling: rounded(same / Math.sqrt((us.stems.size + 1) * (cn.stems.size + 1)))
    }
  }
}
