import type { Side } from '../model.ts'
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
  const quoted = {
    us: oncePer((most: number) => quoteIn('us', most)),
    cn: oncePer((most: number) => quoteIn('cn', most))
  }
  for (const [one, other] of lengths) {
    const [ofUs, ofCn] = firstInTie === 'us' ? [one, other] : [other, one]
    const [us, cn] = [quoted.us(ofUs), quoted.cn(ofCn)]
    if (!us || !cn) continue
    const say = tell({ us, cn })
    if (willDo(say)) return { quotes: { us, cn }, say }
  }
  return null
}
