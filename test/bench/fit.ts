import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import { goldPairs } from './gold.ts'
import { relationExamples, trainRelation } from './relation.ts'
import { prep, train } from './training.ts'

/**
 * Fits the weights of the alignment to gold corpora and writes them into the lexicon's data:
 * `npx tsx test/bench/fit.ts [FOLDER ...]`. How well they carry over to other pairs, `npm run bench:quality` says.
 */
const folders =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ['../shared/corpus', '../shared/illustrative'].map((folder) => join(ROOT, folder))
const missing = folders.filter((folder) => !existsSync(folder))
if (missing.length > 0) {
  console.error(`There is no corpus at ${missing.join(', ')}.`)
  process.exit(1)
}
const model = train(folders.flatMap(goldPairs).map(prep))
const about =
  'Weights of the alignment, fitted by test/bench/fit.ts to gold alignments; none of their text is in them.'
writeFileSync(
  join(ROOT, 'engine/lexicon/data/alignment.json'),
  `${JSON.stringify({ about, model }, null, 2)}\n`
)
console.log(JSON.stringify(model, null, 2))
// The relation is read off groups made by the weights just written: run this twice when they changed.
const relation = trainRelation(folders.flatMap(goldPairs).flatMap(relationExamples))
writeFileSync(
  join(ROOT, 'engine/lexicon/data/relation.json'),
  `${JSON.stringify({ about: 'Weights by which a group is shared or differs, fitted by test/bench/fit.ts to gold alignments.', model: relation }, null, 2)}\n`
)
console.log(JSON.stringify(relation, null, 2))
