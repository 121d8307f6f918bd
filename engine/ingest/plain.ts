import { LINE_ENDS } from '../text/marks.ts'
import { decode } from './decode.ts'
import { isBoilerplate } from './boilerplate.ts'
import { draftOfMarkdown, isMarkdown } from './markdown.ts'
import { MAX_BLOCKS, MAX_TEXT_BYTES, tooLarge } from './limits.ts'
import { Refused, tooMuch } from './refused.ts'
import { NOTHING_FOUND, type Block, type Draft, type Encoding } from './report.ts'

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

const addressIn = (text: string): string | null => {
  for (const line of text.slice(0, 4_000).split(/\r?\n/u)) {
    const found = ADDRESS.exec(line.trim())?.[1]
    if (found) return found
  }
  return null
}

/** Text as it comes from a file, copied with or without a page's furniture. */
export const draftOfText = (text: string, name: string): Omit<Draft, 'format' | 'encoding'> => ({
  found: { ...NOTHING_FOUND, address: addressIn(text) },
  blocks: plainBlocks(text, name),
  losses: []
})

export const readPlain = (bytes: Uint8Array, name: string, chosen: Encoding | null): Draft => {
  if (bytes.length > MAX_TEXT_BYTES)
    throw new Refused('too-large', tooLarge(name, bytes.length, MAX_TEXT_BYTES).message)
  const decoded = decode(bytes, null, chosen)
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
