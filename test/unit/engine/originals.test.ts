import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStory } from '../../../engine/attribution/story/story.ts'
import { comparisonOf } from './readouts.ts'

const STORY = readFileSync(join(import.meta.dirname, '../../fixtures/stories/geneva.txt'), 'utf8')

describe('the quotes of a story', () => {
  it.each([
    ['as it stands', STORY],
    ['with characters that nobody sees', STORY.replace(/(?<=\p{Ll}{3})(?=\p{Ll}{4})/gu, '\u00ad')]
  ])('have places that count in the text which the comparison carries (%s)', (_name, text) => {
    const read = readStory({ name: 'story', text })
    if (!read.ok) throw new Error(read.problem.message)
    const comparison = comparisonOf(read.texts.us, read.texts.cn)
    expect(comparison.story).toBe(text)
    for (const side of ['us', 'cn'] as const) {
      const { sentences, source } = comparison.readouts[side]
      expect(sentences.length).toBeGreaterThan(0)
      for (const { quote, text: words, start, end } of sentences) {
        expect(quote && comparison.story?.slice(quote.start, quote.end)).toBe(words)
        expect(quote?.words).toBe(words)
        expect(source?.slice(start, end)).toBe(words)
      }
    }
  })
})
