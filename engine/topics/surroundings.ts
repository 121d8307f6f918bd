import data from '../lexicon/data/topic-cues.json' with { type: 'json' }
import type { Span } from '../model.ts'
import { PhraseMatcher } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'

/** Where a concept stands in its sentence, as far as that tells what the sentence is about. */
export interface Surroundings {
  /** Right behind words that introduce the matter, or, in Chinese, right before such words. */
  leads: boolean
  /** Behind words that set it beside the matter, in the same part of the sentence. */
  isBeside: boolean
  /** Part of the name of an office or a body. */
  isOffice: boolean
  /** Number of commas and semicolons before it. */
  parts: number
}

type Cue = 'lead' | 'beside' | 'behind'

const HAN = /\p{Script=Han}/u
const PARTING = /[,;:，；：。]/u
/** Most tokens between words that introduce a matter and the concept. */
const LEAD_REACH = { en: 4, zh: 6 }
/** Most characters from a Chinese matter to the words behind it. */
const BEHIND_REACH = 3
const OFFICE_REACH = { before: 6, behind: 9 }

const cues = new PhraseMatcher<Cue>([
  ...[...data.lead.en, ...data.lead.zh].map((phrase) => ({ phrase, value: 'lead' as const })),
  ...[...data.beside.en, ...data.beside.zh].map((phrase) => ({ phrase, value: 'beside' as const })),
  ...data.behind.map((phrase) => ({ phrase, value: 'behind' as const }))
])
const OFFICES = new Set(data.offices.en)
const OFFICE_ENDS = new RegExp(`^\\p{Script=Han}{0,5}?(?:${data.offices.zh.join('|')})`, 'u')

/** Whether a capitalised name around a place holds a word of an office: "Special Envoy for *Climate*". */
const isInOffice = (tokens: readonly Token[], from: number, to: number): boolean => {
  if (!tokens[from]?.capital) return false
  const isLink = (token: Token | undefined): boolean =>
    /^(?:of|for|and|the|to|on|s|u)$/u.test(token?.text ?? '')
  for (let at = from; at >= Math.max(0, from - OFFICE_REACH.before); at--) {
    const token = tokens[at]
    if (!token?.capital && !isLink(token)) break
    if (token?.capital && OFFICES.has(token.text)) return true
  }
  for (let at = to; at < Math.min(tokens.length, to + OFFICE_REACH.behind); at++) {
    const token = tokens[at]
    if (!token?.capital) break
    if (OFFICES.has(token.text)) return true
  }
  return false
}

/** Finds where each of some concepts stands. */
export const surroundingsOf = (
  text: string,
  start: number,
  tokens: readonly Token[]
): ((span: Span) => Surroundings) => {
  const found = cues.findAll(tokens)
  const indexAt = new Map(tokens.map((token, at) => [token.start, at]))
  const between = (one: number, other: number): string => text.slice(one - start, other - start)
  return ({ start: from, end: to }) => {
    const at = indexAt.get(from) ?? 0
    const isHan = HAN.test(tokens[at]?.text ?? '')
    const reach = isHan ? LEAD_REACH.zh : LEAD_REACH.en
    const last = tokens.findIndex(({ end }) => end >= to)
    const isNear = (cue: { to: number; end: number }, most: number): boolean =>
      at >= cue.to && at - cue.to < most && !PARTING.test(between(cue.end, from))
    return {
      leads:
        found.some((cue) => cue.value === 'lead' && isNear(cue, reach)) ||
        found.some(
          (cue) =>
            cue.value === 'behind' &&
            cue.from > last &&
            cue.from - last <= BEHIND_REACH &&
            !PARTING.test(between(to, cue.start))
        ),
      isBeside: found.some((cue) => cue.value === 'beside' && isNear(cue, Infinity)),
      isOffice: isHan
        ? OFFICE_ENDS.test(text.slice(to - start, to - start + 9))
        : isInOffice(tokens, at, last + 1),
      parts: between(start, from).split(PARTING).length - 1
    }
  }
}
