import type { EntityIndex } from '../entities/entity-index.ts'
import {
  asks,
  evenly,
  faults,
  homes,
  modals,
  negations,
  pledges,
  rejections,
  stops,
  thirds,
  veiled
} from '../lexicon/framing.ts'
import type { Token } from '../text/tokens.ts'
import { otherSide, type Sentence, type Side, type Span } from '../model.ts'
import { bearerAfter, bearerBefore, type Bearer } from './bearers.ts'

/** Who ought to do something, is at fault, is contradicted, or takes something upon itself, by a readout's words. */
export interface Duty {
  /** Whose it is: a side, or both. */
  bearer: Side | 'both'
  how: 'demand' | 'fault' | 'rejection' | 'pledge'
  /** 1 to 5. */
  strength: number
  /** The words that lay it: "the U.S. side should", "urged", "bullying". */
  words: Span
  /** The bearer was carried from the sentence before, or is only implied. */
  implied: boolean
  /** A fault of nobody whom the sentence names: whose it is, only the whole text tells. */
  isUnnamed?: boolean
}

export interface DutySource {
  sentence: Sentence
  tokens: readonly Token[]
  text: string
  /** The last duty before it in its paragraph, which "it" may go on with. */
  before: Duty | undefined
}

/** So many tokens may stand between asking and who is asked. */
const ASKED_WITHIN = 6
const STOP_STRENGTH = 5
const FAULT_STRENGTH = 3
const PLEDGE_STRENGTH = 3
/** "Words should be matched by deeds", after a demand, is meant for the other side, but does not say so. */
const UNNAMED_STRENGTH = 2
/** From this strength on asking without saying whom is asking the other side. */
const LEAST_UNNAMED = 4
/** "Opposes a change … by either side": so many tokens after a fault it is still found with everyone. */
const EVENLY = 10
/** So many tokens between a negation or a third party and the fault that it takes away. */
const NEGATED = 4
const OF_A_THIRD = 6
/** So many tokens between a question word and the pledge that it takes away. */
const ASKING_WITHIN = 12
/** So many tokens may stand between a name and what it pledges. */
const PLEDGED_WITHIN = 3
const ASKING = new Set(['how', 'whether', 'what', 'if', '如何', '是否'])

/** The side that speaks; null for joint statements and narration, which ask nothing of anyone. */
const speakerOf = ({ speaker }: Sentence): Side | null =>
  speaker === 'us' || speaker === 'cn' ? speaker : null

/** "The U.S. side should …". */
const obligations = (source: DutySource, bearers: readonly Bearer[]): Duty[] => {
  const { tokens, sentence, before } = source
  const speaker = speakerOf(sentence)
  const everyone = evenly.findLongest(tokens)
  return modals.findLongest(tokens).flatMap(({ from, to, start, end, value }): Duty[] => {
    const who = bearerBefore(from, bearers, tokens, before?.bearer) ?? bearerAfter(to, bearers, tokens)
    if (who) {
      const { bearer, implied } = who
      const opening = who.from === undefined ? start : (tokens[who.from]?.start ?? start)
      return [{ bearer, implied, how: 'demand', strength: value.strength, words: { start: opening, end } }]
    }
    const goesOn = speaker !== null && before?.how === 'demand' && before.bearer === otherSide(speaker)
    return goesOn && !everyone.some((word) => word.to <= from)
      ? [
          {
            bearer: otherSide(speaker),
            implied: true,
            how: 'demand',
            strength: UNNAMED_STRENGTH,
            words: { start, end }
          }
        ]
      : []
  })
}

/** "Urged the PRC to …", "demanded that … be lifted". */
const requests = (source: DutySource, bearers: readonly Bearer[]): Duty[] => {
  const { tokens, sentence } = source
  const speaker = speakerOf(sentence)
  if (speaker === null) return []
  return asks.findLongest(tokens).flatMap(({ from, to, start, end, value }): Duty[] => {
    // Whoever speaks demands nothing of itself: "demanded that the blockade of China be ended".
    const asked = bearers.find(
      (bearer) => bearer.bearer !== speaker && bearer.from >= to && bearer.from - to <= ASKED_WITHIN
    )
    const bearer = asked?.bearer ?? (value.strength >= LEAST_UNNAMED ? otherSide(speaker) : undefined)
    if (bearer === undefined || tokens[from - 1]?.text === 'to') return []
    return [{ bearer, how: 'demand', strength: value.strength, words: { start, end }, implied: !asked }]
  })
}

