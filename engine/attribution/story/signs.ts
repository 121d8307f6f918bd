import storyCues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon } from '../../lexicon/lexicon.ts'
import { SIDES, type Side } from '../../model.ts'
import { tagEnglish } from '../../syntax/english-tagger.ts'
import { TELLING_CLASSES } from '../../syntax/word.ts'
import type { Token } from '../../text/tokens.ts'
import { sign } from '../weighing.ts'
import { BLANK, cut, partEnd, type Clause } from './clause.ts'
import { framesOf } from './frames.ts'
import { mattersIn, namesMatter } from './matters.ts'
import type { Subjects } from './subject.ts'
import { elsewhereIn, outsiderIn } from '../../entities/third-parties.ts'
import { isJoint, kindOf, nameOf, whoIn, type OwnClause } from './who.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

/** Whose statement a part of a story may be: a side's, both sides' together, nobody's that counts. */
export const STORY_ROLES = ['us', 'cn', 'both', 'nobody'] as const
export type StoryRole = (typeof STORY_ROLES)[number]

const SPEECH = matcherOf(storyCues.speech)
const ACCORDING = matcherOf(storyCues.accordingTo)
/** What somebody does by a verb, beyond saying: to agree, to want, to hold. */
const ACTS = new Map(
  Object.entries(storyCues.acts).flatMap(([act, verbs]) => verbs.map((verb): [string, string] => [verb, act]))
)
const JOINTLY = /^(?:two|together|joint document|pronoun they)/u
const BY = wordSet(storyCues.agent)
const BOTH_IN_CHINESE = matcherOf(storyCues.bothZh)
const NOT = /^[不未没無无]/u
const YEAR = /\b(?:19|20)\d\d\b/u
const CLOSING_QUOTE = new RegExp(`${BLANK}[.。]?\\s*$`, 'u')
const QUOTED_WORDS = new RegExp(`${BLANK}{12,}`, 'u')

/** Words behind a subject that may belong to it: "the minister *of commerce*". */
const SET_IN = 6
/** Words of whoever "by" names. */
const AGENT = 6
/** Parts of a Chinese sentence that are looked at. */
const PARTS = 3
/** Sentences of a paragraph further behind are told apart no more. */
const FAR = 3
/** Of a sentence so much is quoted at most, by the word that signs have for it. */
const SHARES = [
  [0, 'none'],
  [0.3, 'some'],
  [0.7, 'half'],
  [0.97, 'most']
] as const

/** A part of a story as it is weighed: a sentence, or a part of one that a statement of another side begins in. */
export interface Unit {
  /** What it shows by itself. */
  signs: string[]
  /** Whom its first clause names, and whom one that names whose the words before it are. */
  main: string
  tag: string
  /** How much of it is quoted. */
  quoted: string
  /** Whose statement the rules take it for. */
  byRule: string
  /** A label says whose it is: nothing else is weighed. */
  isLabelled: boolean
  opensParagraph: boolean
  /** The words that name its source; empty where none do. */
  source: string
}

/** What is known of a part of a story before it is weighed. */
export interface Told {
  /** By rule. */
  side: Side | null
  how: 'labelled' | 'named' | 'at its end' | 'of a third' | 'goes on' | 'none'
  /** Place in its paragraph, from 0. */
  position: number
  /** Indices of the tokens that name a document of both sides. */
  joint: readonly number[]
}

interface Shown {
  signs: string[]
  main: string
  tag: string
  source: string
}

