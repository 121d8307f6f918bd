import storyCues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon } from '../../lexicon/lexicon.ts'
import type { Side, Span } from '../../model.ts'
import { attributiveClause, englishClauses, invertedClause } from '../../syntax/english-clauses.ts'
import { tagEnglish } from '../../syntax/english-tagger.ts'
import type { NounPhrase } from '../../syntax/noun-phrases.ts'
import type { Token } from '../../text/tokens.ts'
import type { VerbGroup } from '../../syntax/verb-groups.ts'
import type { Word } from '../../syntax/word.ts'
import { PINYIN } from '../../entities/pinyin.ts'
import { cues } from '../cues.ts'
import { BLANK, partEnd, type Clause } from './clause.ts'
import type { Subjects } from './subject.ts'
import { elsewhereIn, outsiderIn } from './third-parties.ts'
import { sideOf } from './speakers.ts'
import { matcherOf, wordSet } from './words.ts'

const SPEECH = matcherOf(storyCues.speech)
const ACCORDING = matcherOf(storyCues.accordingTo)
const ORGANS = matcherOf(storyCues.stateOrgans)
const OFFICIALS = wordSet([...storyCues.spokespeople, ...storyCues.roles, ...storyCues.heads])
const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'one', 'another'])

const sign = (...parts: unknown[]): string => parts.join(' ')
const of = (side: Side | null): string => (side ? `@${side}` : 'nobody')

const JOINT = { en: matcherOf(storyCues.joint.en), zh: matcherOf(storyCues.joint.zh) }
const isJoint = ({ language }: Clause, part: readonly Token[]): boolean =>
  JOINT[language].findLongest(part).length > 0 || cues[language].findLongest(part).some(({ value }) => value === 'together')

/** Whom words of a clause name. */
const whoIn = (subjects: Subjects, clause: Clause, from: number, to: number): string => {
  const part = clause.tokens.slice(from, to)
  const [first] = part
  if (!first) return 'empty'
  if (clause.language === 'en' && PRONOUNS.has(first.text) && !first.text.startsWith('on') && part.length === 1) return sign('pronoun', first.text)
  if (clause.language === 'zh' && /^[他她]$/u.test(first.text)) return 'pronoun 他'
  const sides = subjects.sidesIn(clause, from, to)
  const outsider = outsiderIn(part)
  const elsewhere = elsewhereIn(part, clause.text)
  if (outsider >= 0 && sides.size === 0) return 'outsider'
  if (elsewhere >= 0 && sides.size === 0) return 'elsewhere'
  const together = isJoint(clause, part)
  const organ = ORGANS.findLongest(part).length > 0
  const extra = outsider >= 0 ? ' outsider' : elsewhere >= 0 ? ' elsewhere' : ''
  if (sides.size === 2) return `two${extra}`
  if (together) return 'together'
  const [side] = sides
  if (side) return `@${side}${extra}`
  if (organ) return '@cn'
  if (part.some(({ text }) => OFFICIALS.has(text))) return 'official'
  const name = part.filter(({ capital }, at) => capital && (at > 0 || part.length > 1))
  if (name.length > 0) return name.every(({ text }) => PINYIN.test(text)) ? 'stranger @cn' : 'stranger @us'
  return 'thing'
}

interface Frame {
  at: string
  subject: readonly NounPhrase[]
  verb: VerbGroup
  content: boolean
}

const framesOf = (words: readonly Word[]): Frame[] => {
  const starts = new Set(words.flatMap(({ capital, pos }, at) => (capital && pos !== 'PUNCT' ? [at] : [])))
  const clauses = englishClauses(words, starts)
  const behind = attributiveClause(words, starts)
  const inverted = invertedClause(words, starts)
  return [
    ...clauses.slice(0, 2).map((clause, at) => ({ at: at === 0 ? 'main' : 'also', subject: clause.subject, verb: clause.verb, content: clause.content !== null })),
    ...(behind ? [{ at: 'behind', subject: behind.subject, verb: behind.verb, content: true }] : []),
    ...(inverted ? [{ at: 'inverted', subject: inverted.subject, verb: inverted.verb, content: true }] : [])
  ]
}

/** What a part of a story shows of whose statement it is. */
export interface Unit {
  signs: string[]
  main: string
  tag: string
  quoted: string
  last: string
  old: string
  opens: boolean
}

export interface Told {
  clause: Clause
  side: Side | null
  how: string
  about: Side | null | undefined
  last: Side | null
  opens: boolean
  position: number
  original: string
  quotes: readonly Span[]
  start: number
}

const CLASSES = new Set(['NOUN', 'PRON', 'VERB', 'AUX', 'ADJ', 'ADV', 'ADP', 'DET', 'SCONJ', 'CCONJ', 'PART'])

