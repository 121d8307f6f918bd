import * as v from 'valibot'
import { tokenise } from '../match/tokens.ts'
import { Lexicon, standardLexicon } from './lexicon.ts'
import { ownLexiconSchema } from './schema.ts'

export type OwnLexiconRead = { ok: true; lexicon: Lexicon } | { ok: false; message: string }

/** Where in the file a fault is, as a person would say it: "concepts › 2 › en". */
const placeOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key + 1 : String(key))).join(' › ')

/**
 * Reads a lexicon of the reader's own: topics and concepts beside or, under the same id, instead of those that ship,
 * and ids of concepts that do not count.
 *
 * @returns the lexicon that ships with these changes; or in one sentence what is wrong with the file
 */
export const readOwnLexicon = (json: string): OwnLexiconRead => {
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch (error) {
    return { ok: false, message: `It is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  const parsed = v.safeParse(ownLexiconSchema, content)
  if (!parsed.success) {
    const [issue] = parsed.issues
    return { ok: false, message: `At ${placeOf(issue) || 'the top'}: ${issue.message}` }
  }
  const own = parsed.output
  const topics = new Set([...standardLexicon.topics, ...(own.topics ?? [])].map(({ id }) => id))
  for (const { id, topic, en, zh, never = [] } of own.concepts ?? []) {
    if (!topics.has(topic))
      return { ok: false, message: `The concept “${id}” is of the topic “${topic}”, which there is not.` }
    if (en.length + zh.length === 0) return { ok: false, message: `The concept “${id}” has no terms.` }
    const empty = [...en, ...zh, ...never].find((phrase) => tokenise(phrase).length === 0)
    if (empty !== undefined)
      return { ok: false, message: `The concept “${id}” has a term without a word: “${empty}”.` }
  }
  const unknown = (own.off ?? []).find((id) => !standardLexicon.hasConcept(id))
  if (unknown !== undefined) return { ok: false, message: `There is no concept “${unknown}” to switch off.` }
  return { ok: true, lexicon: new Lexicon(own) }
}
