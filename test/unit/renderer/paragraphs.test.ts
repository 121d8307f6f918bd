import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../engine/model.ts'
import { roomOf, stretchAt, stretchesOf } from '../../../renderer/lib/paragraphs.ts'

const paragraphsOfLengths = (lengths: readonly number[]): Paragraph[] => {
  let at = 0
  return lengths.map((length) => {
    const paragraph: Paragraph = { kind: 'body', start: at, end: at + length }
    at += length + 2
    return paragraph
  })
}

describe('stretches', () => {
  it('hold all paragraphs in their order, and are as few as their length allows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 60 }), (lengths) => {
        const paragraphs = paragraphsOfLengths(lengths)
        const stretches = stretchesOf(paragraphs)
        expect(stretches.flatMap((stretch) => stretch.paragraphs)).toEqual(paragraphs)
        for (const { start, end, paragraphs: own, before } of stretches) {
          expect([start, end]).toEqual([own[0]?.start, own.at(-1)?.end])
          expect(paragraphs[before]).toBe(own[0])
        }
        for (const { start, end } of stretches.slice(0, -1)) expect(end - start).toBeGreaterThanOrEqual(2000)
      })
    )
  })
  it('are found by a place in them, also one between two and one before all', () => {
    const stretches = stretchesOf(paragraphsOfLengths([2500, 2500, 10]))
    expect(stretches).toHaveLength(3)
    expect(stretchAt(stretches, 2499)).toBe(stretches[0])
    expect(stretchAt(stretches, 2501)).toBe(stretches[0])
    expect(stretchAt(stretches, 2502)).toBe(stretches[1])
    expect(stretchAt(stretches, -1)).toBe(stretches[0])
  })
  it('take the room of their lines and of what lies between', () => {
    const [paragraph] = paragraphsOfLengths([150])
    const room = paragraph && roomOf([paragraph, paragraph], 'en', { textSize: 16, measure: 70 })
    expect(room).toBeCloseTo(2 * (3 * 1.62 + 0.95) * 16)
  })
})
