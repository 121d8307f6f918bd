import { useAssociations } from '../../engine/align/associated.ts'
import { alignmentModel } from '../../engine/align/score.ts'
import { useReadoutWords } from '../../engine/meaning/bearing.ts'
import { choiceModel } from '../../engine/topics/choice.ts'
import { readingModel } from '../../engine/topics/reading.ts'
import { associationsOf } from './associations.ts'
import { allMatters } from './matters.ts'
import { draftOf, readPairs, withTopics, type ReadPair } from './read-pairs.ts'
import { matterExamples, ReadingFit, readingExamples } from './reading-fit.ts'
import { asData, learnReadoutWords } from './readout-words.ts'
import { fitRelation } from './relation.ts'
import { topicExamples, trainTopics, type TopicExample } from './topic-fit.ts'
import { goldFolders, writeTable } from './tables.ts'
import { prepDrafts, train } from './training.ts'

/**
 * Fits the weights of topics, alignment and relation to gold corpora, one after the other since each rests on the one
 * before, and writes them into the lexicon's data: `npx tsx test/bench/fit.ts [FOLDER ...]`, folders of pairs beside the
 * known ones. How well they carry over to other pairs, `npm run bench:quality` says.
 */
const folders = goldFolders(process.argv.slice(2))

/** What a sentence is about depends on the one before it, whose topic the model gave: twice round is enough. */
const TOPIC_ROUNDS = 2
/** Meetings are held out in so many parts for the alignment to learn from topics as they will be in texts never seen. */
const FOLDS = 5

let last = process.cpuUsage()
/** Says how much of the processor's time a step took. */
const tell = (step: string): void => {
  const { user, system } = process.cpuUsage(last)
  last = process.cpuUsage()
  console.log(`${step}: ${Math.round((user + system) / 1e6)} s`)
}

const matters = allMatters()
const pairs = folders.flatMap(readPairs)
const meetings = [...new Set(pairs.map(({ meeting }) => meeting))]
const foldOf = ({ meeting }: { meeting: string }): number => meetings.indexOf(meeting) % FOLDS
const folds = Array.from({ length: FOLDS }, (_none, fold) => fold)
tell('texts read')

/** Where words point, learnt without the meetings and matters of a fold: as they will stand in texts never seen. */
const wordsWithout = folds.map((fold) =>
  learnReadoutWords(
    pairs.filter((pair) => foldOf(pair) !== fold),
    matters.filter((_matter, at) => at % FOLDS !== fold)
  )
)
tell('where words point, without each fold')

/** What is made of the pairs of each fold, with words that were learnt without them. */
const eachFold = <T>(make: (own: readonly ReadPair[], fold: number) => readonly T[]): T[] =>
  wordsWithout.flatMap((words, fold) => {
    useReadoutWords(words)
    return make(
      pairs.filter((pair) => foldOf(pair) === fold),
      fold
    )
  })
const known = eachFold((own) => own.flatMap(readingExamples))
const onMatters = eachFold((_own, fold) =>
  matters.filter((_matter, at) => at % FOLDS === fold).flatMap(matterExamples)
)
const fit = new ReadingFit([...known, ...onMatters], readingModel)
const reading = fit.ofAll()
const readingWithout = folds.map((fold) =>
  fit.of((at) => {
    const example = known[at]
    return !example || foldOf(example) !== fold
  })
)
tell('what sentences show of their topics')

let examples: TopicExample[] = []
for (let round = 0; round < TOPIC_ROUNDS; round++) {
  examples = eachFold((own, fold) => {
    Object.assign(readingModel, readingWithout[fold])
    return own.map(withTopics).flatMap(topicExamples)
  })
  Object.assign(choiceModel, trainTopics(examples))
}
const choice = { ...choiceModel }
writeTable(
  'topic-choice.json',
  'What speaks for a topic being the first of its sentence, fitted by test/bench/fit.ts to annotated pairs; none of their text is in it.',
  { model: choice }
)
writeTable(
  'topic-reading.json',
  'How likely each topic is by what a sentence names and what its words mean, fitted by test/bench/fit.ts to annotated pairs and matters; none of their text is in it.',
  { model: reading }
)
tell('topics')

const associations = associationsOf(pairs, foldOf, FOLDS)
tell('words that stand opposite')
const unseen = eachFold((own, fold) => {
  Object.assign(readingModel, readingWithout[fold])
  Object.assign(choiceModel, trainTopics(examples.filter((example) => foldOf(example) !== fold)))
  useAssociations(associations(fold))
  return own.map(withTopics).map((pair) => prepDrafts(pair, draftOf(pair, 'us'), draftOf(pair, 'cn')))
})
tell('pairs of sentences, as unseen')

const readoutWords = learnReadoutWords(pairs, matters)
useReadoutWords(readoutWords)
for (const language of ['en', 'zh'] as const)
  writeTable(
    `readout-words-${language}.json`,
    'Where words point among the matters of readouts, as directions in signed bytes, in base64; learnt by test/bench/fit.ts from annotated pairs and test/fixtures/matters. None of their text is in it.',
    asData(readoutWords[language])
  )
tell('where words point')
const opposite = associations()
useAssociations(opposite)
for (const language of ['en', 'zh'] as const)
  writeTable(
    `associations-${language}.json`,
    'Words that stand opposite each other in readouts, in English and with Chinese ones, with their log odds in tenths; learnt by test/bench/fit.ts from annotated pairs and test/fixtures/matters. None of their text is in it.',
    { words: opposite[language] }
  )
Object.assign(choiceModel, choice)
Object.assign(readingModel, reading)
Object.assign(alignmentModel, train(unseen, new Set(), alignmentModel))
writeTable(
  'alignment.json',
  'Weights of the alignment, fitted by test/bench/fit.ts to gold alignments; none of their text is in them.',
  { model: alignmentModel }
)
tell('alignment')
fitRelation(pairs.map(withTopics))
tell('relations')
