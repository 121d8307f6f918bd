import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { PhraseMatcher, type PhraseMatch } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { BLANK, partEnd, partStart, type Clause } from './clause.ts'
import { HEADS } from '../../entities/sides.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Which verbs of a news story report a statement, and which only tell what has long been said or done. */

export type Place = Omit<PhraseMatch<unknown>, 'value'>

/** Right before a verb: what a government has long been saying, and not what it said now; a noun in Chinese. */
const BACKGROUND = wordSet(cues.background)
/** Between that word and the verb: "has *repeatedly* denied". */
const BEFORE_BACKGROUND = wordSet(cues.beforeBackground)
/** "Renner *once* wrote" */
const THAT = 'that'
const LONG_AGO = wordSet(cues.longAgo)
/** "China claims the island as its own": a position of long standing, told by the journalist. */
const HOLDING = wordSet(cues.holdingAs.verbs)
const AS = wordSet(cues.holdingAs.as)
/** "announced sanctions last month": a deed of the past, and no statement of the day. */
const DEEDS = matcherOf(cues.deeds)
const PAST = matcherOf(cues.past)

/** "In 2020, China pledged" */
const YEAR = /\b(?:in|under (?:the|that|a|their)) (?:19|20)\d\d\b/iu
const MONTH_ZH = /(?:今|去|前)年\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月/u
/** "In 1995, China protested": whatever was said, it was said then. */
const YEARS_AGO = /^in (?:19|20)\d\d,? [^,]*$/iu
/** "The Pentagon *has said*": of the day as well, if nothing between tells how long or how often. */
const PERFECT = new Map(Object.entries(cues.perfect).map(([has, verbs]) => [has, wordSet(verbs)]))
/** "responded to the sale *by* cutting the hotline": what was done, and not said. */
const DONE = matcherOf(cues.doneBy.verbs)
/** With how long or how often as well: "has always *denied*". */
const STANDING = wordSet(cues.standing)
/** "预定发表演说": what is yet to be said; "一直指责": what has long been. */
const SCHEDULED_ZH = matcherOf(cues.scheduledZh)
const STANDING_ZH = matcherOf(cues.standingZh)
const BY = wordSet(cues.doneBy.by)
const BEFORE_GERUND = wordSet([...cues.prepositions, ...cues.determiners])
/** "Rubio was then asked": words of whoever asked. */
const PASSIVE = wordSet(cues.passive)
const QUOTING = wordSet(cues.quoting)
const QUESTIONED = wordSet(cues.questioned)

const THEN = wordSet(cues.beforeSaying)
/** Words from "at" to a figure: "at *more than 4* million tons". */
const FIGURE_REACH = 3
const PLAIN = wordSet(cues.plainVerbs)
const PLURALS = wordSet(cues.plurals)
const PUT = wordSet(cues.putting.verbs)
const AT = wordSet(cues.putting.at)
const RELATIVES = wordSet(cues.relatives)
const GOING_ON = matcherOf(cues.goingOn)
const USED = wordSet(cues.occasions.used)
const OCCASIONS = wordSet(cues.occasions.nouns)
/** Words from “used” to the verb behind “to”. */
const OCCASION_REACH = 12
const SPEECH = matcherOf(cues.speech)
const ANONYMITY = matcherOf(cues.anonymity)
const TITLED = wordSet(cues.titled)
const ARTICLES = wordSet(cues.articles)
const PREPOSITIONS = wordSet(cues.prepositions)
const WHO = wordSet(cues.who)

/** What a verb of a story does: it reports, it reports only beside a quote ("continued"), or not at all ("called off"). */
type Reports = 'always' | 'quotes' | 'never'
/** What reports a statement in a story and in no readout ("complained"), and what only seems to. */
const storyVerbs = (['en', 'zh'] as const).map((language) => {
  const of = (phrases: readonly string[], value: Reports) => phrases.map((phrase) => ({ phrase, value }))
  return new PhraseMatcher<Reports>([
    ...of(cues.verbs[language], 'always'),
    ...of(cues.quoteVerbs[language], 'quotes'),
    ...of(cues.notReporting[language], 'never')
  ])
})

/** "They *described* the talks on condition of anonymity", "asked not to be named *discussing* them": how, and not what. */
const isAsNobody = (clause: Clause, { from, to }: Place): boolean => {
  const { text, tokens } = clause
  const word = tokens[from]?.text ?? ''
  if (text.includes(BLANK) || SPEECH.findLongest(tokens.slice(from, to)).length > 0) return false
  const end = partEnd(clause, from)
  const isBehind = ANONYMITY.findLongest(tokens.slice(to, end)).length > 0
  const isAhead = ANONYMITY.findLongest(tokens.slice(0, from)).some((phrase) => phrase.to === from)
  return word.endsWith('ing') ? isAhead : isBehind
}

