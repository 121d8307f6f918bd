import { publishedIn } from './html/published.ts'
import type { Draft } from './report.ts'

/** The line of publication of a page, in a document that was made of it or a text that was copied from it. */

/** It stands among the first. */
const WITHIN = 8
/** It names a source or gives the time; a day alone may be that of the meeting. */
const PUBLISHES = /来源|來源|稿源|\d{1,2}[:：]\d{2}/u
/** Of a longer line nothing more is looked at. */
const LONGEST = 200

/** A draft whose line of publication is told and cut, as that of a page is. */
export const withPublication = (draft: Draft): Draft => {
  const first = new Set(draft.blocks.filter(({ text, kept }) => kept && text.trim() !== '').slice(0, WITHIN))
  const found = { ...draft.found }
  const blocks = draft.blocks.map((block) => {
    if (!first.has(block) || block.text.length > LONGEST || !PUBLISHES.test(block.text)) return block
    const published = publishedIn(block.text.trim())
    if (!published?.day) return block
    found.date ??= published.day
    found.publisher ??= published.publisher
    return { ...block, kept: false, why: 'furniture' as const }
  })
  return { ...draft, found, blocks }
}
