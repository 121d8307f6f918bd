import type { Quote } from './draft.ts'
import type { Material } from './material.ts'
import { startOf } from './quote-form.ts'

/** Clauses whose subject stands behind their verb: "*Settled were* inspection procedures". */

const INVERTED = /^(?<act>\p{L}+(?:ed|en|t|d)) (?:is|are|was|were) (?<rest>.+)$/isu
/** "*Also* settled were": so little may stand before. */
const BEFORE_INVERTED = /(?:^|[.;] )(\p{L}+ )$/u
const ALSO = /^(?:also|further) /iu

/** An inverted clause with the word that leads it in: "*Also* settled were"; null where words are none. */
export const inverted = (material: Material, quote: Quote, words: string): string | null => {
  if (!INVERTED.test(words)) return null
  const { sentence, side } = quote.passage
  const before = material.sides[side].text.slice(sentence.start, startOf(material, quote, words))
  return `${BEFORE_INVERTED.exec(before)?.[1] ?? ''}${words}`
}

/**
 * "Also *raised* were *the transfers*": what was done to what, where the text's own side, or both, did it; null where it
 * is another's, or nobody is known to have done it.
 */
export const toldFirst = (
  { passage: { sentence, side, words: all } }: Quote,
  words: string
): { act: string; rest: string } | null => {
  const { act, rest } = INVERTED.exec(words.replace(ALSO, ''))?.groups ?? {}
  if (act === undefined || rest === undefined) return null
  const verb = all.find(({ text }) => text === act.toLowerCase())
  const isTold = sentence.speaker === side || sentence.speaker === 'both'
  // "*Absent* were any commitments": no verb.
  return isTold && verb?.pos === 'VERB' ? { act: verb.text, rest } : null
}
