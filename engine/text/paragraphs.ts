import type { Paragraph, ParagraphKind } from '../model.ts'
import { canBeTitle, headingForm, isDateline } from './headings.ts'
import { blocksOf } from './lines.ts'
import { endOf, HASHES, ITEM, QUOTE_MARK, ROMAN } from './marks.ts'

const END_MARK = /^[\s(（[\-—–*]*(?:end|ends|完|###?|# # #)[\s)）\]\-—–*]*$/iu
const NOTICE = /^[[【].*[\]】]$/su

/** Whether a piece says anything: stray marks and bare numbers are no sentence. */
export const saysAnything = (text: string): boolean => /\p{L}{2}|\p{Script=Han}/u.test(text)

/** A title stands among the first lines. */
const TITLE_WITHIN = 3
/** So many headings may stand on one another; more are a list. */
const MOST_HEADINGS = 2

/** A kind, or a line that is a heading if what stands around it is. */
type Draft = ParagraphKind | { form: 'capitals' | 'titled' | 'plain' }

const draftOf = (
  words: string,
  at: number,
  isLast: boolean,
  seenBody: boolean,
  seenTitle: boolean
): Draft => {
  if (!saysAnything(words) || END_MARK.test(words)) return 'end'
  if (!seenBody && NOTICE.test(words)) return 'notice'
  if (HASHES.test(words)) return seenTitle ? 'heading' : 'title'
  if (!seenBody && isDateline(words)) return 'dateline'
  if (!seenBody && !seenTitle && at < TITLE_WITHIN && !isLast && canBeTitle(words)) return 'title'
  const form = headingForm(words)
  if (ITEM.test(words) && (form === null || !ROMAN.test(words))) return 'item'
  return form === null ? 'body' : { form }
}

/** Which drafts are headings: something stands below, they make no list, and no list was announced before them. */
const settled = (drafts: readonly Draft[], introduces: (at: number) => boolean): ParagraphKind[] => {
  const kinds: ParagraphKind[] = []
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at] ?? 'body'
    if (typeof draft === 'string') {
      kinds.push(draft)
      continue
    }
    let end = at
    while (typeof drafts[end] === 'object') end++
    const run = drafts.slice(at, end)
    const most = run.some((one) => typeof one === 'object' && one.form === 'plain') ? 1 : MOST_HEADINGS
    const below = drafts[end]
    // Over a dateline it is the issuer.
    const heads = below === 'body' || below === 'item' || below === 'dateline'
    const kind = heads && run.length <= most && !introduces(at - 1) ? 'heading' : 'body'
    for (let one = at; one < end; one++) kinds.push(kind)
    at = end - 1
  }
  return kinds
}

const markOf = (kind: ParagraphKind, words: string): number => {
  const mark = kind === 'item' ? ITEM : kind === 'title' || kind === 'heading' ? HASHES : QUOTE_MARK
  return mark.exec(words)?.[0].length ?? 0
}

/**
 * Cuts a text into paragraphs and says what each is. Blank lines part paragraphs; lines between them are paragraphs of
 * their own unless a program wrapped them. Items of lists are paragraphs of their own. What may be a sentence is text.
 *
 * @returns spans without surrounding white space and without marks of lists, quotations and Markdown headings
 */
export const paragraphsOf = (text: string): Paragraph[] => {
  const blocks = blocksOf(text)
  const words = (at: number): string => text.slice(blocks[at]?.start ?? 0, blocks[at]?.end ?? 0)
  let seenBody = false
  let seenTitle = false
  const drafts = blocks.map((_, at) => {
    const draft = draftOf(words(at), at, at === blocks.length - 1, seenBody, seenTitle)
    if (draft === 'body' || draft === 'item') seenBody = true
    if (draft === 'title') seenTitle = true
    return draft
  })
  const introduces = (at: number): boolean => at >= 0 && /[:：]$/u.test(endOf(words(at)))
  const kinds = settled(drafts, introduces)
  return blocks.map(({ start, end }, at) => {
    const found = kinds[at] ?? 'body'
    // In Roman figures headings are counted as well.
    const kind = found === 'body' && ITEM.test(text.slice(start, end)) ? 'item' : found
    return { kind, start: start + markOf(kind, text.slice(start, end)), end }
  })
}
