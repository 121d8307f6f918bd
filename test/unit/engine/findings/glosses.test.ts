import { describe, expect, it } from 'vitest'
import { startWork } from '../../../../engine/edit/work.ts'
import { reportOf } from '../../../../engine/report/document.ts'
import { markdown } from '../../../../engine/report/markdown.ts'
import { glossed } from '../../../../engine/wording/glossed.ts'
import { pairOf } from './framed.ts'

const US = [
  'The Secretary said that the tariffs on steel from China will stay until the export controls end.'
]

describe('a Chinese quotation', () => {
  const compared = pairOf(US, ['沈锐强调，中方坚决反对美方滥用出口管制，敦促美方取消加征关税。'])
  const glosses = compared.findings.flatMap((finding) => finding.glosses ?? [])

  it('has the English of the terms that stand in it, each once a finding', () => {
    expect(glosses).toContainEqual({ words: '出口管制', english: 'export controls' })
    for (const { glosses: own = [], words } of compared.findings) {
      expect(new Set(own.map((gloss) => gloss.words)).size).toBe(own.length)
      for (const gloss of own) expect(words.cn.some((quoted) => quoted.includes(gloss.words))).toBe(true)
    }
  })

  it('keeps its terms in a report', () => {
    expect(markdown(reportOf({ work: startWork(compared) }))).toContain('出口管制 (export controls)')
  })
})

describe('an English quotation', () => {
  it('has no terms', () => {
    const { findings } = pairOf(US, ['Shen Rui urged the U.S. side to lift the tariffs on steel at once.'])
    expect(findings.length).toBeGreaterThan(0)
    for (const finding of findings) {
      expect(finding.glosses).toBeUndefined()
      expect(glossed(finding)).toBeNull()
    }
  })
})
