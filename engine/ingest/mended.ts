import { Parser } from 'htmlparser2'
import { LINE_ENDS } from '../text/marks.ts'
import { WINDOWS_1252 } from './decode.ts'
import type { Loss } from './report.ts'

/** What programs do to a text on its way, undone: nothing here changes a text that was not so treated. */

interface Mended {
  text: string
  losses: Loss[]
}

const other = (say: string, kind: Loss['kind'] = 'other'): Loss => ({ kind, count: 1, say })

/** What a terminal is told (bold, colours), and letters struck over one another, as for a printer. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const TERMINAL = /\u001b\[[\d;?]{0,20}[A-Za-z]|[^\n]\u0008/gu
/** A text without what old programs and disks fill a file up with at its end. By hand: a pattern would look from each blank on. */
const unfilled = (text: string): string => {
  let end = text.length
  while (end > 0 && '\u0000\u001a'.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** Characters that stand for single bytes of Windows-1252. */
const BYTES = new Map(Array.from(WINDOWS_1252, (character, at) => [character, 0x80 + at] as const))
for (let code = 0xa0; code <= 0xff; code++) BYTES.set(String.fromCharCode(code), code)
for (let code = 0x80; code <= 0x9f; code++) BYTES.set(String.fromCharCode(code), code)
const TWICE = new RegExp(`[${[...BYTES.keys()].join('').replace(/[\]\\^-]/gu, '\\$&')}]{2,400}`, 'gu')
const TWICE_FIRST = /[\u00c2-\u00f4]/u
/** UTF-8 that was read as Windows-1252 and written again: "â€™" for "’". */
const readBack = (run: string): string => {
  if (!TWICE_FIRST.test(run)) return run
  try {
    const bytes = Uint8Array.from(run, (character) => BYTES.get(character) ?? 0)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return run
  }
}

const ENTITY = /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});/giu
const LEAST_ENTITIES = 2
/** What names characters as pages do; a stray "&" stays. */
const withCharacters = (text: string): string => {
  let out = ''
  const parser = new Parser(
    {
      ontext: (piece) => {
        out += piece
      }
    },
    { decodeEntities: true }
  )
  parser.end(text.replaceAll('<', '&lt;'))
  return out
}

/** A number before a line, as transcripts and drafts of laws have them. */
const NUMBERED = /^[^\S\n]*(\d{1,4})(?:[^\S\n]{1,2}|[:|][^\S\n]|$)/u
const LEAST_NUMBERED = 10
/** Whether so many lines in a row are numbered, each page anew or on and on. */
const isNumbered = (lines: readonly string[]): boolean => {
  let before: number | null = null
  for (const line of lines) {
    const number = NUMBERED.exec(line)?.[1]
    if (number === undefined) return false
    if (before !== null && Number(number) !== before + 1 && Number(number) !== 1) return false
    before = Number(number)
  }
  return lines.length >= LEAST_NUMBERED
}

const LINE_END = new RegExp(`[${LINE_ENDS}]+`, 'u')

/** A text as it was before programs treated it, with what was undone. */
export const mended = (source: string): Mended => {
  const losses: Loss[] = []
  let text = unfilled(source)
  const plain = text.replace(TERMINAL, '')
  if (plain !== text)
    losses.push(other('What tells a terminal or a printer how to show the words is left out.'))
  text = plain
  const once = text.replace(TWICE, readBack)
  if (once !== text)
    losses.push(
      other(
        'Characters that were written twice over (“â€™” for “’”) were read as they were meant.',
        'encoding'
      )
    )
  text = once
  if ((text.match(ENTITY)?.length ?? 0) >= LEAST_ENTITIES) {
    const named = withCharacters(text)
    if (named !== text)
      losses.push(other('Characters that stood there by their names (“&rsquo;”) were put in.'))
    text = named
  }
  if (isNumbered(text.split(LINE_END).filter((line) => line.trim() !== ''))) {
    text = text.replace(new RegExp(NUMBERED.source, 'gmu'), '')
    losses.push(other('The numbers of its lines are left out.'))
  }
  return { text, losses }
}
