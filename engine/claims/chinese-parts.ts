import {
  chineseSigns,
  connectives,
  dependentOpenings,
  leadingOpenings,
  type ClaimCue
} from '../lexicon/claim-cues.ts'
import type { Span } from '../model.ts'
import type { Token } from '../text/tokens.ts'
import type { Part } from './part.ts'

/** Cuts a Chinese sentence into the parts that each make a claim, by its marks and the words that clauses open with. */

/** Fewer characters than this make no clause. */
const SHORTEST = 3

interface Piece extends Span {
  text: string
  /** A full stop or a semicolon stands before it. */
  isFirst: boolean
}

/** Pieces between marks, without them. */
const piecesOf = (text: string, { start, end }: Span): Piece[] => {
  const pieces: Piece[] = []
  const words = text.slice(start, end)
  for (const { 0: piece, index } of words.matchAll(/[^，；。！？,;]+/gu)) {
    const before = words.slice(0, index).trimEnd().at(-1) ?? ''
    const isFirst = pieces.length === 0 || before === '；' || before === ';'
    const trimmed = piece.trim()
    if (!/[\p{L}\p{N}]/u.test(trimmed)) continue
    const from = start + index + piece.indexOf(trimmed)
    pieces.push({ text: trimmed, start: from, end: from + trimmed.length, isFirst })
  }
  return pieces
}

const opensWith = (text: string, openings: readonly string[]): boolean =>
  openings.some((opening) => text.startsWith(opening))

/** A piece without the joining word that it opens with: 并, 但. */
const withoutJoining = (piece: Piece): Piece => {
  const joining = connectives.zh.find(
    (word) => piece.text.startsWith(word) && piece.text.length - word.length >= SHORTEST
  )
  return joining === undefined
    ? piece
    : { ...piece, text: piece.text.slice(joining.length), start: piece.start + joining.length }
}

/**
 * The parts of a Chinese sentence, in order.
 *
 * @param isLead whether a piece only says who speaks, and leads in what is said: 王毅强调
 */
export const chineseParts = (
  text: string,
  span: Span,
  tokens: readonly Token[],
  isLead: (piece: Span) => boolean
): Part[] => {
  const signs = chineseSigns.findLongest(tokens)
  const has = (piece: Span, wanted: ClaimCue): boolean =>
    signs.some(({ value, start, end }) => value === wanted && start >= piece.start && end <= piece.end)
  const parts: (Part & { isOpen: boolean })[] = []
  for (const piece of piecesOf(text, span)) {
    const last = parts.at(-1)
    const inner = withoutJoining(piece)
    const lead = isLead(piece)
      ? { start: piece.start, end: piece.end }
      : { start: inner.start, end: inner.start }
    // 虽然……, 2月21日, 王毅强调: what they open goes on behind the comma.
    const opens =
      isLead(piece) ||
      opensWith(inner.text, leadingOpenings) ||
      inner.text.length < SHORTEST ||
      /^[\d年月日上下午晚间当地时间]+$/u.test(inner.text)
    const goesOn =
      last &&
      !piece.isFirst &&
      (last.isOpen || opensWith(inner.text, dependentOpenings) || inner.text.length < SHORTEST)
    if (goesOn) {
      last.span = { start: last.span.start, end: piece.end }
      if (last.isOpen && last.lead.end > last.lead.start && last.lead.end <= piece.start && isLead(piece))
        last.lead = { start: last.lead.start, end: piece.end }
      last.isOpen &&= opens
      last.tense ??= has(inner, 'past') ? 'past' : null
      last.negated ||= has(inner, 'negation')
      continue
    }
    const isBare = inner.start > piece.start
    parts.push({
      span: { start: isBare ? inner.start : piece.start, end: piece.end },
      governor: null,
      lead,
      leading: lead,
      governing: lead,
      subject: null,
      tense: has(inner, 'past') ? 'past' : null,
      negated: has(inner, 'negation'),
      passive: false,
      isOpen: opens
    })
  }
  return parts.map(({ isOpen: _, ...part }) => part)
}
