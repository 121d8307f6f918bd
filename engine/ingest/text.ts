import type { InputProblem, InputProblemCode, ReadoutText } from '../model.ts'
import { decode, type Decoded } from './decode.ts'
import { MAX_INPUT_BYTES, tooLarge } from './limits.ts'

export type Ingested =
  { ok: true; text: ReadoutText; encoding: Decoded['encoding'] } | { ok: false; problem: InputProblem }

/** Formats told by their first bytes; what they are called and what to do with them. */
const SIGNATURES: { bytes: number[]; name: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a Word file or another archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Word file' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'an RTF file' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a picture' }
]
const WHAT_IS_TAKEN =
  'This version takes plain text (.txt) and Markdown (.md): copy the readout’s text and paste it.'
const HTML = /^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<html)/iu
/** Control characters that no text has; one NUL is enough, but UTF-16 without a mark is full of them. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u

const refuse = (code: InputProblemCode, name: string, message: string): Ingested => ({
  ok: false,
  problem: { code, name, message }
})

/** Text of a readout that is already text: pasted, or dropped as a selection. */
export const ingestText = (text: string, name: string): Ingested => {
  if (BINARY.test(text)) return refuse('binary', name, `“${name}” is not a text. ${WHAT_IS_TAKEN}`)
  if (!/[\p{L}\p{N}]/u.test(text))
    return refuse('empty', name, `“${name}” has no text in it. Choose the file that holds the readout.`)
  if (HTML.test(text))
    return refuse('unknown-format', name, `“${name}” is a saved web page. ${WHAT_IS_TAKEN}`)
  return { ok: true, text: { name, text }, encoding: 'utf-8' }
}

/**
 * Turns the bytes of a file into the text of a readout. Formats are told by content, not by name.
 *
 * @param name what the reader knows the file by
 * @returns the text as decoded, byte order mark removed and line ends as they stand, or what is wrong with it
 */
export const ingest = (bytes: Uint8Array, name: string): Ingested => {
  if (bytes.length > MAX_INPUT_BYTES) return { ok: false, problem: tooLarge(name, bytes.length) }
  const format = SIGNATURES.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte))
  if (format) return refuse('binary', name, `“${name}” is ${format.name}, not a text. ${WHAT_IS_TAKEN}`)
  const decoded = decode(bytes)
  if (decoded === null) {
    if (bytes.includes(0)) return refuse('binary', name, `“${name}” is not a text. ${WHAT_IS_TAKEN}`)
    return refuse(
      'undecodable',
      name,
      `The characters of “${name}” cannot be read: it is neither UTF-8, UTF-16, GB18030 nor Windows-1252. Save it as UTF-8 and try again.`
    )
  }
  const ingested = ingestText(decoded.text, name)
  return ingested.ok ? { ...ingested, encoding: decoded.encoding } : ingested
}

const folded = ({ text }: ReadoutText): string => text.replace(/\s+/gu, ' ').trim()

/** Whether two texts can be compared with each other at all. */
export const checkPair = (first: ReadoutText, second: ReadoutText): InputProblem | null =>
  folded(first) === folded(second)
    ? {
        code: 'identical',
        name: second.name,
        message: `“${first.name}” and “${second.name}” hold the same text. Choose the other side’s readout for one of them.`
      }
    : null
