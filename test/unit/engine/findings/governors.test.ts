import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startWork } from '../../../../engine/edit/work.ts'
import { SIDES, type Comparison, type Finding } from '../../../../engine/model.ts'
import { reportOf } from '../../../../engine/report/document.ts'
import { markdown } from '../../../../engine/report/markdown.ts'
import { summary } from '../../../../engine/report/summary.ts'
import { unmark } from '../attribution/story/marked.ts'
import { pairs } from '../matters/pairs.ts'
import { comparisonOfPair, comparisonOfStory } from '../readouts.ts'
import { pairOf } from './framed.ts'
import { ungoverned } from './quotations.ts'

const FIXTURES = join(import.meta.dirname, '../../../fixtures')
/** Marked news stories, without their marks. */
const stories = [
  'stories',
  ...readdirSync(join(FIXTURES, 'practice-stories')).map((set) => `practice-stories/${set}`)
]
  .flatMap((set) => readdirSync(join(FIXTURES, set)).map((name) => `${set}/${name}`))
  .filter((name) => name.endsWith('.marked.txt'))

/** Null for a story that has no statements of both sides. */
const ofStory = (name: string): Comparison | null =>
  comparisonOfStory(unmark(readFileSync(join(FIXTURES, name), 'utf8')).text)

/** What a page says in its own words: the texts' sentences and all that is quoted, quotations in it too, taken out. */
const ownWords = (page: string, { readouts }: Comparison): string => {
  const sentences = SIDES.flatMap((side) => readouts[side].sentences)
    .map(({ text: words }) => words.replace(/\s+/gu, ' '))
    .sort((a, b) => b.length - a.length)
  let left = page.replaceAll('\\', '').replace(/[*]/gu, '')
  for (const words of sentences) left = left.replaceAll(words, ' ')
  for (let before = ''; before !== left;) {
    before = left
    left = left.replace(/“[^“”\n]*”/gu, '')
  }
  return left
}

/** The words that findings of a pair quote of the US side. */
const quotedOf = ({ findings }: Comparison): string[] => findings.flatMap(({ words }: Finding) => words.us)

describe('no quotation is cut off from what governs it', () => {
  it.each(pairs)('in any finding of %s', (_name, us, cn) => {
    expect(ungoverned(comparisonOfPair(us, cn))).toEqual([])
  })
  it.each(stories)('in any finding of the story %s, and nothing calls it a readout', (name) => {
    const comparison = ofStory(name)
    if (!comparison) return
    expect(ungoverned(comparison)).toEqual([])
    for (const { say } of comparison.findings) expect(ownWords(say, comparison)).not.toMatch(/readout/iu)
    const page = ownWords(markdown(reportOf({ work: startWork(comparison) })), comparison)
    expect(page).toContain('how the two accounts differ')
    expect(page.split('\n').filter((line) => /readout/iu.test(line))).toEqual([])
    // Its items are findings, asked above, and the story's sentences, both cut to a line.
    const lines = summary(comparison).split('\n')
    expect(lines.filter((line) => !line.startsWith('  - ') && /readout/iu.test(line))).toEqual([])
  })
  it('is asked of stories that can be compared', () => {
    expect(stories.filter((name) => ofStory(name) !== null).length).toBeGreaterThan(80)
  })

  it.each([
    [
      'The Secretary denied that U.S. policy on Taiwan has changed.',
      /^(?!.*denied).*policy on Taiwan has changed/u
    ],
    ['It is hoped that China will curb fentanyl precursors.', /^(?!.*hoped).*China will curb/u],
    [
      'The Secretary asked whether Beijing supplies drone parts to Russia.',
      /^(?!.*whether).*Beijing supplies drone/u
    ],
    ['The United States does not support Taiwan independence.', /^(?!.*not).*support Taiwan independence/u],
    [
      'The Secretary said the port fees will end, provided that China buys 8 million tons of soybeans.',
      /^(?!.*provided).*port fees/u
    ]
  ])('%s', (sentence, cut) => {
    const comparison = pairOf([sentence], ['Shen Rui said that China values cultural exchanges.'])
    expect(quotedOf(comparison).filter((words) => cut.test(words))).toEqual([])
  })
})
