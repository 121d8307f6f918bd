import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import type { Language } from '../../engine/model.ts'
import { writeWeights } from './sign-weights.ts'
import constructions from '../fixtures/story-sentences/constructions.json' with { type: 'json' }
import {
  fitStories,
  judged,
  labelledSentences,
  labelledStories,
  linesIn,
  weighedSentences
} from './stories.ts'

/**
 * Fits the weights by which it is told whose statement a sentence of a news story reports, and writes them into the
 * lexicon's data: `npx tsx test/bench/fit-stories.ts`. Before that, each batch is judged by weights fitted to all others,
 * unless the option `--fit-only` is given.
 */
const OUT = join(ROOT, 'engine/lexicon/data/story-weights.json')
const PRACTICE = join(ROOT, 'test/fixtures/practice-stories')
/** The stories that the rules were made for are judged in so many parts. */
const FOLDS = 4

const foldOf = (name: string): string =>
  `known ${Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % FOLDS}`
const SENTENCES = ['statements', 'narration', 'sequences', 'sequences-zh']

const stories = [
  ...readdirSync(PRACTICE).flatMap((batch) => labelledStories(join(PRACTICE, batch), () => batch, false)),
  ...labelledStories(join(ROOT, 'test/fixtures/stories'), foldOf, true),
  ...SENTENCES.flatMap((name) =>
    labelledSentences(
      linesIn(join(ROOT, `test/fixtures/story-sentences/${name}.txt`)),
      name === 'statements',
      foldOf
    )
  ),
  ...labelledSentences(
    constructions.map(({ speaker, text }) => (speaker === 'both' ? `both|${text}` : text)),
    false,
    foldOf
  ),
  ...weighedSentences(linesIn(join(ROOT, 'test/fixtures/story-sentences/weighed.txt')))
]

const weights: Record<Language, Iterable<[string, number[]]>> = { en: [], zh: [] }
for (const language of ['en', 'zh'] as const) {
  const own = stories.filter((story) => story.language === language)
  const batches = process.argv.includes('--fit-only') ? [] : own.map((story) => story.batch)
  for (const batch of new Set(batches)) {
    const held = own.filter((story) => story.batch === batch)
    const { right, statements, narration } = judged(
      held,
      fitStories(own.filter((story) => story.batch !== batch))
    )
    console.log(
      `${language} ${batch}: ${((100 * right) / statements).toFixed(1)}% of ${statements}, ${narration} of narration in ${held.length} stories, fitted to the other batches`
    )
  }
  weights[language] = Object.entries(fitStories(own))
}
const about =
  'What each sign of a part of a news story weighs for the United States, China, both and nobody, fitted by test/bench/fit-stories.ts to marked stories; none of their text is in it. Of two signs that mirror each other one is here.'
await writeWeights(OUT, about, weights)
