import type { Side, Span } from '../model.ts'
import type { Quote } from './draft.ts'
import type { Material } from './material.ts'

/** A sentence with a quotation of each side. */
export interface TwoQuotes {
  quotes: Record<Side, Quote>
  say: string
}

/** Lengths of two quotations, in words at most, the longest together first. */
export type Lengths = readonly (readonly [one: number, other: number])[]

/** All lengths that two quotations can have, of those that one can. */
export const lengthsOf = (budgets: readonly number[]): Lengths =>
  budgets
    .flatMap((one) => budgets.map((other) => [one, other] as const))
    .sort((a, b) => b[0] + b[1] - (a[0] + a[1]))

/** Makes something of each value once, however often it is asked for. */
export const oncePer = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new Map<K, { value: V }>()
  return (key) => {
    const known = made.get(key)
    if (known) return known.value
    const value = make(key)
    made.set(key, { value })
    return value
  }
}

/** Of equal quotations the first, so that what is asked of them is asked once. */
export const firstOfEqual = (): ((quote: Quote) => Quote) => {
  const known: Quote[] = []
  const isSame = (one?: Span, other?: Span): boolean => one?.start === other?.start && one?.end === other?.end
  return (quote) => {
    const first = known.find(
      ({ passage, span, elided }) =>
        passage === quote.passage && isSame(span, quote.span) && isSame(elided, quote.elided)
    )
    if (!first) known.push(quote)
    return first ?? quote
  }
}

/**
 * The sentence with the longest quotations that will do; null where none does.
 *
 * @param quoteIn what is quoted of a side in so many words at most; null where nothing can be
 * @param willDo whether a sentence is short enough, and stands by itself
 */
export const longestThatWillDo = (
  { firstInTie }: Material,
  lengths: Lengths,
  quoteIn: (side: Side, most: number) => Quote | null,
  tell: (quotes: Record<Side, Quote>) => string,
  willDo: (say: string) => boolean
): TwoQuotes | null => {
  const quoting = (side: Side): ((most: number) => Quote | null) => {
    const first = firstOfEqual()
    return oncePer((most) => {
      const quote = quoteIn(side, most)
      return quote && first(quote)
    })
  }
  const quoted = { us: quoting('us'), cn: quoting('cn') }
  // Of one length or another the words are often the same, which will not do the second time either.
  const tried = oncePer((_us: Quote) => new Set<Quote>())
  for (const [one, other] of lengths) {
    const [ofUs, ofCn] = firstInTie === 'us' ? [one, other] : [other, one]
    const [us, cn] = [quoted.us(ofUs), quoted.cn(ofCn)]
    if (!us || !cn || tried(us).has(cn)) continue
    tried(us).add(cn)
    const say = tell({ us, cn })
    if (willDo(say)) return { quotes: { us, cn }, say }
  }
  return null
}
