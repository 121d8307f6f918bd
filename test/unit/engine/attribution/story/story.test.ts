import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../../../engine/compare.ts'
import { readStory } from '../../../../../engine/attribution/story/story.ts'

const text = readFileSync(resolve(import.meta.dirname, '../../../../fixtures/stories/geneva.txt'), 'utf8')
const read = (words: string) => {
  const story = readStory({ name: 'story', text: words })
  if (!story.ok) throw new Error(story.problem.message)
  return story
}
const shown = (words: string): string[] =>
  read(words).statements.map(({ side, start, end }) => `${side}: ${words.slice(start, end)}`)

/** How each side's statements in the fixture begin, in their order. */
const US = [
  'U.S. Secretary of State Rebecca Alderton told reporters',
  'She said that Washington',
  '“We do not seek conflict,” Alderton said, “but we will defend',
  'Alderton reaffirmed',
  '“Peace and stability there',
  '“The Secretary was clear',
  '“She also raised the cases',
  'Alderton pressed the point',
  'A senior U.S. official',
  'The official added'
]
const CN = [
  'Chinese Foreign Minister Gu Mingche blamed',
  '“The root cause',
  '“It is up to the United States',
  'On Taiwan, Gu warned',
  'China urged',
  'A Chinese Foreign Ministry spokesperson, Tang Lian',
  'Tang said Beijing',
  'Gu rejected',
  'Beijing also demanded',
  '“Those who add tariffs'
]

describe('a news story', () => {
  it('gives each side its statements and leaves the narration out', () => {
    const story = read(text)
    for (const [side, beginnings] of [
      ['us', US],
      ['cn', CN]
    ] as const) {
      const own = story.statements.filter((statement) => statement.side === side)
      expect(own.map(({ start }, at) => text.startsWith(beginnings[at] ?? '?', start))).toEqual(
        beginnings.map(() => true)
      )
    }
    expect(story.narration.map(({ start, end }) => text.slice(start, end)).join('\n')).toContain(
      'Markets hardly moved.'
    )
  })

  it('is compared like two readouts, each sentence with its words in the story and their source', () => {
    const { texts } = read(text)
    const compared = compare(texts.us, texts.cn)
    if (!compared.ok) throw new Error(compared.problem.message)
    for (const side of ['us', 'cn'] as const) {
      const { sentences, source, fromStory } = compared.comparison.readouts[side]
      expect(source).toBe(texts[side].text)
      expect(fromStory).toBe(true)
      expect(sentences).toHaveLength(10)
      for (const { text: words, quote, attributedTo, speaker } of sentences) {
        expect(quote?.words).toBe(words)
        expect(text.slice(quote?.start, quote?.end)).toBe(words)
        expect(text).toContain(attributedTo)
        expect(speaker).toBe(side)
      }
    }
  })

  it('takes nobody else’s words for a side’s', () => {
    const told = shown(
      'Secretary of State Rebecca Alderton said the talks were useful. “They were not,” said Ann Lee, a professor of Chinese history. She said more would follow. Japan’s foreign ministry said it was watching. China said it would reply.'
    )
    expect(told).toEqual([
      'us: Secretary of State Rebecca Alderton said the talks were useful.',
      'cn: China said it would reply.'
    ])
  })

  it('finds a source behind what is said, with when it spoke, and knows whoever is named behind a role', () => {
    const announced =
      'US President Dana Renner and Chinese President Gao Wen will meet in Lisbon in May, the two governments announced on Friday.'
    expect(
      shown(`${announced}\n\nRenner said she looked forward to it. Gao said he expected results.`)[0]
    ).toBe(`both: ${announced}`)
    const named =
      'US Secretary of State Dana Renner met Chinese Foreign Minister Gao Wen in Oslo on Friday. The list stays, a State Department spokesman said. “We wanted them to see it,” said the spokesman, Carl Mott.'
    expect(shown(`${named}\n\nA band played. Mott said there was no bargain. Gao said no.`)).toContain(
      'us: Mott said there was no bargain.'
    )
  })

  it('gives what stands behind somebody’s name and a colon to that side, to the end of its paragraph', () => {
    expect(
      shown(
        'US Secretary of State Dana Renner and Chinese Foreign Minister Gao Wen spoke in Oslo.\n\nQ: Was it long?\n\nRenner: Yes. I gave them eleven names.\n\nGao: Everyone is free to come and go.\n\nTHE WEATHER: It rained in Oslo. The port was closed.'
      )
    ).toEqual([
      'us: Renner: Yes.',
      'us: I gave them eleven names.',
      'cn: Gao: Everyone is free to come and go.'
    ])
  })

  it('takes the place of a Chinese dateline for nobody, and ends a name before a day', () => {
    expect(
      shown(
        '（北京／华盛顿综合讯）美国总统雷纳称，他日前与中国外长高文通了电话。\n\n雷纳星期六说，关税可能下调。中国外交部发言人方丽媛星期天回应时说，她不了解。'
      )
    ).toEqual([
      'us: （北京／华盛顿综合讯）美国总统雷纳称，他日前与中国外长高文通了电话。',
      'us: 雷纳星期六说，关税可能下调。',
      'cn: 中国外交部发言人方丽媛星期天回应时说，她不了解。'
    ])
  })

  it('refuses a story that quotes one side alone, and says what to do', () => {
    expect(readStory({ name: 's', text: 'China said it would reply. It rained.' })).toMatchObject({
      ok: false,
      problem: { code: 'one-sided-story' }
    })
  })
})
