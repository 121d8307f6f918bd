import type { Mention } from '../attribute/cast.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise, type Token } from '../match/tokens.ts'
import type { Side } from '../model.ts'
import { wordSet } from './words.ts'

/** Bodies of a government that a story names once in full and then by their kind: "the central bank", "the command". */

/** What kinds a story has named, and whose the one body of that kind is; null where both sides have one. */
export type Bodies = ReadonlyMap<string, Side | null>

const KINDS = wordSet(cues.bodyKinds)
/** Words from "the" to the kind: "the central *bank*". */
const REACH = 3

export const bodiesIn = (mentions: readonly Mention[]): Bodies => {
  const bodies = new Map<string, Side | null>()
  for (const { kind, party, text } of mentions) {
    if (kind !== 'office' || (party !== 'us' && party !== 'cn') || !/\p{Lu}/u.test(text)) continue
    for (const { text: word } of tokenise(text))
      if (KINDS.has(word)) bodies.set(word, bodies.has(word) && bodies.get(word) !== party ? null : party)
  }
  return bodies
}

/** Whose body a subject takes up by its kind. */
export const bodyTakenUp = (part: readonly Token[], bodies: Bodies): Side | null => {
  if (part[0]?.text !== 'the' || part.slice(1).some(({ capital }) => capital)) return null
  const kind = part.slice(1, REACH).find(({ text }) => KINDS.has(text))
  return (kind && bodies.get(kind.text)) ?? null
}
