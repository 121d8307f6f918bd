import type { FindingDraft } from '../../../../engine/findings/draft.ts'
import { differencesIn } from '../../../../engine/findings/findings.ts'
import type { Comparison, Finding, FindingKind, Side } from '../../../../engine/model.ts'
import { materialFor } from '../../../bench/material.ts'
import { comparisonOf, text } from '../readouts.ts'

const OPENINGS = {
  us: 'Secretary of State Ruth Calder met today in Vienna with PRC Foreign Minister Shen Rui.',
  cn: 'Foreign Minister Shen Rui met with U.S. Secretary of State Ruth Calder in Vienna.',
  zh: '外交部长沈锐在维也纳会见美国国务卿考尔德。'
}

const textsOf = (us: string[], cn: string[]): Record<Side, string> => {
  const isChinese = cn.some((line) => /\p{Script=Han}/u.test(line))
  return {
    us: [OPENINGS.us, ...us].join('\n\n'),
    cn: [isChinese ? OPENINGS.zh : OPENINGS.cn, ...cn].join('\n\n')
  }
}

/** Two short readouts of one invented meeting, each with a paragraph a line after its opening. */
export const pairOf = (us: string[], cn: string[]): Comparison => {
  const texts = textsOf(us, cn)
  return comparisonOf(text(texts.us), text(texts.cn))
}

/** What the rules find in such a pair, before it is asked what a reader would keep of it. */
export const draftsOf = (us: string[], cn: string[]): FindingDraft[] =>
  differencesIn(materialFor(pairOf(us, cn), textsOf(us, cn)))

/** The findings of one kind. */
export const findingsOf = (kind: FindingKind, us: string[], cn: string[]): Finding[] =>
  pairOf(us, cn).findings.filter((finding) => finding.kind === kind)
