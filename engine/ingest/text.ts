import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { InputProblem, InputProblemCode, ReadoutText } from '../model.ts'
import { writtenDay } from '../identify/date.ts'
import { factsOf } from '../identify/facts.ts'
import { detectLanguage, isReadable } from '../text/language.ts'
import { legible } from '../text/legible.ts'
import { segmentInPieces } from '../text/segment.ts'
import { kindOf } from './format.ts'
import { readSelection } from './html/html.ts'
import {
  MAX_INPUT_BYTES,
  MAX_SENTENCES,
  MAX_TEXT_BYTES,
  MAX_TEXT_LENGTH,
  tooLarge,
  tooLong
} from './limits.ts'
import type { LoadAsset } from './pdf/pdf.ts'
import { draftOfMarkdown, isMarkdown } from './markdown.ts'
import { draftOfText, readPlain } from './plain.ts'
import { withPublication } from './publication.ts'
import { Refused } from './refused.ts'
import { reportOf, textOf, type Draft, type Encoding, type Told } from './report.ts'
import { readRtf } from './rtf.ts'

export type Ingested = { ok: true; text: ReadoutText } | { ok: false; problem: InputProblem }

/** What reading a file needs beside its bytes. */
export interface Ingesting {
  /** Reads what ships with the app for PDFs. */
  load: LoadAsset
  /** The encoding that the reader chose. */
  encoding?: Encoding | null
}

/** Control characters that no text has. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u

const refuse = (code: InputProblemCode, name: string, message: string): Ingested => ({
  ok: false,
  problem: { code, name, message }
})

/** No text with less has more sentences than may be compared. */
const LEAST_A_SENTENCE = 2
const sentencesIn = (text: string): number =>
  text.length < LEAST_A_SENTENCE * MAX_SENTENCES
    ? 0
    : segmentInPieces(legible(text).text, detectLanguage(text)).sentences.length

const MOST_OFFICIALS = 6

const toldBy = (readout: ReadoutText): Told | null => {
  const facts = factsOf(readout)
  return (
    facts && {
      title: facts.title,
      day: facts.day && writtenDay(facts.day),
      place: facts.place,
      officials: facts.officials.slice(0, MOST_OFFICIALS).map(({ name }) => name)
    }
  )
}

/** Makes a text of what was read, unless there is none in it. */
const finish = (read: Draft, name: string): Ingested => {
  const draft = read.format === 'html' || read.format === 'mhtml' ? read : withPublication(read)
  const text = textOf(draft.blocks)
  // A document may unpack to more than its file has.
  if (text.length > MAX_TEXT_LENGTH) return { ok: false, problem: tooLong(name, text.length, 'characters') }
  const plain = draft.format === 'text' || draft.format === 'pasted'
  if (plain && BINARY.test(text))
    return refuse(
      'binary',
      name,
      `“${name}” is not a text. Choose the file that holds the text of the readout.`
    )
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const cut = draft.blocks.some(({ kept }) => !kept)
    return cut
      ? refuse(
          'only-furniture',
          name,
          `“${name}” holds only the furniture of a page: menus, links and the like. Open the page, select the readout itself, and drop or paste that.`
        )
      : draft.losses.some(({ kind }) => kind === 'scripts')
        ? refuse(
            'empty',
            name,
            `“${name}” has no text in it: its scripts would have put it on the page. Open the page in a browser, select the readout, and copy and paste it, or print the page as PDF.`
          )
        : refuse('empty', name, `“${name}” has no text in it. Choose the file that holds the readout.`)
  }
  if (!isReadable(text))
    return refuse(
      'other-language',
      name,
      `“${name}” is neither in English nor in Chinese. Look for the readout’s English or Chinese version.`
    )
  const sentences = sentencesIn(text)
  if (sentences > MAX_SENTENCES) return { ok: false, problem: tooLong(name, sentences, 'sentences') }
  const told = toldBy({ name, text })
  const report = { ...reportOf(draft), ...(told ? { told } : {}) }
  return { ok: true, text: { name, text, report, blocks: draft.blocks } }
}

const settle = (read: () => Draft, name: string): Ingested => {
  try {
    return finish(read(), name)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem(name) }
    throw error
  }
}

/** What was read, with what tells its document from any other. */
const hashed = (ingested: Ingested, bytes: Uint8Array): Ingested =>
  ingested.ok ? { ok: true, text: { ...ingested.text, sha256: bytesToHex(sha256(bytes)) } } : ingested

/** Text of a readout that is already text: pasted, or dropped as a selection. */
export const ingestText = (text: string, name: string): Ingested =>
  text.length > MAX_TEXT_BYTES
    ? { ok: false, problem: tooLarge(name, text.length, MAX_TEXT_BYTES) }
    : hashed(
        settle(
          () => ({
            format: 'pasted',
            encoding: null,
            ...(isMarkdown(text, name) ? draftOfMarkdown(text, name) : draftOfText(text, name))
          }),
          name
        ),
        utf8ToBytes(text)
      )

/** A selection as a browser gives it with its markup, which still has the paragraphs. */
export const ingestSelection = (html: string, name: string): Ingested =>
  html.length > MAX_TEXT_BYTES
    ? { ok: false, problem: tooLarge(name, html.length, MAX_TEXT_BYTES) }
    : hashed(
        settle(() => readSelection(html, name), name),
        utf8ToBytes(html)
      )

/** @param isPart it is a part of another document, in which no further ones are read */
const read = async (
  bytes: Uint8Array,
  name: string,
  { load, encoding = null }: Ingesting,
  isPart = false
): Promise<Draft> => {
  const kind = kindOf(bytes)
  switch (kind.is) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/pdf.ts')
      return readPdf(bytes, name, load)
    }
    case 'zip': {
      const { readOffice } = await import('./office.ts')
      return readOffice(bytes, name, (part) => {
        if (isPart) throw new Refused('unknown-format', 'A part of a part is not read.')
        return read(part, name, { load }, true)
      })
    }
    case 'rtf':
      return readRtf(bytes, name)
    case 'html': {
      const { readHtml } = await import('./html/saved-page.ts')
      return readHtml(bytes, name, encoding)
    }
    case 'mail': {
      const { readMail } = await import('./mail.ts')
      return readMail(bytes, name)
    }
    case 'refused':
      throw new Refused('binary', `“${name}” is ${kind.called}. ${kind.todo}`)
    case 'text':
      return readPlain(bytes, name, encoding)
  }
}

/**
 * Turns the bytes of a file into the text of a readout. Formats are told by content, not by name.
 *
 * @param name what the reader knows the file by
 * @returns the text with the report on its import; a plain text as decoded, byte order mark removed and line ends as
 *   they stand; or what is wrong with it
 */
export const ingest = async (bytes: Uint8Array, name: string, ingesting: Ingesting): Promise<Ingested> => {
  if (bytes.length > MAX_INPUT_BYTES) return { ok: false, problem: tooLarge(name, bytes.length) }
  try {
    return hashed(finish(await read(bytes, name, ingesting), name), bytes)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem(name) }
    throw error
  }
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
