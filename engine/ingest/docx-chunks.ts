import { CHUNK_MARK } from './docx-body.ts'
import { declaredIn, readSelection } from './html/html.ts'
import { decode } from './decode.ts'
import { kindOf } from './format.ts'
import { MAX_TEXT_BYTES } from './limits.ts'
import { Refused } from './refused.ts'
import type { Block, Draft, Loss } from './report.ts'

/**
 * Parts of a Word file that are documents of their own (`w:altChunk`), as programs put files together: HTML, MHTML, Rich
 * Text Format, plain text or Word. They are read where they stand.
 */

/** Reads a document, of whatever kind it is. */
export type ReadPart = (bytes: Uint8Array) => Promise<Draft>

/** So many are read, and so many of them that are archives themselves. */
const MOST_CHUNKS = 20
const MOST_ARCHIVES = 2

const RELATION = /<Relationship\b[^>]*>/gu
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(tag)?.[1]

/** Paths in the archive of the parts that a document names, by the names it has for them; none of elsewhere. */
const pathsOf = (relations: string): Map<string, string> =>
  new Map(
    [...relations.matchAll(RELATION)].flatMap(([tag]) => {
      const [id, target, mode] = ['Id', 'Target', 'TargetMode'].map((name) => attribute(tag, name))
      return id === undefined || target === undefined || mode === 'External'
        ? []
        : [[id, target.startsWith('/') ? target.slice(1) : `word/${target.replace(/^\.\//u, '')}`] as const]
    })
  )

/** What such a part may be called in the archive. */
export const isChunk = (path: string): boolean => /\.(?:x?html?|mht(?:ml)?|rtf|txt|docx)$/iu.test(path)

const draftOf = async (bytes: Uint8Array, name: string, read: ReadPart): Promise<Draft | null> => {
  try {
    if (kindOf(bytes).is !== 'html') return await read(bytes)
    // All of it is meant, and nothing of it is the furniture of a page.
    const decoded = decode(bytes, declaredIn(bytes))
    return decoded && readSelection(decoded.text, name)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

/** The blocks of a Word file with those of such parts in their places; how many of them could not be read. */
export const withChunks = async (
  blocks: readonly Block[],
  files: ReadonlyMap<string, Uint8Array>,
  relations: string,
  name: string,
  read: ReadPart
): Promise<{ blocks: Block[]; losses: Loss[]; unread: number }> => {
  const paths = pathsOf(relations)
  const done: Block[] = []
  const losses: Loss[] = []
  let [chunks, archives, size, unread] = [0, 0, 0, 0]
  for (const block of blocks) {
    if (!block.text.startsWith(CHUNK_MARK)) {
      done.push(block)
      continue
    }
    const bytes = files.get(paths.get(block.text.slice(CHUNK_MARK.length)) ?? '')
    size += bytes?.length ?? 0
    if (bytes && kindOf(bytes).is === 'zip') archives++
    const isWithin = ++chunks <= MOST_CHUNKS && archives <= MOST_ARCHIVES && size <= MAX_TEXT_BYTES
    const draft = bytes && isWithin ? await draftOf(bytes, name, read) : null
    if (!draft) unread++
    else {
      done.push(...draft.blocks.map((part) => ({ ...part, gap: '\n\n' })))
      losses.push(...draft.losses)
    }
  }
  return { blocks: done, losses, unread }
}
