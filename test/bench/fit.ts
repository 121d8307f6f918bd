import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import { alignmentModel } from '../../engine/align/score.ts'
import { choiceModel } from '../../engine/topics/choice.ts'
import { goldPairs, type GoldPair } from './gold.ts'
import { relationExamples, trainRelation } from './relation.ts'
import { topicExamples, trainTopics } from './topic-fit.ts'
import { prep, train } from './training.ts'

/**
 * Fits the weights of topics, alignment and relation to gold corpora, one after the other since each rests on the one
 * before, and writes them into the lexicon's data: `npx tsx test/bench/fit.ts [FOLDER ...]`, folders of pairs beside the
 * known ones. How well they carry over to other pairs, `npm run bench:quality` says.
 */
const folders = [
  ...['../shared/corpus', '../shared/illustrative', '../shared/practice/pairs'].map((folder) =>
    join(ROOT, folder)
  ),
  ...process.argv.slice(2)
]
const missing = folders.filter((folder) => !existsSync(folder))
if (missing.length > 0) {
  console.error(`There is no corpus at ${missing.join(', ')}.`)
  process.exit(1)
}
const pairs = (): GoldPair[] => folders.flatMap(goldPairs)
const write = (file: string, about: string, model: unknown): void => {
  const data = JSON.stringify({ about, model }, null, 2)
  writeFileSync(join(ROOT, 'engine/lexicon/data', file), `${data}\n`)
}

/** What a sentence is about depends on the one before it, whose topic the model gave: twice round is enough. */
const TOPIC_ROUNDS = 2
for (let round = 0; round < TOPIC_ROUNDS; round++)
  Object.assign(choiceModel, trainTopics(pairs().flatMap(topicExamples)))
write(
  'topic-choice.json',
  'What speaks for a topic being the first of its sentence, fitted by test/bench/fit.ts to annotated pairs; none of their text is in it.',
  choiceModel
)
Object.assign(alignmentModel, train(pairs().map(prep)))
write(
  'alignment.json',
  'Weights of the alignment, fitted by test/bench/fit.ts to gold alignments; none of their text is in them.',
  alignmentModel
)
write(
  'relation.json',
  'Weights by which a group is shared or differs, fitted by test/bench/fit.ts to gold alignments.',
  trainRelation(pairs().flatMap(relationExamples))
)
