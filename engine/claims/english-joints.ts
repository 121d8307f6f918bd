import { letting } from '../lexicon/claim-cues.ts'
import { clauseHead, JOINING, RELATIVES } from '../syntax/clause-heads.ts'
import { nounPhraseAt } from '../syntax/noun-phrases.ts'
import { isPastForm, type VerbGroup } from '../syntax/verb-groups.ts'
import type { Word } from '../syntax/word.ts'
import { clauseAt, nextVerb, OPENING, textAt, verbAt } from './english-verbs.ts'

/** What a joining word or a comma of an English sentence joins, and whether it sets anything in. Word indices. */

/** Words that open a clause which is part of another. */
export const SUBORDINATING = new Set([...OPENING, 'although', 'lest', 'which', 'whose', 'whom', 'where'])
/** "Has reviewed the file, *and found* no breach": what hangs on a perfect is no past. */
const HAVING = new Set(['has', 'have', 'had', 'having'])
/** What makes a condition of the clauses behind it, up to the comma. */
const CONDITIONAL = new Set(['if', 'once', 'when', 'unless', 'provided'])
const isFiniteAux = ({ pos, text }: Word): boolean => pos === 'AUX' && text !== 'be' && text !== 'been'
/** What an act is done to begins with. */
const OBJECT = /^(?:DET|PRON|PROPN|SCONJ)$/u

/** "The two sides *have reviewed* the file, and found no breach": whether the sentence's own verb, before any clause in it, is a perfect. */
const isPerfect = (all: readonly Word[], before: number): boolean => {
  const words = all.slice(0, before)
  const clause = words.findIndex(({ text }) => SUBORDINATING.has(text) || RELATIVES.has(text))
  return words
    .slice(0, clause < 0 ? before : clause)
    .some(({ pos, text }) => pos === 'AUX' && HAVING.has(text))
}

/** "That Beijing*, as the buyer of most of it,* has the means": no verb between the commas, and none of its clause before them. */
const isSetIn = (words: readonly Word[], open: number, comma: number): boolean => {
  if (words[open + 1]?.pos !== 'ADP' && words[open + 1]?.pos !== 'SCONJ') return false
  if (nextVerb(words, open, comma)) return false
  for (let at = open - 1; at >= 0; at--) {
    if (verbAt(words, at)) return false
    if (at === 0 || SUBORDINATING.has(textAt(words, at))) return true
  }
  return false
}

/** "Risks *between China* and the United States lie in …", "*between U.S. Indo-Pacific Command* and …": what stands between two has two names. */
export const isBetween = (words: readonly Word[], before: number): boolean => {
  for (let at = before - 1; at > 0; at--) {
    if (textAt(words, at) === 'between') return true
    const isOfName = /^[-‑–.]$/u.test(textAt(words, at))
    if (!isOfName && !/^(?:NOUN|PROPN|ADJ|DET|NUM)$/u.test(words[at]?.pos ?? '')) return false
  }
  return false
}

/** Whether a participle describes the same noun as the name before it, behind a preposition. */
export const describes = (words: readonly Word[], before: number, { from, head }: VerbGroup): boolean => {
  const [preposition, name] = [words[before - 2], words[before - 1]]
  return (
    from === head &&
    preposition?.pos === 'ADP' &&
    (name?.pos === 'PROPN' || name?.pos === 'ADJ') &&
    words[head + 1]?.pos === 'NOUN'
  )
}

/** "An end to scoring, fair treatment, and *renewed registration*": a participle before its noun is the last of a list. */
export const isItem = (words: readonly Word[], before: number, { from, head }: VerbGroup): boolean => {
  if (textAt(words, before) !== ',' || from !== head || words[head + 1]?.pos !== 'NOUN') return false
  for (let at = before - 1; at > 0; at--) {
    if (textAt(words, at) === ',') return nounPhraseAt(words, at + 1) !== null
    if (verbAt(words, at)) return false
  }
  return false
}

/**
 * "Said that those who threaten people will be prosecuted*, and demanded the closure* …": a past with its object behind a
 * comma goes on with the sentence, however little of a clause has been heard by then.
 */
export const isActBehind = (words: readonly Word[], comma: number): boolean => {
  if (textAt(words, comma) !== ',' || !JOINING.has(textAt(words, comma + 1))) return false
  const [verb, object] = words.slice(comma + 2, comma + 4)
  return (
    verb?.pos === 'VERB' &&
    isPastForm(verb) &&
    !isPerfect(words, comma) &&
    object !== undefined &&
    (OBJECT.test(object.pos) || object.text === 'that' || object.text === 'for')
  )
}

