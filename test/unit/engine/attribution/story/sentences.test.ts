import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

/** Single sentences as journalists write them, read after a paragraph in which both sides have spoken. */

const FOLDER = resolve(import.meta.dirname, '../../../../fixtures/story-sentences')
const linesOf = (name: string): string[] =>
  readFileSync(resolve(FOLDER, name), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')

const OPENING = 'Secretary of State Paula Renner met Chinese Foreign Minister Gao Weimin in Oslo.'
/** Whose sentence it is was heard last, since some begin with a pronoun or with “the official”. */
const BEFORE: Record<string, string> = {
  us: `${OPENING} Beijing said they were candid. Washington said the talks were useful.\n\n`,
  cn: `${OPENING} Washington said the talks were useful. Beijing said they were candid.\n\n`
}

const BEFORE_ZH = '美国国务卿卢比奥周四在奥斯陆会见中国外交部长王毅。美方说会谈有益。中方说会谈坦诚。\n\n'

describe('a sentence of a news story', () => {
  it.each(linesOf('statements.txt'))('is a statement: %s', (line) => {
    const side = line.slice(0, 2)
    const found = read(line.slice(3), BEFORE[side])
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((statement) => !statement.startsWith(side))).toEqual([])
  })

  it.each(linesOf('narration.txt'))('is narration: %s', (line) => {
    expect(read(line)).toEqual([])
  })

  it.each(linesOf('sequences.txt'))('is of whoever it should be among others: %s', (line) => {
    const [sides = '', words = ''] = line.split('|')
    const found = read(words.replaceAll(String.raw`\n`, '\n'))
    expect(found.map((statement) => statement.split(':')[0]).join(' ') || 'none').toBe(sides)
  })

  it.each(linesOf('sequences-zh.txt'))('in Chinese is of whoever it should be: %s', (line) => {
    const [sides = '', words = ''] = line.split('|')
    const found = read(words, BEFORE_ZH)
    expect(found.map((statement) => statement.split(':')[0]).join(' ') || 'none').toBe(sides)
  })
})