/** "It should also stop …", "… must end", after a demand or with a modal of its own. */
const endings = (source: DutySource): Duty[] => {
  const { tokens, sentence, before } = source
  const speaker = speakerOf(sentence)
  if (speaker === null) return []
  const obliging = modals.findLongest(tokens)
  const goesOn = before?.how === 'demand' && before.bearer === otherSide(speaker)
  return stops
    .findLongest(tokens)
    .filter(({ from }) => goesOn || obliging.some(({ to }) => to <= from))
    .map(({ start, end }) => ({
      bearer: otherSide(speaker),
      how: 'demand',
      strength: STOP_STRENGTH,
      words: { start, end },
      implied: true
    }))
}

const faultsIn = ({ tokens, sentence, before }: DutySource, isNamed: (side: Side) => boolean): Duty[] => {
  const speaker = speakerOf(sentence)
  if (speaker === null) return []
  const isUnnamed = !isNamed(otherSide(speaker)) && before?.bearer !== otherSide(speaker)
  const everyone = evenly.findLongest(tokens)
  const denied = negations.findLongest(tokens)
  const others = thirds.findLongest(tokens)
  const isBacked = veiled.findLongest(tokens).length > 0
  const isTheirs = (from: number, end: number): boolean =>
    denied.some(({ to }) => to <= from && from - to < NEGATED) ||
    others.some(({ to }) => to <= from && from - to < OF_A_THIRD) ||
    // "Separatist forces" are a third party themselves, unless outsiders stand behind them.
    (!isBacked && others.some((third) => third.from < end && from < third.to))
  return faults
    .findLongest(tokens)
    .filter(({ from, to }) => !isTheirs(from, to))
    .map(({ start, end, to }) => ({
      bearer: everyone.some(({ from }) => from >= to && from - to <= EVENLY) ? 'both' : otherSide(speaker),
      how: 'fault',
      strength: FAULT_STRENGTH,
      words: { start, end },
      implied: true,
      isUnnamed
    }))
}

/** "The so-called attacks are claims without evidence": what the other side lays on the speaker is given back. */
const rejectionsIn = ({ tokens, sentence }: DutySource): Duty[] => {
  const speaker = speakerOf(sentence)
  if (speaker === null) return []
  return rejections.findLongest(tokens).map(({ start, end }) => ({
    bearer: otherSide(speaker),
    how: 'rejection',
    strength: FAULT_STRENGTH,
    words: { start, end },
    implied: true
  }))
}

/** "How they develop will shape the world": what will come of a question is a forecast. */
const isAsked = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - ASKING_WITHIN), at).some(({ text }) => ASKING.has(text))

const pledgesIn = ({ tokens, sentence }: DutySource, bearers: readonly Bearer[]): Duty[] => {
  const { speaker } = sentence
  if (speaker === 'narrator') return []
  return pledges.findLongest(tokens).flatMap(({ from, start, end }): Duty[] => {
    // "The United States does not seek …, does not oppose China …, does not support …": the first is whose it all is.
    const before = bearers.filter(({ to }) => to <= from)
    const last = before.at(-1)
    const who = last && from - last.to <= PLEDGED_WITHIN ? last : before[0]
    if (isAsked(tokens, from)) return []
    // "China will" in the mouth of China is its pledge; in that of the other it is a forecast.
    return (who?.bearer ?? speaker) === speaker
      ? [{ bearer: speaker, how: 'pledge', strength: PLEDGE_STRENGTH, words: { start, end }, implied: !who }]
      : []
  })
}

/**
 * The duties, faults and pledges that a sentence lays on someone. A demand in the mouth of one side without a name
 * lies on the other.
 */
export const dutiesIn = (
  source: DutySource,
  bearers: readonly Bearer[],
  parties: Record<Side, string | null>,
  entities: EntityIndex
): Duty[] => {
  const demands = [...obligations(source, bearers), ...requests(source, bearers)]
  const isNamed = (side: Side): boolean =>
    veiled.findLongest(source.tokens).length > 0 ||
    homes.findLongest(source.tokens).some(({ value }) => value === parties[side]) ||
    entities
      .mentionsIn(source.tokens, source.text)
      .some(({ party }) => party !== null && party === parties[side])
  return [
    ...(demands.length > 0 ? demands : endings(source)),
    ...faultsIn(source, isNamed),
    ...rejectionsIn(source),
    ...pledgesIn(source, bearers)
  ].sort((a, b) => a.words.start - b.words.start)
}
