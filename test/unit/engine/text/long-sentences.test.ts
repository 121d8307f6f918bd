import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../../engine/text/long-sentences.ts'
import { segmentInPieces } from '../../../../engine/text/segment.ts'

describe('a sentence without end', () => {
  it('is cut into pieces that have all its words, none of them too long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('国', '中方表示，', 'the talks ', '\u{20000}', 'a\u0301', ' '), {
          maxLength: 3_000
        }),
        (units) => {
          const text = units.join('')
          const pieces = piecesOf(text, { start: 0, end: text.length })
          expect(
            pieces
              .map(({ start, end }) => text.slice(start, end))
              .join('')
              .replace(/\s/gu, '')
          ).toBe(text.replace(/\s/gu, ''))
          for (const { start, end } of pieces) {
            expect(end - start).toBeLessThanOrEqual(1_000)
            expect(text.slice(start, end)).not.toMatch(/^[\p{M}]|[\ud800-\udbff]$/u)
          }
        }
      )
    )
  })
  it('is cut where a comma is', () => {
    const text = '中方表示，'.repeat(300)
    const { sentences } = segmentInPieces(text, 'zh')
    expect(sentences.map(({ start, end }) => text.slice(start, end).at(-1))).toEqual(['，', '，'])
  })
})
