import type { EntityIndex, Mention } from '../entities/entity-index.ts'
import { parties, type Party } from '../lexicon/parties.ts'
import { PhraseMatcher } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import { beginningOf, type Document, type TokenisedText } from '../text/document.ts'
import type { Recognition } from '../model.ts'
import { titleAndOpening } from './title.ts'

/** How much each sign weighs; a sum of about 3 is as good as certain. */
const WEIGHTS = {
  issuer: 2,
  title: 2,
  opening: 1,
  pairOrder: 1.5,
  style: 0.6,
  language: 0.8,
  usual: 0.1,
  mention: 0.3
}
const MOST_STYLE_SIGNS = 4
const CERTAIN = 3

/** Something in a text that speaks for a party. */
export interface Sign {
  party: string
  weight: number
  reason: string
}

const styleMatcher = new PhraseMatcher(
  parties.flatMap((party) => party.style.map((phrase) => ({ phrase, value: { party: party.id, phrase } })))
)
const issuerMatcher = new PhraseMatcher(
  parties.flatMap((party) => party.issuers.map((phrase) => ({ phrase, value: { party: party.id, phrase } })))
)

/** The party that a text names most often, which is one of those that met. */
const mostNamed = (mentions: readonly Mention[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const { party } of mentions) if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}

/** "China-U.S. relations" is how China orders the names; every side puts itself first. */
const pairOrder = (text: string, mentions: readonly Mention[]): Sign[] => {
  const counts = new Map<string, number>()
  const often = mostNamed(mentions)
  for (const [at, second] of mentions.entries()) {
    const first = mentions[at - 1]
    if (first?.kind !== 'party' || second.kind !== 'party' || first.party === second.party || !first.party)
      continue
    // "Along the Thai-Myanmar border": two others, and no pair that met.
    if (first.party !== often && second.party !== often) continue
    if (/^\s?[-–‑]\s?$/u.test(text.slice(first.end, second.start)))
      counts.set(first.party, (counts.get(first.party) ?? 0) + 1)
  }
  const named = parties.filter(({ id }) => mentions.some(({ party }) => party === id))
  for (const first of named)
    for (const second of named)
      if (first !== second) {
        const times = text.split(first.short + second.short).length - 1
        if (times > 0 && /\p{Script=Han}{4}/u.test(text))
          counts.set(first.id, (counts.get(first.id) ?? 0) + times)
      }
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1])
  if (!most || most[1] === next?.[1]) return []
  return [
    { party: most[0], weight: WEIGHTS.pairOrder, reason: `puts ${nameOf(most[0])} first in the pair’s name` }
  ]
}

const nameOf = (id: string): string => parties.find((party) => party.id === id)?.name ?? id

/** "Speaks *with* PRC Minister of Public Security Wei": whom somebody met, and not who tells of it. */
const isCompany = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(0, from).some(({ text }) => text === 'with')

/** "Meetings *in* Chengdu *and Beijing*": where somebody was, and not who tells of it. */
const isPlace = (tokens: readonly Token[], from: number): boolean => {
  const before = tokens.slice(Math.max(0, from - PLACE_REACH), from).map(({ text }) => text)
  return /^(?:in|at|to)$/u.test(before.at(-1) ?? '') || (before.at(-1) === 'and' && before.includes('in'))
}
const PLACE_REACH = 4

/** With these somebody is led in who does not act in a sentence: "*at the request of* the Secretary". */
const LED_IN = /^(?:of|by|with|to|for|from|on|between|and)$/u
/** So many words of a name's article and adjectives may stand behind what leads it in. */
const LED_IN_REACH = 2

/** The official who acts in the first sentence of the body, as a rule of the side that tells of it: "*Adm. Maddox*, commander of …, spoke with …". */
const actingFirst = ({ text, sentences }: Document, entities: EntityIndex): Mention | undefined => {
  const [first] = sentences
  if (!first) return undefined
  // Where a meeting was is no government: "PERTH, Australia — Secretary Ochoa".
  const found = entities.mentionsIn(first.tokens, text).find(({ kind }) => kind !== 'party')
  const before = found ? first.tokens.slice(Math.max(0, found.from - LED_IN_REACH), found.from) : []
  return before.some((token) => LED_IN.test(token.text)) ? undefined : found
}

