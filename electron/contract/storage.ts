import * as v from 'valibot'
import { MOST_DRAFT_PARTS, MOST_PROJECT_BYTES } from './limits.ts'

/**
 * What crosses for project files, drafts and exports. A window never names a path: it holds handles, which the app
 * gives out for what the user chose, dropped or had before, and which hold for that window alone.
 */

/** What may be wrong with a file; work goes on whatever it is. */
const PROBLEM_CODES = [
  'read-only',
  'disk-full',
  'changed-on-disk',
  'no-permission',
  'gone',
  'locked',
  'too-large',
  'failed'
] as const

const storageProblem = v.strictObject({
  code: v.picklist(PROBLEM_CODES),
  /** What is wrong and what to do, to be shown as it stands. */
  message: v.string()
})
export type StorageProblem = v.InferOutput<typeof storageProblem>

const token = v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,64}$/u))
/** At most one code unit a byte: what is longer could not be opened again. */
const content = v.pipe(v.string(), v.maxLength(MOST_PROJECT_BYTES))
const fileName = v.pipe(v.string(), v.maxLength(1_000))

/** A project file: its text, unparsed, or why there is none. */
export const openedProject = v.union([
  v.strictObject({
    handle: token,
    name: v.string(),
    text: v.string(),
    /** Why nothing can be saved to it; null where it can. */
    readOnly: v.nullable(storageProblem)
  }),
  v.strictObject({ name: v.string(), problem: storageProblem })
])
export type OpenedProject = v.InferOutput<typeof openedProject>

const saved = v.union([
  v.strictObject({
    /** Of the file it was saved to. */
    handle: token,
    name: v.string(),
    /** Why the copy that it took the place of could not be kept beside the user's data; the file itself is saved. */
    notKept: v.nullable(storageProblem)
  }),
  v.strictObject({ problem: storageProblem })
])
export type SavedProject = v.InferOutput<typeof saved>

const recentProject = v.strictObject({ id: token, name: v.string(), folder: v.string() })
export type RecentProject = v.InferOutput<typeof recentProject>

/** An earlier state of a project file, kept when another took its place. */
const keptCopy = v.strictObject({
  id: token,
  /** When another took its place: ISO date and time; for the reader only. */
  replaced: v.string()
})
export type KeptCopy = v.InferOutput<typeof keptCopy>

const readText = v.union([
  v.strictObject({ name: v.string(), text: v.string() }),
  v.strictObject({ name: v.string(), problem: storageProblem })
])
export type ReadText = v.InferOutput<typeof readText>

/** Work that no window has any more: the app ended before it was saved. Last stored first. */
const orphanedDraft = v.strictObject({
  id: token,
  name: v.string(),
  /** Folder of the file it is a later state of, null where it was never saved; of the draft where that is damaged. */
  folder: v.nullable(v.string()),
  /** ISO date and time by the clock as it was then; for the reader only. */
  stored: v.string(),
  /** No state of it is whole: it cannot be taken up, only thrown away. */
  isDamaged: v.boolean()
})
export type OrphanedDraft = v.InferOutput<typeof orphanedDraft>
export const orphanedDrafts = v.array(orphanedDraft)

const takenDraft = v.union([
  v.strictObject({
    id: token,
    name: v.string(),
    text: v.string(),
    /** Texts that it was stored in pieces with, by their names, as far as they are whole; null where it is one text. */
    parts: v.nullable(v.record(v.string(), v.string())),
    /** The file it is a later state of, where that is still there. */
    handle: v.nullable(token),
    readOnly: v.nullable(storageProblem),
    /** That file is no longer what it was when this work began. */
    isChanged: v.boolean()
  }),
  v.strictObject({ problem: storageProblem })
])

/** Null where it is stored. */
const outcome = v.nullable(storageProblem)

/** Kinds of exported files, with the names of their formats for the dialog. */
export const EXPORT_KINDS = {
  docx: 'Word document',
  pdf: 'PDF',
  html: 'Web page',
  md: 'Markdown',
  csv: 'Table (CSV)',
  json: 'JSON',
  svg: 'Picture (SVG)',
  png: 'Picture (PNG)',
  txt: 'Text',
  qdc: 'Codebook (REFI-QDA)'
} as const
export type ExportKind = keyof typeof EXPORT_KINDS
const exportKind = v.picklist(Object.keys(EXPORT_KINDS) as ExportKind[])

