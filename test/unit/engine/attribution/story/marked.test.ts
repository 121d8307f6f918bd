import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measure, unmark } from './marked.ts'

const FOLDER = resolve(import.meta.dirname, '../../../../fixtures/stories')
const LEAST_RIGHT = 0.9

describe('marked stories', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.marked.txt')))('%s', (name) => {
    const { marked, right, narration, misses } = measure(readFileSync(resolve(FOLDER, name), 'utf8'))
    for (const side of ['us', 'cn'] as const) {
      expect(marked[side]).toBeGreaterThanOrEqual(5)
      expect(right[side] / marked[side], JSON.stringify(misses, null, 1)).toBeGreaterThanOrEqual(LEAST_RIGHT)
      expect(narration[side], JSON.stringify(misses, null, 1)).toBe(0)
    }
  })

  it('are measured by the larger part of the letters', () => {
    const { text, marks } = unmark('It rained. {us|Washington said no.} {cn|China said yes.}')
    expect(marks.map(({ side, start, end }) => `${side} ${text.slice(start, end)}`)).toEqual([
      'us Washington said no.',
      'cn China said yes.'
    ])
    const { right, narration, misses } = measure(
      'China said yes. {us|Washington said no.} {us|It rained all day long.}'
    )
    expect(right).toEqual({ us: 1, cn: 0 })
    expect(narration).toEqual({ us: 0, cn: 1 })
    expect(misses.map(({ marked, read }) => [marked, read])).toEqual([
      ['us', null],
      [null, 'cn']
    ])
  })
})
