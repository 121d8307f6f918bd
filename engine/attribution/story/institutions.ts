import type { Mention } from '../../entities/entity-index.ts'
import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { tokenise, type Token } from '../../text/tokens.ts'
import type { Side } from '../../model.ts'
import { wordSet } from '../../text/word-sets.ts'

/** Bodies of a government that a story names once in full and then by their kind: "the central bank", "the command", "the ambassador". */

/** What kinds a story has named, and whose the one body of that kind is; null where both sides have one. */
export type Bodies = ReadonlyMap<string, Side | null>

const POSTS = wordSet(cues.posts)
const PRESIDENT = wordSet(cues.presidents)
const KINDS = wordSet(cues.bodyKinds)
/** Words from "the" to the kind: "the central *bank*". */
const REACH = 3

/** Words from a country to the post: "China’s new *ambassador*". */
const POST_REACH = 4

export const bodiesIn = (mentions: readonly Mention[], tokens: readonly Token[]): Bodies => {
  const bodies = new Map<string, Side | null>()
  const add = (word: string, side: Side): void => {
    bodies.set(word, bodies.has(word) && bodies.get(word) !== side ? null : side)
  }
  for (const { kind, party, text, to } of mentions) {
    if (party !== 'us' && party !== 'cn') continue
    if (kind === 'office' && /\p{Lu}/u.test(text))
      for (const { text: word } of tokenise(text)) if (KINDS.has(word)) add(word, party)
    const post =
      kind === 'party' ? tokens.slice(to, to + POST_REACH).find(({ text }) => POSTS.has(text)) : null
    if (post) add(post.text, party)
  }
  return bodies
}

/** Whether a story calls somebody of China's president: "President Xi", "China’s president"; else there is but one. */
export const hasChinesePresident = (mentions: readonly Mention[], tokens: readonly Token[]): boolean =>
  mentions.some(({ party, from, to }) => {
    const around = [tokens[from - 1], ...tokens.slice(from, to + POST_REACH)]
    return party === 'cn' && around.some((token) => PRESIDENT.has(token?.text ?? ''))
  })

/** Whose body a subject takes up by its kind. */
export const bodyTakenUp = (part: readonly Token[], bodies: Bodies): Side | null => {
  if (part[0]?.text !== 'the' || part.slice(1).some(({ capital }) => capital)) return null
  const kind = part.slice(1, REACH).find(({ text }) => KINDS.has(text) || POSTS.has(text))
  return (kind && bodies.get(kind.text)) ?? null
}
