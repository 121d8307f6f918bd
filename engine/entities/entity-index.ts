import type { Span } from '../model.ts'
import type { TokenisedText } from '../text/document.ts'
import { PhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import { calledByTitle, introducedInChinese, withTitles } from './chinese-names.ts'
import { introducedInEnglish, type Genre, PRONOUNS, SHORTEST_LONE_SURNAME } from './english-names.ts'
import { withIssuers } from './story-mentions.ts'
import { namesOfStory, type Names } from './story-names.ts'
import { people, standing, type Entry, type Known } from './standing.ts'

/** Someone who may be the source of a statement, named in a text; token indices `from` to `to`, exclusive. */
export interface Mention extends Known, Span {
  text: string
  from: number
  to: number
}

/** All who may speak in a comparison, and how to find them in a text. */
export interface EntityIndex {
  /** Looked for once in the same tokens; what is found is not to be changed. */
  mentionsIn: (tokens: readonly Token[], text: string) => readonly Mention[]
}

/** All who may speak in a news story, in which an issuer is a source as an office is: "the State Department said". */
export interface StoryIndex extends EntityIndex {
  names: Names
}

const toMention = ({ value, ...place }: PhraseMatch<Known>, text: string): Mention => ({
  ...value,
  text: text.slice(place.start, place.end),
  ...place
})

/** English names are written with capitals; "may" or "he" inside a sentence is nobody. */
const isNamed = (match: PhraseMatch<Known>, tokens: readonly Token[]): boolean => {
  const first = tokens[match.from]
  return (
    first !== undefined &&
    (first.capital || /\p{Script=Han}/u.test(first.text) || match.value.kind === 'party')
  )
}

/** People of the data file who occur in the texts, by full name or, where it is telling, by surname. */
const knownPeople = (texts: readonly string[]): Entry[] => {
  const all = texts.join('\n')
  const entries: Entry[] = []
  for (const { party, name, surname, chinese } of people) {
    const value: Known = { kind: 'person', party, never: [] }
    for (const phrase of chinese) if (all.includes(phrase)) entries.push(...withTitles(phrase, value))
    // "WANG YI": newsletters set the names in capitals.
    const full = all.includes(name) || all.includes(name.toUpperCase())
    const lone =
      surname.length >= SHORTEST_LONE_SURNAME &&
      all.includes(surname) &&
      new RegExp(`\\b${surname}\\b`, 'u').test(all)
    if (full) entries.push({ phrase: name, value })
    const telling = !PRONOUNS.has(surname.toLowerCase())
    if (telling && (full || (lone && surname.length > SHORTEST_LONE_SURNAME)))
      entries.push({ phrase: surname, value })
  }
  return entries
}

const indexOf = (texts: readonly TokenisedText[], genre: Genre): EntityIndex => {
  const known = knownPeople(texts.map(({ text }) => text))
  const names = new Set(known.map(({ phrase }) => phrase.toLowerCase()))
  const introduced = [
    ...introducedInEnglish(texts, names, genre),
    ...(genre === 'readout' ? texts.flatMap(calledByTitle) : []),
    ...texts.flatMap(introducedInChinese)
  ]
  const persons = [...introduced.filter(({ phrase }) => !names.has(phrase.toLowerCase())), ...known]
  // A longer name wins over a part of it; at equal length a person over an office or a government.
  const matcher = new PhraseMatcher<Known>([...standing, ...persons])
  const found = new WeakMap<readonly Token[], readonly Mention[]>()
  return {
    mentionsIn: (tokens, text) => {
      const before = found.get(tokens)
      if (before) return before
      const named = matcher
        .findLongest(tokens)
        .filter((match) => isNamed(match, tokens))
        .map((match) => toMention(match, text))
      const mentions = genre === 'story' ? withIssuers(named, tokens, text) : named
      found.set(tokens, mentions)
      return mentions
    }
  }
}

/**
 * Gathers who may speak in these texts: governments and offices of the lexicon, officials of the data file who
 * occur in them, and people whom they introduce.
 */
export const indexEntities = (unordered: readonly TokenisedText[]): EntityIndex => {
  // Who is learnt first must not depend on the places of the texts.
  const texts = [...unordered].sort((one, other) =>
    one.text < other.text ? -1 : one.text > other.text ? 1 : 0
  )
  return indexOf(texts, 'readout')
}

/** The same for a news story, with the names by which it takes people up. */
export const indexStory = (story: TokenisedText): StoryIndex => {
  const entities = indexOf([story], 'story')
  return { ...entities, names: namesOfStory(story, entities.mentionsIn(story.tokens, story.text)) }
}
