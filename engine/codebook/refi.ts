import { Parser } from 'htmlparser2'
import { checkXml } from '../ingest/archive.ts'
import { Refused } from '../ingest/refused.ts'
import { MOST_CODES, readFrom, shapeOf, type CodebookRead, type CodeDraft } from './codebook.ts'
import type { Code } from './code.ts'
import { guidOf, isGuid } from './guid.ts'

/**
 * The codebook of the REFI-QDA standard (https://www.qdasoftware.org), which NVivo, ATLAS.ti, MAXQDA, QualCoder and
 * others exchange: CodeBook › Codes › Code with guid, name, isCodable, color and a Description. It knows no shapes,
 * and ids only of one form: these stand in square brackets on the last line of the description, where a reader of
 * another program can see them, and are taken out of it again.
 */
const NAMESPACE = 'urn:QDA-XML:codebook:1.0'
const SCHEMA = 'http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML cannot hold in any writing. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const escaped = (text: string): string =>
  text
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? '')
    // As they stand, line breaks become spaces in attributes, and \r\n becomes \n anywhere.
    .replace(/[\t\n\r]/gu, (character) => `&#${character.charCodeAt(0)};`)

/** The last line of a description, with what the standard has no place for. */
const SUFFIX = /(?:\n\n|^)\[Parallax: shape (\w+)(?:, id ([^\n]*))?\]$/u

const codeElement = ({ id, name, colour, shape, description }: Code): string => {
  const ownId = isGuid(id) ? '' : `, id ${encodeURIComponent(id.replace(/\p{Cs}/gu, ''))}`
  const suffix = `[Parallax: shape ${shape}${ownId}]`
  const whole = description === '' ? suffix : `${description}\n\n${suffix}`
  return [
    `    <Code guid="${guidOf(id)}" name="${escaped(name)}" isCodable="true" color="${escaped(colour)}">`,
    `      <Description>${escaped(whole)}</Description>`,
    '    </Code>'
  ].join('\n')
}

/** @param origin the program that writes it, with its version */
export const codebookToRefi = (codes: readonly Code[], origin: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${SCHEMA}" origin="${escaped(origin)}">`,
    '  <Codes>',
    ...codes.map(codeElement),
    '  </Codes>',
    '</CodeBook>',
    ''
  ].join('\n')

const decoded = (written: string): string => {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

/** A code element while it is read. */
interface Open {
  guid: string | undefined
  /** With those of the codes around it: codebooks of other programs are trees. */
  name: string
  colour: string | undefined
  isCodable: boolean
  description: string
}

const draftOf = ({ guid, name, colour, description }: Open): CodeDraft => {
  const [suffix, shape, id] = SUFFIX.exec(description) ?? []
  const isOwn = suffix !== undefined && shapeOf(shape) !== undefined
  return {
    id: isOwn && id !== undefined ? decoded(id) : guid?.replace(/[{}]/gu, '').toLowerCase(),
    name,
    colour,
    shape: isOwn ? shape : undefined,
    description: isOwn ? description.slice(0, -suffix.length) : description
  }
}

/** Between the names of a code and of the one that it is part of. */
const PATH = ' › '

/** The name of an element without the prefix of its namespace. */
const local = (tag: string): string => tag.slice(tag.indexOf(':') + 1)

const readCodes = (xml: string): { root: string | undefined; drafts: CodeDraft[] } => {
  let root: string | undefined
  let inDescription = false
  const open: Open[] = []
  /** In the order of the file, a code before its parts. */
  const places: (CodeDraft | null)[] = []
  const placeOf = new Map<Open, number>()
  const parser = new Parser(
    {
      onopentag: (prefixed, { guid, name = '', color, isCodable }) => {
        const tag = local(prefixed)
        root ??= tag
        if (tag === 'Description') inDescription = true
        if (tag !== 'Code') return
        const parent = open.at(-1)
        const code: Open = {
          guid,
          name: parent ? `${parent.name}${PATH}${name}` : name,
          colour: color,
          isCodable: isCodable !== 'false',
          description: ''
        }
        open.push(code)
        placeOf.set(code, places.push(null) - 1)
      },
      ontext: (text) => {
        const code = open.at(-1)
        if (inDescription && code) code.description += text
      },
      onclosetag: (prefixed) => {
        const tag = local(prefixed)
        if (tag === 'Description') inDescription = false
        const code = tag === 'Code' ? open.pop() : undefined
        const at = code && placeOf.get(code)
        // A branch that nothing may be coded with only holds others, whose names say it.
        if (code?.isCodable && at !== undefined) places[at] = draftOf(code)
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(xml)
  return { root, drafts: places.flatMap((draft) => draft ?? []) }
}

/** The end of the root; what is cut off before it has lost codes. */
const CLOSED = /<\/(?:[\w-]+:)?CodeBook\s*>|<(?:[\w-]+:)?CodeBook(?:\s[^>]*)?\/>/u

/** @param name of the file, for the reader */
export const codebookFromRefi = (xml: string, name: string): CodebookRead => {
  try {
    checkXml(xml, name)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return {
      ok: false,
      message: `“${name}” is built in a way that no codebook is, with declarations or a depth that could do harm, and was not read.`
    }
  }
  const { root, drafts } = readCodes(xml.replace(/^\uFEFF/u, ''))
  if (root !== 'CodeBook')
    return { ok: false, message: `“${name}” is not a REFI-QDA codebook: it does not begin with CodeBook.` }
  if (!CLOSED.test(xml))
    return { ok: false, message: `“${name}” is not whole: it ends before its codebook does.` }
  if (drafts.length === 0) return { ok: false, message: `“${name}” has no codes in it.` }
  if (drafts.length > MOST_CODES)
    return {
      ok: false,
      message: `“${name}” has ${drafts.length} codes, more than a codebook may have (${MOST_CODES}).`
    }
  const nameless = drafts.find((draft) => draft.name.trim() === '')
  if (nameless) return { ok: false, message: `A code in “${name}” has no name.` }
  return readFrom(drafts)
}
