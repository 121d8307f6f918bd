import { decode, encodingNamed } from './decode.ts'
import { declaredIn } from './html/html.ts'
import { MAX_PARTS } from './limits.ts'

/**
 * Parts of a mail or an MHTML page that do not say what encoding they are in, or say UTF-8 and are not. The reader of mails takes them for UTF-8,
 * whatever the page inside says of itself; so the name is written into their header first.
 */

const PART_HEADER = /^content-type:[ \t]*text\/(?:html|plain)[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gimu
const TRANSFER = /^content-transfer-encoding:[ \t]*([\w-]+)/imu
/** A header is no longer. */
const LONGEST_HEADER = 8_192
/** A mail has two or three parts of text, a page one for each frame. */
const MOST_PARTS = 50

export const latin = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return text
}
export const bytesOfLatin = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)

export const unpacked = (body: string, transfer: string): Uint8Array => {
  if (transfer === 'base64') {
    const digits = body.replace(/[^a-z0-9+/]/giu, '')
    try {
      return bytesOfLatin(atob(digits.slice(0, digits.length - (digits.length % 4))))
    } catch {
      return new Uint8Array()
    }
  }
  if (transfer !== 'quoted-printable') return bytesOfLatin(body)
  return bytesOfLatin(
    body
      .replace(/=\r?\n/gu, '')
      .replace(/=([0-9a-f]{2})/giu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
  )
}

const CONTENT_TYPE = /^content-type:/gimu
/** Whether a mail has more parts than any has; what reads it takes its time for each. */
export const hasTooManyParts = (mail: Uint8Array): boolean => {
  let parts = 0
  for (const { index } of latin(mail).matchAll(CONTENT_TYPE))
    if (index >= 0 && ++parts > MAX_PARTS) return true
  return false
}

/** The same mail, its parts of text with the encoding they are in. */
export const withCharsets = (mail: Uint8Array): Uint8Array => {
  const source = latin(mail)
  let named = ''
  let done = 0
  let parts = 0
  for (const { index, 0: field } of source.matchAll(PART_HEADER)) {
    if (++parts > MOST_PARTS) break
    const said = /charset\s*=\s*["']?([\w-]+)["']?/iu.exec(field)
    if (said && encodingNamed(said[1]) !== 'utf-8') continue
    const fields = source.slice(Math.max(0, index - LONGEST_HEADER), index + LONGEST_HEADER)
    const from = Math.max(0, index - LONGEST_HEADER)
    const blank = /\r?\n\r?\n/u.exec(source.slice(index, index + LONGEST_HEADER))
    if (!blank) continue
    const start = index + blank.index + blank[0].length
    const before =
      fields
        .slice(0, index - from)
        .split(/\r?\n\r?\n/u)
        .at(-1) ?? ''
    const header = before + source.slice(index, start)
    const next = source.indexOf('\n--', start)
    const body = unpacked(
      source.slice(start, next < 0 ? undefined : next),
      TRANSFER.exec(header)?.[1]?.toLowerCase() ?? '8bit'
    )
    const used = decode(body, said?.[1] ?? declaredIn(body))?.used
    if (used === undefined || used === 'utf-8') continue
    const end = index + field.length
    named += `${source.slice(done, index)}${said ? field.replace(said[0], `charset="${used}"`) : `${field}; charset="${used}"`}`
    done = end
  }
  return done === 0 ? mail : bytesOfLatin(named + source.slice(done))
}
