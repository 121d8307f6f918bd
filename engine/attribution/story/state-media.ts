import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { PhraseMatch } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { cut, partEnd, partStart, type Clause } from './clause.ts'
import { isBehindPreposition, namesOutsider } from '../../entities/third-parties.ts'
import type { Source } from './source-type.ts'
import type { Place } from './verbs.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** A state's own newspaper, agency or broadcaster: a party's voice, whatever it says. */

const STATE_ORGANS = matcherOf(cues.stateOrgans)
const AUDIENCE = wordSet(cues.audience)
const PREPOSITIONS = wordSet(cues.prepositions)
const AT_LARGE = matcherOf(cues.stateMediaAtLarge)
const SPEECH = matcherOf(cues.speech)
/** A text of the organ's own: "an *editorial* in the People's Daily". */
const OWN_TEXTS = wordSet(cues.organWords)

/** "An editorial in the People's Daily"; but not "a former editor of the People's Daily". */
const isItsVoice = (subject: readonly Token[], at: number): boolean =>
  !isBehindPreposition(subject, at) ||
  !namesOutsider(subject.slice(0, at).filter(({ text }) => !OWN_TEXTS.has(text)))

/** One by name or, right before a verb of speech, all of them: "Chinese *state media* said"; but not "state media praised". */
const organAhead = (
  tokens: readonly Token[],
  { from, to }: Pick<Place, 'from' | 'to'>
): PhraseMatch<unknown> | undefined =>
  STATE_ORGANS.findLongest(tokens.slice(0, from))[0] ??
  (SPEECH.findLongest(tokens.slice(from, to)).length > 0
    ? AT_LARGE.findLongest(tokens.slice(0, from)).find((media) => media.to === from)
    : undefined)

/** "The state broadcaster said that the visit had been a triumph": whoever it belongs to. */
export const stateOrgan = (clause: Clause, verb: Pick<Place, 'from' | 'to'>): Source | null => {
  const { tokens } = clause
  const start = partStart(clause, verb.from)
  const organ = organAhead(tokens, verb)
  if (!organ) return null
  // "Xinhua, the news agency, nonetheless reported": only words set in stand between.
  const opening = partStart(clause, organ.from)
  if (!isItsVoice(tokens.slice(opening, organ.to), organ.from - opening)) return null
  const isBeside =
    organ.from >= start ||
    (verb.from - start <= 1 && (opening === 0 || opening === partStart(clause, start - 1)))
  return isBeside ? { side: 'cn', said: cut(clause, organ.from, verb.to) } : null
}

/** Most words before the organ's name: "the nationalist tabloid *Global Times*". */
const NAME_REACH = 4

/** "*The Global Times*, a tabloid, was less restrained": one that a sentence opens with, and that does something. */
export const organAtHead = (part: readonly Token[], outsider: number): PhraseMatch<unknown> | null => {
  const [organ] = STATE_ORGANS.findLongest(part)
  if (!organ || AUDIENCE.has(part[organ.to]?.text ?? '')) return null
  const isHead =
    outsider >= 0
      ? organ.from === outsider
      : organ.from <= NAME_REACH && part.slice(0, organ.from).every(({ text }) => !PREPOSITIONS.has(text))
  return isHead ? organ : null
}

const AGAIN_ZH = matcherOf(cues.organWordsZh)
/** Most words of how an organ is taken up: "the state-run tabloid". */
const AGAIN_REACH = 4

/** "*The newspaper* also said", "*the paper’s* editorial": one that was heard before. */
export const isOrganAgain = (part: readonly Token[]): boolean => {
  if (AGAIN_ZH.findLongest(part)[0]?.from === 0) return true
  const word = part.findIndex(({ text }) => OWN_TEXTS.has(text))
  return (
    part[0]?.text === 'the' &&
    word > 0 &&
    part.slice(1, word).every(({ capital }) => !capital) &&
    (part.length <= Math.max(word + 1, AGAIN_REACH - 1) || part[word + 1]?.text === 's') &&
    word < AGAIN_REACH
  )
}

/** "“…,” said a commentary by Xinhua": one that stands behind its verb. */
export const organBehind = (clause: Clause, { from, to }: Pick<Place, 'from' | 'to'>): Source | null => {
  const behind = clause.tokens.slice(to, partEnd(clause, to))
  const [organ] = STATE_ORGANS.findLongest(behind)
  return organ && isItsVoice(behind, organ.from)
    ? { side: 'cn', said: cut(clause, from, to + organ.to) }
    : null
}
