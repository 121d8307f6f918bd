import { wanting } from '../lexicon/claim-cues.ts'
import type { Span } from '../model.ts'
import { firstFrom, type Word } from '../syntax/word.ts'
import { countWords } from '../text/words.ts'
import { nextVerb, openedBefore, verbAt } from '../claims/english-verbs.ts'
import { openingIn } from './cuts.ts'
import { doerAt, subjectOf, type Acted } from './doer.ts'

/** A quotation with what it needs to say by itself what its sentence says: whoever acts, and what takes some of it back. */

/** With these a clause goes on that limits or takes back what stands before it: "welcomed the step, *while* stressing that …". */
const LIMITING = new Set([
  ...['yet', 'but', 'though', 'although', 'albeit', 'while', 'however', 'notwithstanding', 'despite'],
  ...['unless', 'until', 'provided', 'except', 'without', 'pending', 'only']
])
/** So many words of a quotation are still read at once. */
const MOST_WORDS = 32

/** Whether words break off at their end: "without which". */
const breaksOff = (words: string): boolean => wanting.has(/\p{L}+$/u.exec(words)?.[0] ?? '')

/** What opens a clause that is not quoted: ", without which". */
const OPENED = /,\s*(?:\w+\s+)?(?:which|who|whom|whose|where|when)$/u

/** The word with which a clause goes on behind a quotation and limits it; undefined where none does. */
export const limitBehind = ({ words }: { words: readonly Word[] }, span: Span): Word | undefined => {
  const behind = firstFrom(words, span.end)
  const at = words[behind]?.text === ',' ? behind + 1 : behind
  const word = words[at]
  return word && (LIMITING.has(word.text) || isEven(words, at)) ? word : undefined
}

/** "Even as", "even though", "so long as". */
const isEven = (words: readonly Word[], at: number): boolean => {
  const [one, next] = [words[at]?.text ?? '', words[at + 1]?.text ?? '']
  return (
    (one === 'even' && /^(?:as|though|if|while)$/u.test(next)) ||
    (/^(?:so|as)$/u.test(one) && next === 'long')
  )
}

/** Words with the clause that limits them, where both are soon read. */
const withLimit = (text: string, passage: Acted, span: Span): Span => {
  const limit = limitBehind(passage, span)
  if (!limit) return span
  const claim = (passage.sentence.claims ?? []).find((one) => one.span.end > limit.start)
  if (!claim) return span
  const whole = text.slice(span.start, claim.span.end)
  return countWords(whole) <= MOST_WORDS && !breaksOff(whole)
    ? { start: span.start, end: claim.span.end }
    : span
}