/** "Three measures: *advance notice of launches, a hotline and a pledge to* …": what is set out is things, whose verbs are none of theirs. */
export const listsThings = (words: readonly Word[], from: number): boolean => {
  // "*First,* the U.S. side will extend …"
  const comma = words.findIndex(({ text }, at) => at > from + 1 && text === ',')
  return (
    comma > 0 &&
    nextVerb(words, from, comma) === null &&
    clauseAt(words, from, false) === null &&
    nounPhraseAt(words, comma + 1) !== null
  )
}

/** "The system that it brought, *and never took away*, must be withdrawn": the sentence's own verb is still to come. */
export const isWithinSubject = (words: readonly Word[], next: number): boolean => {
  const comma = words.findIndex(({ text }, at) => at > next && text === ',')
  return comma > 0 && words[comma + 1]?.pos === 'AUX' && !words.slice(0, next).some(isFiniteAux)
}

/**
 * "Lets makers of devices *and aircraft parts buy* components": whoever is let, made or helped to do something is listed, and
 * the verb behind the list is what they do.
 */
export const isOfLetting = (words: readonly Word[], before: number, { from, head }: VerbGroup): boolean => {
  const verb = words[head]
  if (from !== head || verb?.text !== verb?.lemma) return false
  for (let at = before - 1; at >= 0; at--) {
    const word = words[at]
    if (!word || /^[,;:]$/u.test(word.text)) return false
    if (word.pos === 'VERB') return letting.has(word.lemma)
  }
  return false
}

/** "The cooperation that China conducts with Iran *and other countries* is …": the subject, and all that is attached to it, goes on. */
export const isOfSubject = (words: readonly Word[], from: number, next: number): boolean => {
  const head = clauseHead(words, from)
  return head !== null && head.verb.from > next
}

/** "Provided that the parties so request *and the Council so authorizes*, China stands ready": both are of the condition. */
export const isOfCondition = (words: readonly Word[], before: number): boolean => {
  if (/^[,;]$/u.test(textAt(words, before)) || /^[,;]$/u.test(textAt(words, before - 1))) return false
  const stop = words.slice(0, before).findLastIndex(({ text }) => /^[,;:]$/u.test(text))
  const comma = words.findIndex(({ text }, at) => at > before && text === ',')
  const first = JOINING.has(textAt(words, stop + 1)) ? stop + 2 : stop + 1
  return comma > 0 && CONDITIONAL.has(textAt(words, first)) && clauseAt(words, comma + 1, false) !== null
}

/** "A game *in which you lose and I win, or you decline and I thrive*": all of it says what it is, and none is a claim. */
export const isOfRelative = (words: readonly Word[], before: number): boolean => {
  for (let at = before - 1; at > 0; at--) {
    if (/^[,;:]$/u.test(textAt(words, at)) && textAt(words, at + 1) !== 'or') return false
    // Not "pointed *out that* …".
    if (/^(?:which|whom|whose)$/u.test(textAt(words, at)) && words[at - 1]?.pos === 'ADP') return true
  }
  return false
}

/** "Had their phones *and computers searched*": what is done to both things, and no clause. */
export const endsInParticiple = (
  words: readonly Word[],
  before: number,
  { from, head, to }: VerbGroup
): boolean => {
  const verb = words[head]
  return (
    from === head &&
    verb !== undefined &&
    isPastForm(verb) &&
    words[before - 1]?.pos === 'NOUN' &&
    words[before + 1]?.pos === 'NOUN' &&
    from === before + 2 &&
    /^(?:PUNCT|CCONJ)$/u.test(words[to]?.pos ?? 'PUNCT')
  )
}

/** "The policy, *she noted,* is what it was": behind a source between commas the clause has its first verb. */
export const closesInsertion = (words: readonly Word[], comma: number): boolean => {
  let open = comma - 1
  while (open > 0 && textAt(words, open) !== ',') open--
  if (open > 0 && isSetIn(words, open, comma)) return true
  if (open <= 0 || clauseAt(words, open + 1)?.verb.to !== comma) return false
  // "*Controls* on *advanced* chips": neither opens the sentence as a verb nor stands behind a preposition as one.
  for (let at = 1; at < open; at++)
    if (verbAt(words, at) && !/^(?:ADP|DET)$/u.test(words[at - 1]?.pos ?? '')) return false
  return true
}
