/** What a file is, by its content. Names lie: a page saved as .doc, a Word file without an ending. */
export type Kind =
  | { is: 'pdf' | 'zip' | 'rtf' | 'html' | 'mail' | 'text' }
  /** Told apart so that the reader hears what to do. */
  | { is: 'refused'; called: string; todo: string }

const SAVE_AS_DOCX = 'Open it in a word processor and save it as .docx or .odt.'
const RECOGNISE =
  'Its words have to be recognised first (OCR): copy the text from such a program and paste it.'
const NO_TEXT = 'Choose the file that holds the text of the readout.'

const UNPACK = 'Unpack it first and choose the file in it.'
const SAVE_THE_PAGE =
  'Open the page in a browser and save it (Ctrl+S, “Web page, complete” or “MHTML”), or copy its text and paste it.'
const OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const BINARY_LIST = [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74]

const E_BOOK = 'Open it in a reader of e-books, select the text, copy it and paste it.'
const AS_PDF = 'Open it in its own program, save it as PDF, or copy its text and paste it.'
/** Apple's kind of container begins with its own length, and names itself behind it. */
const NAMED_AT = 4
const CALLED_AT = 60

const WEB_ARCHIVE_CALLED = 'a web archive as Safari keeps it'
const SAVE_FROM_SAFARI =
  'Open it in Safari and save it as PDF, or save the page as “Page Source”; or select its text, copy it and paste it.'

/** Formats told by their first bytes that are not read; of those that begin alike, the first whose mark is in them. */
const REFUSED: { bytes: number[]; at?: number; mark?: string; called: string; todo: string }[] = [
  {
    bytes: [0xff, 0xfe, 0x00, 0x00],
    called: 'a text in UTF-32',
    todo: 'Save it as UTF-8 and choose it again.'
  },
  {
    bytes: [0x00, 0x00, 0xfe, 0xff],
    called: 'a text in UTF-32',
    todo: 'Save it as UTF-8 and choose it again.'
  },
  {
    bytes: OFFICE,
    mark: '__substg1.0_',
    called: 'a message as Outlook keeps it',
    todo: 'Open it in Outlook and save it as text (.txt) or HTML, or copy its words and paste them.'
  },
  {
    bytes: OFFICE,
    mark: '__properties_version1.0',
    called: 'a message as Outlook keeps it',
    todo: 'Open it in Outlook and save it as text (.txt) or HTML, or copy its words and paste them.'
  },
  { bytes: OFFICE, mark: 'WordDocument', called: 'a Word file of the old kind (.doc)', todo: SAVE_AS_DOCX },
  {
    bytes: OFFICE,
    mark: 'EncryptedPackage',
    called: 'locked with a password',
    todo: 'Open it in its own program, save it without one, or copy its text and paste it.'
  },
  { bytes: OFFICE, called: 'an old or password-locked Office file', todo: SAVE_AS_DOCX },
  {
    bytes: BINARY_LIST,
    mark: 'WebMainResource',
    called: WEB_ARCHIVE_CALLED,
    todo: SAVE_FROM_SAFARI
  },
  { bytes: BINARY_LIST, mark: 'URL', called: 'a shortcut to a page and not the page', todo: SAVE_THE_PAGE },
  { bytes: [0x89, 0x50, 0x4e, 0x47], called: 'a picture', todo: RECOGNISE },
  { bytes: [0xff, 0xd8, 0xff], called: 'a picture', todo: RECOGNISE },
  { bytes: [0x47, 0x49, 0x46, 0x38], called: 'a picture', todo: RECOGNISE },
  { bytes: [0x49, 0x49, 0x2a, 0x00], called: 'a picture', todo: RECOGNISE },
  { bytes: [0x52, 0x49, 0x46, 0x46], called: 'a sound, film or picture', todo: NO_TEXT },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: NAMED_AT, called: 'a picture or a film', todo: RECOGNISE },
  {
    bytes: [0x42, 0x4f, 0x4f, 0x4b, 0x4d, 0x4f, 0x42, 0x49],
    at: CALLED_AT,
    called: 'an e-book (Kindle)',
    todo: E_BOOK
  },
  {
    bytes: [0x41, 0x54, 0x26, 0x54, 0x46, 0x4f, 0x52, 0x4d],
    called: 'a scanned document (DjVu)',
    todo: RECOGNISE
  },
  { bytes: [0x25, 0x21, 0x50, 0x53], called: 'a file for printers (PostScript)', todo: AS_PDF },
  {
    bytes: [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02],
    called: 'a shortcut and not the file itself',
    todo: NO_TEXT
  },
  { bytes: [0x43, 0x41, 0x4a], called: 'a file of CAJViewer', todo: AS_PDF },
  { bytes: [0x1f, 0x8b], called: 'a packed file', todo: UNPACK },
  { bytes: [0x52, 0x61, 0x72, 0x21], called: 'a packed file', todo: UNPACK },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], called: 'a packed file', todo: UNPACK }
]
const PDF = [0x25, 0x50, 0x44, 0x46]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66]

const begins = (bytes: Uint8Array, signature: number[], from = 0): boolean =>
  signature.every((byte, at) => bytes[from + at] === byte)

