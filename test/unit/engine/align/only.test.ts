import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import places from '../../../../engine/lexicon/data/places.json' with { type: 'json' }
import type { Readout } from '../../../../engine/model.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'
import { stem } from '../../../../engine/wording/stem.ts'
import { comparisonOfPair } from '../readouts.ts'

const MET_IN_BALI = [
  'President Moray met with President Lu Zhengping of the PRC in Bali.\n\nThe President recalled their meeting in Bali and said that the war in Ukraine must end.',
  '卢正平主席在巴厘岛同美国总统莫雷举行会晤。\n\n卢正平回顾了巴厘岛会晤，表示乌克兰战事必须结束，反对“新冷战”。'
] as const

it('looks words up in the other language before it says that only one side has them', () => {
  const { groups } = comparisonOfPair(...MET_IN_BALI)
  const says = groups
    .flatMap(({ framing }) => framing.filter(({ kind }) => kind === 'term'))
    .map(({ say }) => say)
  expect(groups.length).toBeGreaterThan(0)
  expect(says.join(' ')).not.toMatch(/巴厘|Bali|乌克兰|Ukraine|会晤/u)
  expect(says.join(' ')).toContain('新冷战')
})

const FIXTURES = join(import.meta.dirname, '../../../fixtures')
const folders = ['readouts', 'practice'].flatMap((set) =>
  readdirSync(join(FIXTURES, set), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(FIXTURES, set, name))
)
const pairs = folders.flatMap((folder) =>
  ['cn.txt', 'cn.zh.txt']
    .filter((file) => existsSync(join(folder, file)))
    .map((file) => {
      const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
      return [`${folder.slice(FIXTURES.length + 1)}/${file}`, read('us.txt'), read(file)] as const
    })
)

const wordsOf = (words: string): string =>
  ` ${tokenise(words)
    .map(({ text: word }) => word)
    .join(' ')} `
const bodyOf = ({ sentences }: Readout): string =>
  wordsOf(sentences.map((sentence) => sentence.text).join(' '))

describe.each(pairs)('what is said to stand on one side only, in %s', (_name, us, cn) => {
  const { readouts, groups } = comparisonOfPair(us, cn)
  const bodies = { us: bodyOf(readouts.us), cn: bodyOf(readouts.cn) }

  it('stands nowhere in the other text, and is no fragment', () => {
    for (const { say, us: ours, cn: theirs } of groups.flatMap(({ framing }) =>
      framing.filter(({ kind }) => kind === 'term')
    )) {
      for (const { start, end } of ours) expect(bodies.cn, say).not.toContain(wordsOf(us.slice(start, end)))
      for (const { start, end } of theirs) expect(bodies.us, say).not.toContain(wordsOf(cn.slice(start, end)))
      expect(say).not.toMatch(/ (?:and|or|of|the|to|in|for)”/u)
    }
  })

  it('names no place that the other text names in its own language', () => {
    const namesOf = (words: string): string[] =>
      places.places.flatMap(({ en, zh }) =>
        [...en, ...zh].some((name) => words.includes(name)) ? [...en, ...zh] : []
      )
    for (const { say, us: ours, cn: theirs } of groups.flatMap(({ framing }) =>
      framing.filter(({ kind }) => kind === 'term')
    )) {
      for (const { start, end } of ours)
        for (const name of namesOf(us.slice(start, end))) expect(cn, say).not.toContain(name)
      for (const { start, end } of theirs)
        for (const name of namesOf(cn.slice(start, end))) expect(us, say).not.toContain(name)
    }
  })

  it('is marked word for word only where no sentence of the other has the word', () => {
    const stems = (body: string): Set<string> => new Set(body.trim().split(' ').map(stem))
    const all = { us: stems(bodies.us), cn: stems(bodies.cn) }
    for (const marks of groups.flatMap(({ wordMarks }) => wordMarks ?? [])) {
      for (const { start, end } of marks.onlyUs)
        expect(all.cn).not.toContain(stem(us.slice(start, end).toLowerCase()))
      for (const { start, end } of marks.onlyCn)
        expect(all.us).not.toContain(stem(cn.slice(start, end).toLowerCase()))
    }
  })
})
