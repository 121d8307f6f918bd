import type { Random } from './random.ts'

/** Changes of text that know its marks: tags, groups, fields. */
export type TextMutation = (text: string, random: Random) => string

/** A place between two characters. */
const place = ({ length }: string, random: Random): number => random.below(length + 1)
const insert = (text: string, piece: string, at: number): string => text.slice(0, at) + piece + text.slice(at)

/** So deep is nested at most: beyond what any limit lets through, within what a file may hold. */
const DEEPEST = 100_000
const depth = (random: Random): number => Math.floor(10 ** (random.next() * Math.log10(DEEPEST)))

/** Puts something in, at a place where pieces of the given form begin, or anywhere. */
const atPiece = (text: string, form: RegExp, random: Random): number => {
  const places = [...text.matchAll(form)].map(({ index }) => index)
  return random.of(places) ?? place(text, random)
}

const TAG = /<[^<>]*>/gu

const dropPiece =
  (form: RegExp): TextMutation =>
  (text, random) => {
    const chance = random.next() * 0.2
    return text.replace(form, (piece) => (random.next() < chance ? '' : piece))
  }
const doublePiece =
  (form: RegExp): TextMutation =>
  (text, random) => {
    const chance = random.next() * 0.2
    return text.replace(form, (piece) => (random.next() < chance ? piece + piece : piece))
  }
const swapPieces =
  (form: RegExp): TextMutation =>
  (text, random) => {
    const pieces = text.match(form) ?? []
    const chance = random.next() * 0.2
    return text.replace(form, (piece) => (random.next() < chance ? (random.of(pieces) ?? piece) : piece))
  }
const putIn =
  (pieces: readonly string[], form: RegExp): TextMutation =>
  (text, random) => {
    let changed = text
    for (let times = 1 + random.below(4); times > 0; times--)
      changed = insert(changed, random.of(pieces) ?? '', atPiece(changed, form, random))
    return changed
  }
const nest =
  (open: readonly string[], close: string, form: RegExp): TextMutation =>
  (text, random) => {
    const levels = depth(random)
    const at = atPiece(text, form, random)
    const before = insert(text, (random.of(open) ?? '').repeat(levels), at)
    return random.next() < 0.5 ? before : before + close.repeat(levels)
  }

const HTML_PIECES = [
  '<script>fetch("http://127.0.0.1:9/x"); for(;;);</script>',
  '<img src="http://127.0.0.1:9/t.gif" onerror="for(;;);">',
  '<iframe src="http://127.0.0.1:9/"></iframe>',
  '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
  '<link rel="stylesheet" href="http://127.0.0.1:9/a.css">',
  '<base href="http://127.0.0.1:9/">',
  '<!--',
  '<![CDATA[',
  '<p style="',
  '&#x110000;',
  '&#0;',
  '&notanentity',
  '<svg><foreignObject><p>',
  '<template><p>In a template.</p>',
  '<noscript><p>',
  '<plaintext>',
  '<textarea>',
  '<table><tr><td><table>',
  '<frameset><frame src="http://127.0.0.1:9/">',
  `<p ${'a=1 '.repeat(5_000)}>`,
  '<meta charset="utf-7">',
  '<a href="http://127.0.0.1:9/">'.repeat(500)
]
export const HTML_MUTATIONS: readonly TextMutation[] = [
  dropPiece(TAG),
  doublePiece(TAG),
  swapPieces(TAG),
  putIn(HTML_PIECES, TAG),
  nest(
    ['<div>', '<b>', '<table><tr><td>', '<p><i>', '<ul><li>', '<svg>', '<a href=x>', '<font>'],
    '</div>',
    TAG
  )
]

const WRAPPINGS = [
  ['<w:p>', '</w:p>'],
  ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
  ['<w:r><w:pict><v:textbox><w:txbxContent>', '</w:txbxContent></v:textbox></w:pict></w:r>'],
  ['<text:span>', '</text:span>'],
  ['<text:section>', '</text:section>'],
  ['<w:ins>', '</w:ins>'],
  ['<w:del>', '</w:del>']
] as const
const XML_PIECES = [
  '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '<!ENTITY x SYSTEM "http://127.0.0.1:9/x">',
  '&b;',
  '<![CDATA[<w:p>]]>',
  '<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?>',
  '<w:p><w:r><w:t>One more.</w:t></w:r></w:p>',
  '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
  '<w:footnoteReference w:id="9"/>',
  '<w:altChunk r:id="r9"/>',
  '<w:fldSimple w:instr="INCLUDETEXT http://127.0.0.1:9/x"/>',
  '<w:pict><v:imagedata r:href="http://127.0.0.1:9/x"/></w:pict>',
  '<w:hyperlink r:id="no-such"/>',
  '<text:s text:c="999999999"/>',
  '<a x="/>">',
  '</w:p>',
  '\u0000'
]
/** Whole elements, so that what is left is still well formed and gets to whoever reads its meaning. */
const ELEMENT =
  /<(w:p|w:r|w:t|w:tbl|w:pPr|text:p|text:span|text:h|office:text)\b[^<>]*[^/<>]>.{0,4000}?<\/\1>/gsu
const VALUE = /"[^"<>]*"/gu

