import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readStory } from '../../../engine/attribution/story/story.ts'
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

/** Where this run's processes leave for each other what they have made of pairs and stories. */
const SHARED = process.env['PARALLAX_TEST_PAIRS']

/** Whether another process makes what the file of this path says; what one left unmade that is gone is nobody's. */
const isBeingMade = (taken: string): boolean => {
  try {
    const by = Number(readFileSync(taken, 'utf8'))
    if (by > 0) process.kill(by, 0)
    return true
  } catch {
    rmSync(taken, { force: true })
    return false
  }
}

/**
 * Made here, unless another process of this run has made it, or is at it: two that look at the same pairs in one order
 * would else make each of them twice.
 */
const shared = <T>(key: string, make: () => T): T => {
  if (SHARED === undefined) return make()
  const path = join(SHARED, `${createHash('sha256').update(key).digest('hex')}.json`)
  const taken = `${path}-taken`
  while (!existsSync(path)) {
    try {
      writeFileSync(taken, String(process.pid), { flag: 'wx' })
    } catch {
      if (isBeingMade(taken)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      continue
    }
    try {
      if (existsSync(path)) break
      const made = make()
      const beside = `${path}-${process.pid}`
      writeFileSync(beside, JSON.stringify(made))
      renameSync(beside, path)
      return made
    } finally {
      rmSync(taken, { force: true })
    }
  }
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

/** Makes a value once a run for each key, since it takes longer than what is tested of it; so it cannot be changed. */
const onceARun = <T>(): ((key: string, make: () => T) => T) => {
  const values = new Map<string, T>()
  return (key, make) => {
    const known = values.get(key)
    if (known !== undefined) return known
    const value = frozen(shared(key, make))
    values.set(key, value)
    return value
  }
}

const pairOnce = onceARun<Comparison>()
const storyOnce = onceARun<ReturnType<typeof readStory>>()
const pairOfStoryOnce = onceARun<Comparison | 'none'>()

/** The comparison of a pair that many test files look at; the names of its texts say nothing. */
export const comparisonOfPair = (us: string, cn: string): Comparison =>
  pairOnce(JSON.stringify([us, cn]), () => comparisonOf(text(us), text(cn)))

/** What a story is read as that many test files look at; its name says nothing. */
export const storyOf = (story: string): ReturnType<typeof readStory> =>
  storyOnce(JSON.stringify(['story', story]), () => readStory({ name: 'story', text: story }))

/** The comparison of what a story quotes of both sides; null for one that has not statements of both. */
export const comparisonOfStory = (story: string): Comparison | null => {
  const made = pairOfStoryOnce(JSON.stringify(['pair of', story]), () => {
    const read = storyOf(story)
    return read.ok ? comparisonOf(read.texts.us, read.texts.cn) : 'none'
  })
  return made === 'none' ? null : made
}

export const text = (content: string): ReadoutText => ({ name: 'test', text: content })
