import { asWindows1252 } from './decode.ts'
import { MAX_GROUPS } from './limits.ts'
import { HIDDEN } from './office-parts.ts'
import { hostile } from './refused.ts'
import { NOTHING_FOUND, type Block, type Draft, type Encoding, type Loss } from './report.ts'

/**
 * Rich Text Format, as word processors write it (Microsoft's specification 1.9.1): control words, groups, characters as
 * bytes of a code page (`\'b5`) or as UTF-16 (`\u21335`) with a substitute after it. The libraries there are either
 * need a document to draw on or have not been kept up.
 */

/** What a group holds that is no text of the document. `\*` marks others that a reader may leave out. */
const ASIDE = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf annotation comment listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl fldinst filetbl bkmkstart bkmkend nonshppict sp shprslt template title author operator category keywords doccomm company'.split(
    ' '
  )
)
const NOTES = new Set(['footnote'])
const CHARACTERS: Record<string, string> = {
  tab: ' ',
  line: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emdash: '—',
  endash: '–',
  bullet: '•',
  emspace: ' ',
  enspace: ' '
}
const BREAKS = new Set(['par', 'sect', 'page', 'cell', 'row', 'nestcell', 'nestrow'])
const CODE_PAGES: Record<string, Encoding> = {
  '936': 'gb18030',
  '950': 'big5',
  '932': 'shift_jis',
  '1252': 'windows-1252',
  '65001': 'utf-8'
}
/** Character sets of fonts that are not the document's code page. */
const CHARSETS: Record<string, Encoding> = {
  '134': 'gb18030',
  '136': 'big5',
  '128': 'shift_jis',
  '0': 'windows-1252'
}

const CONTROL = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|\\/giu

/** What stands in a source in order: control words and marks as `CONTROL` takes them apart, and the text between. */
function* tokensOf(source: string): Generator<{ control: readonly (string | undefined)[]; plain?: string }> {
  let from = 0
  for (const match of source.matchAll(CONTROL)) {
    if (match.index > from) yield { control: [], plain: source.slice(from, match.index) }
    yield { control: match }
    from = match.index + match[0].length
  }
  if (from < source.length) yield { control: [], plain: source.slice(from) }
}

interface Group {
  aside: boolean
  note: boolean
  deleted: boolean
  hidden: boolean
  /** How many characters of substitute follow a `\u`. */
  skip: number
  charset: Encoding | null
}

