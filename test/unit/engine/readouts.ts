import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../../../engine/compare.ts'
import type { Comparison, ReadoutText } from '../../../engine/model.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/readouts')

/** A fixture readout as text. */
export const readout = (pair: string, file: 'us' | 'cn' | 'cn.zh'): ReadoutText => ({
  name: `${pair}/${file}`,
  text: readFileSync(join(FOLDER, pair, `${file}.txt`), 'utf8')
})

/** The comparison of two texts that are known to be comparable. */
export const comparisonOf = (us: ReadoutText, cn: ReadoutText): Comparison => {
  const compared = compare(us, cn)
  if (!compared.ok) throw new Error(compared.problem.message)
  return compared.comparison
}

export const text = (content: string): ReadoutText => ({ name: 'test', text: content })
