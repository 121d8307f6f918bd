import PostalMime from 'postal-mime'
import { damagedMessage } from './archive.ts'
import { readPage } from './html/blocks.ts'
import { lossesOf, wholeBlocks } from './html/html.ts'
import { draftOfPage } from './html/saved-page.ts'
import { MAX_TEXT_BYTES, tooLarge } from './limits.ts'
import { asWindows1252 } from './decode.ts'
import { BEFORE_MAIL } from './format.ts'
import { hasTooManyParts, withCharsets } from './mail-charset.ts'
import { withoutHeads, withoutSignature, withoutSignatureAt } from './mail-parts.ts'
import { plainBlocks } from './plain.ts'
import { hostile, Refused } from './refused.ts'
import type { Draft, Loss } from './report.ts'

/** E-mail, and web pages that browsers save in the same form (MHTML). Parts are decoded by postal-mime. */

const MAX_NESTING = 20
/** What stands before a mail's header is no longer, and in ASCII. */
const LONGEST_LEAD = 200
const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)
const LOCATION = /^(?:snapshot-)?content-location:\s*(https?:\/\/\S+)/imu
/** A page that a browser saved, in one part or several. */
const isPage = (head: string): boolean =>
  /^(?:snapshot-)?content-location:\s*https?:/imu.test(head) ||
  /^from:\s*["<]*saved by\b/imu.test(head) ||
  /^content-type:\s*multipart\/related/imu.test(head)

const parse = async (bytes: Uint8Array, name: string) => {
  try {
    const mail = await PostalMime.parse(bytes, {
      maxNestingDepth: MAX_NESTING,
      attachmentEncoding: 'arraybuffer'
    })
    // It decodes by the host, and some read Windows-1252 with control characters in it.
    if (mail.html !== undefined) mail.html = asWindows1252(mail.html)
    if (mail.text !== undefined) mail.text = asWindows1252(mail.text)
    return mail
  } catch {
    throw new Refused('damaged', damagedMessage(name))
  }
}

/** A mail without what its program kept before and, as it says with a number, behind it. */
const mailIn = (file: Uint8Array): Uint8Array => {
  const lead = BEFORE_MAIL.exec(utf8(file.subarray(0, LONGEST_LEAD)))?.[0] ?? ''
  const length = Number(/^\d+/u.exec(lead)?.[0] ?? file.length)
  return file.subarray(lead.length, lead.length + length)
}

export const readMail = async (file: Uint8Array, name: string): Promise<Draft> => {
  const bytes = mailIn(file)
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
  const marked = mail.html ? readPage(mail.html, name) : null
  const page = marked && (marked.blocks.length > 0 || !mail.text) ? marked : null
  const blocks = page
    ? withoutSignatureAt(wholeBlocks(page), page.dashes ?? -1)
    : withoutSignature(plainBlocks(mail.text ?? '', name))
  return {
    format: 'eml',
    encoding: null,
    found: {
      title: mail.subject ?? null,
      date: day,
      publisher: mail.from?.name ?? mail.from?.address ?? null,
      address: null
    },
    blocks: withoutHeads(blocks),
    losses: [...losses, ...(page ? lossesOf(page) : [])]
  }
}
