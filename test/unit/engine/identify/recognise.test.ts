import { describe, expect, it } from 'vitest'
import { meetingDate } from '../../../../engine/identify/date.ts'
import { detectLanguage, isReadableScript } from '../../../../engine/text/language.ts'
import { placeOfText, placeTexts } from '../../../../engine/identify/assign-sides.ts'
import { comparisonOf, readout, text } from '../readouts.ts'

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

  it('go by who met, and not by what an official deals with', () => {
    const us = text(
      'Remarks to the Press by Special Representative for North Korea Owen Castell Following a Meeting with His PRC Counterpart\n\nMR. CASTELL: Good evening. North Korea fired a missile last week, and Pyongyang knows what we think of it. North Korea has to come back to the table.'
    )
    const cn = text(
      'Special Representative Lu Wen Meets with U.S. Special Representative for the DPRK Owen Castell\n\nOn 8 October, Special Representative of the Chinese Government Lu Wen met with U.S. Special Representative for the DPRK Owen Castell. Lu Wen said that the U.S. side should stop its exercises.'
    )
    expect(comparisonOf(us, cn).readouts).toMatchObject({
      us: { partyName: 'United States' },
      cn: { partyName: 'China' }
    })
    expect(comparisonOf(cn, us).readouts.cn.partyName).not.toBe('DPRK')
  })

  it('are none whom no text names, whatever the wording', () => {
    const us = text(
      'READOUT: Commander Holds Call with PLA Commander\n\nAdm. Colin Maddox spoke today with Gen. Tang Weijun of the People’s Liberation Army. The commanders concurred that crews are bound by the rules of behavior, and Maddox said that the United States will go on flying.'
    )
    const cn = text(
      'Lu Haifeng on the Video Call Between the Theater Commanders\n\nAt the request of the U.S. side, General Tang Weijun of the Chinese PLA held a video call with Admiral Colin Maddox. The Chinese side made its position clear.'
    )
    expect(comparisonOf(us, cn).readouts.us.partyName).toBe('United States')
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
