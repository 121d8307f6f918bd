import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Side, Speaker } from '../../../../engine/model.ts'
import { comparisonOfPair } from '../readouts.ts'

/**
 * Pairs by authors who had not seen the engine, after their first run (test/bench/first-runs.jsonl). They are known now
 * and the weights of attribution are fitted to them, so this says nothing of other texts; but what is reached may only
 * grow.
 */
const FOLDER = resolve(import.meta.dirname, '../../../fixtures/practice')

interface Gold {
  id: string
  text: string
  speaker: Speaker
}

/** Shares of sentences with the right speaker, in percent rounded down: English, Chinese original. */
const REACHED = JSON.parse(readFileSync(join(FOLDER, 'reached.json'), 'utf8')) as Record<string, number>

/** The share of the gold's sentences whose speaker is right. */
const rightOf = (pair: string, file: 'cn.txt' | 'cn.zh.txt'): number => {
  const read = (name: string): string => readFileSync(join(FOLDER, pair, name), 'utf8')
  const gold = JSON.parse(read(file === 'cn.txt' ? 'gold.json' : 'gold.zh.json')) as Record<Side, Gold[]>
  const texts = { us: read('us.txt'), cn: read(file) }
  const { readouts } = comparisonOfPair(texts.us, texts.cn)
  const judged = (['us', 'cn'] as const).flatMap((side) => {
    let from = 0
    return gold[side].map(({ text, speaker }) => {
      const start = texts[side].indexOf(text, from)
      from = start + 1
      const end = start + text.length
      const overlap = (sentence: { start: number; end: number }): number =>
        Math.min(sentence.end, end) - Math.max(sentence.start, start)
      const [best] = [...readouts[side].sentences].sort((a, b) => overlap(b) - overlap(a))
      return best !== undefined && overlap(best) > 0 && best.speaker === speaker
    })
  })
  return judged.filter(Boolean).length / judged.length
}

describe('whose statement a sentence is, in pairs of blind authors', () => {
  const cases = readdirSync(FOLDER)
    .filter((pair) => existsSync(join(FOLDER, pair, 'us.txt')))
    .flatMap((pair) =>
      (['cn.txt', 'cn.zh.txt'] as const)
        .filter((file) => existsSync(join(FOLDER, pair, file)))
        .map((file) => [pair, file] as const)
    )

  it.each(cases)('%s, %s', (pair, file) => {
    expect(Math.floor(100 * rightOf(pair, file))).toBeGreaterThanOrEqual(REACHED[`${pair}/${file}`] ?? 100)
  })
})
