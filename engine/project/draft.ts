import * as v from 'valibot'
import type { ProjectOutline } from './parts.ts'
import { PROJECT_VERSION } from './project.ts'
import { untold, type Tell } from '../progress.ts'
import { checkContent, readProject, type ProjectRead } from './read.ts'

/**
 * A draft is a project in pieces: a small text that is written after each change, and one text for the content of each
 * study, which is written once. So work is kept as fast in a project of a hundred comparisons as in one.
 */

/** @param partOf the name under which the content of a study is kept, by its id */
export const writeDraft = (
  { studies, more, ...outline }: ProjectOutline,
  { app, saved }: { app: string; saved: string },
  partOf: (id: string) => string
): string =>
  JSON.stringify({
    ...more,
    format: 'parallax',
    version: PROJECT_VERSION,
    app,
    saved,
    ...outline,
    studies: studies.map(({ more: unknown, ...changes }) => ({
      part: partOf(changes.id),
      changes: { ...unknown, ...changes }
    }))
  })

const draftSchema = v.looseObject({
  format: v.literal('parallax'),
  open: v.nullable(v.string()),
  studies: v.array(
    v.strictObject({
      part: v.string(),
      changes: v.looseObject({ id: v.string(), name: v.nullable(v.string()) })
    })
  )
})

export type DraftRead = ProjectRead & {
  /** Comparisons whose content is damaged: their names, or ids where they have none. */
  lost: string[]
  /** Under which name the content of each study is kept, by its id; of those that are not damaged. */
  partOf: ReadonlyMap<string, string>
}

const parsed = (text: string | undefined): object | null => {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/**
 * Reads a draft. A study whose content is damaged is left out and named; the others are there.
 *
 * @param parts content of the studies by its name; null for a draft that is the text of a project file
 * @param tell hears which of the steps are done
 */
export const readDraft = (
  text: string,
  parts: Readonly<Record<string, string>> | null,
  tell: Tell = untold
): DraftRead => {
  const partOf = new Map<string, string>()
  if (parts === null) return { ...readProject(text, undefined, tell), lost: [], partOf }
  const draft = v.safeParse(draftSchema, parsed(text))
  if (!draft.success)
    return { ok: false, code: 'damaged', message: 'The draft is damaged.', lost: [], partOf }
  const lost: string[] = []
  const studies = draft.output.studies.flatMap(({ part, changes }) => {
    const content = parsed(parts[part])
    if (content) {
      partOf.set(changes.id, part)
      return [{ ...content, ...changes }]
    }
    lost.push(changes.name ?? changes.id)
    return []
  })
  return { ...checkContent({ ...draft.output, studies }, true, undefined, tell), lost, partOf }
}
