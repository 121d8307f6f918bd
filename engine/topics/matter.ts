import type { ConceptUse, Lexicon } from '../lexicon/lexicon.ts'
import type { Token } from '../text/tokens.ts'
import type { Matter } from '../model.ts'
import { keyPhrase } from './key-phrase.ts'

/** Weights of the second-level topics of a topic that concepts name, by their strongest concept. */
const partsOf = (uses: Iterable<ConceptUse>, topic: string): Map<string, number> => {
  const parts = new Map<string, number>()
  for (const { concept } of uses)
    if (concept.topic === topic) parts.set(concept.sub, Math.max(parts.get(concept.sub) ?? 0, concept.weight))
  return parts
}

/** Id of the part of a topic that stands for the topic at large, and gives way to any other. */
export const AT_LARGE = 'general'

const strongest = (parts: ReadonlyMap<string, number>): string | undefined =>
  [...parts].sort(
    (a, b) => Number(a[0] === AT_LARGE) - Number(b[0] === AT_LARGE) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)
  )[0]?.[0]

const known = (topic: string, part: string | undefined, lexicon: Lexicon): Matter => {
  const label = part === undefined ? undefined : lexicon.partLabel(topic, part)
  return { label: label ?? lexicon.label(topic), ...(part !== undefined && label ? { part } : {}) }
}

const outside = (text: string, tokens: readonly Token[]): Matter | undefined => {
  const phrase = keyPhrase(text, tokens)
  return phrase && { label: text.slice(phrase.start, phrase.end), outside: true }
}

/**
 * What a sentence is about, finer than its first topic: the second-level topic that it names, or, for a sentence in
 * which the lexicon knows nothing, its own key phrase.
 *
 * @param goesOn the sentence was given its topic by the one before it
 */
export const matterOfSentence = (
  topic: string,
  goesOn: boolean,
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon
): Matter => {
  const uses = lexicon.conceptsIn(tokens)
  if (uses.length === 0 && !goesOn) return outside(text, tokens) ?? known(topic, undefined, lexicon)
  return known(topic, strongest(partsOf(uses, topic)), lexicon)
}

/** What a group is about: a second-level topic of its topic that both sides name, rather than one that only one does. */
export const matterOfGroup = (
  topic: string,
  uses: { us: readonly ConceptUse[]; cn: readonly ConceptUse[] },
  sentences: { us: readonly Matter[]; cn: readonly Matter[] },
  lexicon: Lexicon
): Matter => {
  const [one, other] = [partsOf(uses.us, topic), partsOf(uses.cn, topic)]
  const both = new Map(
    [...one].flatMap(([part, weight]) => {
      const partner = other.get(part)
      return partner === undefined ? [] : [[part, Math.min(weight, partner)] as const]
    })
  )
  const all = [...sentences.us, ...sentences.cn]
  // The shortest, whichever side it is of, so that exchanging the readouts changes nothing.
  const [first] = [...all].sort((a, b) => a.label.length - b.label.length || (a.label < b.label ? -1 : 1))
  if (uses.us.length + uses.cn.length === 0 && first && all.every((matter) => matter.outside)) return first
  return known(
    topic,
    strongest(both) ?? (one.size + other.size === 1 ? strongest(new Map([...one, ...other])) : undefined),
    lexicon
  )
}
