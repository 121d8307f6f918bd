import type { Claim } from '../model.ts'
import { isPastForm } from '../syntax/verb-groups.ts'
import { firstFrom } from '../syntax/word.ts'
import { PARTED, wordsOf, type Quote } from './draft.ts'
import type { Material } from './material.ts'

/** Lists that are quoted without their end: each item for itself, joined by the sentence that tells them. */

/** Whether a claim is an item behind a comma: not what describes the item before, ", announced with little notice", ", adding that …". */
const isItem = (text: string, { passage: { words }, span }: Quote, { span: { start } }: Claim): boolean => {
  if (!/[^,],\s+$/u.test(text.slice(span.start, start))) return false
  const at = firstFrom(words, start)
  const [first, next] = words.slice(at, at + 2)
  if (!first || /ing$|^(?:and|but|or)$/u.test(first.text)) return false
  return !(isPastForm(first) && next?.pos === 'ADP')
}

/** Where the items behind the first begin of a list that is quoted without its end: "pursues A, *does not support B*" of "…, and does C". */
const itemsIn = (material: Material, quote: Quote): number[] => {
  const { passage, span } = quote
  const { text, readout } = material.sides[passage.side]
  if (readout.language === 'zh') return []
  const claims = (passage.sentence.claims ?? []).filter(
    ({ span: { start } }) => start > span.start && start < span.end
  )
  const last = claims.at(-1)
  if (!last || !isItem(text, quote, last)) return []
  const isWhole = last.span.end <= span.end && text.startsWith(',', last.span.end)
  return isWhole
    ? claims.filter((claim) => isItem(text, quote, claim)).map(({ span: { start } }) => start)
    : []
}

/** Words of a quotation, with the mark that takes a list without its end apart. */
export const wordsInParts = (material: Material, quote: Quote): string => {
  const { start, end } = quote.span
  const places = [start, ...itemsIn(material, quote), end]
  return places
    .slice(1)
    .map((to, at) =>
      wordsOf(material, { passage: quote.passage, span: { start: places[at] ?? start, end: to } })
    )
    .join(PARTED)
}