/** "Wang *used a speech in Oslo to* appeal for calm": where the verb of an occasion stands; -1 for none. */
const usedFor = (tokens: readonly Token[], { from }: Place): number => {
  if (tokens[from - 1]?.text !== 'to') return -1
  const used = tokens.findLastIndex(
    ({ text }, at) => at < from && at >= from - OCCASION_REACH && USED.has(text)
  )
  return tokens.slice(Math.max(used, 0), from).some(({ text }) => OCCASIONS.has(text)) ? used : -1
}

/** "He *went on to* warn": what stands before a verb and takes nothing from it. */
const aheadOf = (tokens: readonly Token[], { from }: Place): PhraseMatch<unknown> | undefined =>
  GOING_ON.findLongest(tokens.slice(0, from)).find(({ to }) => to === from)

/** "He *went on to warn*": and so he did. */
const withAhead = (tokens: readonly Token[], verb: Place): Place => {
  const used = tokens[usedFor(tokens, verb)]
  if (used) return { ...verb, from: tokens.indexOf(used), start: used.start }
  const ahead = aheadOf(tokens, verb)
  return ahead ? { ...verb, from: ahead.from, start: ahead.start } : verb
}

/** "American officials *put* the value of the goods at $30 billion": what a figure is given for may be long. */
const puttingIn = (clause: Clause): Place[] =>
  clause.tokens.flatMap(({ text, start, end }, from) => {
    const isPutting = PUT.has(text)
    const behind = isPutting ? clause.tokens.slice(from, partEnd(clause, from)) : []
    const isFigure = behind.some(
      (token, at) =>
        AT.has(token.text) &&
        behind.slice(at + 1, at + 1 + FIGURE_REACH).some(({ text: word }) => /^\p{N}/u.test(word))
    )
    return isFigure ? [{ from, to: from + 1, start, end }] : []
  })

/** "American officials *accuse*", "used the speech to *accuse*"; elsewhere the same word may be a noun: "the claim". */
const plainIn = (tokens: readonly Token[]): Place[] =>
  tokens.flatMap(({ text, start, end }, from) => {
    let before = from - 1
    while (BEFORE_BACKGROUND.has(tokens[before]?.text ?? '')) before--
    const verb = { from, to: from + 1, start, end }
    const isPlain =
      PLAIN.has(text) &&
      (PLURALS.has(tokens[before]?.text ?? '') ||
        usedFor(tokens, verb) >= 0 ||
        aheadOf(tokens, verb) !== undefined)
    return isPlain ? [verb] : []
  })

/** The verbs of a clause that may report a statement, in their order. */
export const verbsIn = ({ text, tokens, language }: Clause, lexicon: Lexicon): Place[] => {
  const hasQuote = text.includes(BLANK)
  // "Rubio said, so that …" is no "said so".
  const own = (storyVerbs[language === 'en' ? 0 : 1]?.findLongest(tokens) ?? []).filter(
    ({ start, end }) => !/[,;:]/u.test(text.slice(start, end))
  )
  const standard = lexicon.verbs[language]
    .findLongest(tokens)
    .filter(({ from, to }) =>
      own.every((other) => other.value === 'quotes' || other.to <= from || other.from >= to)
    )
  const reporting = [
    ...own.filter(({ value }) => value === 'always' || (value === 'quotes' && hasQuote)),
    ...puttingIn({ text, tokens, language }),
    ...plainIn(tokens)
  ]
  // "Bob *Hope* Drive": a capital beside another is a name's.
  const isName = ({ from }: Place): boolean =>
    tokens[from]?.capital === true && tokens[from - 1]?.capital === true
  return [...standard, ...reporting]
    .filter((verb) => !isName(verb) && !isAsNobody({ text, tokens, language }, verb))
    .map((verb) => withAhead(tokens, verb))
    .sort((a, b) => a.from - b.from)
}

/** Index of the last token before a verb that does not tell how long or how often: "has *in recent weeks* hinted". */
const beforeAdverbs = (tokens: readonly Token[], verb: Place): number => {
  const past = PAST.findLongest(tokens)
  let before = verb.from - 1
  for (;;) {
    const phrase = past.find(({ to }) => to === before + 1)
    if (phrase) before = phrase.from - 1
    else if (BEFORE_BACKGROUND.has(tokens[before]?.text ?? '')) before--
    else return before
  }
}

/** "leaned in *to say* something", "short *of praising* it", "*the warning*": an aim, an act or a noun, and no statement. */
const isInside = (tokens: readonly Token[], verb: Place): boolean => {
  const word = tokens[verb.from]?.text ?? ''
  const before = tokens[verb.from - 1]?.text ?? ''
  // "He smiled before answering *that* nobody had asked": and so he did.
  if (THEN.has(before) && opensContent(tokens, verb)) return false
  return before === 'to' || (word.endsWith('ing') && BEFORE_GERUND.has(before))
}

