import { describe, expect, it } from 'vitest'
import { meetingDate } from '../../../../engine/identify/date.ts'
import { detectLanguage, isReadableScript } from '../../../../engine/text/language.ts'
import { placeOfText, placeTexts } from '../../../../engine/identify/assign-sides.ts'
import { readout, text } from '../readouts.ts'

describe('language', () => {
  it.each([
    ['They met in Beijing (北京).', 'en'],
    ['沈锐会见 Jane Alder。', 'zh'],
    ['', 'en']
  ])('of %j is %s', (words, language) => {
    expect(detectLanguage(words)).toBe(language)
  })
  it('tells a script that cannot be read', () => {
    expect(isReadableScript('Стороны обсудили вопросы.')).toBe(false)
    expect(isReadableScript('The sides (стороны) met.')).toBe(true)
  })
})

describe('sides', () => {
  it.each([
    ['talks', 'cn'],
    ['talks', 'cn.zh'],
    ['call', 'cn'],
    ['call', 'cn.zh'],
    ['japan', 'cn']
  ] as const)('%s and %s find their places in either order', (pair, file) => {
    const [us, cn] = [readout(pair, 'us'), readout(pair, file)]
    expect(placeTexts(us, cn)).toMatchObject({ swapped: false, us })
    expect(placeTexts(cn, us)).toMatchObject({ swapped: true, us })
  })

  it('gives reasons for a single text, in words', () => {
    expect(placeOfText(readout('talks', 'us'))).toMatchObject({ side: 'us' })
    const { side, reasons } = placeOfText(readout('talks', 'cn'))
    expect(side).toBe('cn')
    expect(reasons[0]).toMatch(/“Qin Gang”/)
  })

  it('does not guess where nothing tells', () => {
    expect(placeOfText(text('It rained all day.'))).toEqual({ side: null, reasons: [] })
  })
})

describe('the date of the meeting', () => {
  it.each([
    ['Readout, June 19, 2023', 'They met.', '2023-06-19'],
    ['（2023年6月19日）', '会见。', '2023-06-19'],
    ['Readout of 2023', 'On 19 June, they met.', '2023-06-19'],
    ['Readout', 'On March 12, 2026, they met.', '2026-03-12'],
    ['Readout', 'On June 19, they met.', null],
    ['Readout', 'They met.', null],
    ['Readout', 'On June 45, 2023, they met.', null]
  ])('of %j and %j is %s', (head, sentence, date) => {
    expect(meetingDate(head, sentence)).toBe(date)
  })
})
