import type { Span } from '../../model.ts'

/** Each says in one sentence what is wrong; the first is enough. */
export type Faults = Generator<string, void, undefined>

/** What a span is of, for the reader: "sentence u1". */
export type Named<T> = readonly [what: string, T]

/** The first value that is there a second time. */
export const repeated = (values: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return values.find((value) => seen.size === seen.add(value).size)
}

export function* unlessOnce(values: readonly string[], what: string): Faults {
  const twice = repeated(values)
  if (twice !== undefined) yield `The ${what} ${twice} is there twice.`
}

/** Where spans do not cut a text. */
export function* outside(spans: readonly Named<Span>[], { length }: string): Faults {
  for (const [what, { start, end }] of spans)
    if (start > end || end > length) yield `The ${what} reaches beyond its text.`
}

/** Where spans do not follow each other, each with something in it. */
export function* unlessInOrder(spans: readonly Named<Span>[]): Faults {
  let reached = 0
  for (const [what, { start, end }] of spans) {
    if (start >= end) yield `The ${what} is empty.`
    if (start < reached) yield `The ${what} begins inside the one before it.`
    reached = end
  }
}

export function* unlessKnown(ids: readonly string[], known: ReadonlySet<string>, what: string): Faults {
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) yield `The ${what} names ${unknown}, which there is not.`
}

/** Words that are said to be cut at spans: the same number, and the same words. */
export function* unlessCut(
  words: readonly string[],
  spans: readonly Span[],
  text: string,
  what: string
): Faults {
  if (
    words.length !== spans.length ||
    spans.some(({ start, end }, at) => text.slice(start, end) !== words[at])
  )
    yield `The words of the ${what} are not those of the text.`
}
