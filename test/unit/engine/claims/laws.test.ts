import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../../engine/compare.ts'
import { connectives } from '../../../../engine/lexicon/claim-cues.ts'
import type { Claim, Language, Readout, Sentence } from '../../../../engine/model.ts'
import { comparisonOfPair } from '../readouts.ts'
import { casesIn } from './cases.ts'

const PRACTICE = join(import.meta.dirname, '../../../fixtures/practice')
const pairs = readdirSync(PRACTICE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  // From the end: where another file looks at them from the beginning, each is compared by whichever comes to it first.
  .reverse()

const read = (pair: string, file: string): string => readFileSync(join(PRACTICE, pair, file), 'utf8')

/** Words between claims that no list of connectives has. */
const strayWords = ({ start, text }: Sentence, claims: readonly Claim[], language: Language): string[] => {
  const marks = text.split('')
  for (const { span } of claims) for (let at = span.start; at < span.end; at++) marks[at - start] = '|'
  return marks
    .join('')
    .split('|')
    .map((rest) => {
      let words = rest.toLowerCase()
      for (const word of connectives[language])
        words = words.replace(language === 'en' ? new RegExp(`\\b${word}\\b`, 'gu') : word, ' ')
      return words.replace(/[\p{P}\p{S}\s]+/gu, ' ').trim()
    })
    .filter((words) => words !== '')
}

const holds = (readout: Readout): void => {
  for (const sentence of readout.sentences) {
    const claims = sentence.claims ?? []
    expect(claims.length, sentence.text).toBeGreaterThan(0)
    let last = sentence.start
    for (const { span, governor, figures, condition } of claims) {
      expect(span.start, sentence.text).toBeGreaterThanOrEqual(last)
      expect(span.end, sentence.text).toBeGreaterThan(span.start)
      expect(span.end, sentence.text).toBeLessThanOrEqual(sentence.end)
      if (governor) expect(governor.end, sentence.text).toBeLessThanOrEqual(span.start)
      // A condition stands in its claim, or as a clause of its own ahead of it.
      const isAhead = condition !== null && condition.start >= sentence.start && condition.end <= span.start
      for (const inside of [...figures, ...(condition && !isAhead ? [condition] : [])]) {
        expect(inside.start).toBeGreaterThanOrEqual(span.start)
        expect(inside.end).toBeLessThanOrEqual(span.end)
      }
      last = span.end
    }
    expect(strayWords(sentence, claims, readout.language), sentence.text).toEqual([])
  }
}

describe('the claims of a sentence', () => {
  it.each(pairs)('lie in it in order, without overlap, and hold its words: %s', (pair) => {
    for (const cn of ['cn.txt', 'cn.zh.txt'].filter((file) => existsSync(join(PRACTICE, pair, file)))) {
      const { readouts } = comparisonOfPair(read(pair, 'us.txt'), read(pair, cn))
      for (const readout of Object.values(readouts)) holds(readout)
    }
  })

  it('do so whatever sentences are made of', () => {
    const words = [...casesIn('english.txt'), ...casesIn('chinese.txt')].flatMap(({ text }) =>
      /\p{Script=Han}/u.test(text) ? (text.match(/[^，。；、]+[，。；、]?/gu) ?? []) : text.split(/(?<= )/u)
    )
    const sentence = fc
      .array(fc.constantFrom(...words), { minLength: 3, maxLength: 40 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(sentence, sentence, (us, cn) => {
        const once = compare({ name: 'us', text: us }, { name: 'cn', text: cn })
        const again = compare({ name: 'us', text: us }, { name: 'cn', text: cn })
        expect(again).toEqual(once)
        if (once.ok) for (const readout of Object.values(once.comparison.readouts)) holds(readout)
      }),
      { numRuns: 150, seed: 41 }
    )
  })
})
