/** What a file is, by its content. Names lie: a page saved as .doc, a Word file without an ending. */
export type Kind =
  | { is: 'pdf' | 'zip' | 'rtf' | 'html' | 'mail' | 'text' }
  /** Told apart so that the reader hears what to do. */
  | { is: 'refused'; called: string; todo: string }

const SAVE_AS_DOCX = 'Open it in a word processor and save it as .docx or .odt.'
const RECOGNISE =
  'Its words have to be recognised first (OCR): copy the text from such a program and paste it.'
const NO_TEXT = 'Choose the file that holds the text of the readout.'

/** Formats told by their first bytes that are not read. */
const REFUSED: { bytes: number[]; called: string; todo: string }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], called: 'an old or password-locked Office file', todo: SAVE_AS_DOCX },
  { bytes: [0x89, 0x50, 0x4e, 0x47], called: 'a picture', todo: RECOGNISE },
  { bytes: [0xff, 0xd8, 0xff], called: 'a picture', todo: RECOGNISE },
  { bytes: [0x47, 0x49, 0x46, 0x38], called: 'a picture', todo: RECOGNISE },
  { bytes: [0x49, 0x49, 0x2a, 0x00], called: 'a picture', todo: RECOGNISE },
  { bytes: [0x52, 0x49, 0x46, 0x46], called: 'a sound, film or picture', todo: NO_TEXT },
  { bytes: [0x1f, 0x8b], called: 'a packed file', todo: 'Unpack it first and choose the file in it.' },
  {
    bytes: [0x52, 0x61, 0x72, 0x21],
    called: 'a packed file',
    todo: 'Unpack it first and choose the file in it.'
  },
  {
    bytes: [0x37, 0x7a, 0xbc, 0xaf],
    called: 'a packed file',
    todo: 'Unpack it first and choose the file in it.'
  }
]
const PDF = [0x25, 0x50, 0x44, 0x46]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66]

const begins = (bytes: Uint8Array, signature: number[], from = 0): boolean =>
  signature.every((byte, at) => bytes[from + at] === byte)

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

export const kindOf = (bytes: Uint8Array): Kind => {
  for (let at = 0; at < Math.min(PDF_WITHIN, bytes.length - 4); at++)
    if (begins(bytes, PDF, at)) return { is: 'pdf' }
  if (begins(bytes, ZIP)) return { is: 'zip' }
  if (begins(bytes, RTF)) return { is: 'rtf' }
  const refused = REFUSED.find((signature) => begins(bytes, signature.bytes))
  if (refused) return { is: 'refused', called: refused.called, todo: refused.todo }
  const head = headOf(bytes)
  if (HTML_START.test(head) || HTML_PIECE.test(head)) return { is: 'html' }
  if (isMail(head)) return { is: 'mail' }
  return { is: 'text' }
}