const shownInEnglish = (subjects: Subjects, plain: OwnClause, quoted: string): Shown => {
  const { text, tokens } = plain
  const words = tagEnglish(text)
  // "*Technical* teams are to meet": its capital tells of the sentence.
  const first = words.find(({ pos }) => pos !== 'PUNCT')
  const clause = { ...plain, ...(first && first.pos !== 'PROPN' && { noName: first.start }) }
  const last = nameOf(subjects.last)
  const shown: Shown = { signs: [], main: 'no clause', tag: 'none', source: '' }
  const matters = mattersIn(clause)
  const tokenAt = (place: number): number => {
    const at = tokens.findIndex(({ end }) => end > place)
    return at < 0 ? tokens.length : at
  }
  for (const { place, subject, verb, hasContent } of framesOf(words, text)) {
    const [opening, end] = [subject[0], subject.at(-1)]
    const head = words[verb.head]
    if (!opening || !end || !head) continue
    const from = tokenAt(words[opening.from]?.start ?? 0)
    const to = tokenAt((words[end.to - 1]?.end ?? 1) - 1) + 1
    const verbAt = tokenAt(head.start)
    const who = whoIn(
      subjects,
      clause,
      from,
      Math.max(to, verbAt > from ? Math.min(verbAt, to + SET_IN) : to)
    )
    const isTag = place === 'behind' || place === 'inverted'
    if (place === 'main') shown.main = who
    if (isTag) shown.tag = who
    if (isTag || shown.source === '')
      shown.source = cut(clause, Math.min(from, verbAt), Math.max(to, verbAt + 1))
    const reports = standardLexicon.verbs.en.findLongest(tokens.slice(verbAt, verbAt + 3))[0]?.from === 0
    const noun = words[opening.head]
    const isOfMatter = place === 'main' && namesMatter(matters, tokens.slice(verbAt + 1))
    shown.signs.push(
      sign(place, 'matter', isOfMatter, who),
      sign(place, 'matter', isOfMatter, reports, hasContent),
      sign(place, 'matter', isOfMatter, who, verb.tense, hasContent),
      sign(place, 'who', who),
      sign(place, 'verb', head.lemma),
      sign(place, 'reports', reports, who),
      sign(place, 'form', verb.tense, hasContent, who),
      sign(place, 'tense', verb.tense, verb.passive, verb.negated),
      sign(place, 'content', hasContent, reports),
      sign(place, 'who', who, reports, hasContent),
      sign(place, 'who', who, reports, quoted),
      sign(place, 'quote behind', QUOTED_WORDS.test(text.slice(head.end)), who),
      sign(place, 'last', who, last),
      sign(place, 'noun', noun?.pos === 'PROPN' ? 'name' : noun?.lemma)
    )
    const whose = JOINTLY.test(who) ? 'both' : who
    const act = ACTS.get(head.lemma) ?? (reports ? 'reporting' : 'other')
    if (who.startsWith('@')) shown.signs.push(sign(place, 'verb', head.lemma, 'of somebody'))
    if (whose === 'both') shown.signs.push(sign(place, 'verb', head.lemma, 'of both'))
    if (who.startsWith('@') || whose === 'both') {
      const kind = kindOf(subjects, clause, from, to)
      shown.signs.push(
        sign(place, 'act', act, whose),
        sign(place, 'act', act, whose, verb.tense),
        sign(place, 'kind', kind, whose),
        sign(place, 'kind', kind, whose, act),
        sign(place, 'kind', kind, whose, verb.tense)
      )
    }
  }
  for (const { pos, lemma } of words) if (TELLING_CLASSES.has(pos)) shown.signs.push(sign('word', lemma))
  for (const [at, { text: word }] of tokens.entries())
    if (BY.has(word))
      shown.signs.push(
        sign('by', whoIn(subjects, clause, at + 1, Math.min(partEnd(clause, at + 1), at + 1 + AGENT)))
      )
  return shown
}

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('')

const shownInChinese = (subjects: Subjects, clause: OwnClause): Shown => {
  const { text, tokens } = clause
  const last = nameOf(subjects.last)
  const shown: Shown = { signs: [], main: 'no clause', tag: 'none', source: '' }
  const matters = mattersIn(clause)
  let from = 0
  for (let index = 0; index < PARTS && from < tokens.length; index++) {
    const to = partEnd(clause, from)
    const part = tokens.slice(from, to)
    const who = whoIn(subjects, clause, from, to)
    // "*尽管如此*，双方表示": what opens a sentence and names nobody is not its subject.
    if (index === 0 || shown.main === 'thing') {
      shown.main = who
      shown.source = cut(clause, from, to)
    }
    const mark = text.charAt(tokens[to - 1]?.end ?? 0)
    const reports = standardLexicon.verbs.zh.findLongest(part).length > 0
    shown.signs.push(
      sign('part', index, 'who', who),
      sign('part', index, 'end', joined(part.slice(-2))),
      sign('part', index, mark === BLANK ? 'quote' : mark, who),
      sign('part', index, 'reports', reports, who),
      sign('part', index, 'quote', mark === BLANK, who, reports),
      sign('part', index, 'last', who, last),
      sign('part', index, 'matter', namesMatter(matters, part), who)
    )
    const names = subjects.mentionsOf({ ...clause, tokens: part })
    const [lead, behind] = [names[0], names.at(-1)]
    if (lead && lead.from > 0) shown.signs.push(sign('ahead of name', part[lead.from - 1]?.text))
    if (behind) shown.signs.push(sign('behind name', joined(part.slice(behind.to, behind.to + 2))))
    const first = part[lead?.from === 0 ? lead.to : (BOTH_IN_CHINESE.findLongest(part)[0]?.to ?? -1)]?.text
    if (first) shown.signs.push(sign('part', index, NOT.test(first) ? 'not' : first, 'done by', who))
    from = to
  }
  for (const [at, token] of tokens.entries()) {
    shown.signs.push(sign('word', token.text))
    const before = tokens[at - 1]
    if (before?.end === token.start) shown.signs.push(sign('word', before.text + token.text))
  }
  return shown
}

