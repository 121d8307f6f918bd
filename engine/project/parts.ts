import type { Code } from '../codebook/code.ts'
import type { Project, Study } from './project.ts'

/**
 * A project in parts: texts and comparisons are large and seldom change, what the researcher does is small and changes
 * with each key. Members that this version does not know go along, so that they are in the file again when it is saved.
 */

/** Members that this version of the app does not know. */
export type UnknownMembers = Readonly<Record<string, unknown>>

/** The part of a study that seldom changes. */
export type StudyContent = Pick<Study, 'id' | 'texts' | 'comparison' | 'lexicon'>

/** The part that changes with each edit. */
export type StudyChanges = Pick<Study, 'id' | 'name' | 'sources' | 'edits'> & { more: UnknownMembers }

/** A study as a window holds it. */
export interface OpenStudy {
  content: StudyContent
  changes: StudyChanges
}

/** A project without the content of its studies. */
export interface ProjectOutline {
  studies: StudyChanges[]
  open: string | null
  codebook: Code[]
  more: UnknownMembers
}

export const splitStudy = (study: Study): OpenStudy => {
  const { id, texts, comparison, lexicon, name, sources, edits, ...more } = study
  return { content: { id, texts, comparison, lexicon }, changes: { id, name, sources, edits, more } }
}

export const joinStudy = ({ content, changes: { more, ...changes } }: OpenStudy): Study => ({
  ...more,
  ...content,
  ...changes
})

/** What a project has beside that which this version knows. */
export const unknownOf = (project: Project): UnknownMembers => {
  const known = new Set(['format', 'version', 'app', 'saved', 'studies', 'open', 'codebook'])
  return Object.fromEntries(Object.entries(project).filter(([name]) => !known.has(name)))
}
