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

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

const ofPairs = new Map<string, Comparison>()

/**
 * The comparison of a pair that many test files look at. It is made once a process, since to compare all pairs takes
 * longer than what is tested of them; so it cannot be changed, and the names of its texts say nothing.
 */
export const comparisonOfPair = (us: string, cn: string): Comparison => {
  const key = JSON.stringify([us, cn])
  const known = ofPairs.get(key) ?? frozen(comparisonOf(text(us), text(cn)))
  ofPairs.set(key, known)
  return known
}

export const text = (content: string): ReadoutText => ({ name: 'test', text: content })
