import { SIDES, type Comparison, type Side } from '../model.ts'
import { topicColourOf } from '../wording/colours.ts'
import { QUIET, sideColours } from './colours.ts'

/** What the picture of a comparison shows: how much each side gives to a topic, and in what order they come. */

export interface TopicBar {
  /** By this number it is found in the strips. */
  number: number
  label: string
  us: number
  cn: number
}

/** A sentence as a piece of its side's strip, from 0 to 1. */
export interface StripPiece {
  id: string
  from: number
  to: number
  /** Of its topic; 0 for one that has no bar. */
  number: number
}

/** An aligned passage: the pieces of both strips that it joins. */
export interface Ribbon {
  number: number
  us: StripPiece
  cn: StripPiece
}

export interface OverviewPicture {
  parties: Record<Side, string>
  /** Of the sides, and of the topics by their numbers; 0 is the colour of what has no bar. */
  colours: { sides: Record<Side, string>; topics: string[] }
  bars: TopicBar[]
  strips: Record<Side, StripPiece[]>
  ribbons: Ribbon[]
}

const stripOf = (comparison: Comparison, side: Side, numbers: ReadonlyMap<string, number>): StripPiece[] => {
  const { sentences } = comparison.readouts[side]
  const all = Math.max(
    1,
    sentences.reduce((sum, { words }) => sum + words, 0)
  )
  let before = 0
  return sentences.map(({ id, words, topics: [first] }) => {
    const from = before / all
    before += words
    return { id, from, to: before / all, number: numbers.get(first?.id ?? '') ?? 0 }
  })
}

/** The picture of a comparison; topics by what both sides together give them. */
export const pictureOf = (comparison: Comparison): OverviewPicture => {
  const topics = [...comparison.topics].sort((a, b) => b.us + b.cn - (a.us + a.cn))
  const numbers = new Map(topics.map(({ topic }, at) => [topic, at + 1]))
  const strips = { us: stripOf(comparison, 'us', numbers), cn: stripOf(comparison, 'cn', numbers) }
  const pieces = new Map(SIDES.flatMap((side) => strips[side].map((piece) => [piece.id, piece] as const)))
  const ribbons = comparison.groups.flatMap(({ us, cn, topic }) =>
    us.flatMap((one) =>
      cn.flatMap((other) => {
        const [above, below] = [pieces.get(one), pieces.get(other)]
        return above && below ? [{ number: numbers.get(topic) ?? 0, us: above, cn: below }] : []
      })
    )
  )
  return {
    parties: { us: comparison.readouts.us.partyName, cn: comparison.readouts.cn.partyName },
    bars: topics.map(({ label, us, cn }, at) => ({ number: at + 1, label, us, cn })),
    colours: {
      sides: sideColours(comparison),
      topics: [QUIET, ...topics.map(({ topic }) => topicColourOf(topic).light)]
    },
    strips,
    ribbons
  }
}
