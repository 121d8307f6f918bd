import { chineseTermsIn } from '../lexicon/chinese-terms.ts'
import { SIDES, type Gloss } from '../model.ts'
import { within } from '../text/spans.ts'
import { quotesOf, type FindingDraft } from './draft.ts'
import type { Material } from './material.ts'

/** More terms than these are a dictionary. */
const MOST = 8

/** The terms in what a finding quotes of a Chinese text, each once, with their English. */
export const glossesOf = (material: Material, draft: FindingDraft): Gloss[] => {
  const found = new Map<string, string>()
  for (const side of SIDES) {
    const { readout, text } = material.sides[side]
    if (readout.language !== 'zh') continue
    for (const { passage, span } of quotesOf(material, draft, side))
      for (const { start, end, value } of chineseTermsIn(passage.tokens))
        if (within({ start, end }, span)) found.set(text.slice(start, end), value)
  }
  return [...found].slice(0, MOST).map(([words, english]) => ({ words, english }))
}
