import type { Code } from '../engine/codebook/code.ts'
import type { Agreed } from '../engine/edit/agreement.ts'
import type { Ground } from '../engine/edit/ground.ts'
import type { Work } from '../engine/edit/work.ts'
import type { Edits } from '../engine/edit/operation.ts'
import type { Reported, ReportOptions } from '../engine/report/document.ts'
import type { ExportFormat, Exported } from '../engine/report/export.ts'
import type { Study } from '../engine/project/project.ts'
import type { ProjectRead } from '../engine/project/read.ts'

/**
 * What the window asks of the worker that writes and reads files. Texts and comparisons are large and change seldom:
 * they are given once and kept there, so that a change costs only what changed.
 */

/** The part of a study that changes with each edit. */
export type StudyChanges = Pick<Study, 'id' | 'name' | 'sources'> & { edits: Edits }
/** The part that the worker keeps. */
export type StudyContent = Pick<Study, 'id' | 'texts' | 'comparison' | 'lexicon'>

/** A project without the content of its studies. */
export interface ProjectOutline {
  studies: StudyChanges[]
  open: string | null
  codebook: Code[]
}

export type FileTask =
  | { do: 'keep'; content: StudyContent }
  | { do: 'write'; outline: ProjectOutline }
  | { do: 'read'; text: string }
  /** Holds the work of a second coder, in another project file, against one's own. */
  | { do: 'agree'; text: string; ground: Ground; mine: Work }
  | { do: 'export'; format: ExportFormat; reported: Reported; options: ReportOptions }

export interface FileAnswers {
  keep: null
  write: string
  read: ProjectRead
  agree: Agreed
  export: Exported
}

export interface ToFileWorker {
  id: number
  task: FileTask
}
export type FromFileWorker =
  | { id: number; ok: true; answer: FileAnswers[keyof FileAnswers] }
  | { id: number; ok: false; message: string }
