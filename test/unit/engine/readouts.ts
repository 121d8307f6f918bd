import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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

/** Where this run's processes leave the comparisons of pairs for each other. */
const SHARED = process.env['PARALLAX_TEST_PAIRS']

/** Made here, unless another process of this run has made it. */
const sharedComparison = (us: string, cn: string, key: string): Comparison => {
  if (SHARED === undefined) return comparisonOf(text(us), text(cn))
  const path = join(SHARED, `${createHash('sha256').update(key).digest('hex')}.json`)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Comparison
  const made = comparisonOf(text(us), text(cn))
  const beside = `${path}-${process.pid}`
  writeFileSync(beside, JSON.stringify(made))
  renameSync(beside, path)
  return made
}

const ofPairs = new Map<string, Comparison>()

/**
 * The comparison of a pair that many test files look at. It is made once a run, since to compare all pairs takes
 * longer than what is tested of them; so it cannot be changed, and the names of its texts say nothing.
 */
export const comparisonOfPair = (us: string, cn: string): Comparison => {
  const key = JSON.stringify([us, cn])
  const known = ofPairs.get(key) ?? frozen(sharedComparison(us, cn, key))
  ofPairs.set(key, known)
  return known
}

export const text = (content: string): ReadoutText => ({ name: 'test', text: content })
