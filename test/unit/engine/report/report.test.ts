import { describe, expect, it } from 'vitest'
import { SIDES } from '../../../../engine/model.ts'
import { exportAs } from '../../../../engine/report/export.ts'
import { startWork } from '../../../../engine/edit/work.ts'
import { reportOf } from '../../../../engine/report/document.ts'
import { markdown } from '../../../../engine/report/markdown.ts'
import { countsOf, percent } from '../../../../engine/report/overview.ts'
import { passageText } from '../../../../engine/wording/names.ts'
import { summary } from '../../../../engine/report/summary.ts'
import { loadFont } from './reported.ts'
import { comparisonOf, readout, text } from '../readouts.ts'

const comparison = comparisonOf(readout('talks', 'us'), readout('talks', 'cn'))

describe('reports', () => {
  it('all forms give one count, in one vocabulary', async () => {
    const report = reportOf({ work: startWork(comparison) })
    for (const side of SIDES) {
      const said = countsOf(comparison, side)
      const alone = side === 'us' ? comparison.onlyUs : comparison.onlyCn
      expect(said).toMatch(
        new RegExp(
          `^${comparison.readouts[side].sentences.length} sentences: .* ${alone.length} only here$`,
          'u'
        )
      )
      const page = new TextDecoder().decode(
        (await exportAs('html', { work: startWork(comparison) }, loadFont)).bytes
      )
      for (const form of [report.figures, markdown(report), page]) expect(form).toContain(said)
      expect(summary(comparison)).toContain(said.replace(/^\d+ sentences: /u, ''))
    }
    for (const form of [markdown(report), summary(comparison)])
      expect(form).not.toMatch(/differently put|shared/u)
  })
  it('never show a share that is not nothing as nothing', () => {
    expect([0, 0.001, 0.004, 0.006, 0.5].map(percent)).toEqual(['0%', '<1%', '<1%', '1%', '50%'])
  })
  it('a passage says where it leaves sentences out', () => {
    const [first, second, third] = comparison.readouts.us.sentences
    expect(passageText(comparison, 'us', ['u1', 'u2'])).toBe(`${first?.text ?? ''} ${second?.text ?? ''}`)
    expect(passageText(comparison, 'us', ['u1', 'u3'])).toBe(`${first?.text ?? ''} […] ${third?.text ?? ''}`)
  })
  it('the summary names both sides, the topics and what each has alone', () => {
    const page = summary(comparison)
    expect(page).toMatch(/^United States: Secretary Blinken’s Meeting/)
    expect(page).toContain(`Only here, United States (${comparison.onlyUs.length})`)
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
