import storyCues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { PINYIN } from '../../entities/pinyin.ts'
import type { Side } from '../../model.ts'
import type { Token } from '../../text/tokens.ts'
import { cues } from '../cues.ts'
import { sign } from '../weighing.ts'
import type { Clause } from './clause.ts'
import type { Subjects } from './subject.ts'
import { elsewhereIn, outsiderIn } from '../../entities/third-parties.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Whom words of a story name, as the signs of whose statement a sentence is have it. */

const ORGANS = matcherOf(storyCues.stateOrgans)
const JOINT = { en: matcherOf(storyCues.joint.en), zh: matcherOf(storyCues.joint.zh) }
/** What two who speak for the two sides are called. */
const THE_TWO = wordSet([...storyCues.both, ...storyCues.plurals, ...storyCues.heads])
const PARTIES = wordSet(storyCues.theParties)
const OFFICIALS = wordSet([...storyCues.spokespeople, ...storyCues.roles, ...storyCues.heads])
/** Documents in which a side says what it wants. */
const DOCUMENTS = wordSet([...storyCues.jointDocuments.documents, 'proposal', 'draft', 'version'])
const PRONOUNS = wordSet([...storyCues.pronouns, 'i', 'we'])

/** Marks a side in the name of a sign, so that what is fitted for one side holds for the other. */
export const nameOf = (side: Side | null): string => (side ? `@${side}` : 'nobody')

export const isJoint = ({ language }: Clause, part: readonly Token[]): boolean =>
  JOINT[language].findLongest(part).length > 0 ||
  cues[language].findLongest(part).some(({ value }) => value === 'together')

/** "The two *sides*", "*both*": the two together; but not "both airlines", of which the story tells only now. */
const areTheTwo = ({ language }: Clause, part: readonly Token[]): boolean =>
  language === 'zh' ||
  part.length === 1 ||
  part.some(({ text, capital }, at) => THE_TWO.has(text) || (capital && at > 0)) ||
  cues.en.findLongest(part).some(({ value }) => value === 'together')

/** A clause with the tokens that name a document of both sides, and where its first word stands if that is no name. */
export interface OwnClause extends Clause {
  joint: readonly number[]
  noName?: number
}

/** Whom words of a clause name, as somebody who may speak. */
export const whoIn = (subjects: Subjects, clause: OwnClause, from: number, to: number): string => {
  const part = clause.tokens.slice(from, to)
  const [first] = part
  if (!first) return 'empty'
  if (clause.joint.some((at) => at >= from && at < to)) return 'joint document'
  // "*They* also agreed": whatever stands between it and its verb.
  if (PRONOUNS.has(first.text) && (clause.language === 'zh' || !part.slice(1).some(({ capital }) => capital)))
    return sign('pronoun', first.text)
  const named =
    clause.language === 'en'
      ? subjects.speakersIn(clause, from, to)
      : subjects.sidesIn(clause, from, to).slice(0, 1)
  const sides = new Set(named)
  if (subjects.isOfAThird(clause, from, to)) return 'elsewhere'
  const outsider = outsiderIn(part) >= 0 ? 'outsider' : elsewhereIn(part, clause.text) >= 0 ? 'elsewhere' : ''
  if (outsider && sides.size === 0) return outsider
  if (sides.size === 2) return sign('two', outsider)
  if (isJoint(clause, part)) return areTheTwo(clause, part) ? 'together' : 'several'
  const [side] = sides
  // "*The countries* also promised": those of whom the story tells.
  if (!side && first.text === 'the' && part.some(({ text }) => PARTIES.has(text))) return 'together'
  // "*The readout* also mentioned fish": of whoever it was told of before.
  const document = side ? null : subjects.documentOf(part)
  if (document) return nameOf(document)
  if (side) return sign(nameOf(side), outsider)
  if (ORGANS.findLongest(part).length > 0) return nameOf('cn')
  if (part.some(({ text }) => OFFICIALS.has(text))) return 'official'
  const name = part.filter(
    ({ capital, start }, at) => capital && start !== clause.noName && (at > 0 || part.length > 1)
  )
  if (name.length === 0) return 'thing'
  return sign('stranger', nameOf(name.every(({ text }) => PINYIN.test(text)) ? 'cn' : 'us'))
}

/** What kind of thing a subject of a side is: its government does not do what its people do. */
export const kindOf = (subjects: Subjects, clause: OwnClause, from: number, to: number): string => {
  const part = clause.tokens.slice(from, to)
  if (part.some(({ text }) => DOCUMENTS.has(text))) return 'document'
  if (subjects.isPlace(clause, from, to)) return 'government'
  return part.some(({ text }) => OFFICIALS.has(text)) ? 'officials' : 'person'
}
