import type { EntityIndex } from '../entities/entity-index.ts'
import type { ConceptUse, Lexicon } from '../lexicon/lexicon.ts'
import type { Word } from '../syntax/word.ts'
import { TITLE_IN_CAPITALS } from '../text/marks.ts'
import type { Token } from '../text/tokens.ts'
import {
  otherSide,
  type Group,
  type Language,
  type Perhaps,
  type Readout,
  type Sentence,
  type Side,
  type Span
} from '../model.ts'
import { addTo } from '../multimap.ts'
import { bearersIn } from './bearers.ts'
import { clauseAround } from './clause.ts'
import { dutiesIn, type Duty } from './duties.ts'
import { excerpt } from './excerpt.ts'
import { governed, withCondition } from './governed.ts'
import { trimmed } from './trimmed.ts'
import { whole } from './whole.ts'
import { capitalOf } from './sentences.ts'

/** A sentence with all that the rules ask of it. */
export interface Passage {
  sentence: Sentence
  side: Side
  tokens: readonly Token[]
  /** With their parts of speech; none in Chinese. */
  words: readonly Word[]
  uses: readonly ConceptUse[]
  duties: readonly Duty[]
  /** Whom it names, and where. */
  named: readonly (Span & { bearer: Side | 'both' })[]
}

export interface FramedReadout {
  readout: Readout
  text: string
  passages: readonly Passage[]
}

/** A group before it is known whether its passages report the same. */
export type AlignedGroup = Omit<Group, 'relation'>

/** What the rules of framing work on. */
export interface Material {
  sides: Record<Side, FramedReadout>
  /** What each party is called inside a sentence, "the United States", and before "readout", "US". */
  names: Record<Side, string>
  adjectives: Record<Side, string>
  /** What each side is called as the subject of a sentence: "Washington". */
  capitals: Record<Side, string>
  groups: readonly AlignedGroup[]
  lexicon: Lexicon
  /** The side that goes first where nothing else decides; it goes by the texts and not by their places. */
  firstInTie: Side
  passage: (id: string) => Passage | undefined
  /** Groups that a sentence is in. */
  groupsOf: (id: string) => readonly AlignedGroup[]
  /** What stands opposite a sentence in its groups, in the order of the text. */
  partnersOf: (id: string) => readonly Passage[]
  /** The passages of a side that name a concept, and those that name anything of a topic. */
  naming: (side: Side, concept: string) => readonly Passage[]
  onTopic: (side: Side, topic: string) => readonly Passage[]
  /** In how many sentences of both texts a concept is named. */
  countOf: (concept: string) => number
  /** How likely a sentence has a counterpart, in a group or not; 0 to 1. */
  perhapsOf: (id: string) => number
  /** Where the statement of a passage begins, behind its heading. */
  statementStart: (passage: Passage) => number
  /** Readable words around a place. */
  excerpt: (passage: Passage, core: Span) => Span
}

export interface MaterialSource {
  readout: Readout
  text: string
  tokens: readonly (readonly Token[])[]
  words: readonly (readonly Word[])[]
}

interface Index {
  byConcept: Map<string, Passage[]>
  byTopic: Map<string, Passage[]>
}

/** Which passages name what, so that rules need not look through whole texts for each sentence. */
const indexOf = (passages: readonly Passage[]): Index => {
  const index: Index = { byConcept: new Map(), byTopic: new Map() }
  const put = (map: Map<string, Passage[]>, key: string, passage: Passage): void => {
    const list = map.get(key)
    if (!list) map.set(key, [passage])
    else if (list.at(-1) !== passage) list.push(passage)
  }
  for (const passage of passages)
    for (const { concept } of passage.uses) {
      put(index.byConcept, concept.id, passage)
      put(index.byTopic, concept.topic, passage)
    }
  return index
}

/**
 * What stands over a sentence and is no statement: "FOR FARMERS AND WORKERS:" in capitals, as a fact sheet heads a
 * paragraph, or "Illicit finance — The two sides", a few words before a dash or a colon.
 */
