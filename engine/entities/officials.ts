import type { EntityIndex } from './entity-index.ts'
import { parties } from '../lexicon/parties.ts'
import type { TokenisedText } from '../text/document.ts'
import { isPinyinName } from './pinyin.ts'
import { people } from './standing.ts'

/** Someone who meets or speaks in a readout; of the same surname in either language where the list has them. */
export interface Official {
  /** As shown: the full name where it is known, else as the text has it. */
  name: string
  /** What English calls them after an office; the whole name where it is not known. */
  surname: string
  party: string | null
}

/**
 * The entry of the list that a mention is about. A surname alone is that of many: without the full name in the text it
 * is nobody's but its own.
 */
const knownAs = (words: string, party: string | null, text: string): Official | null => {
  const ofParty = people.filter((person) => party === null || person.party === party)
  const whole = ofParty.find(({ name, chinese }) => name === words || chinese.includes(words))
  const named = whole ?? ofParty.find(({ name, surname }) => surname === words && text.includes(name))
  if (named) return { name: named.name, surname: named.surname, party: named.party }
  const alone = ofParty.find(({ surname }) => surname === words)
  return alone ? { name: words, surname: words, party: alone.party } : null
}

/** Whether the list of the lexicon has somebody. */
export const isOfList = (official: Official): boolean => people.some(({ name }) => name === official.name)

/** A name that no list has, as an office introduced it ("Thomas R. Hartwell"); its last word, or its first where it is Chinese, is what stays the same. */
const introducedAs = (words: string, party: string | null): Official => {
  const all = words.split(/\s+/u)
  const [first = ''] = all
  // "*Qiu* Lan": of a name spelt as Chinese ones are the first word.
  const isChinese =
    all.length === 2 && party !== parties[0]?.id && isPinyinName(all.map((word) => word.toLowerCase()))
  return { name: words, surname: isChinese ? first : (all.at(-1) ?? words), party }
}

/** What may be a person's surname: of Chinese and Japanese names the first word as well as the last. */
const surnamesOf = ({ name, surname, party }: Official): string[] => {
  const [first = ''] = name.split(/\s+/u)
  return (party === parties[0]?.id ? [surname] : [surname, first]).map((word) => word.toLowerCase())
}

/** Whether two texts mean the same person; one of them may not tell whose official it is. */
export const isSameOfficial = (one: Official, other: Official): boolean => {
  const others = surnamesOf(other)
  return (
    surnamesOf(one).some((surname) => others.includes(surname)) &&
    (one.party === other.party || one.party === null || other.party === null)
  )
}

/** As a headline has it: of Americans the surname, of others the whole name. */
export const calledShortly = ({ name, surname, party }: Official): string =>
  party === parties[0]?.id ? surname : name

/** Whom a text names by name, most often named first. */
export const officialsIn = (document: TokenisedText, entities: EntityIndex): Official[] => {
  const { text, tokens } = document
  const found: { official: Official; times: number }[] = []
  for (const mention of entities.mentionsIn(tokens, text)) {
    if (mention.kind !== 'person') continue
    const words = mention.text.replace(/\s+/gu, ' ')
    const official = knownAs(words, mention.party, text) ?? introducedAs(words, mention.party)
    const entry = found.find((known) => isSameOfficial(known.official, official))
    if (!entry) found.push({ official, times: 1 })
    else {
      entry.times++
      if (official.name.length > entry.official.name.length) entry.official = official
    }
  }
  return found.sort((a, b) => b.times - a.times).map(({ official }) => official)
}
