import type { Code } from '../codebook/code.ts'
import type { Target } from '../edit/operation.ts'
import type { Work } from '../edit/work.ts'

/** What the researcher put on something. */
export interface Annotation {
  note: string | null
  tags: readonly Code[]
}
export type Annotate = (target: Target) => Annotation

const keyOf = (target: Target): string => (target.on === 'whole' ? 'whole' : `${target.on}:${target.id}`)

const NONE: Annotation = { note: null, tags: [] }

/**
 * Finds notes and tags by what they are on.
 *
 * @param codebook a tag that is not in it was taken out of the codebook, and shows nowhere
 * @param wanted whether the reader wants them in the report
 */
export const annotationsOf = (
  { notes, tags }: Pick<Work, 'notes' | 'tags'>,
  codebook: readonly Code[],
  wanted: boolean
): Annotate => {
  if (!wanted) return () => NONE
  const noteAt = new Map(notes.map(({ target, text }) => [keyOf(target), text]))
  return (target) => {
    const key = keyOf(target)
    const ids = new Set(tags.filter((tagging) => keyOf(tagging.target) === key).map(({ tag }) => tag))
    return { note: noteAt.get(key) ?? null, tags: codebook.filter(({ id }) => ids.has(id)) }
  }
}