export const readRtf = (bytes: Uint8Array, name: string): Draft => {
  let source = ''
  for (let at = 0; at < bytes.length; at += 8_192)
    source += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  const blocks: Block[] = []
  const notes: Block[] = []
  const hidden: Block[] = []
  const losses = new Map<Loss['kind'], number>()
  const lose = (kind: Loss['kind']): void => {
    losses.set(kind, (losses.get(kind) ?? 0) + 1)
  }
  const stack: Group[] = []
  let group: Group = { aside: false, note: false, deleted: false, hidden: false, skip: 1, charset: null }
  let page: Encoding = 'windows-1252'
  const fonts = new Map<string, Encoding>()
  let font = ''
  let inFonts = false
  let fresh = false
  let starred = false
  let pending: number[] = []
  let toSkip = 0
  const text = { body: '', note: '' }
  let unseen = ''

  const put = (words: string): void => {
    if (!group.aside && !group.deleted && group.hidden) unseen += words
    if (group.aside || group.deleted || group.hidden) return
    text[group.note ? 'note' : 'body'] += words
  }
  const settle = (): void => {
    if (pending.length === 0) return
    const encoding = group.charset ?? page
    const decoded = new TextDecoder(encoding).decode(new Uint8Array(pending))
    const words = encoding === 'windows-1252' ? asWindows1252(decoded) : decoded
    pending = []
    put(words)
  }
  /** Words that are formatted as hidden are cut, a paragraph each. */
  const settleHidden = (): void => {
    if (/[\p{L}\p{N}]/u.test(unseen))
      hidden.push({ text: unseen.trim(), gap: '\n\n', kept: false, why: 'hidden' })
    unseen = ''
  }
  const flush = (which: 'body' | 'note'): void => {
    const words = text[which].replace(/[ \t\u00a0]+\n|\n[ \t\u00a0]+/gu, '\n').trim()
    text[which] = ''
    if (!/[\p{L}\p{N}]/u.test(words)) return
    if (which === 'note') notes.push({ text: words, gap: '\n\n', kept: false, why: 'note' })
    else blocks.push({ text: words, gap: '\n\n', kept: true })
  }

  const control = (word: string, value: string | undefined): void => {
    const off = value === '0'
    if (fresh && (ASIDE.has(word) || starred)) {
      if (!group.aside && word === 'pict') lose('images')
      if (!group.aside && word === 'annotation') lose('comments')
      if (word === 'fonttbl') inFonts = true
      // Kept although a reader may leave them out: words in a box, words in another program's field.
      if (!(starred && (word === 'shpinst' || word === 'shptxt' || word === 'shp'))) group.aside = true
    }
    if (fresh && NOTES.has(word)) {
      lose('notes')
      group.note = true
    }
    fresh = false
    starred = false
    if (BREAKS.has(word)) {
      settle()
      settleHidden()
      if (!group.aside) flush(group.note ? 'note' : 'body')
    } else if (CHARACTERS[word] !== undefined) put(CHARACTERS[word])
    else if (word === 'u' && value !== undefined) {
      put(String.fromCharCode((Number(value) + 65_536) % 65_536))
      toSkip = group.skip
    } else if (word === 'uc') group.skip = Math.min(8, Number(value ?? 1))
    else if (word === 'ansicpg') page = CODE_PAGES[value ?? ''] ?? page
    else if (word === 'f') {
      font = value ?? ''
      if (!inFonts) group.charset = fonts.get(font) ?? null
    } else if (word === 'fcharset' && inFonts) {
      const charset = CHARSETS[value ?? '']
      if (charset) fonts.set(font, charset)
    } else if (word === 'plain') {
      group.charset = null
      group.hidden = false
    } else if (word === 'deleted') {
      if (!off) lose('deletions')
      group.deleted = !off
    } else if (word === 'revised' && !off) lose('insertions')
    else if (word === 'v') group.hidden = !off
    else if (word === 'trowd') lose('tables')
  }

  for (const token of tokensOf(source)) {
    const { plain } = token
    const [, word, value, hex, symbol, brace] = token.control
    if (hex === undefined && pending.length > 0) settle()
    if (brace === '{') {
      stack.push({ ...group })
      if (stack.length > MAX_GROUPS) throw hostile(name)
      fresh = true
      continue
    }
    if (brace === '}') {
      if (group.note && !stack.at(-1)?.note) flush('note')
      const outer = stack.pop()
      if (outer) group = outer
      if (!group.aside) inFonts = false
      fresh = false
      toSkip = 0
      continue
    }
    if (word !== undefined) {
      control(word.toLowerCase(), value)
      continue
    }
    fresh = fresh && symbol === '*'
    if (hex !== undefined) {
      if (toSkip > 0) toSkip--
      else if (!group.aside) pending.push(Number.parseInt(hex, 16))
    } else if (symbol === '*') starred = true
    else if (symbol === '~') put('\u00a0')
    else if (symbol === '_') put('\u2011')
    else if (symbol === '\n' || symbol === '\r') flush(group.note ? 'note' : 'body')
    else if (symbol !== undefined && '\\{}'.includes(symbol)) put(symbol)
    else if (plain !== undefined) {
      const words = plain.replace(/[\r\n]+/gu, '')
      const rest = words.slice(toSkip)
      toSkip = Math.max(0, toSkip - words.length)
      // Programs that break the rule write bytes above ASCII as they are.
      if (/[\u0080-\u00ff]/u.test(rest)) for (const character of rest) pending.push(character.charCodeAt(0))
      else put(rest)
    }
  }
  settle()
  settleHidden()
  flush('note')
  flush('body')
  const SAY: Partial<Record<Loss['kind'], string>> = {
    deletions: 'Tracked deletions are left out, as if they were accepted.',
    insertions: 'Tracked insertions stand in the text, as if they were accepted.',
    images: 'Pictures are not shown, and what they say is not read.',
    comments: 'Comments are left out.',
    notes: 'Footnotes are cut; they can be put back.',
    tables: 'Tables are read cell by cell, each a paragraph of its own.'
  }
  return {
    format: 'rtf',
    encoding: null,
    found: NOTHING_FOUND,
    blocks: [...blocks, ...notes, ...hidden],
    losses: [
      ...[...losses].map(([kind, count]) => ({ kind, count, say: SAY[kind] ?? '' })),
      ...(hidden.length > 0 ? [{ kind: 'other' as const, count: hidden.length, say: HIDDEN }] : [])
    ]
  }
}
