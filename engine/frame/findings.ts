import type { Finding } from '../model.ts'
import { agreements } from './agreement.ts'
import { contestedTerms } from './contested-term.ts'
import { demands } from './demand.ts'
import type { FindingDraft } from './draft.ts'
import { dutiesReversed } from './duty-reversed.ts'
import { labels } from './label.ts'
import type { Material } from './material.ts'
import { omissions } from './omission.ts'
import { orderAndWeight } from './order-weight.ts'
import { protocol } from './protocol.ts'
import { reportedForOther } from './reported-for-other.ts'
import { strengths } from './strength.ts'
import { tones } from './tone.ts'

/** Fewer, better findings are read; so many at most, and of each kind. */
const MOST_FINDINGS = 25
const RULES: readonly { most: number; rule: (material: Material) => FindingDraft[] }[] = [
  { most: 4, rule: reportedForOther },
  { most: 4, rule: dutiesReversed },
  { most: 7, rule: omissions },
  { most: 4, rule: contestedTerms },
  { most: 4, rule: demands },
  { most: 3, rule: strengths },
  { most: 2, rule: labels },
  { most: 1, rule: tones },
  { most: 2, rule: orderAndWeight },
  { most: 1, rule: protocol },
  { most: 4, rule: agreements }
]

/** The same for a comparison and its mirror image: what is quoted, whichever side it is of. */
const tieKey = ({ kind, words, rule }: FindingDraft): string =>
  [kind, rule, ...[words.us.join(' '), words.cn.join(' ')].sort()].join('\n')

/** Strongest first; of equal weight in an order that does not depend on the places of the texts. */
const byWeight = (a: FindingDraft, b: FindingDraft): number => {
  const [one, other] = [tieKey(a), tieKey(b)]
  return b.weight - a.weight || (one < other ? -1 : one > other ? 1 : 0)
}

/** All that an analyst would note, strongest first. */
export const findingsOf = (material: Material): Finding[] => {
  const all = RULES.flatMap(({ most, rule }) => rule(material).sort(byWeight).slice(0, most))
  const sorted = all.sort(byWeight)
  // The best of each kind has its place, however strong the others are.
  const seen = new Set<string>()
  const firsts = sorted.filter(({ kind }) => !seen.has(kind) && seen.add(kind))
  const others = sorted.filter((draft) => !firsts.includes(draft))
  return [...firsts, ...others.slice(0, MOST_FINDINGS - firsts.length)]
    .sort(byWeight)
    .map((draft, at) => ({ id: `f${at + 1}`, ...draft }))
}
