import { indexEntities } from '../../engine/entities/entity-index.ts'
import { materialOf, type Material } from '../../engine/findings/material.ts'
import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { parties } from '../../engine/lexicon/parties.ts'
import { SIDES, type Comparison, type Side } from '../../engine/model.ts'
import { readDocument } from '../../engine/text/document.ts'

/** Who issued each text, by the name that the comparison has for it. */
const partiesOf = ({ readouts }: Comparison): Record<Side, string | null> => {
  const idOf = (side: Side): string | null =>
    parties.find(({ inText }) => inText === readouts[side].partyInText)?.id ?? null
  return { us: idOf('us'), cn: idOf('cn') }
}

/** What the rules of framing work on, made anew for a comparison that is there. */
export const materialFor = (comparison: Comparison, texts: Record<Side, string>): Material => {
  const source = (side: Side) => {
    const readout = comparison.readouts[side]
    const { sentences } = readDocument(texts[side])
    return {
      readout,
      text: texts[side],
      words: sentences.map(({ words }) => words),
      tokens: sentences.map((sentence) => {
        standardLexicon.conceptsIn(sentence.tokens, () => sentence.words)
        return sentence.tokens
      })
    }
  }
  return materialOf(
    { us: source('us'), cn: source('cn') },
    comparison.groups,
    partiesOf(comparison),
    indexEntities(SIDES.map((side) => readDocument(texts[side]))),
    standardLexicon,
    comparison.perhaps
  )
}