export const XML_MUTATIONS: readonly TextMutation[] = [
  dropPiece(ELEMENT),
  doublePiece(ELEMENT),
  swapPieces(ELEMENT),
  swapPieces(VALUE),
  (text, random) => {
    const levels = depth(random)
    const [open = '', close = ''] = random.of(WRAPPINGS) ?? []
    return text.replace(ELEMENT, (element) =>
      random.next() < 0.02 ? open.repeat(levels) + element + close.repeat(levels) : element
    )
  },
  dropPiece(TAG),
  doublePiece(TAG),
  swapPieces(TAG),
  putIn(XML_PIECES, TAG),
  nest(['<w:p>', '<w:tbl><w:tr><w:tc>', '<a x="/>">', '<text:span>', '<w:r><w:txbxContent>'], '</w:p>', TAG),
  (text, random) => text.replace(/"[^"<]*"/gu, (value) => (random.next() < 0.05 ? '"\u{1f600}-1"' : value))
]

const RTF_WORD = /\\[a-z]+-?\d*|[{}]/gu
export const RTF_MUTATIONS: readonly TextMutation[] = [
  dropPiece(RTF_WORD),
  doublePiece(RTF_WORD),
  swapPieces(RTF_WORD),
  putIn(
    [
      '{\\object\\objautlink{\\*\\objdata 0105}}',
      '{\\field{\\*\\fldinst INCLUDEPICTURE "http://127.0.0.1:9/x"}}',
      '{\\*\\template http://127.0.0.1:9/t}',
      '\\bin999999999 ',
      '\\u-99999?',
      '\\uc2147483647 ',
      '\\ansicpg99999 ',
      "\\'zz",
      "\\'81".repeat(300),
      '{\\footnote ',
      '\\v ',
      '\\deleted '
    ],
    RTF_WORD
  ),
  nest(['{', '{\\footnote ', '{\\*\\shpinst{'], '}', RTF_WORD)
]

const FIELD = /^[\w-]+:.*$/gmu
export const MAIL_MUTATIONS: readonly TextMutation[] = [
  dropPiece(FIELD),
  doublePiece(FIELD),
  swapPieces(FIELD),
  dropPiece(/^--.*$/gmu),
  putIn(
    [
      'Content-Transfer-Encoding: base64\r\n',
      'Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1:9/"\r\n',
      'Content-Type: text/html; charset="no-such"\r\n',
      'Content-Type: multipart/mixed; boundary=""\r\n',
      `Subject: ${'=?utf-8?B?4oCc?= '.repeat(2_000)}\r\n`,
      `X-Long: ${'a'.repeat(70_000)}\r\n`,
      '=?gb2312?Q?=D6=D0?=',
      '=\r\n',
      '=ZZ'
    ],
    FIELD
  ),
  (text, random) => {
    const levels = Math.min(2_000, depth(random))
    const heads = Array.from(
      { length: levels },
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`
    )
    return `MIME-Version: 1.0\r\n${heads.join('')}${text}`
  },
  ...HTML_MUTATIONS
]

const NUMBER = /\b\d+\b/gu
const NAME = /\/[A-Za-z]+/gu
const REFERENCE = /\b\d+ 0 R\b/gu
export const PDF_MUTATIONS: readonly TextMutation[] = [
  swapPieces(NAME),
  swapPieces(REFERENCE),
  swapPieces(NUMBER),
  dropPiece(/\b(?:endobj|endstream|stream|obj|xref|trailer)\b/gu),
  (text, random) => text.replace(NUMBER, (digits) => (random.next() < 0.02 ? '2147483647' : digits)),
  putIn(
    [
      '/OpenAction <</S /JavaScript /JS (for(;;);)>>',
      '/AA <</O <</S /URI /URI (http://127.0.0.1:9/)>>>>',
      '/EmbeddedFiles <</Names [(a) 1 0 R]>>',
      '/Encrypt <</Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -1>>',
      '/Filter [/FlateDecode /FlateDecode /FlateDecode]',
      '/Filter /JBIG2Decode',
      '/F (http://127.0.0.1:9/x)',
      '/Kids [1 0 R 2 0 R 3 0 R 1 0 R]',
      '/Prev 0',
      '[ '.repeat(20_000),
      '<< /A '.repeat(20_000)
    ],
    NAME
  )
]

const ODD = [
  '\u202e',
  '\u0301',
  '\ufeff',
  '\u2028',
  '\u00ad',
  '\u{1f3f4}',
  '\ud800',
  '“',
  '”',
  '。',
  '.',
  '(',
  ' ',
  '\t'
]
export const TEXT_MUTATIONS: readonly TextMutation[] = [
  (text, random) => {
    let changed = text
    for (let times = 1 + random.below(60); times > 0; times--)
      changed = insert(changed, random.of(ODD) ?? '', place(changed, random))
    return changed
  },
  (text, random) => insert(text, (random.of(ODD) ?? '.').repeat(depth(random)), place(text, random)),
  (text, random) => text.replaceAll('\n', random.of([' ', '\r', '\r\n', '\u2029', '', '\n\n\n']) ?? ''),
  (text, random) => text.replaceAll(random.of([' ', '.', '，', 'e', '。']) ?? ' ', random.of(ODD) ?? ''),
  (text, random) =>
    text.replaceAll('\n', ' ').repeat(Math.min(400, depth(random), Math.ceil(6_000_000 / (text.length + 1)))),
  (text, random) =>
    text
      .split(/(?<=\s)/u)
      .sort(() => random.next() - 0.5)
      .join('')
]
