import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Readout } from '../../../../engine/model.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'
import { stem } from '../../../../engine/wording/stem.ts'
import { comparisonOfPair } from '../readouts.ts'

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