/** Reads a part of a story, with whoever spoke last before it. */
export const unitOf = (subjects: Subjects, plain: Clause, { side, how, position, joint }: Told): Unit => {
  const clause: OwnClause = { ...plain, joint }
  const { text, tokens, language } = clause
  const share = (text.split(BLANK).length - 1) / Math.max(1, text.length)
  const quoted = SHARES.find(([most]) => share <= most)?.[1] ?? 'all'
  const byRule = nameOf(side)
  const opensParagraph = position === 0
  const isQuote = [text.startsWith(BLANK), CLOSING_QUOTE.test(text)]
  const speaks = SPEECH.findLongest(tokens).length > 0
  const sides = new Set(subjects.sidesIn(clause, 0, tokens.length))
  const shown =
    language === 'en' ? shownInEnglish(subjects, clause, quoted) : shownInChinese(subjects, clause)
  const { main, tag, source } = shown
  const named = tag === 'none' ? main : tag
  const last = nameOf(subjects.last)
  const signs = [
    'always',
    sign('opens paragraph', opensParagraph),
    sign('position', Math.min(FAR, position)),
    sign('quoted', quoted),
    sign('quote', ...isQuote, quoted),
    sign('by rule', byRule),
    sign('by rule', byRule, how),
    sign('speaks', speaks),
    sign('speaks', speaks, quoted),
    sign('names', ...[...sides].map(nameOf).sort()),
    ...SIDES.map((each) => sign('names', nameOf(each), sides.has(each), quoted)),
    sign('last', last, main, tag),
    sign('last', last, named),
    sign('whose', main, tag),
    sign('whose', main, tag, quoted),
    ...shown.signs
  ]
  if (outsiderIn(tokens) >= 0) signs.push('outsider')
  if (elsewhereIn(tokens, text) >= 0) signs.push('elsewhere')
  if (YEAR.test(text)) signs.push('year')
  if (clause.joint.length > 0) signs.push('joint document', sign('joint document', quoted))
  if (isJoint(clause, tokens)) signs.push('joint', sign('joint', quoted))
  const [according] = ACCORDING.findLongest(tokens)
  if (according)
    signs.push(sign('according', whoIn(subjects, clause, according.to, partEnd(clause, according.to))))
  return {
    signs: [...new Set(signs)],
    main,
    tag,
    quoted,
    byRule,
    isLabelled: how === 'labelled',
    opensParagraph,
    source
  }
}

/** What a part shows with those around it, whosever they are: names of signs, in no order. */
export const signsAt = (units: readonly Unit[], at: number): string[] => {
  const unit = units[at]
  if (!unit) return []
  const [before, next] = [units[at - 1], units[at + 1]]
  const { main, quoted, opensParagraph } = unit
  return [
    ...unit.signs,
    sign('before', before?.main, main, opensParagraph),
    sign('before by rule', before?.byRule, main, opensParagraph),
    sign('before by rule', before?.byRule, quoted, opensParagraph),
    sign('next', next?.main, quoted, next?.opensParagraph),
    sign('next tag', next?.tag, quoted, next?.opensParagraph),
    sign('next by rule', next?.byRule, quoted, next?.opensParagraph)
  ]
}

/**
 * What a part shows given whose the part before it is, and whose the last statement was.
 *
 * @param before undefined at the beginning
 */
export const signsAfter = (unit: Unit, before: StoryRole | undefined, spoke: StoryRole): string[] => {
  const { main, tag, quoted, opensParagraph } = unit
  const role = (of: StoryRole | undefined): string =>
    of === 'us' || of === 'cn' ? nameOf(of) : (of ?? 'start')
  const after = sign('after', role(before))
  const last = sign('spoke', role(spoke))
  return [
    after,
    sign(after, opensParagraph),
    sign(after, opensParagraph, quoted),
    sign(after, main),
    sign(after, main, tag),
    sign(after, tag, quoted),
    sign(after, 'by rule', unit.byRule),
    sign(last, main, tag),
    sign(last, tag === 'none' ? main : tag),
    sign(last, quoted, opensParagraph, before === 'nobody')
  ]
}

/** A sign as it would be if the two sides were exchanged. */
export const mirrored = (name: string): string =>
  name.replace(/@(?:us|cn)/gu, (side) => (side === '@us' ? '@cn' : '@us'))
