import { capitalOf } from '../findings/sentences.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { SIDES, type Comparison, type Finding, type Sentence, type Side, type Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { glossed } from '../wording/glossed.ts'
import type { Annotate, Annotation } from './annotations.ts'
import { figuresOf, type BriefFigures } from './brief-figures.ts'
import { mattersOf, type BriefMatter } from './brief-matters.ts'
import { placeOf } from './place.ts'
import { spoken, verdictOf } from './verdict.ts'

/**
 * The first page of every report, and the head of the findings on screen: what the meeting was, what differs most, which
 * matters both texts have, figures and dates, and how each describes the talks. All else is the appendix.
 */
export interface Brief {
  /** How each text tells of the meeting. */
  meeting: BriefQuote[]
  /** How long the texts are and how much of each the other takes up. */
  common: string
  /** Three to five, the one to lead with first. */
  differences: BriefDifference[]
  matters: BriefMatter[]
  /** Matters of few words that have no line. */
  furtherMatters: number
  figures: BriefFigures[]
  /** How each describes the talks, in sentences. */
  talks: string[]
}

/** Words of a text with their place in it. */
export interface BriefQuote {
  side: Side
  /** Whose text it is, by its capital. */
  who: string
  /** "paragraph 3" */
  place: string
  pieces: { text: string; isQuoted: boolean }[]
}

export interface BriefDifference extends Annotation {
  id: string
  say: string
  /** The sentences from which it quotes, the quoted words told apart. */
  quotes: BriefQuote[]
  /** What terms in its Chinese quotations mean; null where there are none. */
  terms: string | null
}

/** A sentence of more words is not given whole. */
const LONGEST = 55
/** The kinds that tell how each side describes the talks. */
const ON_TALKS: readonly Finding['kind'][] = ['tone', 'label', 'protocol']

/** What each side is called: by its capital. */
export const whoOf = ({ readouts }: Comparison): Record<Side, string> => {
  const named = (side: Side): string => capitalOf(readouts[side].recognition.party, readouts[side].partyName)
  const names = { us: named('us'), cn: named('cn') }
  return names.us === names.cn ? { us: readouts.us.partyName, cn: readouts.cn.partyName } : names
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ')

/** A sentence cut at the words that are quoted from it; of a long one the quoted words alone. */
const piecesOf = ({ text, start, words }: Sentence, quoted: readonly Span[]): BriefQuote['pieces'] => {
  const places = quoted
    .map((span) => ({
      start: Math.max(0, span.start - start),
      end: Math.min(text.length, span.end - start)
    }))
    .sort((a, b) => a.start - b.start)
  const isWhole = words <= LONGEST
  const pieces: BriefQuote['pieces'] = []
  let at = 0
  for (const place of places) {
    if (place.start < at) continue
    const before = text.slice(at, place.start)
    if (before.trim() !== '') pieces.push({ text: isWhole ? flat(before) : '[…] ', isQuoted: false })
    pieces.push({ text: flat(text.slice(place.start, place.end)), isQuoted: true })
    at = place.end
  }
  const after = text.slice(at)
  if (/[\p{L}\p{N}]/u.test(after)) pieces.push({ text: isWhole ? flat(after) : ' […]', isQuoted: false })
  else if (after.trim() !== '') pieces.push({ text: after.trim(), isQuoted: false })
  return pieces
}

/** A text's sentence that tells of the meeting: one that the other text answers before one that it does not. */
const tellingOf = ({ readouts, groups }: Comparison, side: Side): Sentence | undefined => {
  const { sentences } = readouts[side]
  const answered = new Set(
    groups.filter(({ topic }) => topic === NARRATION_TOPIC).flatMap((group) => group[side])
  )
  const narrated = sentences.filter(
    ({ speaker, topics }) => speaker === 'narrator' && topics.some(({ id }) => id === NARRATION_TOPIC)
  )
  return narrated.find(({ id }) => answered.has(id)) ?? narrated[0] ?? sentences[0]
}

/** Whole clauses up to the last that fits. */
const shortened = ({ text, words }: Sentence): string => {
  if (words <= LONGEST) return flat(text)
  const share = Math.floor((text.length * LONGEST) / words)
  const cut = Math.max(text.lastIndexOf(', ', share), text.lastIndexOf('，', share))
  return `${flat(text.slice(0, cut > 0 ? cut : share))} […]`
}

/**
 * The page that tells what differs most.
 *
 * @param annotate finds the researcher's notes and tags on a finding
 */
export const briefOf = (comparison: Comparison, annotate: Annotate): Brief => {
  const { readouts, findings } = comparison
  const who = whoOf(comparison)
  const quoteOf = (side: Side, sentence: Sentence, pieces: BriefQuote['pieces']): BriefQuote => ({
    side,
    who: who[side],
    place: `paragraph ${placeOf(readouts[side], sentence)}`,
    pieces
  })
  const quotesOf = (finding: Finding): BriefQuote[] =>
    SIDES.flatMap((side) => {
      const sentence = readouts[side].sentences.find((one) =>
        finding.spans[side].some((span) => overlaps(span, one))
      )
      if (!sentence) return []
      const quoted = finding.spans[side].filter((span) => overlaps(span, sentence))
      return [quoteOf(side, sentence, piecesOf(sentence, quoted))]
    })
  const { opening, foremost } = verdictOf(comparison)
  return {
    meeting: SIDES.flatMap((side) => {
      const sentence = tellingOf(comparison, side)
      return sentence ? [quoteOf(side, sentence, [{ text: shortened(sentence), isQuoted: true }])] : []
    }),
    common: opening,
    differences: foremost.map((finding) => ({
      id: finding.id,
      say: spoken(finding),
      quotes: quotesOf(finding),
      terms: glossed(finding),
      ...annotate({ on: 'finding', id: finding.id })
    })),
    ...mattersOf(comparison, who),
    figures: figuresOf(comparison, who, new Set(SIDES.flatMap((side) => tellingOf(comparison, side) ?? []))),
    talks: findings
      .filter(({ kind }) => ON_TALKS.includes(kind))
      .sort((a, b) => ON_TALKS.indexOf(a.kind) - ON_TALKS.indexOf(b.kind))
      .map(({ say }) => say)
  }
}
