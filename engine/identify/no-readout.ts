import { indexEntities } from '../entities/entity-index.ts'
import { standardLexicon } from '../lexicon/lexicon.ts'
import { beginningOf, readDocument } from '../text/document.ts'
import type { ReadoutText } from '../model.ts'

/** A text with fewer tokens than this may be a piece of anything. */
const LEAST_TOKENS = 40
/** So many matters of diplomacy stand in no recipe, and in every readout. */
const FEW_MATTERS = 3

/**
 * What to tell the reader of a text that looks like no official account of a meeting: nobody holds an office in it, no
 * known official is named, and hardly a matter of diplomacy. It may be compared all the same: the reader may know better.
 *
 * @returns one sentence; null where anything at all speaks for a readout, or the text is too short to tell
 */
export const doubtOf = (readout: ReadoutText): string | null => {
  const beginning = beginningOf(readDocument(readout.text))
  const { text, tokens } = beginning
  if (readout.story || tokens.length < LEAST_TOKENS) return null
  const mentions = indexEntities([beginning]).mentionsIn(tokens, text)
  const official = mentions.some(({ kind }) => kind === 'person' || kind === 'office')
  const parties = new Set(mentions.flatMap(({ party }) => party ?? []))
  const matters = new Set(standardLexicon.conceptsIn(tokens).map(({ concept }) => concept.id))
  if (official || (parties.size > 1 && matters.size >= FEW_MATTERS) || matters.size > 2 * FEW_MATTERS)
    return null
  return `“${readout.name}” looks like no readout: no official and hardly a matter of two governments is named in it.`
}
