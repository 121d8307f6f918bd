import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStory } from '../../../../../engine/attribution/story/story.ts'

/**
 * Verbs and phrases of reporting that no list of the project had when they were gathered, each in two or three sentences,
 * and sentences that report nothing; by somebody who had not seen the rules. What is reached may only grow: English 37 of
 * a hundred sentences (21 before grammar was asked), Chinese 35; near misses 93 (94 by rules alone) and 96. What is wanted is 95.
 */
const FOLDER = resolve(import.meta.dirname, '../../../../fixtures/unseen-verbs')
const REACHED = { 'en-verbs': 37, 'en-near-misses': 92, 'zh-verbs': 35, 'zh-near-misses': 96 }

interface Row {
  text?: string
  sentences?: { text: string; speaker: string }[]
}

const AROUND = {
  en: [
    'Secretary of State Dana Renner met Foreign Minister Gao Wen of China in Geneva on Tuesday.\n\n',
    '\n\nRenner said the talks were long.\n\nGao said the talks were short.'
  ],
  zh: ['美国国务卿雷纳周二在日内瓦会见中国外长高文。\n\n', '\n\n雷纳说，会谈很长。\n\n高文说，会谈很短。']
}

/** Whose statement a sentence is between an opening that introduces the two and what they say after it. */
const sideOf = (sentence: string, language: 'en' | 'zh'): string => {
  const [before = '', after = ''] = AROUND[language]
  const story = readStory({ name: 'story', text: before + sentence + after })
  if (!story.ok) throw new Error(story.problem.message)
  const sides = new Set(
    story.statements
      .filter(({ start, end }) => end > before.length + 5 && start < before.length + sentence.length)
      .map(({ side }) => side)
  )
  return sides.size === 2 ? 'both' : ([...sides][0] ?? 'none')
}

describe('verbs that no list has', () => {
  it.each(Object.entries(REACHED))('%s: %i of a hundred at least', (file, least) => {
    const rows = JSON.parse(readFileSync(`${FOLDER}/${file}.json`, 'utf8')) as Row[]
    const language = file.startsWith('zh') ? 'zh' : 'en'
    const sentences = rows.flatMap(
      ({ text, sentences }) => sentences ?? [{ text: text ?? '', speaker: 'none' }]
    )
    const right = sentences.filter(({ text, speaker }) => sideOf(text, language) === speaker).length
    expect(Math.floor((100 * right) / sentences.length)).toBeGreaterThanOrEqual(least)
  })
})
