import { describe, expect, it } from 'vitest'
import { startWork } from '../../../../engine/edit/work.ts'
import { reportOf } from '../../../../engine/report/document.ts'
import { markdown } from '../../../../engine/report/markdown.ts'
import { overviewOf } from '../../../../engine/report/overview.ts'
import { passageText } from '../../../../engine/wording/names.ts'
import { summary } from '../../../../engine/report/summary.ts'
import { comparisonOf, readout, text } from '../readouts.ts'

const comparison = comparisonOf(readout('talks', 'us'), readout('talks', 'cn'))

describe('reports', () => {
  it('the overview counts what the comparison holds', () => {
    const { alignedWords, shared, differing, only } = overviewOf(comparison)
    expect(shared + differing).toBe(comparison.groups.length)
    expect(only.us.map(({ id }) => id)).toEqual(comparison.onlyUs)
    const wordsAlone = only.cn.reduce((sum, { words }) => sum + words, 0)
    expect(alignedWords.cn).toBeCloseTo(1 - wordsAlone / comparison.readouts.cn.words)
  })
  it('a passage says where it leaves sentences out', () => {
    const [first, second, third] = comparison.readouts.us.sentences
    expect(passageText(comparison, 'us', ['u1', 'u2'])).toBe(`${first?.text ?? ''} ${second?.text ?? ''}`)
    expect(passageText(comparison, 'us', ['u1', 'u3'])).toBe(`${first?.text ?? ''} […] ${third?.text ?? ''}`)
  })
  it('the summary names both sides, the topics and what each has alone', () => {
    const page = summary(comparison)
    expect(page).toMatch(/^United States: Secretary Blinken’s Meeting/)
    expect(page).toContain(`Only United States (${comparison.onlyUs.length})`)
    expect(page).toMatch(/Taiwan +\d+% \| +\d+%/)
    expect(page.split('\n').every((line) => line.length < 200)).toBe(true)
  })
  it('the Markdown page has every sentence, and none of its marks take effect', () => {
    const page = markdown(reportOf({ work: startWork(comparison) }))
    for (const { text: words } of [...comparison.readouts.us.sentences, ...comparison.readouts.cn.sentences])
      expect(page.replaceAll('\\', '')).toContain(words.replace(/\s+/g, ' '))
    const hostile = markdown(
      reportOf({
        work: startWork(
          comparisonOf(
            text('Wang *Yi* <b>said</b> [Taiwan](x) | _one_.'),
            text('The Secretary discussed Taiwan.')
          )
        )
      })
    )
    expect(hostile).toContain('Wang \\*Yi\\* \\<b\\>said\\</b\\> \\[Taiwan\\](x) \\| \\_one\\_.')
  })
})
