import attribution from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import data from '../lexicon/data/offices.json' with { type: 'json' }
import cues from '../lexicon/data/topic-cues.json' with { type: 'json' }
import { asides } from '../lexicon/claim-cues.ts'
import { parties } from '../lexicon/parties.ts'
import type { Side } from '../model.ts'
import { verbGroupAt } from '../syntax/verb-groups.ts'
import { firstFrom } from '../syntax/word.ts'
import type { Material, Passage } from './material.ts'

/** Who speaks for a side by name, for sentences that would have a pronoun without one. */

const lastWord = (name: string): string => name.toLowerCase().split(' ').at(-1) ?? ''

/** "Secretary Lindgren", "Lu Jianheng", "Mr. Darrow": an office and a name, or two names. */
const PERSON = /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,5}$/u
/** The rest of a name, of which the text's source has only the office: "Vice President *Delgado-Ames*". */
const REST = /^(?: \p{Lu}[\p{L}’'-]+(?=[\s,.’']))+/u
/** Last words of offices: one by itself names nobody; with an article it is said whose. */
const OFFICES: ReadonlySet<string> = new Set([
  ...data.offices.flatMap(({ en }) => en.map((office) => lastWord(office))),
  ...cues.offices.en
])

const isOffice = (name: string): boolean => OFFICES.has(lastWord(name))

/** "*The PRC authorities were encouraged* to publish", "*Mr. Feld has been held*": what is done to somebody is nothing that they say. */
export const isUndergone = ({ sentence: { attribution }, words }: Passage): boolean => {
  const { source } = attribution
  const behind = source ? firstFrom(words, source.end) : -1
  return behind >= 0 && verbGroupAt(words, behind)?.passive === true
}

/** The official whom a sentence names as its source; null where it names none. */
const namedIn = (material: Material, passage: Passage, speaker: Side): string | null => {
  const { sentence, side } = passage
  const { source } = sentence.attribution
  if (!source || sentence.speaker !== speaker || isUndergone(passage)) return null
  const { text } = material.sides[side]
  const rest = REST.exec(text.slice(source.end, sentence.end))?.[0] ?? ''
  const name = `${text.slice(source.start, source.end)}${rest}`.replace(/\s+/gu, ' ').replace(/^The /u, '')
  if (name === material.names[speaker] || name === material.capitals[speaker]) return null
  if (isOffice(name)) return `the ${name}`
  return PERSON.test(name) ? name : null
}

/** Whoever a sentence is reported of, by name: named in it, or in the last before that names one; else by office. */
export const officialOf = (material: Material, passage: Passage): string | null => {
  const { sentence, side } = passage
  const { speaker } = sentence
  if (speaker !== 'us' && speaker !== 'cn') return null
  const { passages } = material.sides[side]
  const named = passages
    .slice(0, passages.indexOf(passage) + 1)
    .flatMap((one) => namedIn(material, one, speaker) ?? [])
  return named.findLast((name) => !name.startsWith('the ')) ?? named.at(-1) ?? null
}

/** What a government is called, and the last words of what stands for one: "the Chinese *side*". */
const GOVERNMENTS: ReadonlySet<string> = new Set(
  parties.flatMap(({ names }) => names.map((name) => name.toLowerCase()))
)
const BODIES: ReadonlySet<string> = new Set([...attribution.countries.en, ...asides.offices])
const CASED = /^\p{Lu}|^\p{Ll}/u

/** Whether words name a person, or stand for one: "Lu", "President Lu", "he"; no government and no body. */
export const isPerson = (words: string): boolean =>
  CASED.test(words) && !GOVERNMENTS.has(words.toLowerCase()) && !BODIES.has(lastWord(words))
