import { align } from './align/align.ts'
import type { EntityIndex } from './entities/entity-index.ts'
import { materialOf } from './findings/material.ts'
import type { TwoLanguages } from './findings/translation.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Readout, ReadoutText, Side } from './model.ts'
import { partOf, readPart, type Read } from './read.ts'
import { readDocument } from './text/document.ts'

/** With which the ids of sentences in the other language begin. */
const LETTERS: Record<Side, string> = { us: 'uo', cn: 'co' }

/** One side's two texts, set side by side for the rule that compares them. */
interface BothLanguages extends TwoLanguages {
  readout: NonNullable<Readout['inOtherLanguage']>
}

/**
 * Sets a side's text beside the same side's text in the other language; nothing where there is none, or where both are
 * in the same language.
 */
export const inTwoLanguages = (
  side: Side,
  { text, inOtherLanguage }: ReadoutText,
  own: Read,
  parties: Record<Side, string | null>,
  entities: EntityIndex,
  lexicon: Lexicon
): BothLanguages[] => {
  const part = inOtherLanguage && partOf(inOtherLanguage, readDocument(inOtherLanguage.text), entities)
  if (!part || part.language === own.readout.language) return []
  const others = readPart(side, part, parties, entities, lexicon, LETTERS[side])
  const source = (read: Read, written: string) => ({
    readout: read.readout,
    text: written,
    tokens: read.tokens,
    words: read.words
  })
  const [mine, theirs] = [source(own, text), source(others, inOtherLanguage.text)]
  const sources = side === 'us' ? { us: mine, cn: theirs } : { us: theirs, cn: mine }
  const draft = (place: Side) => {
    const { readout, ...rest } = sources[place]
    return { ...readout, ...rest, side: place }
  }
  const name = own.readout.partyInText
  const { groups } = align(draft('us'), draft('cn'), { us: name, cn: name }, lexicon)
  const { name: file, title, language, words, paragraphs, sentences } = others.readout
  return [
    {
      side,
      material: materialOf(sources, groups, parties, entities, lexicon),
      readout: { name: file, title, language, words, paragraphs, sentences }
    }
  ]
}