/** Everything in a text that tells whose readout it is. */
export const signsOf = (document: Document, entities: EntityIndex): Sign[] => {
  const beginning = beginningOf(document)
  const { text, tokens } = beginning
  const { title, opening } = titleAndOpening(beginning)
  const mentions = entities.mentionsIn(tokens, text)
  const signs = pairOrder(text, mentions)

  const named = entities.mentionsIn(title.tokens, text)
  const portfolios = named.filter(({ kind, from }) => kind === 'party' && isPortfolio(title.tokens, from))
  const inTitle = named.find(
    ({ party, kind, from }) =>
      party !== null &&
      !isCompany(title.tokens, from) &&
      !isPlace(title.tokens, from) &&
      !(kind === 'party' && portfolios.some((one) => one.party === party))
  )
  if (inTitle?.party)
    signs.push({
      party: inTitle.party,
      weight: WEIGHTS.title,
      reason: `its title begins with “${inTitle.text}”`
    })

  const acting = actingFirst(document, entities)
  if (acting?.party)
    signs.push({
      party: acting.party,
      weight: WEIGHTS.opening,
      reason: `tells first of “${acting.text}”`
    })

  for (const { value } of issuerMatcher.findLongest(opening.tokens).slice(0, 1))
    signs.push({ party: value.party, weight: WEIGHTS.issuer, reason: `names its issuer: “${value.phrase}”` })

  const seen = new Set<string>()
  const met = new Set(mentions.map(({ party }) => party))
  for (const { value } of styleMatcher.findLongest(tokens)) {
    // Who is not named at all did not meet, whoever else writes like them.
    if (!met.has(value.party) || seen.has(value.phrase) || seen.size === MOST_STYLE_SIGNS) continue
    seen.add(value.phrase)
    signs.push({ party: value.party, weight: WEIGHTS.style, reason: `says “${value.phrase}”` })
  }
  const own = document.language === 'zh' ? parties.find((party: Party) => party.id === 'cn') : undefined
  if (own) signs.push({ party: own.id, weight: WEIGHTS.language, reason: 'is in Chinese' })
  return signs
}

/** Sums of the signs by party. */
const scoresOf = (signs: readonly Sign[]): Map<string, number> => {
  const scores = new Map<string, number>()
  for (const { party, weight } of signs) scores.set(party, (scores.get(party) ?? 0) + weight)
  return scores
}

/**
 * Whose readout a text is, by issuer, title, order of names and wording.
 *
 * @returns `party: null` with no reasons where nothing tells
 */
export const recognise = (signs: readonly Sign[]): Recognition => {
  const [best, next] = [...scoresOf(signs)].sort((a, b) => b[1] - a[1])
  if (!best) return { party: null, confidence: 0, reasons: [] }
  const lead = best[1] - (next?.[1] ?? 0)
  return {
    party: best[0],
    confidence: Math.round(Math.min(1, lead / CERTAIN) * 100) / 100,
    reasons: signs
      .filter(({ party }) => party === best[0])
      .sort((a, b) => b.weight - a.weight)
      .map(({ reason }) => reason)
  }
}

const isPortfolio = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(Math.max(0, from - 2), from).some(({ text }) => text === 'for')

/** How often each party is named, as a share; what decides between parties where the signs do not. */
const mentionShares = (texts: readonly TokenisedText[], entities: EntityIndex): Map<string, number> => {
  const counts = new Map<string, number>()
  let total = 0
  for (const { text, tokens } of texts)
    for (const { party, kind, from } of entities.mentionsIn(tokens, text))
      // "Special Representative *for the* DPRK": what an official deals with is no government that met.
      if (party && !(kind === 'party' && isPortfolio(tokens, from))) {
        counts.set(party, (counts.get(party) ?? 0) + 1)
        total++
      }
  return new Map([...counts].map(([party, times]) => [party, times / total]))
}

/** The parties of the two places, never the same; null where nothing at all is known. */
export type Parties = readonly [first: string | null, second: string | null]

/** A text's beginning with its signs. */
interface Signed extends TokenisedText {
  signs: readonly Sign[]
}

/**
 * Which party each of two readouts speaks for: the pair of different parties that the signs of both, and how often
 * the parties are named, speak for together. Exchanging the texts exchanges the answer, in a tie too, since the
 * lexicographically smaller text always goes first.
 */
export const partiesOf = (first: Signed, second: Signed, entities: EntityIndex): Parties => {
  if (first.text <= second.text) return partiesInOrder(first, second, entities)
  const [other, one] = partiesInOrder(second, first, entities)
  return [one, other]
}

const partiesInOrder = (first: Signed, second: Signed, entities: EntityIndex): Parties => {
  const scores = [first, second].map(({ signs }) => scoresOf(signs))
  const shares = mentionShares([first, second], entities)
  const known = parties.filter(({ id }) => scores.some((score) => score.has(id)) || shares.has(id))
  if (known.length < 2) {
    const [only] = known
    if (!only) return [null, null]
    return (scores[0]?.get(only.id) ?? 0) >= (scores[1]?.get(only.id) ?? 0)
      ? [only.id, null]
      : [null, only.id]
  }
  // Where nothing else tells, the two are the lexicon's first, if they are named, whoever they speak of most.
  const usual = new Set(parties.slice(0, 2).map(({ id }) => id))
  const valueOf = (place: number, id: string): number =>
    (scores[place]?.get(id) ?? 0) +
    WEIGHTS.mention * (shares.get(id) ?? 0) +
    (usual.has(id) && shares.has(id) ? WEIGHTS.usual : 0)
  let best: { pair: Parties; value: number } = { pair: [null, null], value: -1 }
  for (const one of known)
    for (const other of known) {
      if (one === other) continue
      const value = valueOf(0, one.id) + valueOf(1, other.id)
      if (value > best.value + 1e-9) best = { pair: [one.id, other.id], value }
    }
  return best.pair
}
