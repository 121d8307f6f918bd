import { describe, expect, it } from 'vitest'
import { sectionOf, verdictOf } from '../../../../engine/report/verdict.ts'
import { startWork } from '../../../../engine/edit/work.ts'
import { reportOf } from '../../../../engine/report/document.ts'
import { markdown } from '../../../../engine/report/markdown.ts'
import { comparisonOf, readout, text } from '../readouts.ts'

const pairs = [
  ['talks', 'cn'],
  ['talks', 'cn.zh'],
  ['call', 'cn']
] as const

describe.each(pairs)('the verdict on %s (%s)', (pair, file) => {
  const texts = { us: readout(pair, 'us'), cn: readout(pair, file) }
  const comparison = comparisonOf(texts.us, texts.cn)
  const verdict = verdictOf(comparison)

  it('has every finding in one section', () => {
    const ids = verdict.sections.flatMap(({ findings }) => findings.map(({ id }) => id))
    expect(ids.sort()).toEqual(comparison.findings.map(({ id }) => id).sort())
  })
  it('leads with differences on several matters', () => {
    expect(verdict.foremost.length).toBeGreaterThanOrEqual(3)
    expect(verdict.foremost.length).toBeLessThanOrEqual(5)
    expect(new Set(verdict.foremost.slice(0, 3).map(({ topic }) => topic)).size).toBe(3)
    const told = verdict.foremost.flatMap(({ us, cn }) => [...us, ...cn])
    expect(new Set(told).size).toBe(told.length)
    for (const finding of verdict.foremost) expect(['shared', 'form']).not.toContain(sectionOf(finding))
  })
  it('quotes nothing that the texts do not carry', () => {
    const flat = (words: string): string => words.replace(/\s+/g, ' ').replace(/[“”"‘’']/g, '')
    const both = flat(`${texts.us.text}\n${texts.cn.text}`)
    for (const { say } of comparison.findings)
      for (const [, words] of say.matchAll(/“([^”]*)”/g))
        // What is set into a clause may be left out, with an ellipsis in its place.
        for (const part of (words ?? '?').split(' …')) expect(both).toContain(flat(part))
  })
  it('is in the Markdown page in sentences, the most important first', () => {
    const page = markdown(reportOf({ work: startWork(comparison) })).replaceAll('\\', '')
    const [first] = verdict.foremost
    expect(page).toContain(verdict.opening)
    expect(page.indexOf(first?.say ?? '?')).toBeGreaterThan(page.indexOf(verdict.opening))
    for (const { say } of verdict.foremost) expect(page).toContain(say)
  })
})

it('says so where nothing is in common', () => {
  const { opening, foremost } = verdictOf(
    comparisonOf(text('A kettle whistled while rain fell.'), text('Two cats slept beneath an old piano.'))
  )
  expect(opening).toContain('they have no matter in common')
  expect(foremost).toEqual([])
})
