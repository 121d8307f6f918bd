import { marked } from 'marked'
import { readPage } from './html/blocks.ts'
import { wholeBlocks } from './html/html.ts'
import { dayNamed } from './html/published.ts'
import { NOTHING_FOUND, type Draft } from './report.ts'

/** Markdown by marked, as the page that it is written for. */

/** What no plain text has by chance: words in bold, links, headings by hashes. */
const BOLD = /(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,2000}\*\*(?![*\w])/u
const LINK = /(?<!!)\[[^\]\n]{1,300}\]\((?:https?:\/\/|mailto:|\/|#)[^)\s]{0,2000}\)/u
const HEADING = /^#{1,6} \S|^\S.{1,200}\r?\n={3,}[ \t]*$/mu
const BOLD_BY_LINES = /(?<![_\w])__(?=[^\s_])[^_\n]{1,2000}__(?![_\w])/u
/** One mark of emphasis may stand by chance; a file that is called Markdown means it. */
const EMPHASIS =
  /(?<![*\w])\*(?=[^\s*])[^*\n]{1,2000}\*(?![*\w])|(?<![_\w])_(?=[^\s_])[^_\n]{1,2000}_(?![_\w])/u
const NAMED = /\.(?:md|markdown|mdown|mkd)$/iu
/** Lines broken by a bar, tables, notes to the writer, and what stands before the text for a program. */
const BY_NAME = /\\\r?\n|^\|.*\|[ \t]*$|<!--|^---\r?\n/mu
/** Longer texts are read as they stand: this is what a page of Markdown has, and what marked reads at once. */
const LONGEST = 300_000

/** @param name which decides where only a few marks stand in the text */
export const isMarkdown = (text: string, name: string): boolean =>
  text.length <= LONGEST &&
  ((NAMED.test(name) && (EMPHASIS.test(text) || BY_NAME.test(text))) ||
    BOLD.test(text) ||
    BOLD_BY_LINES.test(text) ||
    LINK.test(text) ||
    HEADING.test(text))

/** What stands before a page's text for the program that makes the page. */
const FRONT_MATTER = /^---\r?\n((?:[\w-]+:[^\n]*\n(?:[ \t-][^\n]*\n)*)+)---\r?\n/u
const field = (matter: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*["']?(.+?)["']?[ \\t]*\\r?$`, 'imu').exec(matter)?.[1] ?? null

/** Marks of notes, and what stands before a note: its words are text. */
const NOTE_BEFORE = /^\[\^[^\]\s]{1,30}\]:[ \t]*/gmu
const NOTE_MARK = /\[\^[^\]\s]{1,30}\]/gu

export const draftOfMarkdown = (text: string, name: string): Omit<Draft, 'format' | 'encoding'> => {
  const matter = FRONT_MATTER.exec(text)?.[1] ?? ''
  const bare = text.replace(FRONT_MATTER, '').replace(NOTE_BEFORE, '').replace(NOTE_MARK, '')
  const html = marked.parse(bare, { async: false, gfm: true })
  const blocks = wholeBlocks(readPage(html, name))
  return {
    found: {
      ...NOTHING_FOUND,
      title: field(matter, 'title'),
      date: dayNamed(field(matter, 'date') ?? '')
    },
    blocks:
      matter === ''
        ? blocks
        : [{ text: matter.trim(), gap: '\n\n', kept: false, why: 'furniture' }, ...blocks],
    losses: []
  }
}
