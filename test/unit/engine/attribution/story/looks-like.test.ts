import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { looksLikeStory } from '../../../../../engine/attribution/story/looks-like.ts'
import { unmark } from './marked.ts'

const ROOT = resolve(import.meta.dirname, '../../../../..')
const filesIn = (folder: string): string[] =>
  readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => resolve(ROOT, folder, name))
const looks = (path: string): boolean => {
  const { text } = unmark(readFileSync(path, 'utf8'))
  return looksLikeStory({ name: path, text })
}

describe('what looks like a news story', () => {
  it.each(filesIn('test/fixtures/stories'))('%s does', (path) => {
    expect(looks(path)).toBe(true)
  })

  it.each([...filesIn('test/fixtures/readouts'), ...filesIn('renderer/sample')])(
    '%s, an official text, does not',
    (path) => {
      expect(looks(path)).toBe(false)
    }
  )

  it('a short wire story mostly does', () => {
    const wires = filesIn('test/fixtures/practice-stories/w1')
    expect(wires).toHaveLength(20)
    expect(wires.filter(looks).length).toBeGreaterThanOrEqual(18)
  })

  it.each([...filesIn('test/fixtures/practice-stories/not-stories'), ...filesIn('test/fixtures/practice')])(
    '%s, an official text that quotes both sides, does not',
    (path) => {
      expect(looks(path)).toBe(false)
    }
  )

  it('both readouts of a meeting in one text do not', () => {
    for (const pair of ['talks', 'call', 'japan']) {
      const text = ['us', 'cn']
        .map((side) => readFileSync(resolve(ROOT, 'test/fixtures/readouts', pair, `${side}.txt`), 'utf8'))
        .join('\n\n')
      expect(looksLikeStory({ name: pair, text })).toBe(false)
    }
  })
})
