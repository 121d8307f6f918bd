import { countWords } from '../text/words.ts'
import { inOnePiece, type FindingDraft, type Quote } from './draft.ts'
import type { Material } from './material.ts'
import { firstFrom } from '../syntax/word.ts'

/** What a finding shows of how well it is told: in which grammar its quotations stand, how they begin and where they end. */

/** What stands right before a quotation, by the grammar in which it is told; the first that fits. */
const FRAMES: readonly (readonly [name: string, before: RegExp])[] = [
  ['held', /\bthat (?:it|he|she) $/u],
  ['that', /\bthat $/u],
  ['text', /\breadout says $/u],
  ['clause', /\b(?:says?|said|counters,|saying) $/u],
  ['both', /\b(?:two sides’?|Likewise,|presidents) $/u],
  ['phrase', /\b(?:of|mentions|wants|lists|reports|agreement) $/u],
  ['second', /” and $/u],
  ['act', /[\p{L}’.,] $/u]
]
const frameOf = (before: string): string => FRAMES.find(([, pattern]) => pattern.test(before))?.[0] ?? 'other'

const POINTING = /\b(?:it|its|they|their|them|this|these|those|he|his|she|her|that|such|there|both|so)\b/giu
/** Beyond so many of a thing more tell nothing. */
const MOST = 4

/** How a quotation lies in its sentence: with how much left out before and behind it, with what it begins, before what it ends. */
const signsOfPlace = (material: Material, { passage, span }: Quote): Record<string, number> => {
  const { sentence, words } = passage
  const { text } = material.sides[passage.side]
  const length = Math.max(1, sentence.end - sentence.start)
  const first = words[firstFrom(words, span.start)]
  const last = words.findLast(({ end }) => end <= span.end)
  return {
    'left before': Math.max(0, span.start - sentence.start) / length,
    'left behind': Math.max(0, sentence.end - span.end) / length,
    'ends before comma': Number(text.charAt(span.end) === ','),
    [`begins with ${first?.pos ?? 'none'}`]: 1,
    [`ends with ${last?.pos ?? 'none'}`]: 1
  }
}

/** Signs of how a finding is told, by name; of quotations each sign is a mean. */
export const tellingSigns = (
  material: Material,
  { say }: FindingDraft,
  quotes: readonly Quote[]
): Record<string, number> => {
  const whole = inOnePiece(say)
  const quotations = [...whole.matchAll(/“([^”]*)”/gu)].map(({ index, 1: words = '' }) => ({
    words,
    frame: frameOf(whole.slice(0, index))
  }))
  const signs: Record<string, number> = {
    sentences: Number(/”\. \p{Lu}/u.test(say)),
    pointing: Math.min(
      MOST,
      quotations.reduce((sum, { words }) => sum + (words.match(POINTING)?.length ?? 0), 0)
    ),
    longest: Math.max(0, ...quotations.map(({ words }) => countWords(words))) / 20,
    unquoted: countWords(whole.replace(/“[^”]*”/gu, '')) / 10,
    elided: Number(whole.includes('…')),
    nested: Number(whole.includes('‘')),
    parted: Number(whole !== say)
  }
  const add = (name: string, value: number, all: number): void => {
    signs[name] = (signs[name] ?? 0) + value / all
  }
  for (const { frame } of quotations) add(`told as ${frame}`, 1, quotations.length)
  for (const quote of quotes)
    for (const [name, value] of Object.entries(signsOfPlace(material, quote))) add(name, value, quotes.length)
  return signs
}
