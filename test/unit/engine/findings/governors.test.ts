import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Comparison, Finding } from '../../../../engine/model.ts'
import { comparisonOf, comparisonOfPair, readout } from '../readouts.ts'
import { pairOf } from './framed.ts'
import { ungoverned } from './quotations.ts'

const PRACTICE = join(import.meta.dirname, '../../../fixtures/practice')
const practice = readdirSync(PRACTICE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const practised = (pair: string): Comparison => {
  const read = (file: string): string => readFileSync(join(PRACTICE, pair, file), 'utf8')
  return comparisonOfPair(read('us.txt'), read('cn.txt'))
}

/** The words that findings of a pair quote of the US side. */
const quotedOf = ({ findings }: Comparison): string[] => findings.flatMap(({ words }: Finding) => words.us)

describe('no quotation is cut off from what governs it', () => {
  it.each(practice)('in any finding of %s', (pair) => {
    expect(ungoverned(practised(pair))).toEqual([])
  })
  it.each(['talks', 'call', 'japan'])('in any finding of the fixture %s', (pair) => {
    expect(ungoverned(comparisonOf(readout(pair, 'us'), readout(pair, 'cn')))).toEqual([])
  })

  it.each([
    [
      'The Secretary denied that U.S. policy on Taiwan has changed.',
      /^(?!.*denied).*policy on Taiwan has changed/u
    ],
    ['It is hoped that China will curb fentanyl precursors.', /^(?!.*hoped).*China will curb/u],
    [
      'The Secretary asked whether Beijing supplies drone parts to Russia.',
      /^(?!.*whether).*Beijing supplies drone/u
    ],
    ['The United States does not support Taiwan independence.', /^(?!.*not).*support Taiwan independence/u],
    [
      'The Secretary said the port fees will end, provided that China buys 8 million tons of soybeans.',
      /^(?!.*provided).*port fees/u
    ]
  ])('%s', (sentence, cut) => {
    const comparison = pairOf([sentence], ['Shen Rui said that China values cultural exchanges.'])
    expect(quotedOf(comparison).filter((words) => cut.test(words))).toEqual([])
  })
})
