import type { Loss } from './report.ts'

/** What both readers of office documents look for in XML, and how they say what became of it. */

export const utf8 = (bytes: Uint8Array | undefined): string =>
  bytes ? new TextDecoder('utf-8').decode(bytes) : ''
export const times = (xml: string, tag: string): number =>
  xml.match(new RegExp(`<${tag}[\\s/>]`, 'gu'))?.length ?? 0
export const element = (xml: string, tag: string): string | null =>
  new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]+)</${tag}>`, 'u').exec(xml)?.[1]?.trim() ?? null

/** “1 comment is”, “2 comments are”. */
export const several = (count: number, noun: string): string =>
  count === 1 ? `1 ${noun} is` : `${count} ${noun}s are`

export const loss = (kind: Loss['kind'], count: number, say: string): Loss[] =>
  count > 0 ? [{ kind, count, say }] : []

export const RUNNING = 'Headers and footers of its pages are left out.'

export const HIDDEN = 'Text that is formatted as hidden is cut; it can be put back.'
