import { LINE_ENDS } from '../text/marks.ts'
import { decode } from './decode.ts'
import { isBoilerplate } from './boilerplate.ts'
import { readPage } from './html/blocks.ts'
import { lossesOf, wholeBlocks } from './html/html.ts'
import { latin, unpacked } from './mail-charset.ts'
import { draftOfMarkdown, isMarkdown } from './markdown.ts'
import { withoutSignature } from './mail-parts.ts'
import { MAX_BLOCKS, MAX_TEXT_BYTES, MAX_TEXT_LENGTH, tooLarge } from './limits.ts'
import { mended } from './mended.ts'
import { withoutPageBreaks } from './page-breaks.ts'
import { Refused, tooMuch } from './refused.ts'
import { NOTHING_FOUND, type Block, type Draft, type Encoding, type Loss } from './report.ts'

const LINE = new RegExp(String.raw`([^${LINE_ENDS}]*)((?:\r\n|[${LINE_ENDS}])+|$)`, 'gu')
const ADDRESS = /^(?:source|url|link|网址|来源)?\s*[:：]?\s*(https?:\/\/\S+)$/iu

/** The lines of a text, each with the line ends after it, so that together they are the text to the letter. */
export const plainBlocks = (text: string, name: string): Block[] => {
  const blocks: Block[] = []
  for (const [whole, line = '', gap = ''] of text.matchAll(LINE)) {
    if (whole === '') continue
    const cut = isBoilerplate(line)
    if (blocks.length === MAX_BLOCKS) throw tooMuch(name)
    blocks.push({ text: line, gap, kept: !cut, ...(cut ? { why: 'furniture' as const } : {}) })
  }
  return blocks
}

/** Ends of the elements that pages have their text in; a plain text has none by chance. */
const MARKUP = /<\/(?:p|div|li|h[1-6]|td|span|strong|em|b|i|a)>|<br ?\/?>/giu
const LEAST_MARKUP = 3
const isMarkedUp = (text: string): boolean =>
  (text.slice(0, MARKUP_WITHIN).match(MARKUP)?.length ?? 0) >= LEAST_MARKUP
const MARKUP_WITHIN = 100_000

const lossOfBroken = (text: string): Loss[] => {
  const count = text.match(/\ufffd/gu)?.length ?? 0
  return count === 0
    ? []
    : [{ kind: 'glyphs', count, say: `${count} characters are broken in the file and missing in the text.` }]
}

/** A text as mails carry it: lines broken behind "=", other characters by two digits each. */
const SOFT_BREAK = /=\r?\n/gu
const CARRIED = /(?:=[\dA-F]{2}){2}/u
/** A text that may be compared takes three bytes a character at most. */
const MOST_CARRIED = 4 * MAX_TEXT_LENGTH
const carried = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length > MOST_CARRIED || bytes.some((byte) => byte > 0x7f)) return bytes
  const text = latin(bytes)
  const isCarried = CARRIED.test(text) && (text.match(SOFT_BREAK)?.length ?? 0) > 1
  return isCarried ? unpacked(text, 'quoted-printable') : bytes
}

/** What old programs and disks fill a file up with at its end; a single NUL may be half of a character there. */
const unfilled = (bytes: Uint8Array): Uint8Array => {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x1a)) end--
  return bytes.length - end > 1 && bytes[1] !== 0 && bytes[0] !== 0 ? bytes.subarray(0, end) : bytes
}

const addressIn = (text: string): string | null => {
  for (const line of text.slice(0, 4_000).split(/\r?\n/u)) {
    const found = ADDRESS.exec(line.trim())?.[1]
    if (found) return found
  }
  return null
}

/** Text as it comes from a file, copied with or without a page's furniture. */
export const draftOfText = (source: string, name: string): Omit<Draft, 'format' | 'encoding'> => {
  const { text, losses } = mended(source)
  const found = { ...NOTHING_FOUND, address: addressIn(text) }
  if (isMarkedUp(text)) {
    const page = readPage(text, name)
    return { found, blocks: wholeBlocks(page), losses: [...losses, ...lossesOf(page)] }
  }
  return {
    found,
    blocks: withoutPageBreaks(withoutSignature(plainBlocks(text, name), false)),
    losses: [...losses, ...lossOfBroken(text)]
  }
}

export const readPlain = (bytes: Uint8Array, name: string, chosen: Encoding | null): Draft => {
  if (bytes.length > MAX_TEXT_BYTES)
    throw new Refused('too-large', tooLarge(name, bytes.length, MAX_TEXT_BYTES).message)
  const decoded = decode(carried(unfilled(bytes)), null, chosen)
  if (!decoded)
    throw bytes.includes(0)
      ? new Refused('binary', `“${name}” is not a text. Choose the file that holds the text of the readout.`)
      : new Refused(
          'undecodable',
          `The characters of “${name}” cannot be read in any encoding known here (UTF-8, UTF-16, GB18030, Big5, Shift_JIS, Windows-1252, Mac Roman). Save it as UTF-8 and try again.`
        )
  const { text, used, how, confidence } = decoded
  if (isMarkdown(text, name))
    return { format: 'markdown', encoding: { used, how, confidence }, ...draftOfMarkdown(text, name) }
  return { format: 'text', encoding: { used, how, confidence }, ...draftOfText(text, name) }
}
