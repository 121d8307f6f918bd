import mails from '../../lexicon/data/mail-parts.json' with { type: 'json' }
import parts from '../../lexicon/data/page-parts.json' with { type: 'json' }
import type { CutReason } from '../report.ts'

/** What the elements of a page are, and what their attributes say of the words in them. */

/** Elements whose content is no text of the page. */
export const SILENT = new Set(
  'script style template svg math iframe object embed select textarea audio video canvas map datalist title del rt rp'.split(
    ' '
  )
)
export const BLOCK = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav noscript ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' '
  )
)
export const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const PLACES: Record<string, CutReason> = {
  nav: 'navigation',
  footer: 'navigation',
  menu: 'navigation',
  figcaption: 'outside',
  noscript: 'hidden'
}
const ROLES: Record<string, CutReason> = {
  navigation: 'navigation',
  banner: 'navigation',
  contentinfo: 'navigation',
  search: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  complementary: 'outside',
  dialog: 'outside'
}
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu
/** Words that are read out and not shown. */
const HEARD =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|a11y-hidden|assistive-text)(?:\s|$)/iu
/** Notes that stand below a text, by how pages number them. */
const NOTE_ID = /^(?:cite_note|fn|footnote|endnote|_?ftn|_?edn)[-_:.]?(?:\w{1,40}[-_])?\d{1,3}$/iu
/** Word's own marks of comments, and the list of them at the end; its notes stand in a list too. */
export const COMMENT_MARK = /\bMsoCommentReference\b/u
export const COMMENT_LINK = /^#_msocom_\d/u
const COMMENTS = /mso-element\s*:\s*comment/iu
const NOTES = /mso-element\s*:\s*(?:foot|end)note/iu
const CONTAINERS = new Set(parts.containers)
/** Of these the name says nothing: themes write all kinds of things there. */
const WHOLE = new Set(['html', 'body', 'main', 'article'])
/** Names of boxes are looked at in this length. */
const LONGEST_NAME = 200

/** Whether class or id of an element names a box that holds none of the text: "related-articles", "shareBar". */
export const isNamedAside = (tag: string, { class: name = '', id = '' }: Record<string, string>): boolean =>
  !WHOLE.has(tag) &&
  `${name} ${id}`
    .slice(0, LONGEST_NAME)
    .split(/[\s_-]+|(?<=[a-z])(?=[A-Z])/u)
    .some((word) => CONTAINERS.has(word.toLowerCase()))

/** The box that mail programs write a signature into. */
const SIGNATURES = new RegExp(`(?:^|\\s)(?:${mails.signatures.join('|')})(?:\\s|$)`, 'u')

export const reasonOf = (tag: string, attributes: Record<string, string>): CutReason | undefined => {
  const style = attributes['style'] ?? ''
  if (NOTES.test(style) || (BLOCK.has(tag) && NOTE_ID.test(attributes['id'] ?? ''))) return 'note'
  if (SIGNATURES.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`)) return 'furniture'
  const hidden =
    COMMENTS.test(style) ||
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    HIDING.test(style)
  return hidden ? 'hidden' : (ROLES[attributes['role'] ?? ''] ?? PLACES[tag])
}

export const isUnseen = (
  tag: string,
  { style = '', class: name = '', ...others }: Record<string, string>
): boolean => !BLOCK.has(tag) && ('hidden' in others || HIDING.test(style) || HEARD.test(name))
