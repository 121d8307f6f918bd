import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../../../engine/compare.ts'
import { exchanged } from '../../../../../engine/exchange.ts'
import { meetingName } from '../../../../../engine/identify/meeting-name.ts'
import { SIDES, type Span } from '../../../../../engine/model.ts'
import { readStory } from '../../../../../engine/attribution/story/story.ts'
import { storyOf } from '../../readouts.ts'
import { shared, unmark } from './marked.ts'

/** Stories whose statements are marked with the number of their meeting, `{us@2|...}`; 0 for one that belongs to none. */
const FOLDER = resolve(import.meta.dirname, '../../../../fixtures/story-meetings')
const STORIES = resolve(import.meta.dirname, '../../../../fixtures/stories')
const WITH_MEETING = /\{(us|cn|both)@(\d)\|/gu

const fixture = (name: string): { text: string; marks: (Span & { meeting: number })[] } => {
  const source = readFileSync(resolve(FOLDER, `${name}.marked.txt`), 'utf8')
  const numbers = Array.from(source.matchAll(WITH_MEETING), ([, , number]) => Number(number))
  const { text, marks } = unmark(source.replace(WITH_MEETING, '{$1|'))
  return { text, marks: marks.map((mark, at) => ({ ...mark, meeting: numbers[at] ?? 0 })) }
}
const read = (text: string, meeting?: string) => {
  const story = readStory({ name: 'story', text }, undefined, meeting)
  if (!story.ok) throw new Error(story.problem.message)
  return story
}

describe('a story of several meetings', () => {
  it.each(readdirSync(FOLDER).map((name) => name.replace('.marked.txt', '')))(
    '%s: each statement belongs to its meeting',
    (name) => {
      const { text, marks } = fixture(name)
      const { statements } = read(text)
      const told = marks.map((mark) => {
        const statement = statements.find((one) => shared(one, mark) > 0)
        return `${text.slice(mark.start, mark.end)} = ${statement ? (statement.meeting ?? 'm0') : 'not found'}`
      })
      expect(told).toEqual(marks.map((mark) => `${text.slice(mark.start, mark.end)} = m${mark.meeting}`))
    }
  )

  it('calls each by who met, how and when', () => {
    const names = (name: string): string[] => read(fixture(name).text).meetings.map((meeting) => meeting.name)
    expect(names('wire-three-meetings')).toEqual([
      'Harwick–Lu Zhengan, Monday',
      'Harwick–Shen Guowei, Monday',
      'Harwick–Tao Zhenhai, Sunday'
    ])
    expect(names('agency-two-pairs')).toEqual([
      'Dell–Gao Yunfeng, Saturday',
      'Finch–Luo Jianhua, call, Friday'
    ])
    expect(names('paper-call-and-summit')).toEqual([
      'Rowan–Lu Zhengan, Saturday',
      'Rowan–Lu Zhengan, call, Tuesday'
    ])
    expect(names('agency-treasury-zh')).toEqual(['哈威克–陆振安, Monday', '哈威克–罗建华'])
  })

  it('is compared whole, or by the statements of one meeting alone', () => {
    const { text } = fixture('wire-three-meetings')
    const whole = read(text)
    expect(whole.texts.us.story?.meetings?.map(({ statements }) => statements.length)).toEqual([2, 2, 3])
    expect(whole.texts.us.story?.ofNone).toHaveLength(1)
    const all = compare(whole.texts.us, whole.texts.cn)
    // "a wrong perception of China" in Washington: what a source says is of other places too.
    expect(all.ok && meetingName(all.comparison, whole.texts)).toBe('United States–China')
    const one = read(text, 'm2')
    expect(one.texts.us.text).toContain('According to Reyes')
    expect(one.texts.us.text).not.toContain('fentanyl')
    const compared = compare(one.texts.us, one.texts.cn)
    if (!compared.ok) throw new Error(compared.problem.message)
    const { comparison } = compared
    expect(comparison.meetings).toMatchObject({
      compared: 'm2',
      all: [{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }]
    })
    for (const side of SIDES)
      expect(comparison.readouts[side].sentences.map(({ meeting }) => meeting)).toEqual(['m2', 'm2'])
    expect(meetingName(comparison, one.texts)).toBe('Harwick–Shen Guowei, Monday')
    expect(exchanged(comparison).meetings?.all[2]?.statements.cn).toEqual(
      comparison.meetings?.all[2]?.statements.us
    )
    expect(exchanged(exchanged(comparison))).toEqual(comparison)
  })

  it('refuses a meeting on which one side alone is quoted, and says on which', () => {
    const text = `${fixture('agency-two-pairs')
      .text.split('\n')
      .filter((line) => !/Commerce|rare earths/u.test(line))
      .join(
        '\n'
      )}\nIn the call on Friday, U.S. Trade Representative Laura Finch and Vice Premier Luo Jianhua went over tariffs. Finch said that China had yet to buy the soybeans it promised.`
    const { meetings } = read(text)
    const { id } = meetings.find(({ name }) => name.startsWith('Finch')) ?? { id: '' }
    const story = readStory({ name: 'story', text }, undefined, id)
    expect(story.ok ? '' : story.problem.message).toContain('both sides on the meeting Finch–Luo Jianhua')
  })
})

describe('a story of one meeting', () => {
  /** Of our stories that were written before meetings were told apart, these tell of several. */
  const SEVERAL: Record<string, string[]> = {
    'brief-climate': ['Kerry–Wang Yi', 'Kerry–Li Qiang'],
    'channel-blinken': ['Blinken–Xi Jinping, Monday', 'Blinken–Wang Yi', 'Blinken–Qin Gang, Sunday'],
    'paper-sullivan': ['Sullivan–Xi', 'Sullivan–Zhang Youxia', 'Sullivan–Wang Yi'],
    'radio-beijing-adviser': ['Ashgrove–Xi Jinping, Thursday', 'Ashgrove–Wang Yi'],
    'standard-yellen': ['Yellen–Li Qiang', 'Yellen–Liu He']
  }

  it('has none to tell apart', () => {
    const found = readdirSync(STORIES)
      .filter((name) => name.endsWith('.marked.txt'))
      .map((name) => {
        const { text } = unmark(readFileSync(resolve(STORIES, name), 'utf8'))
        const story = storyOf(text)
        if (!story.ok) throw new Error(story.problem.message)
        return [name.replace('.marked.txt', ''), story.meetings.map((meeting) => meeting.name)] as const
      })
      .filter(([, meetings]) => meetings.length > 0)
    expect(Object.fromEntries(found)).toEqual(SEVERAL)
  })

  it('is not made two by what was or is to come', () => {
    const text = `Secretary of State Paula Renner met Chinese Foreign Minister Gao Weimin in Oslo on Friday. Renner said the talks were useful. Gao told Renner that they were candid.

Renner met Vice Premier Luo Jianhua in Geneva last year. She will meet Premier Lu Zhengan in Beijing next month. Luo said in 2029 that trust was low.`
    expect(read(text).meetings).toEqual([])
  })
})
