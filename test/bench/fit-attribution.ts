import marks from './reading-speakers.json' with { type: 'json' }
import constructions from '../fixtures/speakers.json' with { type: 'json' }
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import type { Language } from '../../engine/model.ts'
import { writeWeights } from './sign-weights.ts'
import {
  fitSpeakers,
  labelledConstructions,
  labelledIn,
  labelledReadings,
  rightIn,
  type LabelledReadout
} from './speakers.ts'

/**
 * Fits the weights by which a sentence's speaker is told to annotated readouts, and writes them into the lexicon's
 * data: `npx tsx test/bench/fit-attribution.ts`. Before that, each batch is judged by weights fitted to all others, unless the
 * option `--fit-only` is given.
 */
const OUT = join(ROOT, 'engine/lexicon/data/attribution-weights.json')
/** Folders of annotated pairs; the batches of blind authors go by the letter and number of their pairs. */
const byNumber = (pair: string): string => /^p\d+/u.exec(pair)?.[0] ?? pair
const FOLDERS: [folder: string, batchOf: (pair: string) => string][] = [
  ['../shared/corpus', () => 'corpus'],
  ['../shared/illustrative', () => 'illustrative'],
  ['../shared/practice/pairs', () => 'practice'],
  ['test/fixtures/practice', byNumber],
  ['test/fixtures/marked', byNumber]
]
/** Real readouts, of which the project holds the annotation alone. */
const READING = join(ROOT, '../shared/reading')

const inPairs = FOLDERS.flatMap(([name, batchOf]): LabelledReadout[] => {
  const folder = join(ROOT, name)
  if (!existsSync(folder)) throw new Error(`There are no annotated pairs at ${folder}.`)
  return labelledIn(folder, batchOf)
})
const readouts = [
  ...inPairs,
  ...labelledConstructions(constructions.openings, constructions.rows),
  ...labelledReadings(READING, marks)
]
const percent = ({ right, all }: { right: number; all: number }): string =>
  `${((100 * right) / all).toFixed(1)}% of ${all}`

const weights: Record<Language, Iterable<[string, number[]]>> = { en: [], zh: [] }
for (const language of ['en', 'zh'] as const) {
  const own = readouts.filter((readout) => readout.language === language)
  const total = { right: 0, all: 0 }
  const batches = process.argv.includes('--fit-only') ? [] : own.map((readout) => readout.batch)
  for (const batch of new Set(batches)) {
    const seen = fitSpeakers(own.filter((readout) => readout.batch !== batch))
    const judged = rightIn(
      own.filter((readout) => readout.batch === batch),
      seen
    )
    total.right += judged.right
    total.all += judged.all
    console.log(`${language} ${batch}: ${percent(judged)}, fitted to the other batches`)
  }
  const fitted = fitSpeakers(own)
  const held = total.all > 0 ? `${percent(total)}; ` : ''
  console.log(`${language} all: ${held}fitted to all: ${percent(rightIn(own, fitted))}`)
  weights[language] = fitted
}
const about =
  'What each sign of a sentence weighs for issuer, counterpart, both and narrator, fitted by test/bench/fit-attribution.ts to annotated readouts; none of their text is in it.'
await writeWeights(OUT, about, weights)
