import parts from '../lexicon/data/mail-parts.json' with { type: 'json' }
import type { Block } from './report.ts'

/** What a mail has around its text: the signature at its end, and what a program writes over one that it hands on. */

/** Over the signature, alone in its line (RFC 3676). In mails many programs lose the blank behind it. */
const SIGNATURE = /^-- $/u
const SIGNATURE_IN_MAIL = /^-- ?$/u
/** A signature is no longer, in lines. */
const LONGEST_SIGNATURE = 15

const FIELD = new RegExp(`^[*_\\s]*(?:${parts.fields.join('|')})[*_\\s]*[:：]`, 'iu')
const FORWARDED = new RegExp(`^[-_=*\\s]*(?:${parts.forwarded.join('|')})[-_=*\\s:：]*$|^[-_=]{5,}$`, 'iu')
/** So many fields in a row are the head of a mail. */
const LEAST_FIELDS = 2

const cut = (block: Block): Block => ({ ...block, kept: false, why: 'furniture' })
const isBlank = ({ text }: Block): boolean => text.trim() === ''

/** A text with what stands from some block on cut as its signature, if that is short and something stands before it. */
export const withoutSignatureAt = (blocks: readonly Block[], at: number): Block[] => {
  const below = blocks.slice(at).filter((block) => !isBlank(block))
  return at <= 0 || below.length > LONGEST_SIGNATURE
    ? [...blocks]
    : blocks.map((block, place) => (place >= at && !isBlank(block) ? cut(block) : block))
}
/** A text with its signature cut: the last line of two dashes, and what stands below it. */
export const withoutSignature = (blocks: readonly Block[], isMail = true): Block[] => {
  const mark = isMail ? SIGNATURE_IN_MAIL : SIGNATURE
  return withoutSignatureAt(
    blocks,
    blocks.findLastIndex(({ text }) => mark.test(text))
  )
}

/** A text with the heads of mails in it cut, each with the line over it that says so. */
export const withoutHeads = (blocks: readonly Block[]): Block[] => {
  const heads = new Set<Block>()
  let fields: Block[] = []
  let over: Block | undefined
  const settle = (): void => {
    if (fields.length >= LEAST_FIELDS)
      for (const field of [...(over ? [over] : []), ...fields]) heads.add(field)
    fields = []
    over = undefined
  }
  for (const block of blocks) {
    if (isBlank(block)) continue
    const lines = block.text.split('\n')
    if (lines.every((line) => FIELD.test(line))) {
      fields.push(...lines.map(() => block))
      continue
    }
    settle()
    if (FORWARDED.test(block.text)) over = block
  }
  settle()
  return blocks.map((block) => (heads.has(block) ? cut(block) : block))
}