/** Null where the user chose no place. */
const exported = v.nullable(
  v.union([v.strictObject({ name: v.string() }), v.strictObject({ problem: storageProblem })])
)

/** A file that a window has open was changed, or taken away, by another program. */
export const changedFile = v.strictObject({ handle: token, what: v.picklist(['changed', 'gone']) })
export type ChangedFile = v.InferOutput<typeof changedFile>

const none = v.strictTuple([])

/** The part of the contract that is about files. */
export const storageCalls = {
  /** A project file that the user chooses; null where they choose none. */
  openProject: { arguments: none, answer: v.nullable(openedProject) },
  openRecent: { arguments: v.strictTuple([token]), answer: openedProject },
  /** A dropped project file; the bridge takes the File and finds its path, which a page cannot name. */
  openDropped: { arguments: v.strictTuple([v.string()]), answer: openedProject },
  /** Once more what is on disk, under the same handle: what was changed by another program is then known. */
  reloadProject: { arguments: v.strictTuple([token]), answer: openedProject },
  /** A project file to be looked at beside one's own: a second coder's. It is not held. */
  readProject: { arguments: none, answer: v.nullable(readText) },
  /** Last opened first. */
  recentProjects: { arguments: none, answer: v.array(recentProject) },
  clearRecent: { arguments: none, answer: v.null() },
  /**
   * `force`: over what another program changed or took away meanwhile; what is overwritten is kept. `draft`: of this
   * work, which is brought up to the text first and dropped when it is saved, so that it is never older than the file.
   */
  saveProject: {
    arguments: v.strictTuple([
      v.strictObject({
        handle: token,
        text: content,
        force: v.optional(v.boolean()),
        draft: v.optional(token)
      })
    ]),
    answer: saved
  },
  /** Where the user chooses; null where they choose nothing. `handle`: of the file it was, which is let go. */
  saveProjectAs: {
    arguments: v.strictTuple([
      v.strictObject({
        text: content,
        suggestedName: fileName,
        handle: v.nullable(token),
        draft: v.optional(token)
      })
    ]),
    answer: v.nullable(saved)
  },
  /** The window no longer shows this file; another may have it. */
  releaseProject: { arguments: v.strictTuple([token]), answer: v.null() },
  /** The content cannot be trusted: nothing may be saved over it. */
  protectProject: { arguments: v.strictTuple([token]), answer: v.null() },
  /** Earlier states of a file, last first: for one that is damaged. */
  keptCopies: { arguments: v.strictTuple([token]), answer: v.array(keptCopy) },
  readCopy: { arguments: v.strictTuple([v.strictObject({ handle: token, copy: token })]), answer: readText },
  /**
   * Work in progress, on disk when this is answered. `id` is the window's own for what it shows; `handle` the file it
   * is a later state of. `parts`: names of the pieces that belong to this state beside its text.
   */
  storeDraft: {
    arguments: v.strictTuple([
      v.strictObject({
        id: token,
        handle: v.nullable(token),
        name: fileName,
        text: content,
        parts: v.optional(v.pipe(v.array(token), v.maxLength(MOST_DRAFT_PARTS)))
      })
    ]),
    answer: outcome
  },
  /** A piece of a draft that seldom changes, stored once; later states name it. */
  storeDraftPart: {
    arguments: v.strictTuple([v.strictObject({ draft: token, part: token, text: content })]),
    answer: outcome
  },
  /** What it held is saved, or given up by the user. */
  dropDraft: { arguments: v.strictTuple([token]), answer: v.null() },
  drafts: { arguments: none, answer: orphanedDrafts },
  /** The draft is this window's from now on, under the same id; it stays on disk until it is dropped. */
  takeDraft: { arguments: v.strictTuple([token]), answer: takenDraft },
  /** Whether there is anything that closing would lose. */
  setEdited: { arguments: v.strictTuple([v.boolean()]), answer: v.null() },
  /** Closes the window without asking: the answer to “save-and-close” when all is saved. */
  closeNow: { arguments: none, answer: v.null() },
  newWindow: { arguments: none, answer: v.null() },
  exportFile: {
    arguments: v.strictTuple([
      v.strictObject({
        name: fileName,
        kind: exportKind,
        content: v.union([
          content,
          v.pipe(
            v.instance(Uint8Array),
            v.check(({ byteLength }) => byteLength <= MOST_PROJECT_BYTES)
          )
        ])
      })
    ]),
    answer: exported
  }
}
