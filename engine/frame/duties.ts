import type { Cast } from '../attribute/cast.ts'
import { asks, evenly, faults, homes, modals, pledges, stops, veiled } from '../lexicon/framing.ts'
import { cues } from '../attribute/cues.ts'
import type { Token } from '../match/tokens.ts'
import type { Sentence, Side, Span } from '../model.ts'

/** Who ought to do something, is at fault, or takes something upon itself, by a readout's words. */
export interface Duty {
  /** Whose it is: a side, or both. */
  bearer: Side | 'both'
  how: 'demand' | 'fault' | 'pledge'
  /** 1 to 5. */
  strength: number
  /** The words that lay it: "should", "urged", "bullying". */
  words: Span
  /** The bearer was carried from the sentence before, or is only implied. */
  implied: boolean
}

export interface DutySource {
  sentence: Sentence
  tokens: readonly Token[]
  text: string
  /** The readout's side. */
  side: Side
  /** The last duty before it in its paragraph, which "it" may go on with. */
  before: Duty | undefined
}

interface Bearer {
  from: number
  to: number
  bearer: Side | 'both'
}

/** So many tokens may stand between whoever bears a duty and the modal, and between asking and who is asked. */
const REACH_BEFORE = 5
const REACH_AFTER = 6
/** After "for" and "to" so many tokens at most. */
const NEAR = 2
const LEADS_ON = new Set(['for', 'to', 'with', '是'])
/** "opposes a change … by either side": so many tokens after a fault it is still found with everyone. */
const EVENLY = 10
const FAULT_STRENGTH = 3
/** "Words should be matched by deeds", in the mouth of one side, is meant for the other, but does not say so. */
const UNNAMED_STRENGTH = 2
const STOP_STRENGTH = 5
const IT = new Set(['it', 'they', '其'])
const opposite = (speaker: Side): Side => (speaker === 'us' ? 'cn' : 'us')

const bearersIn = (
  { sentence, tokens, text }: DutySource,
  parties: Record<Side, string | null>,
  cast: Cast
): Bearer[] => {
  const placeOf = (party: string | null): Side | null =>
    party === null ? null : party === parties.us ? 'us' : party === parties.cn ? 'cn' : null
  const { speaker } = sentence
  const named = cast.mentionsIn(tokens, text).flatMap(({ from, to, party }) => {
    const place = placeOf(party)
    // "Chinese companies", "China’s": a possessive or an adjective bears nothing.
    return place === null || tokens[to]?.text === 's' ? [] : [{ from, to, bearer: place }]
  })
  const elsewhere = homes.findLongest(tokens).flatMap(({ from, to, value }) => {
    const place = placeOf(value)
    return place === null ? [] : [{ from, to, bearer: place }]
  })
  const hidden =
    speaker === 'us' || speaker === 'cn'
      ? veiled.findLongest(tokens).map(({ from, to }) => ({ from, to, bearer: opposite(speaker) }))
      : []
  const together = [...cues.en.findLongest(tokens), ...cues.zh.findLongest(tokens)].flatMap(
    ({ from, to, value }) => (value === 'together' ? [{ from, to, bearer: 'both' as const }] : [])
  )
  return [...named, ...elsewhere, ...hidden, ...together].sort((a, b) => a.from - b.from)
}

/** Who stands right before a modal: a name, or "it" for whoever the duty before lay on. */
const bearerBefore = (
  at: number,
  bearers: readonly Bearer[],
  { tokens, before }: DutySource
): { bearer: Side | 'both'; implied: boolean } | undefined => {
  const named = bearers.filter(({ to }) => to <= at && at - to <= REACH_BEFORE).at(-1)
  const pronoun = tokens.slice(Math.max(0, at - 2), at).some(({ text }) => IT.has(text))
  if (pronoun && before && (!named || at - named.to > 1)) return { bearer: before.bearer, implied: true }
  return named && { bearer: named.bearer, implied: false }
}

