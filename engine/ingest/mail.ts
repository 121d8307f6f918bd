import PostalMime from 'postal-mime'
import { damagedMessage } from './archive.ts'
import { readPage } from './html/blocks.ts'
import { lossesOf, wholeBlocks } from './html/html.ts'
import { draftOfPage } from './html/saved-page.ts'
import { MAX_TEXT_BYTES, tooLarge } from './limits.ts'
import { hasTooManyParts, withCharsets } from './mail-charset.ts'
import { plainBlocks } from './plain.ts'
import { hostile, Refused } from './refused.ts'
import type { Draft, Loss } from './report.ts'

/** E-mail, and web pages that browsers save in the same form (MHTML). Parts are decoded by postal-mime. */

const MAX_NESTING = 20
const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)
const LOCATION = /^snapshot-content-location:\s*(https?:\/\/\S+)/imu
const isPage = (head: string): boolean =>
  /^snapshot-content-location:/imu.test(head) || /^content-type:\s*multipart\/related/imu.test(head)

const parse = async (bytes: Uint8Array, name: string) => {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTING, attachmentEncoding: 'arraybuffer' })
  } catch {
    throw new Refused('damaged', damagedMessage(name))
  }
}

export const readMail = async (bytes: Uint8Array, name: string): Promise<Draft> => {
  const [head = ''] = utf8(bytes.subarray(0, 16_384)).split(/\r?\n\r?\n/u)
  if (hasTooManyParts(bytes)) throw hostile(name)
  const mail = await parse(withCharsets(bytes), name)
  const size = Math.max(mail.html?.length ?? 0, mail.text?.length ?? 0)
  if (size > MAX_TEXT_BYTES) throw new Refused('too-large', tooLarge(name, size, MAX_TEXT_BYTES).message)
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(mail.date ?? '')?.[0] ?? null
  if (isPage(head) && mail.html) {
    const page = draftOfPage(mail.html, name)
    return {
      format: 'mhtml',
      encoding: null,
      ...page,
      found: {
        ...page.found,
        address: LOCATION.exec(head)?.[1] ?? page.found.address,
        title: page.found.title ?? mail.subject ?? null
      }
    }
  }
  const attached = mail.attachments.filter(({ disposition }) => disposition === 'attachment')
  const names = attached.map(({ filename }) => filename ?? 'without a name').join(', ')
  const losses: Loss[] =
    attached.length > 0
      ? [
          {
            kind: 'attachments',
            count: attached.length,
            say: `What is attached was not read (${names}); drop it by itself.`
          }
        ]
      : []
  // A mail program's own plain text is wrapped anywhere; the HTML beside it still has the paragraphs.
  const page = mail.html ? readPage(mail.html, name) : null
  const blocks = page ? wholeBlocks(page) : plainBlocks(mail.text ?? '', name)
  return {
    format: 'eml',
    encoding: null,
    found: {
      title: mail.subject ?? null,
      date: day,
      publisher: mail.from?.name ?? mail.from?.address ?? null,
      address: null
    },
    blocks,
    losses: [...losses, ...(page ? lossesOf(page) : [])]
  }
}