export const unitOf = (subjects: Subjects, told: Told): Unit => {
  const { clause } = told
  const { text, tokens, language } = clause
  const blanks = text.split(BLANK).length - 1
  const share = blanks / Math.max(1, text.length)
  const quoted = blanks === 0 ? 'none' : share < 0.3 ? 'some' : share < 0.7 ? 'half' : share < 0.97 ? 'most' : 'all'
  const opens = text.startsWith(BLANK)
  const closes = new RegExp(`${BLANK}[.。]?\\s*$`, 'u').test(text)
  const signs: string[] = ['always', sign('opens', told.opens), sign('position', Math.min(3, told.position)), sign('quoted', quoted), sign('quote', opens, closes, quoted), sign('old', of(told.side)), sign('old', of(told.side), told.how), sign('about', told.about === undefined ? 'undefined' : of(told.about)), sign('last', of(told.last))]
  const speaks = SPEECH.findLongest(tokens).length > 0
  signs.push(sign('speaks', speaks), sign('speaks', speaks, quoted))
  const sides = subjects.sidesIn(clause, 0, tokens.length)
  signs.push(sign('names', [...sides].map((side) => `@${side}`).sort().join('+')))
  for (const side of ['us', 'cn'] as const) signs.push(sign('names', `@${side}`, sides.has(side), quoted))
  if (outsiderIn(tokens) >= 0) signs.push('outsider')
  if (elsewhereIn(tokens, text) >= 0) signs.push('elsewhere')
  if (/\b(?:19|20)\d\d\b/u.test(text)) signs.push('year')
  if (isJoint(clause, tokens)) signs.push('joint', sign('joint', quoted))
  const [according] = ACCORDING.findLongest(tokens)
  if (according) {
    const who = whoIn(subjects, clause, according.to, partEnd(clause, according.to))
    signs.push(sign('according', who))
  }
  let main = 'no clause'
  let tag = 'none'
  if (language === 'en') {
    const words = tagEnglish(text)
    const tokenAt = (place: number): number => {
      const at = tokens.findIndex(({ end }) => end > place)
      return at < 0 ? tokens.length : at
    }
    for (const { at, subject, verb, content } of framesOf(words)) {
      const [first, last] = [subject[0], subject.at(-1)]
      const head = words[verb.head]
      if (!first || !last || !head) continue
      const from = tokenAt(words[first.from]?.start ?? 0)
      const to = tokenAt((words[last.to - 1]?.end ?? 1) - 1) + 1
      const verbAt = tokenAt(head.start)
      const who = whoIn(subjects, clause, from, Math.max(to, verbAt > from ? Math.min(verbAt, to + 6) : to))
      if (at === 'main') main = who
      if (at === 'behind' || at === 'inverted') tag = who
      const reports = standardLexicon.verbs.en.findLongest(tokens.slice(verbAt, verbAt + 3))[0]?.from === 0
      const quoteBehind = new RegExp(`${BLANK}{12,}`, 'u').test(text.slice(head.end))
      signs.push(sign(at, 'who', who), sign(at, 'verb', head.lemma), sign(at, 'reports', reports, who), sign(at, 'form', verb.tense, content, who), sign(at, 'tense', verb.tense, verb.passive, verb.negated), sign(at, 'content', content, reports), sign(at, 'quote behind', quoteBehind, who), sign(at, 'last', who, of(told.last)), sign(at, 'noun', words[first.head]?.pos === 'PROPN' ? 'name' : words[first.head]?.lemma))
      if (who.startsWith('@')) signs.push(sign(at, 'verb', head.lemma, 'somebody'), sign(at, 'verb', head.lemma, who))
    }
    for (const word of words) if (CLASSES.has(word.pos)) signs.push(sign('word', word.lemma))
    for (let at = 1; at < tokens.length; at++)
      if (tokens[at - 1]?.text === 'by') signs.push(sign('by', whoIn(subjects, clause, at, Math.min(partEnd(clause, at), at + 6))))
  } else {
    let from = 0
    for (let part = 0; part < 3 && from < tokens.length; part++) {
      const to = partEnd(clause, from)
      const who = whoIn(subjects, clause, from, to)
      if (part === 0) main = who
      const mark = text.charAt(tokens[to - 1]?.end ?? 0)
      const ending = tokens.slice(Math.max(from, to - 2), to).map(({ text: word }) => word).join('')
      const reports = standardLexicon.verbs.zh.findLongest(tokens.slice(from, to)).length > 0
      signs.push(sign('part', part, 'who', who), sign('part', part, 'end', ending), sign('part', part, mark, who), sign('part', part, 'reports', reports, who), sign('part', part, 'quote', mark === BLANK, who, reports), sign('part', part, 'last', who, of(told.last)))
      const names = subjects.mentionsOf({ ...clause, tokens: tokens.slice(from, to) })
      const name = names.at(-1)
      if (name) signs.push(sign('behind name', tokens.slice(from + name.to, from + name.to + 2).map(({ text: word }) => word).join('')))
      from = to
    }
    for (let at = 0; at < tokens.length; at++) {
      signs.push(sign('word', tokens[at]?.text))
      if (at > 0 && tokens[at - 1]?.end === tokens[at]?.start) signs.push(sign('word', `${tokens[at - 1]?.text}${tokens[at]?.text}`))
    }
  }
  return { signs: [...new Set(signs)], main, tag, quoted, last: of(told.last), old: of(told.side), opens: told.opens }
}

/** Signs that hang on the units around. */
export const aroundSigns = (units: readonly Unit[], at: number): string[] => {
  const unit = units[at]
  if (!unit) return []
  const [before, next] = [units[at - 1], units[at + 1]]
  return [
    sign('before main', before?.main, unit.main, unit.opens),
    sign('before old', before?.old, unit.main, unit.opens),
    sign('before old', before?.old, unit.quoted, unit.opens),
    sign('next main', next?.main, unit.quoted, next?.opens),
    sign('next tag', next?.tag, unit.quoted, next?.opens),
    sign('next old', next?.old, unit.quoted, next?.opens)
  ]
}

export const afterSigns = (unit: Unit, before: string): string[] => [
  sign('after', before),
  sign('after', before, unit.opens),
  sign('after', before, unit.opens, unit.quoted),
  sign('after', before, unit.main),
  sign('after', before, unit.main, unit.tag),
  sign('after', before, unit.tag, unit.quoted),
  sign('after', before, unit.old)
]
export { sideOf }
