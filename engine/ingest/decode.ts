/** A text and the encoding it was read in. */
export interface Decoded {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252'
}

const HAN = /\p{Script=Han}/gu
const LETTER = /\p{L}/gu
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f]/u

/** Share of Han among the letters above which bytes read as GB18030 are taken for Chinese and not for chance. */
const MOSTLY_HAN = 0.6
/** Share of plain ASCII letters above which bytes read as Windows-1252 are taken for English. */
const MOSTLY_ASCII = 0.9

/** Windows-1252 from 0x80 on; some hosts read these bytes as the control characters of ISO 8859-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const asWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/gu, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))

const attempt = (bytes: Uint8Array, encoding: Decoded['encoding']): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const encodingOfMark = ([first, second]: Uint8Array): Decoded['encoding'] | null => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/**
 * Reads bytes as text: by byte order mark, else as UTF-8, else as GB18030 (which holds GB2312 and GBK) if that
 * gives Chinese, else as Windows-1252 if that gives English. A byte order mark is not part of the text.
 *
 * @returns null if none of these gives a plausible text
 */
export const decode = (bytes: Uint8Array): Decoded | null => {
  const marked = encodingOfMark(bytes)
  for (const encoding of marked === null ? (['utf-8'] as const) : [marked]) {
    const text = attempt(bytes, encoding)
    if (text !== null) return { text, encoding }
  }
  const chinese = attempt(bytes, 'gb18030')
  if (chinese !== null && count(chinese, HAN) > MOSTLY_HAN * count(chinese, LETTER))
    return { text: chinese, encoding: 'gb18030' }
  const western = attempt(bytes, 'windows-1252')
  const english = western === null ? null : asWindows1252(western)
  if (
    english !== null &&
    !CONTROL.test(english) &&
    count(english, /[a-z]/giu) > MOSTLY_ASCII * count(english, LETTER)
  )
    return { text: english, encoding: 'windows-1252' }
  return null
}