/** So much of a file is looked through for the mark of its kind. */
const MARK_WITHIN = 2_000_000
/** Whether a file holds a word, in one byte a letter or in two. */
const holds = (bytes: Uint8Array, mark: string): boolean => {
  const codes = Array.from(mark, (letter) => letter.charCodeAt(0))
  const wide = codes.flatMap((code) => [code, 0])
  const [first = 0] = codes
  const end = Math.min(bytes.length, MARK_WITHIN)
  for (let at = bytes.indexOf(first); at >= 0 && at < end; at = bytes.indexOf(first, at + 1))
    if (begins(bytes, codes, at) || begins(bytes, wide, at)) return true
  return false
}

/** Links that Windows, Linux and macOS keep as files. */
const SHORTCUT =
  /(?:^|\n)\s*\[(?:InternetShortcut|Desktop Entry)\]\s*(?:\r?\n|$)|^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE plist[^>]*>\s*)?<plist[^]*<key>URL<\/key>/iu

/** A web archive of Safari written out as XML. */
const WEB_ARCHIVE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE plist[^>]*>\s*)?<plist[^]*<key>WebMainResource<\/key>/iu
/** What Windows sets before a page on its clipboard. */
const CLIPBOARD_HEADER = /^Version:\d[^<]{0,400}(?=<)/u
/** Before a mail: its length (Apple Mail), or the line that parts it from others (mbox). */
export const BEFORE_MAIL = /^(?:\d{1,9}\s*\n(?=[\w-]+:)|From \S+ .{0,60}\d{4}\s*\r?\n(?=[\w-]+:))/u

/** A reader of PDF forgives this much before the mark. */
const PDF_WITHIN = 1_024
/** So much of a file tells what it is. */
const HEAD = 4_096

/** The first bytes as characters of one byte each; enough to see tags and header fields, in any encoding but UTF-16. */
const headOf = (bytes: Uint8Array): string => {
  let head = ''
  // NUL is left out, so that UTF-16 shows its tags too.
  for (const byte of bytes.subarray(0, HEAD)) if (byte !== 0) head += String.fromCharCode(byte)
  return head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '')
}

const HTML_START =
  /^\s*(?:<!--[^]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/iu
/** Pieces of pages, as clipboards and mail programs keep them. */
const HTML_PIECE =
  /^\s*<(?:div|p|article|section|main|table|span|h[1-6]|ul|ol|br)[\s>][^]*<\/(?:div|p|article|section|main|table|span|h[1-6]|ul|ol)>/iu
const FIELD =
  /^(?:from|to|subject|date|mime-version|received|return-path|message-id|content-type|content-transfer-encoding|snapshot-content-location|delivered-to|dkim-signature|x-[\w-]+):/iu
const MAIL_NEEDS = /^(?:mime-version|received|message-id|content-type|snapshot-content-location):/imu

/** Several header fields at the very beginning, one of them no letter would have. */
const isMail = (head: string): boolean => {
  const [fields = ''] = head.split(/\r?\n\r?\n/u)
  const lines = fields.split(/\r?\n/u)
  return (
    FIELD.test(lines[0] ?? '') &&
    lines.filter((line) => FIELD.test(line)).length >= 2 &&
    MAIL_NEEDS.test(fields)
  )
}

/** Documents that are written out as one file of XML, and sources of typesetting, by what stands in their first lines. */
const WRITTEN_OUT: { mark: RegExp; called: string; todo: string }[] = [
  {
    mark: /^\s*<\?xml[^]*?<(?:w:wordDocument|pkg:package)\s/u,
    called: 'a Word document that is written out as XML',
    todo: 'Open it in Word and save it as .docx.'
  },
  {
    mark: /^\s*<\?xml[^]*?<office:document\s/u,
    called: 'an OpenDocument text that is written out as XML',
    todo: SAVE_AS_DOCX
  },
  {
    mark: /^(?:\s*%[^\n]*\n)*\s*\\documentclass\b/u,
    called: 'the source of a document in LaTeX',
    todo: 'Make a PDF of it and choose that, or copy its text and paste it.'
  }
]

export const kindOf = (bytes: Uint8Array): Kind => {
  for (let at = 0; at < Math.min(PDF_WITHIN, bytes.length - 4); at++)
    if (begins(bytes, PDF, at)) return { is: 'pdf' }
  if (begins(bytes, ZIP)) return { is: 'zip' }
  if (begins(bytes, RTF)) return { is: 'rtf' }
  const refused = REFUSED.find(
    (signature) =>
      begins(bytes, signature.bytes, signature.at) &&
      (signature.mark === undefined || holds(bytes, signature.mark))
  )
  if (refused) return { is: 'refused', called: refused.called, todo: refused.todo }
  const head = headOf(bytes)
  if (WEB_ARCHIVE.test(head)) return { is: 'refused', called: WEB_ARCHIVE_CALLED, todo: SAVE_FROM_SAFARI }
  if (SHORTCUT.test(head))
    return { is: 'refused', called: 'a shortcut to a page and not the page', todo: SAVE_THE_PAGE }
  const writtenOut = WRITTEN_OUT.find(({ mark }) => mark.test(head))
  if (writtenOut) return { is: 'refused', called: writtenOut.called, todo: writtenOut.todo }
  const page = head.replace(CLIPBOARD_HEADER, '')
  if (HTML_START.test(page) || HTML_PIECE.test(page)) return { is: 'html' }
  if (isMail(head.replace(BEFORE_MAIL, ''))) return { is: 'mail' }
  return { is: 'text' }
}
