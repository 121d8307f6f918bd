import { indexEntities, type EntityIndex } from './entities/entity-index.ts'
import { partiesOf } from './identify/side.ts'
import { isTurned } from './exchange.ts'
import { SIDES, type InputProblem, type ReadoutText, type Side } from './model.ts'
import { partOf, type Part } from './read.ts'
import { beginningOf, readDocument } from './text/document.ts'

/** Two texts as read, before anything is said of their sentences. */
export interface Pair {
  parts: Record<Side, Part>
  /** All who may speak in either. */
  entities: EntityIndex
  /** Party id in each place; null where the texts do not tell. */
  parties: Record<Side, string | null>
  /** The first text is in the second place, and the second in the first, where their parties belong. */
  isTurned: boolean
}

const noSentences = ({ name }: ReadoutText): InputProblem => ({
  code: 'no-sentences',
  name,
  message: `“${name}” has no sentences in English or Chinese to compare. Check that it is the text of a readout.`
})

/** What two places have, each in the other's. */
const turned = <T>({ us, cn }: Record<Side, T>): Record<Side, T> => ({ us: cn, cn: us })

/**
 * Reads two texts and says whose they are; or what is wrong with one of them, for a text without sentences. Texts of
 * parties that have places of their own are put there (`exchange.ts`).
 */
export const readPair = (
  inputs: Record<Side, ReadoutText>
): { ok: true; pair: Pair } | { ok: false; problem: InputProblem } => {
  const documents = { us: readDocument(inputs.us.text), cn: readDocument(inputs.cn.text) }
  const entities = indexEntities([documents.us, documents.cn])
  const parts = {} as Record<Side, Part>
  for (const side of SIDES) {
    const part = partOf(inputs[side], documents[side], entities)
    if (!part) return { ok: false, problem: noSentences(inputs[side]) }
    parts[side] = part
  }
  const [us, cn] = partiesOf(
    { ...beginningOf(documents.us), signs: parts.us.signs },
    { ...beginningOf(documents.cn), signs: parts.cn.signs },
    entities
  )
  const parties = { us, cn }
  return {
    ok: true,
    pair: isTurned(parties)
      ? { parts: turned(parts), entities, parties: turned(parties), isTurned: true }
      : { parts, entities, parties, isTurned: false }
  }
}
