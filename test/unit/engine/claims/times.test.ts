import { describe, expect, it } from 'vitest'
import { areApart, timesIn } from '../../../../engine/claims/times.ts'
import type { Language } from '../../../../engine/model.ts'

const HELD = '2028-10-12'
/** "2029-1 2029-3" for each time. */
const told = (text: string, language: Language, held: string | null = HELD): string[] => {
  const named = (month: number): string => `${Math.floor(month / 12)}-${(month % 12) + 1}`
  return timesIn(text, { start: 0, end: text.length }, language, held).map(
    ({ from, to }) => `${named(from)} ${named(to)}`
  )
}

describe('when something is to be', () => {
  it.each([
    ['will gather the week of Dec. 7', 'en', ['2028-12 2028-12']],
    ['will meet in the first quarter of next year', 'en', ['2029-1 2029-3']],
    ['will meet before the end of June 2029', 'en', ['2028-10 2029-6']],
    ['will meet in May', 'en', ['2029-5 2029-5']],
    ['may meet', 'en', []],
    ['will meet in 2029', 'en', ['2029-1 2029-12']],
    ['明年第一季度举行', 'zh', ['2029-1 2029-3']],
    ['2029年5月前举行', 'zh', ['2028-10 2029-5']],
    ['明年11月', 'zh', ['2029-11 2029-11']]
  ] as const)('%s', (text, language, times) => {
    expect(told(text, language)).toEqual(times)
  })
  it('of a meeting whose day is not known, in this year or the next', () => {
    expect(told('will meet in February', 'en', null)).toEqual(['1-2 1-2', '2-2 2-2'])
    expect(told('will meet in February 2029', 'en', null)).toEqual([])
  })
  it('times are apart where none lies within any other', () => {
    const [december, quarter, year] = [
      'the week of Dec. 7',
      'the first quarter of next year',
      'next year'
    ].map((text) => timesIn(text, { start: 0, end: text.length }, 'en', HELD))
    if (!december || !quarter || !year) throw new Error('no times')
    expect(areApart(december, quarter)).toBe(true)
    expect(areApart(quarter, year)).toBe(false)
    expect(areApart(december, [])).toBe(false)
    const [september, end] = ['by September', 'before the end of the year'].map((text) =>
      timesIn(text, { start: 0, end: text.length }, 'en', '2028-04-12')
    )
    expect(areApart(september ?? [], end ?? [])).toBe(true)
  })
})
