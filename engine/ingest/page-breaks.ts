import { endsOpen } from '../text/marks.ts'
import type { Block } from './report.ts'

/** Pages of a printed document in a text: numbers of pages cut, and a sentence that goes over one made whole. */

/** What can be nothing but the number of a page. */
const NUMBER_OF_PAGES =
  /^[\s\-–—]*(?:page\s+\d{1,4}\s*(?:of|\/)\s*\d{1,4}|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?)[\s\-–—]*$/iu
/** What is one at the end or the beginning of a page. */
const NUMBER_AT_BREAK = /^[\s\-–—]*(?:page\s+)?\d{1,4}[\s\-–—]*$/iu
const GOES_ON = /^\s*\p{Ll}/u
const HAN = /\p{Script=Han}/u

const isBlank = ({ text }: Block): boolean => text.trim() === ''

/** Whether a line and the first of the next page are one sentence. */
const goesOver = (before: Block, next: Block): boolean =>
  endsOpen(before.text) &&
  (GOES_ON.test(next.text) ||
    (HAN.test(before.text.trim().slice(-1)) &&
      HAN.test(next.text.trim().slice(0, 1)) &&
      !/^[\s\u3000]/u.test(next.text)))

export const withoutPageBreaks = (blocks: readonly Block[]): Block[] => {
  const whole = blocks.map((block) => ({ ...block }))
  const solid = whole.filter((block) => !isBlank(block) || block.gap.includes('\f'))
  /** The last line of text before, and whether a page ended since. */
  let before: Block | undefined
  let isOver = false
  for (const [at, block] of solid.entries()) {
    const isAtBreak = block.gap.includes('\f') || (solid[at - 1]?.gap ?? '').includes('\f')
    const isNumber = NUMBER_OF_PAGES.test(block.text) || (isAtBreak && NUMBER_AT_BREAK.test(block.text))
    if (isNumber && block.kept) {
      block.kept = false
      block.why = 'running'
    }
    if (isNumber || isBlank(block)) {
      isOver = true
      continue
    }
    if (before && isOver && goesOver(before, block)) before.gap = '\n'
    before = block
    isOver = block.gap.includes('\f')
  }
  return whole
}
