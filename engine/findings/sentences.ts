import data from '../lexicon/data/finding-sentences.json' with { type: 'json' }
import { otherSide, type Side } from '../model.ts'
import type { Material } from './material.ts'

/** The sentences in which findings are told, out of the catalogue. */

type Pattern = keyof typeof data.en

const CAPITALS: Readonly<Record<string, string>> = data.capitals
const SLOT = /\{(?<name>[^}]+)\}/gu

/** What a side is called as the subject of a sentence: its capital, or its country where no capital is known. */
export const capitalOf = (party: string | null, otherwise: string): string =>
  (party === null ? undefined : CAPITALS[party]) ?? otherwise

/** A side's text: "Beijing's own readout"; of a news story, what it has from that side. */
const textOf = ({ capitals, sides }: Material, side: Side, isOwn: boolean): string =>
  sides[side].readout.fromStory
    ? `what the story has from ${capitals[side]}`
    : `${capitals[side]}’s ${isOwn ? 'own ' : ''}readout`

/** A sentence of the catalogue with its slots filled; a slot that nothing fills is an error. */
export const tell = (
  material: Material,
  pattern: Pattern,
  side: Side,
  values: Readonly<Record<string, string>> = {}
): string => {
  const other = otherSide(side)
  const filled: Readonly<Record<string, string>> = {
    One: material.capitals[side],
    Other: material.capitals[other],
    'one text': textOf(material, side, false),
    'other text': textOf(material, other, false),
    'own text': textOf(material, other, true),
    ...values
  }
  return data.en[pattern].replace(SLOT, (_slot, name: string) => {
    const value = filled[name]
    if (value === undefined) throw new Error(`nothing fills {${name}} of the sentence “${pattern}”`)
    return value
  })
}
