import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import { answerSigns } from '../../engine/findings/answers.ts'
import { claimsIn, linkBetween, type ClaimAt } from '../../engine/findings/claim-pairs.ts'
import { logOdds, type LogisticModel } from '../../engine/logistic.ts'
import { SIDES } from '../../engine/model.ts'
import { groupedBy } from '../../engine/multimap.ts'
import { contentOf } from './expected-words.ts'
import { batchOf, goldPairs, type Expected, type GoldPair } from './gold.ts'
import { materialFor } from './material.ts'
import { modelOf, regress } from './regression.ts'
import { writeTable } from './tables.ts'

/**
 * Fits which claims of two linked sentences an analyst would set against each other, to the words that the authors of
 * annotated pairs expect to be quoted, and writes it into the lexicon's data: `npx tsx test/bench/fit-answers.ts`. Before that,
 * each batch is judged by weights fitted to all others.
 */
const FOLDERS = ['practice', 'marked', 'held'].map((folder) => `test/fixtures/${folder}`)
/** Strength of the pull towards zero. */
const PULL = 10
/** A claim with so many of the words of a quotation is the one quoted. */
const MOSTLY = 0.6

interface Answer {
  batch: string
  /** The two sentences. */
  between: string
  signs: Record<string, number>
  isExpected: boolean
}

/** Whether a claim has the words that are expected of its sentence; any claim where none are. */
const isQuoted = (at: ClaimAt, expected: Expected, { texts, comparison }: GoldPair): boolean => {
  const { side, sentence } = at.passage
  const { sentences } = comparison.readouts[side]
  if (!expected[side].some((place) => sentences[place]?.id === sentence.id)) return false
  const own = contentOf([texts[side].slice(at.claim.span.start, at.claim.span.end)])
  const fragments = (expected.words[side] ?? []).map((words) => [...contentOf([words])])
  return (
    fragments.length === 0 ||
    fragments.some(
      (words) => words.length > 0 && words.filter((word) => own.has(word)).length >= MOSTLY * words.length
    )
  )
}

const answersIn = (pair: GoldPair): Answer[] => {
  const material = materialFor(pair.comparison, pair.texts)
  const { us: ours, cn: theirs } = claimsIn(material)
  const wanted = pair.expected.filter((expected) => SIDES.every((side) => expected[side].length > 0))
  return ours.flatMap((us) =>
    theirs
      .filter((cn) => linkBetween(material, us.passage, cn.passage) > 0)
      .map((cn) => ({
        batch: batchOf(pair.meeting),
        between: `${pair.meeting} ${us.passage.sentence.id} ${cn.passage.sentence.id}`,
        signs: answerSigns(material, us, cn),
        isExpected: wanted.some((expected) => isQuoted(us, expected, pair) && isQuoted(cn, expected, pair))
      }))
  )
}

const all = FOLDERS.flatMap((folder) => goldPairs(join(ROOT, folder)))
  .filter(({ language, expected }) => language === 'en' && expected.length > 0)
  .flatMap(answersIn)
const names = [...new Set(all.flatMap(({ signs }) => Object.keys(signs)))].sort()
const examples = all.map(({ batch, signs, isExpected }) => ({
  batch,
  values: names.map((name) => signs[name] ?? 0),
  isLink: isExpected,
  weight: 1
}))
const fitted = (isWanted: (batch: string) => boolean, start?: readonly number[]): number[] =>
  regress(
    examples.filter(({ batch }) => isWanted(batch)),
    names.length,
    PULL,
    start
  )

const whole = fitted(() => true)
const models = new Map<string, LogisticModel>(
  [...new Set(all.map(({ batch }) => batch))].map((batch) => [
    batch,
    modelOf(
      names,
      fitted((other) => other !== batch, whole)
    )
  ])
)
const chosen = [...groupedBy(all, ({ between }) => between).values()]
  .filter((answers) => answers.length > 1 && answers.some(({ isExpected }) => isExpected))
  .map((answers) => {
    const logitOf = ({ batch, signs }: Answer): number => {
      const model = models.get(batch)
      return model ? logOdds(model, signs) : 0
    }
    return answers.reduce((best, one) => (logitOf(one) > logitOf(best) ? one : best))
  })
const right = chosen.filter(({ isExpected }) => isExpected).length
console.log(
  `${all.length} pairs of claims; of two sentences with several, held out by batch, the expected ones in ${right} of ${chosen.length} (${((100 * right) / chosen.length).toFixed(1)}%)`
)
const about =
  'Which claims of two linked sentences an analyst would set against each other, by what each is and what the two have in common; fitted by test/bench/fit-answers.ts to the words that authors of annotated pairs expect to be quoted. None of their text is in it.'
writeTable('claim-answers.json', about, { model: modelOf(names, whole) })
