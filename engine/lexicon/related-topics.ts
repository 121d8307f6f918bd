import data from './data/related-topics.json' with { type: 'json' }

const kin = new Map<string, Set<string>>()
for (const [one = '', other = ''] of data.kin)
  for (const [from, to] of [
    [one, other],
    [other, one]
  ] as const)
    kin.set(from, (kin.get(from) ?? new Set()).add(to))

const NONE: ReadonlySet<string> = new Set()

/** The second-level topics ("topic.part") that readouts set against one, beside itself. */
export const relatedTopics = (part: string): ReadonlySet<string> => kin.get(part) ?? NONE