/**
 * "Wang *is known* as “…”", "Wang, once “…,” *is*", "a banner *that read* “…”": what is said of something, and by nobody;
 * and "with the *headline* “…”", "his hopes *on the* “…”", where the marks only hold a name.
 */
export const tellsOf = ({ text, tokens }: Clause): boolean => {
  const quote = text.indexOf(BLANK)
  const behind = tokens.findIndex(({ start }) => start > quote)
  const ahead = behind < 0 ? tokens : tokens.slice(0, behind)
  return (
    ahead.some(({ text }) => PASSIVE.has(text)) ||
    PASSIVE.has(tokens[behind]?.text ?? '') ||
    RELATIVES.has(ahead.at(-2)?.text ?? '') ||
    ahead.some(({ text }, at) => WHO.has(text) && LONG_AGO.has(ahead[at + 1]?.text ?? '')) ||
    TITLED.has(ahead.at(-1)?.text ?? '') ||
    (ARTICLES.has(ahead.at(-1)?.text ?? '') && PREPOSITIONS.has(ahead.at(-2)?.text ?? ''))
  )
}

/**
 * "An official *who briefed* reporters spoke for an hour", "a banner *that read* “…”": what tells which one is meant
 * reports nothing, but for "a statement that said" and "it was Rubio who said".
 */
export const tellsWhich = ({ text, tokens }: Clause, verb: Place): boolean => {
  const at = verb.from - 1
  const relative = tokens[at]
  const before = tokens[at - 1]
  if (!relative || !before || !RELATIVES.has(relative.text) || text[before.end] !== ' ') return false
  if (WHO.has(relative.text)) return !tokens.slice(0, at).some(({ text }) => text === 'it')
  return !HEADS.has(before.text)
}

/** "Replied *that* …": behind a verb that says what was said, and not what was done. */
export const opensContent = (tokens: readonly Token[], { from, to }: Place): boolean =>
  tokens.slice(from, to + 1).some(({ text }) => text === THAT)

/** What has long been said, held or done is no statement of the day, unless its words are quoted. */
export const isBackground = (clause: Clause, verb: Place): boolean => {
  const { text, tokens } = clause
  const hasQuote = text.includes(BLANK)
  const word = tokens[verb.from]?.text ?? ''
  if (isInside(tokens, verb)) return !hasQuote
  const isOnce = LONG_AGO.has(tokens[verb.from - 1]?.text ?? '')
  // "Renner, *who once called* China “…,” has changed": not even with the words.
  if (isOnce && (!hasQuote || WHO.has(tokens[verb.from - 2]?.text ?? ''))) return true
  const before = beforeAdverbs(tokens, verb)
  const auxiliary = tokens[before]?.text ?? ''
  if (PASSIVE.has(auxiliary) && !QUOTING.has(word) && (QUESTIONED.has(word) || word.endsWith('ed')))
    return true
  // "Washington *is urging* its allies": as it has for a while.
  if (PASSIVE.has(auxiliary) && word.endsWith('ing')) return !hasQuote
  // "had imposed the curbs in 2022, *arguing* that they were narrow": as long ago as that.
  if (word.endsWith('ing') && verb.from > 0 && partStart(clause, verb.from) === verb.from) {
    const ahead = tokens.slice(partStart(clause, verb.from - 1), verb.from)
    if (ahead.some(({ text }) => PERFECT.has(text))) return !hasQuote
  }
  // "Trump has long boasted of it, and has said": more of the same.
  const isPerfect =
    (before === verb.from - 1 || STANDING.has(word)) &&
    PERFECT.get(auxiliary)?.has(word) === true &&
    !tokens.slice(0, before).some(({ text }) => PERFECT.has(text))
  if ((BACKGROUND.has(auxiliary) && !isPerfect) || BACKGROUND.has(word)) return !hasQuote
  const behind = tokens.slice(verb.to, partEnd(clause, verb.to))
  if (HOLDING.has(word)) return behind.some(({ text }) => AS.has(text))
  if (hasQuote) return false
  if (SCHEDULED_ZH.findLongest(tokens.slice(0, verb.from)).length > 0) return true
  if (STANDING_ZH.findLongest(tokens.slice(partStart(clause, verb.from), verb.from)).length > 0) return true
  // But "In 2040, Gao said, the ships would be ready."
  const isSetInto = partEnd(clause, verb.from) === verb.to
  if (!isSetInto && YEARS_AGO.test(text.slice(0, tokens[verb.from]?.start))) return true
  // But "replied that countries with ships".
  const isDone = DONE.findLongest(tokens.slice(verb.from, verb.to)).length > 0 && !opensContent(tokens, verb)
  if (isDone && behind.some(({ text }) => BY.has(text))) return true
  const isDeed = DEEDS.findLongest(tokens.slice(verb.from, verb.to))[0]?.from === 0
  return isDeed && (PAST.findLongest(tokens).length > 0 || YEAR.test(text) || MONTH_ZH.test(text))
}
