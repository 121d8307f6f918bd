import type { Row } from '../../engine/matters/rows.ts'
import { otherSide, type Comparison, type Side, type TopicShare } from '../../engine/model.ts'
import { words } from '../words/words.ts'

/** All rows on a topic, with how much of each text it takes. */
export interface Section {
  topic: string
  share: Pick<TopicShare, 'us' | 'cn'>
  rows: Row[]
}

export const ROW_ORDERS = ['us', 'cn', 'weight', 'difference'] as const
export type RowOrder = (typeof ROW_ORDERS)[number]

/** What the orders are called, behind "Order". */
export const orderNamesOf = ({ readouts }: Pick<Comparison, 'readouts'>): Record<RowOrder, string> => ({
  us: words.topics.orders.ofText(readouts.us.partyName),
  cn: words.topics.orders.ofText(readouts.cn.partyName),
  weight: words.topics.orders.weight,
  difference: words.topics.orders.difference
})

const place = (row: Row, side: Side): number => row[side][0]?.start ?? Infinity
const wordsIn = (row: Row): number =>
  [...row.us, ...row.cn].reduce((sum, sentence) => sum + sentence.words, 0)
/** A matter that one side leaves out differs as much as can be. */
const difference = (row: Row): number =>
  row.answer === 'only' ? 2 : (row.answer === 'differs' ? 1 : 0) + (row.differences[0]?.weight ?? 0)

/** Infinity less infinity is no number, so places are compared and not subtracted. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/**
 * Rows in the order that the reader asks for; stable. In the order of one text, what the other has alone comes last.
 */
export const sortRows = (rows: readonly Row[], order: RowOrder): Row[] => {
  const sorted = [...rows]
  if (order === 'us' || order === 'cn')
    return sorted.sort(
      (a, b) =>
        compare(place(a, order), place(b, order)) ||
        compare(place(a, otherSide(order)), place(b, otherSide(order)))
    )
  const value = order === 'weight' ? wordsIn : difference
  return sorted.sort((a, b) => value(b) - value(a))
}

/** Rows under their topics, both in the order that the reader asks for; by words, the topics by their shares. */
export const sectionsOf = ({ topics }: Comparison, rows: readonly Row[], order: RowOrder): Section[] => {
  const sections = new Map<string, Section>()
  for (const row of sortRows(rows, order)) {
    const known = sections.get(row.topic)
    if (known) known.rows.push(row)
    else {
      const { us = 0, cn = 0 } = topics.find(({ topic }) => topic === row.topic) ?? {}
      sections.set(row.topic, { topic: row.topic, share: { us, cn }, rows: [row] })
    }
  }
  const all = [...sections.values()]
  return order === 'weight' ? all.sort((a, b) => b.share.us + b.share.cn - (a.share.us + a.share.cn)) : all
}
