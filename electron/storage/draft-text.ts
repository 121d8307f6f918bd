import * as v from 'valibot'
import { sha256 } from './fingerprint.ts'

/**
 * A draft as it stands on disk: a line that says whose it is, then the content as the window gave it, then an end
 * mark with a hash of all before, by which a torn one is seen.
 */

const fingerprint = v.strictObject({ size: v.number(), mtimeMs: v.number(), sha256: v.string() })

const headerSchema = v.object({
  draft: v.literal(1),
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
  pid: v.number()
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

export const draftText = (header: DraftHeader, text: string): string => {
  const whole = `${JSON.stringify(header)}\n${text}`
  return `${whole}\n#end ${sha256(whole)}\n`
}

/** @returns null for one that is torn, or no draft */
export const readDraft = (text: string): Draft | null => {
  const [, hash] = END.exec(text.slice(-END_LENGTH)) ?? []
  const whole = text.slice(0, -END_LENGTH)
  const lineEnd = whole.indexOf('\n')
  if (hash === undefined || lineEnd < 0 || sha256(whole) !== hash) return null
  try {
    const header = v.safeParse(headerSchema, JSON.parse(whole.slice(0, lineEnd)))
    return header.success ? { header: header.output, text: whole.slice(lineEnd + 1) } : null
  } catch {
    return null
  }
}
