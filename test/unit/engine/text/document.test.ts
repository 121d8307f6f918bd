import { describe, expect, it, vi } from 'vitest'
import type * as Tagger from '../../../../engine/syntax/english-tagger.ts'
import type * as Tokens from '../../../../engine/text/tokens.ts'
import { readDocument } from '../../../../engine/text/document.ts'
import { comparisonOf, readout } from '../readouts.ts'

const read = vi.hoisted(() => ({ tokenised: 0, tagged: 0 }))
vi.mock('../../../../engine/text/tokens.ts', async (original) => {
  const real = await original<typeof Tokens>()
  return {
    ...real,
    tokenise: (text: string, offset?: number) => {
      read.tokenised += text.length
      return real.tokenise(text, offset)
    }
  }
})
vi.mock('../../../../engine/syntax/english-tagger.ts', async (original) => {
  const real = await original<typeof Tagger>()
  return {
    ...real,
    tagEnglish: (text: string, offset?: number) => {
      read.tagged += text.length
      return real.tagEnglish(text, offset)
    }
  }
})

describe('a document', () => {
  it('has the tokens of its sentences as they stand in the text', () => {
    const text = 'A title\n\nThe U.S. side met 王毅 in Oslo. It “noted” this.\n\nThey agreed.'
    const document = readDocument(text)
    expect(document.sentences).toHaveLength(3)
    for (const { start, end, tokens, words } of document.sentences) {
      expect(tokens.every((token) => token.start >= start && token.end <= end)).toBe(true)
      for (const word of words) expect(text.slice(word.start, word.end).toLowerCase()).toBe(word.text)
      expect(words.map((word) => text.slice(word.start, word.end)).join('')).toBe(
        text.slice(start, end).replaceAll(/\s/gu, '')
      )
    }
  })

  it.each(['talks', 'call', 'japan'])('is read at most twice in a comparison: %s', (pair) => {
    const [us, cn] = [readout(pair, 'us'), readout(pair, 'cn')]
    comparisonOf(us, cn)
    read.tokenised = read.tagged = 0
    comparisonOf(us, cn)
    const length = us.text.length + cn.text.length
    expect(read.tokenised / length).toBeLessThanOrEqual(2)
    expect(read.tagged / length).toBeLessThanOrEqual(1)
    expect(read.tokenised).toBeGreaterThanOrEqual(length)
  })
})
