import * as v from 'valibot'
import { tokenise } from '../text/tokens.ts'
import { standardConcepts } from './concepts.ts'
import { conceptKey, Lexicon, standardLexicon, termKey, verbKey } from './lexicon.ts'
import { standardVerbs } from './reporting-verbs.ts'
import { ownLexiconSchema, type OwnLexicon } from './schema.ts'
import { standardTerms } from './terms.ts'

export type OwnLexiconRead = { ok: true; own: OwnLexicon; lexicon: Lexicon } | { ok: false; message: string }

/** Where in the file a fault is, as a person would say it: "concepts › 2 › en". */
const placeOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key + 1 : String(key))).join(' › ')

/**
 * Reads a lexicon of the reader's own: topics, concepts, contested terms and reporting verbs beside or, under the same
 * id, instead of those that ship, and the names of entries that do not count.
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
  const message = faultIn(own)
  return message === undefined ? { ok: true, own, lexicon: new Lexicon(own) } : { ok: false, message }
}

/** A phrase without a word would be found everywhere or nowhere. */
const wordless = (phrases: readonly string[]): string | undefined =>
  phrases.find((phrase) => tokenise(phrase).length === 0)

/** What the schema cannot say: that names lead somewhere and that phrases have words. */
const faultIn = (own: OwnLexicon): string | undefined => {
  const topics = new Set([...standardLexicon.topics, ...(own.topics ?? [])].map(({ id }) => id))
  const entries = [
    ...(own.concepts ?? []).map(({ id, topic, en, zh, never = [] }) => ({
      what: `concept “${id}”`,
      topic,
      count: en.length + zh.length,
      phrases: [...en, ...zh, ...never]
    })),
    ...(own.terms ?? []).map(({ id, topic, wordings: { us, cn } }) => {
      const phrases = [...us.en, ...us.zh, ...cn.en, ...cn.zh]
      return { what: `contested term “${id}”`, topic, count: phrases.length, phrases }
    }),
    ...[...(own.verbs?.en ?? []), ...(own.verbs?.zh ?? [])].map(({ lemma, forms }) => ({
      what: `verb “${lemma}”`,
      topic: undefined,
      count: forms.length,
      phrases: forms
    }))
  ]
  for (const { what, topic, count, phrases } of entries) {
    if (topic !== undefined && !topics.has(topic))
      return `The ${what} is of the topic “${topic}”, which there is not.`
    if (count === 0) return `The ${what} has no terms.`
    const empty = wordless(phrases)
    if (empty !== undefined) return `The ${what} has a term without a word: “${empty}”.`
  }
  const unknown = (own.off ?? []).find((key) => !STANDARD_KEYS.has(key))
  return unknown === undefined ? undefined : `There is no entry “${unknown}” to switch off.`
}

const STANDARD_KEYS: ReadonlySet<string> = new Set([
  ...standardConcepts.map(conceptKey),
  ...standardTerms.map(termKey),
  ...[...standardVerbs.en, ...standardVerbs.zh].map(verbKey)
])
