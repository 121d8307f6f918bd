import type { EntityIndex } from '../entities/entity-index.ts'
import { cues } from '../attribution/cues.ts'
import { homes, veiled } from '../lexicon/framing.ts'
import type { Token } from '../text/tokens.ts'
import { otherSide, type Sentence, type Side } from '../model.ts'

/** Someone named in a sentence who may bear a duty; token indices, `to` exclusive. */
export interface Bearer {
  from: number
  to: number
  bearer: Side | 'both'
}

/** Who a modal lays a duty on, and how that is known. */
export interface Borne {
  bearer: Side | 'both'
  /** Carried from the sentence before, or a mere pronoun. */
  implied: boolean
  /** Token at which whoever is named begins. */
  from: number | undefined
}

/** So many tokens may stand between whoever bears a duty and the modal. */
const REACH = 5
/** After "for" and "to" so many at most. */
const NEAR = 2
const LEADS_ON = new Set(['for', 'to', 'with', '是'])
const IT = new Set(['it', '其'])
/** "They should": the two sides. */
const THEY = new Set(['they', 'we', '我们'])
/** What a party’s name may describe without the party being meant. */
const DESCRIBED = new Set(['relations', 'relationship', 'ties', 'cooperation', 'dialogue', '关系'])
const AND = new Set(['and', '和', '同', '与'])

/** "The United States and China should …": two names joined make both. */
const joined = (bearers: readonly Bearer[], tokens: readonly Token[]): Bearer[] => {
  const all: Bearer[] = []
  for (const bearer of bearers) {
    const last = all.at(-1)
    const between = last ? tokens.slice(last.to, bearer.from).map(({ text }) => text) : []
    const isPair =
      last !== undefined &&
      last.bearer !== bearer.bearer &&
      between.some((word) => AND.has(word)) &&
      between.every((word) => AND.has(word) || word === 'the')
    if (isPair) all[all.length - 1] = { from: last.from, to: bearer.to, bearer: 'both' }
    else all.push(bearer)
  }
  return all
}

/** Everyone in a sentence who may bear a duty, in order: the parties by name, from home, veiled, or together. */
export const bearersIn = (
  sentence: Sentence,
  tokens: readonly Token[],
  text: string,
  parties: Record<Side, string | null>,
  entities: EntityIndex
): Bearer[] => {
  const placeOf = (party: string | null): Side | null =>
    party === null ? null : party === parties.us ? 'us' : party === parties.cn ? 'cn' : null
  const placed = (from: number, to: number, party: string | null): Bearer[] => {
    const place = placeOf(party)
    // A possessive bears nothing: "China’s"; nor does a name before what it describes: "U.S. relations".
    const isPossessive =
      tokens[to]?.text === 's' || /[’']s$/u.test(text.slice(tokens[from]?.start, tokens[to - 1]?.end))
    return place === null || isPossessive || DESCRIBED.has(tokens[to]?.text ?? '')
      ? []
      : [{ from, to, bearer: place }]
  }
  const { speaker } = sentence
  const named = entities.mentionsIn(tokens, text).flatMap(({ from, to, party }) => placed(from, to, party))
  const elsewhere = homes.findLongest(tokens).flatMap(({ from, to, value }) => placed(from, to, value))
  const hidden =
    speaker === 'us' || speaker === 'cn'
      ? veiled.findLongest(tokens).map(({ from, to }) => ({ from, to, bearer: otherSide(speaker) }))
      : []
  const together = [...cues.en.findLongest(tokens), ...cues.zh.findLongest(tokens)].flatMap(
    ({ from, to, value }) => (value === 'together' ? [{ from, to, bearer: 'both' as const }] : [])
  )
  const all = [...named, ...elsewhere, ...hidden, ...together]
  return joined(
    all.sort((a, b) => a.from - b.from),
    tokens
  )
}

/**
 * Who stands right before a modal: a name, "they", or "it" for whoever the duty before lay on.
 *
 * @param at token index of the modal
 */
export const bearerBefore = (
  at: number,
  bearers: readonly Bearer[],
  tokens: readonly Token[],
  before: Side | 'both' | undefined
): Borne | undefined => {
  const named = bearers.filter(({ to }) => to <= at && at - to <= REACH).at(-1)
  if (THEY.has(tokens[at - 1]?.text ?? '')) return { bearer: 'both', implied: true, from: undefined }
  const isIt = tokens.slice(Math.max(0, at - 2), at).some(({ text }) => IT.has(text))
  if (isIt && before && (!named || at - named.to > 1))
    return { bearer: before, implied: true, from: undefined }
  return named && { bearer: named.bearer, implied: false, from: named.from }
}

/** Who stands right after a modal that ends in a preposition: "the key is for the U.S. side to …". */
export const bearerAfter = (
  to: number,
  bearers: readonly Bearer[],
  tokens: readonly Token[]
): Borne | undefined => {
  if (!LEADS_ON.has(tokens[to - 1]?.text ?? '')) return undefined
  const named = bearers.find(({ from }) => from >= to && from - to <= NEAR)
  return named && { bearer: named.bearer, implied: false, from: undefined }
}
