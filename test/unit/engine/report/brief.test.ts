import { describe, expect, it } from 'vitest'
import { startWork } from '../../../../engine/edit/work.ts'
import { meetingName } from '../../../../engine/identify/meeting-name.ts'
import { SIDES } from '../../../../engine/model.ts'
import { BRIEF_REPORT, reportOf } from '../../../../engine/report/document.ts'
import { markdown } from '../../../../engine/report/markdown.ts'
import { pairOf } from '../findings/framed.ts'
import { pairs } from '../matters/pairs.ts'
import { comparisonOfPair, text } from '../readouts.ts'

describe.each(pairs)('the brief on %s', (_name, us, cn) => {
  const texts = { us: text(us), cn: text(cn) }
  const comparison = comparisonOfPair(us, cn)
  const report = reportOf({ work: startWork(comparison), name: meetingName(comparison, texts) }, BRIEF_REPORT)
  const { brief } = report

  it('is two pages, with a title, and without rules, weights and reasons', () => {
    const page = markdown(report)
    expect(page.length).toBeLessThan(9000)
    expect(page).toMatch(/^# .+: how the two readouts differ$/mu)
    expect(page).not.toMatch(/; rule [\w:-]+; weight \d|Side by side because/u)
  })
  it('tells at most five differences, each with a whole sentence or the quoted words, and their paragraph', () => {
    expect(brief.differences.length).toBeLessThanOrEqual(5)
    for (const { quotes } of brief.differences) {
      expect(quotes.length).toBeGreaterThan(0)
      for (const { side, pieces, place } of quotes) {
        expect(place).toMatch(/^paragraph [1-9]\d*$/u)
        expect(pieces.some(({ isQuoted }) => isQuoted)).toBe(true)
        const words = pieces.map((piece) => piece.text).join('')
        const all = comparison.readouts[side].sentences.map((sentence) => sentence.text.replace(/\s+/gu, ' '))
        const isWhole = all.some((sentence) => words.trim() === sentence.trim())
        expect(isWhole || words.includes('[…]'), words).toBe(true)
      }
    }
  })
  it('has each matter once, with paragraphs of the sides that have it and of no other', () => {
    const names = brief.matters.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { standing, us: one, cn: other } of brief.matters) {
      const alone = standing.startsWith('only')
      expect([one, other].filter((places) => places !== '')).toHaveLength(alone ? 1 : 2)
    }
  })
  it('names no matter by a topic of which others are told too', () => {
    const names = brief.matters.map(({ name }) => name)
    for (const name of names) expect(names.filter((other) => other.startsWith(`${name}: `))).toEqual([])
  })
  it('quotes each figure as it stands', () => {
    for (const { items } of brief.figures)
      for (const { side, words } of items)
        expect(texts[side].text.replace(/\s+/gu, ' '), words).toContain(words)
  })
})

it('tells which figures both have and which one alone, with what they count, and not the day of the meeting', () => {
  const comparison = pairOf(
    [
      'The Secretary said that China will buy 25 million tons of soybeans by January 15. He welcomed 84 weekly flights.'
    ],
    ['Shen Rui said that there will be 84 flights a week, and that 30 companies were added to the list.']
  )
  const { figures } = reportOf({ work: startWork(comparison) }).brief
  const told = figures.map(({ who, items }) => [who, ...items.map(({ words }) => words)])
  expect(told).toEqual([
    ['Both', '84 weekly flights'],
    ['Only United States', '25 million tons', 'by January 15'],
    ['Only China', '30 companies']
  ])
  expect(SIDES.every((side) => comparison.readouts[side].sentences.length > 0)).toBe(true)
})
