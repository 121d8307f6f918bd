import { standardConcepts } from '../../engine/lexicon/concepts.ts'
import { conceptKey, termKey, verbKey } from '../../engine/lexicon/lexicon.ts'
import { standardVerbs } from '../../engine/lexicon/reporting-verbs.ts'
import type { ACTS, OwnLexicon } from '../../engine/lexicon/schema.ts'
import { standardTerms } from '../../engine/lexicon/terms.ts'
import type { Language } from '../../engine/model.ts'
import { switched } from './lists.ts'

/** What of the lexicon a reader may change in the app. */
export const ENTRY_KINDS = ['term', 'concept', 'verb'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export type OwnTerm = NonNullable<OwnLexicon['terms']>[number]
export type OwnConcept = NonNullable<OwnLexicon['concepts']>[number]
export interface OwnVerb {
  lemma: string
  forms: string[]
  act: (typeof ACTS)[number]
  strength: number
}

/** An entry's content, by its kind. */
export type EntryValue =
  | ({ kind: 'term' } & OwnTerm)
  | ({ kind: 'concept' } & OwnConcept)
  | ({ kind: 'verb'; language: Language } & OwnVerb)

/** One line of the list. */
export interface Entry {
  /** By which it is switched off. */
  key: string
  value: EntryValue
  /** Its words, to be shown and searched. */
  words: string
  isOn: boolean
  /** `shipped` as it comes, `changed` by the reader, or all their `own`. */
  origin: 'shipped' | 'changed' | 'own'
}

const keyOf = (value: EntryValue): string =>
  value.kind === 'verb' ? verbKey(value) : value.kind === 'term' ? termKey(value) : conceptKey(value)

const wordsOf = (value: EntryValue): string => {
  if (value.kind === 'verb') return value.forms.join(', ')
  if (value.kind === 'concept') return [...value.en, ...value.zh].join(', ')
  const { us, cn } = value.wordings
  return [us, cn].map(({ en, zh }) => [...en, ...zh].join(', ') || '–').join(' ⇄ ')
}

const shippedOf = (kind: EntryKind): EntryValue[] => {
  if (kind === 'term') return standardTerms.map((term) => ({ kind, ...term }))
  if (kind === 'concept')
    return standardConcepts.map(({ id, topic, sub, weight, en, zh, never, frame }) => ({
      kind,
      id,
      topic,
      sub,
      weight,
      en,
      zh,
      ...(never ? { never } : {}),
      ...(frame === undefined ? {} : { frame })
    }))
  return (['en', 'zh'] as const).flatMap((language) =>
    // The data is held against the same schema by a test.
    standardVerbs[language].map((verb) => ({ kind, language, ...(verb as OwnVerb) }))
  )
}

const ownOf = (own: OwnLexicon, kind: EntryKind): EntryValue[] => {
  if (kind === 'term') return (own.terms ?? []).map((term) => ({ kind, ...term }))
  if (kind === 'concept') return (own.concepts ?? []).map((concept) => ({ kind, ...concept }))
  return (['en', 'zh'] as const).flatMap((language) =>
    (own.verbs?.[language] ?? []).map((verb) => ({ kind, language, ...verb }))
  )
}

/** All entries of a kind: the reader's own first, then those that ship, with what was changed in its place. */
export const entriesOf = (own: OwnLexicon, kind: EntryKind): Entry[] => {
  const off = new Set(own.off ?? [])
  const shipped = shippedOf(kind)
  const changed = new Map(ownOf(own, kind).map((value) => [keyOf(value), value]))
  const entry = (value: EntryValue, origin: Entry['origin']): Entry => {
    const key = keyOf(value)
    return { key, value, origin, words: wordsOf(value), isOn: !off.has(key) }
  }
  const known = new Set(shipped.map(keyOf))
  return [
    ...[...changed.values()].filter((value) => !known.has(keyOf(value))).map((value) => entry(value, 'own')),
    ...shipped.map((value) => {
      const change = changed.get(keyOf(value))
      return change ? entry(change, 'changed') : entry(value, 'shipped')
    })
  ]
}

/** Entries in which all words of a search stand, in any order; capitals do not matter. */
export const matching = (entries: readonly Entry[], search: string): Entry[] => {
  const wanted = search.toLowerCase().split(/\s+/u).filter(Boolean)
  return entries.filter(({ key, words, value }) => {
    const whole = `${key} ${words} ${value.kind === 'term' ? value.signal : ''}`.toLowerCase()
    return wanted.every((word) => whole.includes(word))
  })
}

const without = <T>(list: readonly T[] | undefined, isIt: (entry: T) => boolean): T[] =>
  (list ?? []).filter((entry) => !isIt(entry))

/** The reader's lexicon without an entry of theirs: what ships counts again. */
export const withoutEntry = (own: OwnLexicon, key: string): OwnLexicon => ({
  ...own,
  terms: without(own.terms, (entry) => termKey(entry) === key),
  concepts: without(own.concepts, (entry) => conceptKey(entry) === key),
  verbs: {
    en: without(own.verbs?.en, (entry) => verbKey(entry) === key),
    zh: without(own.verbs?.zh, (entry) => verbKey(entry) === key)
  }
})

/** The reader's lexicon with an entry added, or changed where there is one of this name. */
export const withEntry = (own: OwnLexicon, value: EntryValue): OwnLexicon => {
  const rest = withoutEntry(own, keyOf(value))
  switch (value.kind) {
    case 'term':
      return { ...rest, terms: [...(rest.terms ?? []), bare(value)] }
    case 'concept':
      return { ...rest, concepts: [...(rest.concepts ?? []), bare(value)] }
    case 'verb': {
      const { language, lemma, forms, act, strength } = value
      const verbs = [...(rest.verbs?.[language] ?? []), { lemma, forms, act, strength }]
      return { ...rest, verbs: { ...rest.verbs, [language]: verbs } }
    }
  }
}

/** An entry as the file has it, where its list tells its kind. */
const bare = <T extends { kind: EntryKind }>(value: T): Omit<T, 'kind'> => {
  const copy: Partial<T> & Omit<T, 'kind'> = { ...value }
  delete copy.kind
  return copy
}

/** Switches an entry that ships on or off. */
export const toggled = (own: OwnLexicon, key: string): OwnLexicon => ({
  ...own,
  off: switched(own.off ?? [], key)
})

/** How many changes of the reader's a lexicon has; 0 for the lexicon as it ships. */
export const changesIn = ({ topics, concepts, terms, verbs, off }: OwnLexicon): number =>
  [topics, concepts, terms, verbs?.en, verbs?.zh, off].reduce((sum, list) => sum + (list?.length ?? 0), 0)

/** An id for a new entry, from its first words: small letters, digits and dashes, and none that is taken. */
export const idFrom = (words: string, taken: ReadonlySet<string>): string => {
  const plain = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  const base = /^[a-z]/u.test(plain) ? plain : `own-${plain}`.replace(/-$/u, '')
  let id = base
  for (let next = 2; taken.has(id); next++) id = `${base}-${next}`
  return id
}

/** Words as a person types them: one a line, or parted by commas or semicolons. */
export const phrasesFrom = (typed: string): string[] =>
  typed
    .split(/[\n,;，；、]+/u)
    .map((phrase) => phrase.trim())
    .filter(Boolean)
