import type { Comparison, Group, Matter, Sentence, Side } from '../../engine/model.ts'

/** A row of the Topics view: a group, or sentences in a row that one side alone has on a topic. */
export interface Row {
  key: string
  topic: string
  matter: Matter
  us: Sentence[]
  cn: Sentence[]
  /** Null for a one-sided row. */
  group: Group | null
}

export type RowOrder = 'us' | 'cn' | 'weight' | 'difference'

/** Sentences by their ids, in the order of the text. */
const picker = (sentences: readonly Sentence[]): ((ids: readonly string[]) => Sentence[]) => {
  const places = new Map(sentences.map(({ id }, at) => [id, at]))
  return (ids) =>
    ids
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => a - b)
      .flatMap((at) => sentences[at] ?? [])
}

/** Sentences that follow each other and share their first topic make one row; it has a finer matter if they all have. */
const oneSidedRows = (comparison: Comparison, side: Side): Row[] => {
  const { sentences } = comparison.readouts[side]
  const alone = new Set(side === 'us' ? comparison.onlyUs : comparison.onlyCn)
  const rows: Row[] = []
  let previous: Sentence | null = null
  for (const sentence of sentences) {
    const topic = sentence.topics[0]?.id ?? ''
    if (alone.has(sentence.id)) {
      const last = rows.at(-1)
      const { matter } = sentence
      const joins = last && previous && alone.has(previous.id) && last.topic === topic
      // What the lexicon does not know has only its own words for a name, and so a row of its own.
      if (joins && !matter.outside && !last.matter.outside) {
        last[side].push(sentence)
        if (last.matter.part !== matter.part) last.matter = { label: '' }
      } else
        rows.push({
          key: `${side}-${sentence.id}`,
          topic,
          matter,
          us: [],
          cn: [],
          group: null,
          [side]: [sentence]
        })
    }
    previous = sentence
  }
  return rows
}

export const rowsOf = (comparison: Comparison): Row[] => {
  const { us, cn } = comparison.readouts
  const [ours, theirs] = [picker(us.sentences), picker(cn.sentences)]
  return [
    ...comparison.groups.map((group) => ({
      key: group.id,
      topic: group.topic,
      matter: group.matter,
      us: ours(group.us),
      cn: theirs(group.cn),
      group
    })),
    ...oneSidedRows(comparison, 'us'),
    ...oneSidedRows(comparison, 'cn')
  ]
}

const place = (row: Row, side: Side): number => row[side][0]?.start ?? Infinity
const other = (side: Side): Side => (side === 'us' ? 'cn' : 'us')
const words = (row: Row): number => [...row.us, ...row.cn].reduce((sum, sentence) => sum + sentence.words, 0)
/** A matter that one side leaves out differs as much as can be. */
const difference = (row: Row): number =>
  row.group ? (row.group.relation === 'differ' ? 1 : 0) + (row.group.framing[0]?.weight ?? 0) : 2

/**
 * Rows in the order that the reader asks for; stable. In the order of one text, what the other has alone comes last.
 */
export const sortRows = (rows: readonly Row[], order: RowOrder): Row[] => {
  const sorted = [...rows]
  if (order === 'us' || order === 'cn')
    return sorted.sort(
      (a, b) =>
        compare(place(a, order), place(b, order)) || compare(place(a, other(order)), place(b, other(order)))
    )
  const value = order === 'weight' ? words : difference
  return sorted.sort((a, b) => value(b) - value(a))
}

/** Infinity less infinity is no number, so places are compared and not subtracted. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
