/** What became of a document on its way in: kept with the text, so that nothing is lost silently. */

import type { ReadoutText } from '../model.ts'

export const FORMATS = [
  'text',
  'markdown',
  'html',
  'mhtml',
  'eml',
  'docx',
  'odt',
  'rtf',
  'pdf',
  'pasted'
] as const
export type Format = (typeof FORMATS)[number]

/** GB2312 and GBK are read as GB18030, ISO 8859-1 as Windows-1252: each holds the other. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'windows-1252',
  'macintosh'
] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface EncodingReport {
  used: Encoding
  /**
   * `mark`: a byte order mark says so; `chosen`: by the reader; `declared`: the document says so; `valid`: the bytes
   * have the form of UTF-8, which others hardly ever have; `guessed`: its characters look most like a text.
   */
  how: 'mark' | 'chosen' | 'declared' | 'valid' | 'guessed'
  /** 0 to 1. */
  confidence: number
}

export const CUT_REASONS = [
  'navigation',
  'links',
  'outside',
  'furniture',
  'hidden',
  'note',
  'running',
  'reader'
] as const
/** Why a block was taken out of the text. */
export type CutReason = (typeof CUT_REASONS)[number]

/** A piece of a document between two breaks, as the reader may cut it or put it back. */
export interface Block {
  text: string
  /** What stands between it and the next: line ends as they are in a text, a blank line elsewhere. */
  gap: string
  kept: boolean
  /** Why it was cut; absent where it was kept. */
  why?: CutReason
}

export const LOSS_KINDS = [
  'deletions',
  'insertions',
  'moves',
  'comments',
  'notes',
  'running',
  'tables',
  'images',
  'text-boxes',
  'attachments',
  'scripts',
  'pages-without-text',
  'order',
  'glyphs',
  'encoding',
  'other'
] as const
export type LossKind = (typeof LOSS_KINDS)[number]

/** Something of the document that is not in the text, or not as it was there. */
export interface Loss {
  kind: LossKind
  /** How many there are. */
  count: number
  /** What became of them, in one sentence. */
  say: string
}

/** What the document says of itself; null where it says nothing. */
export interface Found {
  title: string | null
  /** As ISO date where it can be read as one, else as it stands. */
  date: string | null
  publisher: string | null
  /** Where the page was published. Shown, never asked for. */
  address: string | null
}

/** What the text itself gives as its title, and of the meeting that it reports on. */
export interface Told {
  title: string | null
  /** The day of the meeting, written out; perhaps without its year. */
  day: string | null
  place: string | null
  /** Those named most often, first. */
  officials: string[]
}

export interface ImportReport extends Found {
  /** Absent where the text has no sentences. */
  told?: Told
  format: Format
  /** Null where characters come coded otherwise (PDF, Word). */
  encoding: EncodingReport | null
  /** Text before furniture was cut, in UTF-16 code units. */
  characters: number
  cut: { text: string; why: CutReason }[]
  losses: Loss[]
}

/** A document read, before its blocks become a text. */
export interface Draft {
  format: Format
  encoding: EncodingReport | null
  found: Found
  blocks: Block[]
  losses: Loss[]
}

export const NOTHING_FOUND: Found = { title: null, date: null, publisher: null, address: null }

/** The text that the kept blocks make. */
export const textOf = (blocks: readonly Block[]): string => {
  const kept = blocks.filter((block) => block.kept)
  const whole = kept.length === blocks.length
  return kept.map(({ text, gap }, at) => (at === kept.length - 1 && !whole ? text : text + gap)).join('')
}

const cutOf = (blocks: readonly Block[]): ImportReport['cut'] =>
  blocks.flatMap(({ text, kept, why }) => (kept ? [] : [{ text, why: why ?? 'reader' }]))

/**
 * A text with one of its blocks cut by the reader, or put back.
 *
 * @returns null where that would leave no text, or the text was not read from a document
 */
export const withBlock = (readout: ReadoutText, at: number, kept: boolean): ReadoutText | null => {
  const { report, blocks } = readout
  if (!report || !blocks) return null
  const changed = blocks.map((block, index): Block => {
    if (index !== at) return block
    const { text, gap } = block
    return kept ? { text, gap, kept } : { text, gap, kept, why: 'reader' }
  })
  const text = textOf(changed)
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  return { ...readout, text, blocks: changed, report: { ...report, cut: cutOf(changed) } }
}

/** The report on a draft, as it is kept with the comparison. */
export const reportOf = ({ format, encoding, found, blocks, losses }: Draft): ImportReport => ({
  format,
  encoding,
  ...found,
  characters: blocks.reduce((sum, { text }) => sum + text.length, 0),
  cut: cutOf(blocks),
  losses
})
