import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { measure, type Measured } from './marked.ts'

/**
 * What is reached on stories by authors who had not seen the engine: how many marked statements come out right, and how
 * much of what is nobody's is taken for a statement. It may grow, and must not shrink. Nothing is fitted to the held ones.
 */
const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures')

const REACHED = JSON.parse(readFileSync(resolve(FIXTURES, 'story-sentences/reached.json'), 'utf8')) as Record<
  string,
  { right: number; narration: number }
>

const total = ({ us, cn }: Measured['right']): number => us + cn

it.each(Object.entries(REACHED))('%s', (batch, { right, narration }) => {
  const folder = resolve(FIXTURES, batch)
  const measured = readdirSync(folder)
    .filter((name) => name.endsWith('.marked.txt'))
    .map((name) => measure(readFileSync(resolve(folder, name), 'utf8')))
  const sum = (count: (one: Measured) => number): number => measured.reduce((all, one) => all + count(one), 0)
  expect(sum((one) => total(one.right))).toBeGreaterThanOrEqual(right)
  expect(sum((one) => total(one.narration))).toBeLessThanOrEqual(narration)
})
