import type { Agreed } from '../engine/edit/agreement.ts'
import type { CodebookRead } from '../engine/codebook/codebook.ts'
import type { Ground } from '../engine/edit/ground.ts'
import type { Work } from '../engine/edit/work.ts'
import type { Reported, ReportOptions } from '../engine/report/document.ts'
import type { ExportFormat, Exported } from '../engine/report/export.ts'
import type { DraftRead } from '../engine/project/draft.ts'
import type { ProjectOutline, StudyContent } from '../engine/project/parts.ts'

/**
 * What the window asks of the workers that write and read files. Texts and comparisons are large and change seldom:
 * they are given once to the one that writes and kept there, until their study is gone.
 */

export type FileTask =
  /** The content of a study is that from now on; it is needed for writing. */
  | { do: 'keep'; content: StudyContent }
  /** A study is no longer there. */
  | { do: 'forget'; id: string }
  | { do: 'write'; outline: ProjectOutline }
  /** `parts`: of a draft that is in pieces; null for the text of a project file. */
  | { do: 'read'; text: string; parts: Readonly<Record<string, string>> | null }
  /** Holds the work of a second coder, in another project file, against one's own. */
  | { do: 'agree'; text: string; ground: Ground; mine: Work }
  | { do: 'codebook'; bytes: Uint8Array; name: string }
  | { do: 'export'; format: ExportFormat; reported: Reported; options: ReportOptions }

export interface FileAnswers {
  keep: null
  forget: null
  write: string
  read: DraftRead
  agree: Agreed
  codebook: CodebookRead
  export: Exported
}

export interface ToFileWorker {
  id: number
  task: FileTask
}
export type FromFileWorker =
  /** So many steps of a task are done; it goes on. */
  | { id: number; done: number; total: number }
  | { id: number; ok: true; answer: FileAnswers[keyof FileAnswers] }
  | { id: number; ok: false; message: string }
