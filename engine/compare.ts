import { align } from './align/align.ts'
import { exchanged } from './exchange.ts'
import { frame } from './findings/findings.ts'
import { materialOf } from './findings/material.ts'
import { standardLexicon, type Lexicon } from './lexicon/lexicon.ts'
import { meetingsOfStory } from './meetings-of-story.ts'
import { SIDES, type Comparison, type InputProblem, type ReadoutText } from './model.ts'
import { inOriginals, understand } from './originals.ts'
import { readPair } from './pair.ts'
import { untold, type Tell } from './progress.ts'
import { readPart } from './read.ts'
import { sharesOf } from './topics/shares.ts'
import { inTwoLanguages } from './two-languages.ts'
import { ENGINE_VERSION, LEXICON_VERSION } from './version.ts'

export type Compared = { ok: true; comparison: Comparison } | { ok: false; problem: InputProblem }

/**
 * Compares two readouts of one meeting. Pure: the same texts give the same comparison, byte for byte, and exchanging
 * them gives its mirror image.
 *
 * @param lexicon the lexicon as it ships, or one with changes of the reader's own
 * @param tell hears which of its steps are done
 * @returns the comparison; or what is wrong with one of the texts, for a text without sentences
 */
export const compare = (
  us: ReadoutText,
  cn: ReadoutText,
  lexicon: Lexicon = standardLexicon,
  tell: Tell = untold
): Compared => {
  const texts = {
    us: { original: us, understood: understand(us) },
    cn: { original: cn, understood: understand(cn) }
  }
  const compared = compareUnderstood(texts.us.understood.text, texts.cn.understood.text, lexicon, tell)
  return compared.ok ? { ok: true, comparison: inOriginals(compared.comparison, texts) } : compared
}

/** Both texts read, aligned, and what differs found. */
const STEPS = 4

const compareUnderstood = (
  first: ReadoutText,
  second: ReadoutText,
  lexicon: Lexicon,
  tell: Tell
): Compared => {
  const paired = readPair({ us: first, cn: second })
  if (!paired.ok) return paired
  const { parts, entities, parties, isTurned } = paired.pair
  const [us, cn] = isTurned ? [second, first] : [first, second]
  const inputs = { us, cn }
  const readUs = readPart('us', parts.us, parties, entities, lexicon)
  tell(1, STEPS)
  const read = { us: readUs, cn: readPart('cn', parts.cn, parties, entities, lexicon) }
  tell(2, STEPS)
  const both = SIDES.flatMap((side) =>
    inTwoLanguages(side, inputs[side], read[side], parties, entities, lexicon)
  )
  const readouts = { us: read.us.readout, cn: read.cn.readout }
  for (const { side, readout } of both) readouts[side] = { ...readouts[side], inOtherLanguage: readout }
  const alignment = align(
    { ...readouts.us, text: us.text, tokens: read.us.tokens },
    { ...readouts.cn, text: cn.text, tokens: read.cn.tokens },
    { us: readouts.us.partyInText, cn: readouts.cn.partyInText },
    lexicon
  )
  tell(3, STEPS)
  const material = materialOf(
    {
      us: { readout: readouts.us, text: us.text, tokens: read.us.tokens, words: read.us.words },
      cn: { readout: readouts.cn, text: cn.text, tokens: read.cn.tokens, words: read.cn.words }
    },
    alignment.groups,
    parties,
    entities,
    lexicon,
    alignment.perhaps
  )
  const meetings = meetingsOfStory(inputs)
  const comparison: Comparison = {
    version: 1,
    engine: {
      version: ENGINE_VERSION,
      lexicon: LEXICON_VERSION,
      ...(lexicon.own ? { own: lexicon.own } : {})
    },
    readouts,
    ...alignment,
    ...frame(material, both),
    topics: sharesOf(readouts.us, readouts.cn, lexicon.topics),
    ...(us.story && us.story.text === cn.story?.text ? { story: us.story.text } : {}),
    ...(meetings ? { meetings } : {})
  }
  tell(STEPS, STEPS)
  return { ok: true, comparison: isTurned ? exchanged(comparison) : comparison }
}

/** A comparison as the text of a file: the same comparison gives the same bytes. */
export const serialise = (comparison: Comparison): string => `${JSON.stringify(comparison, null, 2)}\n`
