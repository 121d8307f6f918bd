import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import type { Context, Ground, Outcome } from '../../../../engine/edit/ground.ts'
import { apply } from '../../../../engine/edit/apply.ts'
import type { Operation } from '../../../../engine/edit/operation.ts'
import { startWork, type Work } from '../../../../engine/edit/work.ts'
import { topics } from '../../../../engine/lexicon/topics.ts'
import { SIDES, type Comparison, type Group, type ReadoutText } from '../../../../engine/model.ts'
import { comparisonOf, readout, text } from '../readouts.ts'

/** What edits rest on, for tests, and the laws that a work obeys whatever was done to it. */

export const groundOf = (us: ReadoutText, cn: ReadoutText): Ground => ({
  base: comparisonOf(us, cn),
  texts: { us: us.text, cn: cn.text },
  topics
})

/**
 * An answer of the machine that stays as it is, whatever the engine of the day says: what an edit does to it can be
 * told in each test. Made once by `compare` (engine 0.2.0).
 */
const kept = (name: string, us: ReadoutText, cn: ReadoutText): Ground => ({
  base: JSON.parse(
    readFileSync(resolve(import.meta.dirname, `../../../fixtures/comparisons/${name}.json`), 'utf8')
  ) as Comparison,
  texts: { us: us.text, cn: cn.text },
  topics
})

export const talks = kept('talks', readout('talks', 'us'), readout('talks', 'cn'))
export const talksInChinese = groundOf(readout('talks', 'us'), readout('talks', 'cn.zh'))
export const call = groundOf(readout('call', 'us'), readout('call', 'cn'))
export const japan = groundOf(readout('japan', 'us'), readout('japan', 'cn'))

/** Two short texts of which each test knows what stands where. */
export const small = kept(
  'small',
  text(
    'The Secretary raised concerns about Taiwan; he also raised trade. He stressed the need to keep talking.\n\nThe two sides discussed climate change. They agreed to meet again.'
  ),
  text(
    'Shen Rui said that Taiwan is the first red line. He called for fair trade.\n\nBoth sides talked about climate change. They will stay in touch.'
  )
)

const AT = '2026-05-14T09:00:00.000Z'

export const contextOf = (ground: Ground, id = 'h1'): Context => ({ ...ground, id, at: AT })

const problemsOf = (id: string, one: Group['us'], all: ReadonlySet<string>): string[] =>
  one.length === 0 || one.some((member) => !all.has(member)) ? [id] : []

/** Every law that holds of a work; faster than an assertion each, since it is asked after every step. */
export const brokenLaws = (work: Work, { texts }: Pick<Ground, 'texts'>): string[] => {
  const { comparison, notes, tags, verified } = work
  const { readouts, groups, findings } = comparison
  const broken: string[] = []
  const places = new Map<string, number>()
  const ids: string[] = [...groups.map(({ id }) => id), ...findings.map(({ id }) => id)]
  for (const side of SIDES) {
    let end = 0
    for (const [at, sentence] of readouts[side].sentences.entries()) {
      ids.push(sentence.id)
      places.set(sentence.id, at)
      if (texts[side].slice(sentence.start, sentence.end) !== sentence.text) broken.push(`cut ${sentence.id}`)
      if (sentence.start < end || sentence.text.trim() !== sentence.text || sentence.text === '')
        broken.push(`extent ${sentence.id}`)
      if (sentence.topics.length === 0 || sentence.topics.length > 3) broken.push(`topics ${sentence.id}`)
      end = sentence.end
    }
    const own = new Set(readouts[side].sentences.map(({ id }) => id))
    const linked = new Set(groups.flatMap((group) => group[side]))
    const alone = side === 'us' ? comparison.onlyUs : comparison.onlyCn
    const expected = readouts[side].sentences.flatMap(({ id }) => (linked.has(id) ? [] : [id]))
    if (String(alone) !== String(expected)) broken.push(`alone ${side}`)
    for (const group of groups) {
      broken.push(...problemsOf(`members ${group.id}`, group[side], own))
      const order = group[side].map((id) => places.get(id) ?? -1)
      if (order.some((at, index) => index > 0 && at <= (order[index - 1] ?? 0)))
        broken.push(`order ${group.id}`)
    }
    for (const finding of findings) {
      if (finding[side].some((id) => !own.has(id))) broken.push(`finding ${finding.id}`)
      const words = finding.spans[side].map((span) => texts[side].slice(span.start, span.end))
      if (JSON.stringify(words) !== JSON.stringify(finding.words[side])) broken.push(`words ${finding.id}`)
    }
    const words = readouts[side].sentences.reduce((sum, sentence) => sum + sentence.words, 0)
    if (readouts[side].words !== words) broken.push(`count ${side}`)
    const shares = comparison.topics.flatMap((share) =>
      side === 'us' ? share.usSentences : share.cnSentences
    )
    if (String([...shares].sort()) !== String([...own].sort())) broken.push(`shares ${side}`)
    const sum = comparison.topics.reduce((total, share) => total + share[side], 0)
    if (Math.abs(sum - 1) > 0.02) broken.push(`sum of shares ${side}`)
  }
  if (new Set(ids).size !== ids.length) broken.push('ids')
  for (const [at, group] of groups.entries()) {
    const before = groups[at - 1]
    const first = (one: Group): [number, number] => [
      places.get(one.us[0] ?? '') ?? 0,
      places.get(one.cn[0] ?? '') ?? 0
    ]
    if (before) {
      const [a, b] = [first(before), first(group)]
      if (a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])) broken.push(`place of ${group.id}`)
    }
    const inside = SIDES.every((side) => {
      const members = readouts[side].sentences.filter(({ id }) => group[side].includes(id))
      return [...group.evidence, ...group.framing]
        .flatMap((entry) => entry[side])
        .every((span) => (members[0]?.start ?? 0) <= span.start && span.end <= (members.at(-1)?.end ?? 0))
    })
    if (!inside || group.evidence.length === 0) broken.push(`evidence of ${group.id}`)
  }
  const members = groups.map(({ us, cn }) => `${String(us)} ${String(cn)}`)
  if (new Set(members).size !== members.length) broken.push('two groups of the same sentences')
  const there = new Set(ids)
  const targets = [...notes, ...tags].map(({ target }) => target)
  for (const target of targets)
    if (target.on !== 'whole' && !there.has(target.id)) broken.push(`target ${target.id}`)
  for (const id of verified) if (!groups.some((group) => group.id === id)) broken.push(`verified ${id}`)
  if (new Set(notes.map(({ target }) => JSON.stringify(target))).size !== notes.length) broken.push('notes')
  if (new Set(tags.map((tagging) => JSON.stringify(tagging))).size !== tags.length) broken.push('tags')
  return broken
}

/** The work after operations that are known to go through. */
export const after = (ground: Ground, ...operations: Operation[]): Work => {
  let work = startWork(ground.base)
  for (const [at, operation] of operations.entries()) {
    const before = JSON.stringify(work)
    const outcome = apply(work, operation, contextOf(ground, `h${at + 1}`))
    if (!outcome.ok) throw new Error(`${operation.do}: ${outcome.message}`)
    expect(JSON.stringify(work), 'what was given stays as it is').toBe(before)
    expect(brokenLaws(outcome.work, ground)).toEqual([])
    work = outcome.work
  }
  return work
}

/** What is said of an operation that is refused. */
export const refusal = (ground: Ground, operation: Operation, work = startWork(ground.base)): string => {
  const outcome: Outcome = apply(work, operation, contextOf(ground, 'h99'))
  return outcome.ok ? 'done' : outcome.message
}
