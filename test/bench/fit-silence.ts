import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import { boosted } from '../../engine/trees.ts'
import { SILENCE_FEATURES, SILENT, silenceFeatures } from '../../engine/findings/silence.ts'
import { sigmoid } from '../../engine/logistic.ts'
import { SIDES } from '../../engine/model.ts'
import { boost } from './boost.ts'
import { batchOf, goldPairs, type GoldPair } from './gold.ts'
import { materialFor } from './material.ts'
import type { Example } from './regression.ts'
import { writeTable } from './tables.ts'

/**
 * Fits how surely the other text is silent on a sentence without a counterpart to the annotated pairs, and writes it into the
 * lexicon's data: `npx tsx test/bench/fit-silence.ts [FOLDER ...]`. Only of pairs that the alignment is not fitted to, those of
 * `test/fixtures/held`: of others it misses less than of a text never seen. Each batch is judged by trees fitted to all others.
 */
const FOLDERS = ['test/fixtures/held']

interface Told extends Example {
  batch: string
}

/** What each side says that the engine links with nothing, with whether its author did. */
const examplesOf = (pair: GoldPair): Told[] => {
  const material = materialFor(pair.comparison, pair.texts)
  return SIDES.flatMap((side) =>
    material.sides[side].passages.flatMap((passage, at): Told[] => {
      const { id, speaker } = passage.sentence
      return (speaker === side || speaker === 'both') && material.groupsOf(id).length === 0
        ? [
            {
              batch: batchOf(pair.meeting),
              values: silenceFeatures(material, passage),
              isLink: pair.only[side].has(at),
              weight: 1
            }
          ]
        : []
    })
  )
}

const read = (folders: readonly string[]): Told[] =>
  folders
    .flatMap((folder) => goldPairs(join(ROOT, folder), (meeting) => /^[ph]\d/u.test(meeting)))
    .flatMap(examplesOf)

/** Of what is printed as silence the share that is so, and how much is. */
const judged = (examples: readonly Told[], chance: (one: Told) => number): string => {
  const told = examples.filter((one) => chance(one) >= SILENT)
  const right = told.filter(({ isLink }) => isLink).length
  return `${((100 * right) / Math.max(1, told.length)).toFixed(1)}% of ${told.length} (of all ${examples.length} ${((100 * examples.filter(({ isLink }) => isLink).length) / examples.length).toFixed(1)}%)`
}

const examples = read([...FOLDERS, ...process.argv.slice(2)])
const fit = (some: readonly Told[]) => boost(some, SILENCE_FEATURES)
const byOthers = new Map(
  [...new Set(examples.map(({ batch }) => batch))].map((batch) => [
    batch,
    fit(examples.filter((one) => one.batch !== batch))
  ])
)
const model = fit(examples)
const chanceBy = (trees: ReturnType<typeof fit> | undefined, { values }: Told): number =>
  trees ? sigmoid(boosted(trees, values)) : 0
console.log(
  `silent, each batch by the others: ${judged(examples, (one) => chanceBy(byOthers.get(one.batch), one))}`
)
const about =
  'How surely the other text is silent on a sentence without a counterpart, fitted by test/bench/fit-silence.ts to annotated pairs. None of their text is in it.'
writeTable('silence.json', about, { model })