/** Who stands right after a modal that ends in a preposition: "the key is for the U.S. side to …". */
const bearerAfter = (
  to: number,
  tokens: readonly Token[],
  bearers: readonly Bearer[]
): { bearer: Side | 'both'; implied: boolean } | undefined => {
  if (!LEADS_ON.has(tokens[to - 1]?.text ?? '')) return undefined
  const named = bearers.find(({ from }) => from >= to && from - to <= NEAR)
  return named && { bearer: named.bearer, implied: false }
}

const demandsIn = (source: DutySource, bearers: readonly Bearer[]): Duty[] => {
  const { tokens, sentence } = source
  const { speaker } = sentence
  const found: Duty[] = []
  for (const { from, to, start, end, value } of modals.findLongest(tokens)) {
    const who = bearerBefore(from, bearers, source) ?? bearerAfter(to, tokens, bearers)
    if (who) found.push({ ...who, how: 'demand', strength: value.strength, words: { start, end } })
    else if (speaker === 'us' || speaker === 'cn')
      found.push({
        bearer: opposite(speaker),
        implied: true,
        how: 'demand',
        strength: UNNAMED_STRENGTH,
        words: { start, end }
      })
  }
  for (const { from, to, start, end, value } of asks.findLongest(tokens)) {
    if (speaker === 'narrator' || speaker === 'both') continue
    // Whoever speaks demands nothing of itself: "demanded that the blockade of China be ended".
    const asked = bearers.find(
      (bearer) => bearer.bearer !== speaker && bearer.from >= to && bearer.from - to <= REACH_AFTER
    )
    const isHope = value.strength <= 2
    const bearer = asked?.bearer ?? (isHope ? undefined : opposite(speaker))
    if (bearer === undefined || tokens[from - 1]?.text === 'to') continue
    found.push({ bearer, how: 'demand', strength: value.strength, words: { start, end }, implied: !asked })
  }
  if (found.length === 0 && (speaker === 'us' || speaker === 'cn'))
    for (const { start, end, from } of stops.findLongest(tokens)) {
      const modal = modals.findLongest(tokens).find(({ to }) => to <= from)
      const goesOn = source.before?.how === 'demand' && source.before.bearer === opposite(speaker)
      if (modal || goesOn)
        found.push({
          bearer: opposite(speaker),
          how: 'demand',
          strength: STOP_STRENGTH,
          words: { start, end },
          implied: true
        })
    }
  return found
}

const faultsIn = ({ tokens, sentence }: DutySource): Duty[] => {
  const { speaker } = sentence
  if (speaker === 'narrator' || speaker === 'both') return []
  const everyone = evenly.findLongest(tokens)
  return faults.findLongest(tokens).map(({ start, end, to }) => ({
    bearer: everyone.some(({ from }) => from >= to && from - to <= EVENLY) ? 'both' : opposite(speaker),
    how: 'fault',
    strength: FAULT_STRENGTH,
    words: { start, end },
    implied: true
  }))
}

const pledgesIn = ({ tokens, sentence }: DutySource, bearers: readonly Bearer[]): Duty[] => {
  const { speaker } = sentence
  if (speaker === 'narrator') return []
  return pledges.findLongest(tokens).flatMap(({ from, start, end }) => {
    const who = bearers.filter(({ to }) => to <= from).at(-1)
    // "China will" in the mouth of China is its pledge; in that of the other it is a forecast.
    return (who?.bearer ?? speaker) === speaker
      ? [{ bearer: speaker, how: 'pledge' as const, strength: 3, words: { start, end }, implied: !who }]
      : []
  })
}

/**
 * The duties, faults and pledges that a sentence lays on someone. A demand in the mouth of one side without a name
 * lies on the other.
 */
export const dutiesIn = (source: DutySource, parties: Record<Side, string | null>, cast: Cast): Duty[] => {
  const bearers = bearersIn(source, parties, cast)
  return [...demandsIn(source, bearers), ...faultsIn(source), ...pledgesIn(source, bearers)].sort(
    (a, b) => a.words.start - b.words.start
  )
}
