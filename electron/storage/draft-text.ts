import * as v from 'valibot'
import { sha256 } from './fingerprint.ts'

/**
 * A draft as it stands on disk: a line that says whose it is, then the content as the window gave it, then an end
 * mark with a hash of all before, by which a torn one is seen.
 */

const fingerprint = v.strictObject({ size: v.number(), mtimeMs: v.number(), sha256: v.string() })

const headerSchema = v.object({
  /** 1: the text is that of a project file; 2: it is one in pieces. */
  draft: v.picklist([1, 2]),
  id: v.string(),
  /** The work, as the user knows it. */
  name: v.string(),
  /** The file that it is a later state of; null where it was never saved. */
  path: v.nullable(v.string()),
  /** What that file was when the work began. */
  base: v.nullable(fingerprint),
  /** Higher than that of any draft stored before. */
  counter: v.number(),
  /** By the clock as it was; for the reader only. */
  time: v.string(),
  pid: v.number(),
  /** Names of the pieces that belong to it, each in a file of its own. */
  parts: v.exactOptional(v.array(v.string()))
})
export type DraftHeader = v.InferOutput<typeof headerSchema>

/** What the work is a later state of. */
export type DraftOrigin = Pick<DraftHeader, 'name' | 'path' | 'base'>

export interface Draft {
  header: DraftHeader
  text: string
}

const END = /\n#end ([0-9a-f]{64})\n$/u
const END_LENGTH = '\n#end \n'.length + 64

const ended = (whole: string): string => `${whole}\n#end ${sha256(whole)}\n`

/** What stands before the end mark; null where that is not of it. */
const whole = (text: string): string | null => {
  const [, hash] = END.exec(text.slice(-END_LENGTH)) ?? []
  const before = text.slice(0, -END_LENGTH)
  return hash !== undefined && sha256(before) === hash ? before : null
}

export const draftText = (header: DraftHeader, text: string): string =>
  ended(`${JSON.stringify(header)}\n${text}`)

/** A piece of a draft, which has an end mark and no header. */
export const partText = ended
/** @returns null for one that is torn */
export const readPart = whole

/** @returns null for one that is torn, or no draft */
export const readDraft = (text: string): Draft | null => {
  const content = whole(text)
  const lineEnd = content?.indexOf('\n') ?? -1
  if (content === null || lineEnd < 0) return null
  const header = headerOf(content)
  return header && { header, text: content.slice(lineEnd + 1) }
}

/** What the first line of a draft says, torn or not. */
export const headerOf = (text: string): DraftHeader | null => {
  try {
    const header = v.safeParse(headerSchema, JSON.parse(text.slice(0, text.indexOf('\n'))))
    return header.success ? header.output : null
  } catch {
    return null
  }
}