const HEADING =
  /^(?:(?=(?:[^\p{L}]*\p{Lu}){8})[^\p{Ll}\p{Lo}:]+(?::\s*|$)|\p{Lu}[\p{L}\p{N}’'.-]*(?: (?!said|says|stressed|added)[\p{L}\p{N}’'.&-]+){0,5}\s?(?:[—–]|:)\s+(?=[\p{Lu}“"]))/u

/** What an item of a list begins with. */
const BULLET = /^[•◦▪‣·*]\s*/u

/** "(3) ", "3. ", "③": the number of an item. */
const ITEM_NUMBER = /^(?:[(（]?\p{Nd}{1,2}[.)）、]\s*(?=\P{Nd})|[\u2460-\u2473]\s*)/u

/** "2. CRITICAL MINERALS." over what the item says. */
const ITEM_HEADING = new RegExp(String.raw`^\p{N}{1,2}[.)]\s+${TITLE_IN_CAPITALS}[.:]\s+`, 'u')

/** Where the statement of a sentence begins, behind its heading. */
const statementStart = (text: string, { start, end }: Span): number => {
  const [bullet = ''] = BULLET.exec(text.slice(start, end)) ?? []
  const words = text.slice(start + bullet.length, end)
  const [heading = ''] = ITEM_HEADING.exec(words) ?? HEADING.exec(words) ?? ITEM_NUMBER.exec(words) ?? []
  return start + bullet.length + heading.length
}

/** Gathers once what several rules need. */
export const materialOf = (
  sources: Record<Side, MaterialSource>,
  groups: readonly AlignedGroup[],
  parties: Record<Side, string | null>,
  entities: EntityIndex,
  lexicon: Lexicon,
  perhaps: readonly Perhaps[] = []
): Material => {
  const framed = (side: Side): FramedReadout => {
    const { readout, text, tokens, words } = sources[side]
    let before: Duty | undefined
    const passages = readout.sentences.map((sentence, at): Passage => {
      const own = tokens[at] ?? []
      const isNew = sentence.paragraph !== readout.sentences[at - 1]?.paragraph
      const bearers = bearersIn(sentence, own, text, parties, entities)
      const duties = dutiesIn(
        { sentence, tokens: own, text, before: isNew ? undefined : before },
        bearers,
        parties,
        entities
      )
      const named = bearers.flatMap(({ from, to, bearer }) => {
        const [first, last] = [own[from], own[to - 1]]
        return first && last ? [{ start: first.start, end: last.end, bearer }] : []
      })
      before = duties.at(-1) ?? (isNew ? undefined : before)
      return {
        sentence,
        side,
        tokens: own,
        words: words[at] ?? [],
        uses: lexicon.conceptsIn(own),
        duties,
        named
      }
    })
    return { readout, text, passages }
  }
  const sides = { us: framed('us'), cn: framed('cn') }
  const byId = new Map(
    [...sides.us.passages, ...sides.cn.passages].map((passage) => [passage.sentence.id, passage])
  )
  const indexed = { us: indexOf(sides.us.passages), cn: indexOf(sides.cn.passages) }
  const counts = new Map<string, number>()
  for (const { uses } of byId.values())
    for (const { concept } of uses) counts.set(concept.id, (counts.get(concept.id) ?? 0) + 1)
  const likely = new Map<string, number>()
  for (const { us, cn, score } of [...perhaps, ...groups])
    for (const id of [us, cn].flat()) likely.set(id, Math.max(score, likely.get(id) ?? 0))
  const partners = new Map<string, Passage[]>()
  const groupsById = new Map<string, AlignedGroup[]>()
  for (const group of groups) for (const id of [...group.us, ...group.cn]) addTo(groupsById, id, group)
  return {
    sides,
    names: { us: sources.us.readout.partyInText, cn: sources.cn.readout.partyInText },
    capitals: {
      us: capitalOf(parties.us, sources.us.readout.partyInText),
      cn: capitalOf(parties.cn, sources.cn.readout.partyInText)
    },
    adjectives: { us: sources.us.readout.partyAdjective, cn: sources.cn.readout.partyAdjective },
    groups,
    lexicon,
    firstInTie: sources.us.text <= sources.cn.text ? 'us' : 'cn',
    passage: (id) => byId.get(id),
    groupsOf: (id) => groupsById.get(id) ?? [],
    partnersOf: (id) => {
      const known = partners.get(id)
      if (known) return known
      const side = byId.get(id)?.side ?? 'us'
      const ids = new Set((groupsById.get(id) ?? []).flatMap((group) => group[otherSide(side)]))
      const found = [...ids]
        .flatMap((partner) => byId.get(partner) ?? [])
        .sort((a, b) => a.sentence.start - b.sentence.start)
      partners.set(id, found)
      return found
    },
    naming: (side, concept) => indexed[side].byConcept.get(concept) ?? [],
    onTopic: (side, topic) => indexed[side].byTopic.get(topic) ?? [],
    countOf: (concept) => counts.get(concept) ?? 0,
    perhapsOf: (id) => likely.get(id) ?? 0,
    statementStart: ({ side, sentence }) => statementStart(sides[side].text, sentence),
    excerpt: (passage, core) => {
      const { text, readout } = sides[passage.side]
      const found = excerptOf(text, passage, core, readout.language)
      if (readout.language === 'zh') return found
      const acted = behindFronted(text, passage, found)
      return withCondition(passage, whole(text, passage, acted, statementStart(text, passage.sentence)))
    }
  }
}

/** What stands before whoever speaks: "On Taiwan, *the Secretary* said", "Asked about the talks, *she* answered". */
const FRONTED = /,\s+(?:the\s+)?$/iu
/** So little, in characters, before a source is no phrase: "The Secretary". */
const ARTICLE = 5

/**
 * Words from whoever says them on, without what is put before: what is quoted from before a source breaks off at it, or has
 * its sentence's speaker in the midst. "Firms that sell drones, *he warned*, will be sanctioned" is left as it is.
 */
const behindFronted = (text: string, { sentence }: Passage, span: Span): Span => {
  const { source, verb } = sentence.attribution
  if (!source || !verb || verb.start < source.end || source.start - span.start <= ARTICLE) return span
  // "*Provided that it is on an equal basis,* China is willing": what is done depends on it.
  if (sentence.claims?.some(({ condition }) => condition && condition.end <= source.start)) return span
  const before = text.slice(sentence.start, source.start)
  // "…, the Secretary said.": what is said stands before.
  if (!FRONTED.test(before) || /^\s*(?:[,;:]|\P{L}*$)/u.test(text.slice(verb.end, sentence.end))) return span
  const article = /the\s+$/iu.exec(before)?.[0].length ?? 0
  const start = source.start - article
  if (span.end > verb.end) return { start, end: span.end }
  // A phrase alone: what is said of it.
  const end = start + text.slice(start, sentence.end).replace(/[\s.]+$/u, '').length
  return span.start >= sentence.start && span.end <= source.start + 1 ? { start, end } : span
}

/** Readable words around a place of a passage, with all that governs them. */
const excerptOf = (text: string, passage: Passage, core: Span, language: Language): Span => {
  const begins = statementStart(text, passage.sentence)
  const clause = clauseAround(text, passage, core, begins, language)
  if (clause) return governed(text, passage, trimmed(text, passage, clause, core, language), language)
  const tokens = passage.tokens.filter(({ start }) => start >= begins)
  const stated = core.start >= begins ? core : { start: begins, end: Math.max(core.end, begins + 1) }
  if (tokens.length === 0) return excerpt(text, passage.tokens, core, language)
  return governed(text, passage, excerpt(text, tokens, stated, language), language)
}
