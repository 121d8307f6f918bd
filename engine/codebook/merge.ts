import type { Code } from './code.ts'
import { MOST_CODES } from './codebook.ts'

/** So many names are said; of more, how many there are. */
const MOST_NAMED = 5

const isSame = (one: Code, other: Code): boolean =>
  one.name === other.name &&
  one.colour === other.colour &&
  one.shape === other.shape &&
  one.description === other.description

const named = (names: readonly string[]): string => {
  const more = names.length - MOST_NAMED
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`)
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

export type Merged = { ok: true; codes: Code[]; say: string } | { ok: false; message: string }

/**
 * A codebook with the codes of another: one with the id of one that is there takes its place, others come after.
 *
 * @returns the codes, with what became of them for the reader: those replaced by the name they had
 */
export const mergeCodes = (there: readonly Code[], imported: readonly Code[]): Merged => {
  const incoming = new Map(imported.map((code) => [code.id, code]))
  const known = new Set(there.map(({ id }) => id))
  const added = imported.filter(({ id }) => !known.has(id))
  const met = there.flatMap((code) => {
    const other = incoming.get(code.id)
    return other ? [{ code, isSame: isSame(code, other) }] : []
  })
  const replaced = met.filter((one) => !one.isSame).map(({ code }) => code.name)
  const same = met.length - replaced.length
  const codes = [...there.map((code) => incoming.get(code.id) ?? code), ...added]
  if (codes.length > MOST_CODES)
    return {
      ok: false,
      message: `With these the codebook would have ${codes.length} tags; it may have ${MOST_CODES}. Nothing was imported.`
    }
  const parts = [
    ...(added.length > 0 ? [`${counted(added.length, 'tag')} added.`] : []),
    ...(replaced.length > 0 ? [`${counted(replaced.length, 'tag')} replaced: ${named(replaced)}.`] : []),
    ...(same > 0 ? [`${counted(same, 'tag')} already as in the file.`] : [])
  ]
  return { ok: true, codes, say: parts.length > 0 ? parts.join(' ') : 'The file has no tags.' }
}
