import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { bearingOf } from '../../engine/meaning/bearing.ts'
import { contentOf } from '../../engine/meaning/content.ts'
import { inThousandths } from '../../engine/rounded.ts'
import { readDocument } from '../../engine/text/document.ts'
import type { Token } from '../../engine/text/tokens.ts'
import { readingSigns, type ReadingModel } from '../../engine/topics/reading.ts'
import { countWords } from '../../engine/wording/marks.ts'
import { SIDES } from '../../engine/model.ts'
import type { Matter } from './matters.ts'
import type { ReadPair } from './read-pairs.ts'
import { fitIndexed, indexExamples, type IndexedExamples, type Vector } from './maximum-entropy.ts'

/** Pull towards zero, and how many sentences must have a sign for it to be no chance. */
const PULL = 2
const RARE = 3
/** What is said on a matter counts for less than a sentence that an annotator read in its text. */
const MATTER_WEIGHT = 0.15

/** A sentence whose topic is known, by what it shows of itself. */
interface ReadingExample {
  topic: string
  signs: ReadonlyMap<string, number>
  weight: number
}

/** What a sentence shows of itself, as the engine sees it. */
export const signsOf = (
  tokens: readonly Token[],
  sentence: Parameters<typeof readingSigns>[3],
  isFirst: boolean
): ReadonlyMap<string, number> =>
  readingSigns(
    standardLexicon.conceptsIn(tokens),
    contentOf(tokens),
    bearingOf(tokens, standardLexicon),
    sentence,
    isFirst
  )

const USUAL_SIZE = 50
/** The sentences of a pair, which counts by the root of their number: long texts have many more. */
export const heard = <T extends { weight: number }>(examples: readonly T[]): T[] =>
  examples.map((example) => ({ ...example, weight: Math.sqrt(USUAL_SIZE / examples.length) }))

/** The sentences of a pair, with the first topics of its gold. */
export const readingExamples = ({
  meeting,
  read,
  topics
}: ReadPair): (ReadingExample & { meeting: string })[] =>
  heard(
    SIDES.flatMap((side) =>
      read[side].readout.sentences.flatMap((sentence, at) => {
        const topic = topics[side].get(at)
        return standardLexicon.topics.some(({ id }) => id === topic) && topic !== undefined
          ? [{ meeting, topic, signs: signsOf(read[side].tokens[at] ?? [], sentence, at === 0), weight: 1 }]
          : []
      })
    )
  )

/** What each side says on a matter, with the topic of the matter. */
export const matterExamples = ({ topic, us, cn, zh }: Matter): ReadingExample[] =>
  [
    { texts: us, speaker: 'us' as const },
    { texts: [...cn, ...zh], speaker: 'cn' as const }
  ].flatMap(({ texts, speaker }) =>
    texts.flatMap((written) => {
      const { language, sentences } = readDocument(written)
      return sentences.map(({ start, end, tokens, words: tagged }) => {
        standardLexicon.conceptsIn(tokens, () => tagged)
        const words = countWords({ start, end, text: written.slice(start, end) }, language)
        return { topic, signs: signsOf(tokens, { speaker, words }, false), weight: MATTER_WEIGHT }
      })
    })
  )

/** The sentences whose topics are known, indexed once for all models that are fitted to them or to some of them. */
export class ReadingFit {
  readonly #names: string[]
  readonly #topics: string[]
  readonly #examples: IndexedExamples
  #start: Vector

  /** @param near a model of nearly the same sentences, from which there is not far to go */
  constructor(examples: readonly ReadingExample[], near: ReadingModel) {
    const counts = new Map<string, number>()
    for (const { signs } of examples)
      for (const name of signs.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
    this.#names = [...counts].flatMap(([name, count]) => (count < RARE ? [] : [name])).sort()
    this.#topics = [...new Set(examples.map(({ topic }) => topic))].sort()
    const places = new Map(this.#names.map((name, at) => [name, at]))
    this.#examples = indexExamples(
      examples.map(({ topic, signs, weight }) => {
        const known = [...signs].flatMap(([name, strength]) => {
          const place = places.get(name)
          return place === undefined ? [] : [{ place, strength }]
        })
        return {
          features: known.map(({ place }) => place),
          strengths: known.map(({ strength }) => strength),
          label: this.#topics.indexOf(topic),
          weight
        }
      }),
      this.#names.length,
      this.#topics.length
    )
    this.#start = Float64Array.from(
      this.#names.flatMap((name) =>
        this.#topics.map((topic) => near.weights[name]?.[near.topics.indexOf(topic)] ?? 0)
      )
    )
  }

  /** What the topic of a sentence is by all its signs, learnt of all; models of a part begin with it. */
  ofAll(): ReadingModel {
    this.#start = fitIndexed(this.#examples, PULL, this.#start)
    return this.#model(this.#start)
  }

  /** The same learnt of some: those whose place among all is wanted. */
  of(isWanted: (at: number) => boolean): ReadingModel {
    const weights = this.#examples.weights.map((weight, at) => (isWanted(at) ? weight : 0))
    return this.#model(fitIndexed({ ...this.#examples, weights }, PULL, this.#start))
  }

  #model(weights: Vector): ReadingModel {
    const width = this.#topics.length
    return {
      topics: this.#topics,
      weights: Object.fromEntries(
        this.#names.map((name, at) => [
          name,
          [...weights.subarray(at * width, (at + 1) * width)].map(inThousandths)
        ])
      )
    }
  }
}
