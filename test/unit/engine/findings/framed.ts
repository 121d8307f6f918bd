import type { Comparison, Finding, FindingKind } from '../../../../engine/model.ts'
import { comparisonOf, text } from '../readouts.ts'

const OPENINGS = {
  us: 'Secretary of State Ruth Calder met today in Vienna with PRC Foreign Minister Shen Rui.',
  cn: 'Foreign Minister Shen Rui met with U.S. Secretary of State Ruth Calder in Vienna.',
  zh: '外交部长沈锐在维也纳会见美国国务卿考尔德。'
}

/** Two short readouts of one invented meeting, each with a paragraph a line after its opening. */
export const pairOf = (us: string[], cn: string[]): Comparison => {
  const isChinese = cn.some((line) => /\p{Script=Han}/u.test(line))
  return comparisonOf(
    text([OPENINGS.us, ...us].join('\n\n')),
    text([isChinese ? OPENINGS.zh : OPENINGS.cn, ...cn].join('\n\n'))
  )
}

/** The findings of one kind. */
export const findingsOf = (kind: FindingKind, us: string[], cn: string[]): Finding[] =>
  pairOf(us, cn).findings.filter((finding) => finding.kind === kind)
