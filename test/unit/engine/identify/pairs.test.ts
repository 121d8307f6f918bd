import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadoutText } from '../../../../engine/model.ts'
import { pairUp } from '../../../../engine/identify/pairs.ts'

const READOUTS = resolve(import.meta.dirname, '../../../fixtures/readouts')
/** The fixture readouts under names that tell nothing of what belongs together. */
const load = (file: string, name: string): ReadoutText => ({
  name,
  text: readFileSync(join(READOUTS, `${file}.txt`), 'utf8')
})
const ALL = [
  load('call/us', '1.txt'),
  load('talks/cn', '2.txt'),
  load('japan/cn', '3.txt'),
  load('talks/cn.zh', '4.txt'),
  load('call/cn', '5.txt'),
  load('japan/us', '6.txt'),
  load('call/cn.zh', '7.txt'),
  load('talks/us', '8.txt')
]
const namesOf = (texts: readonly ReadoutText[]): string[] =>
  pairUp(texts)
    .pairs.map(({ us, cn }) => `${us.name} ${cn.name} ${cn.inOtherLanguage?.name ?? ''}`.trim())
    .sort()

describe('many texts at once', () => {
  it('are paired by meeting, a text in its other language beside its side’s first', () => {
    expect(namesOf(ALL)).toEqual(['1.txt 5.txt 7.txt', '6.txt 3.txt', '8.txt 2.txt 4.txt'])
    expect(pairUp(ALL).alone).toEqual([])
  })

  it('in any order', () => {
    expect(pairUp([...ALL].reverse())).toEqual(pairUp(ALL))
  })

  it('are named by who met and when, with the reasons', () => {
    const talks = pairUp(ALL).pairs.find(({ us }) => us.name === '8.txt')
    expect(talks?.title).toBe('Blinken – Qin Gang, 18 June')
    expect(talks?.reasons).toEqual(expect.arrayContaining(['both name Qin Gang', 'both are of Beijing']))
  })

  it('without a partner say so', () => {
    const { pairs, alone } = pairUp([
      load('talks/us', 'a.txt'),
      load('talks/cn', 'b.txt'),
      load('japan/us', 'c.txt')
    ])
    expect(pairs.map(({ us, cn }) => [us.name, cn.name])).toEqual([['a.txt', 'b.txt']])
    expect(alone).toMatchObject([{ name: 'c.txt', why: expect.stringContaining('same meeting') as string }])
  })

  it('of one side alone are not paired', () => {
    const { pairs, alone } = pairUp([load('talks/us', 'a.txt'), load('japan/us', 'b.txt')])
    expect(pairs).toEqual([])
    expect(alone.map(({ why }) => why)).toEqual(
      Array.from({ length: 2 }, () => 'All the texts here are of the same side.')
    )
  })

  it('of other days are not paired, whoever met', () => {
    const on = (name: string, file: string, day: string): ReadoutText => ({
      name,
      text: load(file, name).text.replace(/On June 18|today/u, `On ${day}`)
    })
    expect(
      pairUp([on('a.txt', 'talks/us', 'June 18, 2023'), on('b.txt', 'talks/cn', 'July 3, 2023')]).pairs
    ).toEqual([])
    expect(
      pairUp([on('a.txt', 'talks/us', 'June 18, 2023'), on('b.txt', 'talks/cn', 'June 19, 2023')]).pairs
    ).toHaveLength(1)
  })

  it('take the day from a file’s name where the text has none', () => {
    const bare = (name: string, file: string): ReadoutText => ({
      name,
      text: load(file, name).text.replace(/On June 18, |today /u, '')
    })
    expect(
      pairUp([bare('2023-06-18 us.txt', 'talks/us'), bare('2024-01-05 cn.txt', 'talks/cn')]).pairs
    ).toEqual([])
  })
})
