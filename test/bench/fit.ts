import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import { useAssociations } from '../../engine/align/associated.ts'
import { alignmentModel } from '../../engine/align/score.ts'
import { choiceModel } from '../../engine/topics/choice.ts'
import { learnAssociations } from './associations.ts'
import { goldPairs, type GoldPair } from './gold.ts'
import { allMatters } from './matters.ts'
import { asData, learnReadoutWords } from './readout-words.ts'
import { useReadoutWords } from '../../engine/meaning/bearing.ts'
import { trainRelation } from './relation.ts'
import { readingModel } from '../../engine/topics/reading.ts'
import {
  matterExamples,
  readByOthers,
  topicExamples,
  trainReading,
  trainTopics,
  type TopicExample
} from './topic-fit.ts'
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
const pairs = (isWanted?: (meeting: string) => boolean): GoldPair[] =>
  folders.flatMap((folder) => goldPairs(folder, isWanted))
const write = (file: string, about: string, table: object): void => {
  const data = JSON.stringify({ about, ...table }, null, 2)
  writeFileSync(join(ROOT, 'engine/lexicon/data', file), `${data}\n`)
}

/** What a sentence is about depends on the one before it, whose topic the model gave: twice round is enough. */
const TOPIC_ROUNDS = 2
/** Meetings are held out in so many parts for the alignment to learn from topics as they will be in texts never seen. */
const FOLDS = 5

const matters = allMatters()
const all = pairs()
const meetings = [...new Set(all.map(({ meeting }) => meeting))]
const isMeetingOf =
  (fold: number) =>
  (meeting: string): boolean =>
    meetings.indexOf(meeting) % FOLDS === fold
/** Where words point, learnt without the meetings and matters of a fold: as they will stand in texts never seen. */
const wordsWithout = Array.from({ length: FOLDS }, (_none, fold) =>
  learnReadoutWords(
    all.filter(({ meeting }) => !isMeetingOf(fold)(meeting)),
    matters.filter((_matter, at) => at % FOLDS !== fold)
  )
)
const topicsOfMatters = wordsWithout.flatMap((words, fold) => {
  useReadoutWords(words)
  return matters.filter((_matter, at) => at % FOLDS === fold).flatMap(matterExamples)
})

const fitTopics = (known: readonly TopicExample[]): void => {
  const read = trainReading(known, topicsOfMatters, readingModel)
  Object.assign(choiceModel, trainTopics(readByOthers(known, topicsOfMatters, read)))
  Object.assign(readingModel, read)
}

let examples: TopicExample[] = []
for (let round = 0; round < TOPIC_ROUNDS; round++) {
  examples = wordsWithout.flatMap((words, fold) => {
    useReadoutWords(words)
    return pairs(isMeetingOf(fold)).flatMap(topicExamples)
  })
  fitTopics(examples)
}
const [choice, reading] = [{ ...choiceModel }, { ...readingModel }]
write(
  'topic-choice.json',
  'What speaks for a topic being the first of its sentence, fitted by test/bench/fit.ts to annotated pairs; none of their text is in it.',
  { model: choice }
)
write(
  'topic-reading.json',
  'How likely each topic is by what a sentence names and what its words mean, fitted by test/bench/fit.ts to annotated pairs and matters; none of their text is in it.',
  { model: reading }
)

const unseen = wordsWithout.flatMap((words, fold) => {
  useReadoutWords(words)
  fitTopics(examples.filter(({ meeting }) => !isMeetingOf(fold)(meeting)))
  useAssociations(learnAssociations(all.filter(({ meeting }) => !isMeetingOf(fold)(meeting))))
  return pairs(isMeetingOf(fold)).map(prep)
})
const readoutWords = learnReadoutWords(all, matters)
useReadoutWords(readoutWords)
for (const language of ['en', 'zh'] as const)
  write(
    `readout-words-${language}.json`,
    'Where words point among the matters of readouts, as directions in signed bytes, in base64; learnt by test/bench/fit.ts from annotated pairs and test/fixtures/matters. None of their text is in it.',
    asData(readoutWords[language])
  )
const associations = learnAssociations(all)
useAssociations(associations)
for (const language of ['en', 'zh'] as const)
  write(
    `associations-${language}.json`,
    'Words that stand opposite each other in readouts, in English and with Chinese ones, with their log odds in tenths; learnt by test/bench/fit.ts from annotated pairs and test/fixtures/matters. None of their text is in it.',
    { words: associations[language] }
  )
Object.assign(choiceModel, choice)
Object.assign(readingModel, reading)
Object.assign(alignmentModel, train(unseen))
write(
  'alignment.json',
  'Weights of the alignment, fitted by test/bench/fit.ts to gold alignments; none of their text is in them.',
  { model: alignmentModel }
)
const relation = trainRelation(pairs())
write(
  'relation.json',
  'Weights by which a group is shared or differs, fitted by test/bench/fit.ts to gold alignments.',
  { model: relation.model }
)
write(
  'relation-words.json',
  'What words tell of whether the passages that have them differ, fitted by test/bench/fit.ts to gold alignments.',
  { words: relation.words }
)