/** Where the subject of the first verb of a quotation begins, if the quotation begins within it: "under *the pretext of fentanyl are*". */
const subjectStart = ({ words }: Acted, span: Span): number | null => {
  const from = firstFrom(words, span.start)
  const behind = firstFrom(words, span.end)
  const verb = from < 0 ? null : nextVerb(words, from, behind < 0 ? words.length : behind)
  if (!verb || verb.from === from) return null
  const subject = subjectOf(words, verb)
  if (subject === null || subject >= from) return null
  const isOnePhrase = words.slice(subject, from).every(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ')
  return isOnePhrase ? (words[subject]?.start ?? null) : null
}

/** "…, *and that the legitimate concerns* | of the parties should be addressed": without the clause of which only the beginning is quoted. */
const withoutBegun = ({ words }: Acted, { start, end }: Span): number => {
  const [from, behind] = [firstFrom(words, start), firstFrom(words, end)]
  if (behind < 0 || words[behind]?.pos === 'PUNCT') return end
  const that = openedBefore(words, behind, from, THAT)
  if (that === null || !/^(?:and|or|but)$/u.test(words[that - 1]?.text ?? '')) return end
  if (nextVerb(words, behind, words.length) === null) return end
  const kept = words.slice(from, words[that - 2]?.text === ',' ? that - 2 : that - 1)
  const isEnough = kept.filter(({ pos }) => pos !== 'PUNCT').length >= LEAST_KEPT
  return isEnough ? (kept.at(-1)?.end ?? end) : end
}
const THAT: ReadonlySet<string> = new Set(['that'])

/** "Unacceptable*, at a time when plants in Michigan* | and Tennessee are cutting shifts": without a clause whose verb is not quoted. */
const withoutOpened = ({ words }: Acted, { start, end }: Span): number => {
  const [from, behind] = [firstFrom(words, start), firstFrom(words, end)]
  if (behind < 0 || words[behind]?.pos === 'PUNCT' || nextVerb(words, behind, words.length) === null)
    return end
  const opener = openedBefore(words, behind, from, OPENERS)
  if (opener === null || nextVerb(words, opener + 1, behind) !== null) return end
  const leadsIn = /^(?:at a|the|a) (?:time|moment)$/u
  const before = [words[opener - 3], words[opener - 2], words[opener - 1]]
    .map((word) => word?.text ?? '')
    .join(' ')
  const to = leadsIn.test(before) ? opener - 3 : opener
  const kept = words.slice(from, words[to - 1]?.text === ',' ? to - 1 : to)
  const isEnough = kept.filter(({ pos }) => pos !== 'PUNCT').length >= LEAST_KEPT
  return isEnough ? (kept.at(-1)?.end ?? end) : end
}
const OPENERS: ReadonlySet<string> = new Set([
  'when',
  'where',
  'because',
  'although',
  'though',
  'which',
  'who',
  'whose'
])

/** So many words of a list are soon read. */
const MOST_IN_LIST = 24

/** "Does not seek conflict, *that its policy has not changed*": a list to its last item, where that is soon read. */
const withList = (text: string, { sentence }: Acted, span: Span): number => {
  const claims = sentence.claims ?? []
  const isJoined = (start: number): boolean =>
    /\b(?:and|or|but)\s*$/u.test(text.slice(sentence.start, start)) ||
    /^(?:and|or|but)\b/u.test(text.slice(start))
  const last = claims.findLast(({ span: { start } }) => start > span.start && start < span.end)
  if (!last || isJoined(last.span.start) || !/,\s*$/u.test(text.slice(sentence.start, last.span.start)))
    return span.end
  // "That U.S. policy has not changed, *opposed* any change": what is done is no item of what is said.
  const isSaid = /\bthat\s+$/iu.test(text.slice(sentence.start, span.start))
  if (isSaid && last.act !== null && !last.governor) return span.end
  const behind = claims.filter(({ span: { start } }) => start >= span.end)
  const final = behind.find(({ span: { start } }) => isJoined(start))
  if (!final || /[;:]/u.test(text.slice(span.end, final.span.end))) return span.end
  return countWords(text.slice(span.start, final.span.end)) <= MOST_IN_LIST ? final.span.end : span.end
}
const LEAST_KEPT = 6

/** "That drones sustain it*, and urged Beijing to stop*": without what is done behind what is said. */
const withoutAct = (text: string, { sentence, words }: Acted, { start, end }: Span): number => {
  if (!/\bthat\s+$/iu.test(text.slice(sentence.start, start))) return end
  const act = (sentence.claims ?? []).find(
    (claim) => claim.span.start > start && claim.span.start < end && claim.act !== null && !claim.governor
  )
  if (!act || verbAt(words, firstFrom(words, act.span.start)) === null) return end
  const kept = text.slice(start, act.span.start).replace(/[\s,;]*(?:and|but)?\s*$/u, '')
  return countWords(kept) >= LEAST_SAID ? start + kept.length : end
}
/** "U.S. policy has not changed": so few words of what is said are a sentence. */
const LEAST_SAID = 4

/** Marks that close what a quotation has opened. */
const closed = (text: string, { start, end }: Span): number => {
  const words = text.slice(start, end)
  const isOpen = words.split('“').length > words.split('”').length || words.split('"').length % 2 === 0
  return isOpen && /^[”"]/u.test(text.slice(end)) ? end + 1 : end
}

/** Where what a claim says begins, in which a place stands. */
const clauseStart = (text: string, { sentence }: Acted, place: number): number => {
  const claim = (sentence.claims ?? []).findLast(({ span }) => span.start <= place)
  const start = claim?.lead?.end ?? claim?.span.start ?? place
  return Math.min(start + (/\S/u.exec(text.slice(start))?.index ?? 0), place)
}

/** "*What* the U.S. side committed to was to remove it": what is done is a subject with the word before it. */
const withWhat = ({ words }: Acted, start: number): number => {
  const from = firstFrom(words, start)
  for (let at = from - 1; at >= Math.max(0, from - FARTHEST_WHAT); at--) {
    const word = words[at]
    if (word?.text === 'what') return word.start
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON)$/u.test(word?.pos ?? '')) break
  }
  return start
}
const FARTHEST_WHAT = 6

/** "On | the technology issue*, he* said", "acting on leads that they | had found*, the police* broke": begun within what opens a sentence. */
const fromMain = ({ words, sentence }: Acted, from: number, { start, end }: Span): number => {
  const opening = start > from ? openingIn(words, { start: from, end: sentence.end }, true) : null
  return opening !== null && start < opening && opening < end ? opening : start
}

/**
 * A quotation of an English sentence from whoever acts in it on, if that is neither side, and to the end of what limits it.
 *
 * @param from where the statement of the sentence begins, behind its heading
 */
export const whole = (text: string, passage: Acted, span: Span, from: number): Span => {
  const doer = doerAt(passage, span.start)
  const found = typeof doer === 'number' && doer < span.start ? doer : subjectStart(passage, span)
  const before = passage.words.findLast(({ start: at }) => found !== null && at < found)
  // "*Hopes for* a stable relationship, does not seek": what a preposition leads in acts nowhere, and its clause is told from its start.
  const isLedIn = found !== null && before?.pos === 'ADP' && before.text !== 'that'
  const acting = isLedIn ? clauseStart(text, passage, found) : found
  const start = fromMain(passage, from, {
    start: withWhat(passage, acting === null ? span.start : Math.max(acting, from)),
    end: span.end
  })
  const said = withoutAct(text, passage, { start, end: span.end })
  const opened = withoutOpened(passage, { start, end: withoutBegun(passage, { start, end: said }) })
  const begun = withList(text, passage, { start, end: opened })
  const { end } = withLimit(text, passage, { start, end: begun })
  return {
    start,
    end: closed(text, { start, end: end - (OPENED.exec(text.slice(start, end))?.[0].length ?? 0) })
  }
}
