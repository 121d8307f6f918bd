import { englishGlosses } from '../meaning/vectors.ts'
import { rounded } from '../rounded.ts'
import { stem } from '../wording/stem.ts'
import type { Profile } from './profile.ts'
import { frequencies, namesConcept, scaleOf } from './weigh.ts'

/** What is asked of a sentence. */
export type Worded = Pick<Profile, 'language' | 'content' | 'own'>

/** What a later gloss of a word loses: the first ones carry its sense, the last ones its shades. */
const LATER = 0.15
const LARGEST_SUM = 5

const NOTHING = { less: 0, more: 0 }

/** A word of the English text that a Chinese one may stand for, by its number, and how surely. */
interface Rendering {
  id: number
  sure: number
}

/** A text as numbered words, each once in a sentence. */
interface Numbered {
  sentences: ReadonlySet<number>[]
  words: string[]
}

const numbered = (profiles: readonly Worded[], keyOf: (word: string) => string): Numbered => {
  const ids = new Map<string, number>()
  const idOf = (key: string): number => {
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  }
  const sentences = profiles.map(({ content }) => new Set(content.map(({ word }) => idOf(keyOf(word)))))
  return { sentences, words: [...ids.keys()] }
}

/**
 * Which words of an English and a Chinese sentence translate each other by the dictionary, weighed by how rare they are
 * in the two texts; what `sharedRare` is for two texts of one language, to which nothing here applies.
 */
export class Translated {
  readonly #english: Numbered
  readonly #chinese: Numbered
  /** By Chinese word. */
  readonly #renderings: Rendering[][]
  /** Squares of the rarities, by word. */
  readonly #worths: Record<'english' | 'chinese', readonly number[]>
  /** By English word: how surely one of the Chinese sentence that is looked at stands for it. */
  readonly #best: Float64Array
  readonly #isUsEnglish: boolean

  static of(us: readonly Worded[], cn: readonly Worded[]): Translated | undefined {
    const [one, other] = [us[0]?.language, cn[0]?.language]
    return one && other && one !== other ? new Translated(us, cn, one === 'en') : undefined
  }

  private constructor(us: readonly Worded[], cn: readonly Worded[], isUsEnglish: boolean) {
    this.#isUsEnglish = isUsEnglish
    const [english, chinese] = isUsEnglish ? [us, cn] : [cn, us]
    this.#english = numbered(english, stem)
    this.#chinese = numbered(chinese, (word) => word)
    const ids = new Map(this.#english.words.map((word, id) => [word, id]))
    this.#renderings = this.#chinese.words.map((word) => {
      const found = new Map<number, number>()
      for (const [at, gloss] of englishGlosses(word).entries()) {
        const id = ids.get(stem(gloss))
        if (id !== undefined && !found.has(id)) found.set(id, rounded(1 / (1 + LATER * at)))
      }
      return [...found].map(([id, sure]) => ({ id, sure }))
    })
    this.#worths = this.#worthsIn(english, chinese)
    this.#best = new Float64Array(this.#english.words.length)
  }

  /** A Chinese sentence that has a translation of an English word counts as one that has the word. */
  #worthsIn(english: readonly Worded[], chinese: readonly Worded[]): Record<'english' | 'chinese', number[]> {
    const naming = ({ sentences }: Numbered, profiles: readonly Worded[]): ReadonlySet<number>[] =>
      sentences.filter((_words, at) => profiles[at] && namesConcept(profiles[at]))
    const ofChinese = naming(this.#chinese, chinese)
    const { times, rarity } = scaleOf(
      naming(this.#english, english),
      ofChinese.map(
        (words) => new Set([...words].flatMap((word) => (this.#renderings[word] ?? []).map(({ id }) => id)))
      )
    )
    const timesInChinese = frequencies(ofChinese)
    return {
      english: this.#english.words.map((_word, id) => rarity(times(id)) ** 2),
      chinese: this.#chinese.words.map((_word, id) => rarity(2 * (timesInChinese.get(id) ?? 0)) ** 2)
    }
  }

  /**
   * What the words of two sentences, given by their places, tell that translate each other.
   *
   * @returns summed over the words of the one and of the other: the lesser sum and the greater one
   */
  between(us: number, cn: number): { less: number; more: number } {
    const [one, other] = this.#isUsEnglish ? [us, cn] : [cn, us]
    const [english, chinese] = [this.#english.sentences[one], this.#chinese.sentences[other]]
    if (!english || !chinese) return NOTHING
    const best = this.#best
    for (const id of english) best[id] = 0
    let [sum, otherSum] = [0, 0]
    for (const word of chinese) {
      let most = 0
      for (const { id, sure } of this.#renderings[word] ?? [])
        if (english.has(id)) {
          most = Math.max(most, sure)
          best[id] = Math.max(best[id] ?? 0, sure)
        }
      otherSum += most * (this.#worths.chinese[word] ?? 0)
    }
    for (const id of english) sum += (best[id] ?? 0) * (this.#worths.english[id] ?? 0)
    const held = (value: number): number => Math.min(LARGEST_SUM, rounded(value))
    return { less: held(Math.min(sum, otherSum)), more: held(Math.max(sum, otherSum)) }
  }
}
