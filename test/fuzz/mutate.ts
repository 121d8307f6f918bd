import { unzipSync, zipSync, type Zippable } from 'fflate'
import { asLatin, asUtf8, latin, mutateBytes, utf8, type Bytes, type Mutation } from './bytes.ts'
import type { Random } from './random.ts'
import {
  HTML_MUTATIONS,
  MAIL_MUTATIONS,
  PDF_MUTATIONS,
  RTF_MUTATIONS,
  TEXT_MUTATIONS,
  XML_MUTATIONS,
  type TextMutation
} from './words.ts'

/** Makes one input of a seed file: by its bytes, or by the structure of its format, or by both. */

export const FORMATS = ['txt', 'html', 'mhtml', 'eml', 'docx', 'odt', 'rtf', 'pdf'] as const
export type FuzzFormat = (typeof FORMATS)[number]

/** Inputs above the limits are tests of their own; here they would only take time. */
const LARGEST = 6_000_000

const several = (mutations: readonly TextMutation[], text: string, random: Random): string => {
  let changed = text
  for (let times = 1 + random.below(3); times > 0 && changed.length < LARGEST; times--)
    changed = random.of(mutations)?.(changed, random) ?? changed
  return changed.slice(0, LARGEST)
}
const inUtf8 =
  (mutations: readonly TextMutation[]): Mutation =>
  (bytes, random) =>
    utf8(several(mutations, asUtf8(bytes), random))
const inLatin =
  (mutations: readonly TextMutation[]): Mutation =>
  (bytes, random) =>
    latin(several(mutations, asLatin(bytes), random).replace(/[\u0100-\u{10ffff}]/gu, '?'))

/** What is put into an archive beside what belongs there. */
const strangers = (random: Random): Record<string, Bytes> => {
  const inner = zipSync({ 'word/document.xml': new Uint8Array(1_000_000) }, { level: 9 })
  const all: Record<string, Bytes>[] = [
    { '../../outside.xml': utf8('<a/>') },
    { 'word/document.xml/': new Uint8Array() },
    { ['n'.repeat(60_000)]: utf8('x') },
    { 'word/inner.docx': inner, 'inner.xml': inner },
    { 'word/bomb.xml': new Uint8Array(20_000_000) },
    { 'word/bomb.bin': new Uint8Array(100_000_000) },
    {
      'word/_rels/document.xml.rels': utf8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/></Relationships>'
      )
    },
    Object.fromEntries(Array.from({ length: 2_500 }, (_, at) => [`f${at}.xml`, utf8('<a/>')]))
  ]
  return random.of(all) ?? {}
}

/** Sizes and offsets in the headers of an archive, set to what they are not. */
const lyingHeaders = (bytes: Bytes, random: Random): Bytes => {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at++) {
    if (changed[at] !== 0x50 || changed[at + 1] !== 0x4b) continue
    const from = changed[at + 2] === 1 ? 20 : 18
    if (random.next() < 0.3) view.setUint32(at + from, random.of([0, 1, 0xffffffff, 1 << 30]) ?? 0, true)
    if (random.next() < 0.3) view.setUint32(at + from + 4, random.of([0, 1, 0xffffffff, 1 << 30]) ?? 0, true)
    at += 30
  }
  return changed
}

const mutateArchive: Mutation = (bytes, random) => {
  if (random.next() < 0.15) return lyingHeaders(bytes, random)
  const files = unzipSync(bytes)
  const names = Object.keys(files)
  const chosen =
    random.next() < 0.6 ? names.filter((name) => /document\.xml$|content\.xml$/u.test(name)) : names
  for (let times = 1 + random.below(2); times > 0; times--) {
    const name = random.of(chosen) ?? ''
    const content = files[name]
    if (!content) continue
    const roll = random.next()
    if (roll < 0.7) files[name] = inUtf8(XML_MUTATIONS)(content, random)
    else if (roll < 0.85) files[name] = mutateBytes(content, random)
    else if (roll < 0.95) files[name] = files[random.of(names) ?? ''] ?? content
    else Reflect.deleteProperty(files, name)
  }
  const whole: Zippable = random.next() < 0.2 ? { ...files, ...strangers(random) } : files
  return zipSync(whole, { level: random.next() < 0.5 ? 1 : 0 })
}

const STRUCTURAL: Record<FuzzFormat, Mutation> = {
  txt: inUtf8(TEXT_MUTATIONS),
  html: inUtf8(HTML_MUTATIONS),
  mhtml: inLatin(MAIL_MUTATIONS),
  eml: inLatin(MAIL_MUTATIONS),
  docx: mutateArchive,
  odt: mutateArchive,
  rtf: inLatin(RTF_MUTATIONS),
  pdf: inLatin(PDF_MUTATIONS)
}

export const mutate = (bytes: Bytes, format: FuzzFormat, random: Random): Bytes => {
  const roll = random.next()
  if (roll < 0.35) return mutateBytes(bytes, random)
  const changed = STRUCTURAL[format](bytes, random)
  return roll < 0.85 ? changed : mutateBytes(changed, random)
}
