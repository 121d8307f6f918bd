import { basename, dirname, isAbsolute } from 'node:path'
import { EXPORT_KINDS, type OpenedProject, type SavedProject } from '../contract/storage.ts'
import { realDisk } from '../storage/disk.ts'
import { writeAtomic } from '../storage/atomic.ts'
import type { Fingerprint } from '../storage/fingerprint.ts'
import { readingProblem, writingFailed } from '../storage/problems.ts'
import { realPath } from '../storage/project-file.ts'
import { chooseFiles, chooseSavePlace } from './dialogs.ts'
import { readChosenFile } from './files.ts'
import type { Handlers } from './ipc.ts'
import { isProjectFile, PROJECT_EXTENSION } from './launch.ts'
import type { Storage } from './storage.ts'
import { NOTHING_TO_OPEN, type Windows } from './windows.ts'

const PROJECTS = { name: 'Parallax projects', extension: PROJECT_EXTENSION }
const PROJECT_FILTERS = [
  { name: PROJECTS.name, extensions: [PROJECTS.extension] },
  { name: 'All files', extensions: ['*'] }
]

type StorageHandlers = Omit<
  Handlers,
  | 'openReadouts'
  | 'loadLexicon'
  | 'storeLexicon'
  | 'openLexicon'
  | 'saveLexiconCopy'
  | 'openCodebook'
  | 'copyText'
  | 'loadPreferences'
  | 'changePreferences'
  | 'printReport'
>

/** The app's answers about project files, drafts, windows and exports. */
export const storageHandlers = (
  windows: Windows,
  { projects, drafts, recent }: Storage,
  onRecentChanged: () => void
): StorageHandlers => {
  /** The first that was used of late goes to the head of the list, whichever way it was opened. */
  const remember = async (path: string): Promise<void> => {
    await recent.add(path)
    onRecentChanged()
  }

  const openFor = async (window: number, path: string): Promise<OpenedProject> => {
    await windows.showHolder(path, window)
    const opened = await projects.open(window, path)
    if ('handle' in opened) await remember(path)
    return opened
  }

  /**
   * Saves what a draft is of. The draft is brought up to the same text first: if the app ends between the two it is
   * either later than the file or the same, and never an earlier state that would be offered in its place.
   */
  const saveWithDraft = async (
    window: number,
    draft: string,
    path: string,
    base: Fingerprint | null,
    text: string,
    save: () => Promise<SavedProject>
  ): Promise<SavedProject> => {
    // A draft that cannot be stored is no reason not to save.
    await drafts.store(window, draft, { name: basename(path), path, base }, text).catch(() => undefined)
    const saved = await save()
    if ('handle' in saved) await drafts.saved(window, draft).catch(() => undefined)
    return saved
  }

  const chooseProject = async (from: Parameters<Handlers['openProject']>[0]): Promise<string | undefined> => {
    const [path] = await chooseFiles(from, {
      title: 'Open a project',
      properties: ['openFile'],
      filters: PROJECT_FILTERS
    })
    return path
  }

  return {
    launch: async (from) => {
      const open = windows.of(from.id)
      // A page that was loaded again has lost its handles, and what it stored is nobody's until it takes it.
      projects.releaseAll(from.id)
      await drafts.release(from.id)
      const { sample, files, project, recovered } = open?.opening ?? NOTHING_TO_OPEN
      // What a window was opened for is told once; a page loaded again starts empty and says why.
      if (open) Object.assign(open, { opening: NOTHING_TO_OPEN, hasLaunched: true, isEdited: false })
      return {
        sample,
        files: await Promise.all(files.map(readChosenFile)),
        project: project === null ? null : await openFor(from.id, project),
        drafts: await drafts.orphans().catch(() => []),
        recovered
      }
    },

    openProject: async (from) => {
      const path = await chooseProject(from)
      return path === undefined ? null : openFor(from.id, path)
    },

    openRecent: async (id, from) => {
      const path = await recent.pathOf(id)
      return path === null
        ? { name: '', problem: readingProblem('gone', 'This file') }
        : openFor(from.id, path)
    },

    openDropped: async (path, from) =>
      isAbsolute(path) && isProjectFile(path)
        ? openFor(from.id, path)
        : { name: basename(path), problem: readingProblem('failed', basename(path)) },

    reloadProject: (handle, from) => projects.reload(from.id, handle),

    readProject: async (from) => {
      const path = await chooseProject(from)
      return path === undefined ? null : projects.read(path)
    },

    recentProjects: () => recent.list(),

    clearRecent: async () => {
      await recent.clear()
      onRecentChanged()
      return null
    },

    saveProject: ({ handle, text, force = false, draft }, from) => {
      const held = projects.heldBy(from.id, handle)
      const save = (): Promise<SavedProject> => projects.save(from.id, handle, text, force)
      return held && draft !== undefined
        ? saveWithDraft(from.id, draft, held.path, held.known, text, save)
        : save()
    },

    saveProjectAs: async ({ text, suggestedName, handle, draft }, from) => {
      const before = handle === null ? null : projects.heldBy(from.id, handle)
      const path = await chooseSavePlace(from, {
        title: 'Save the project',
        name: suggestedName,
        folder: before ? dirname(before.path) : undefined,
        kind: PROJECTS
      })
      if (path === null) return null
      const save = (): Promise<SavedProject> => projects.saveAs(from.id, path, text, handle)
      const saved = await (draft === undefined
        ? save()
        : saveWithDraft(from.id, draft, path, null, text, save))
      if ('handle' in saved) await remember(path)
      return saved
    },

    releaseProject: (handle, from) => {
      projects.release(from.id, handle)
      return Promise.resolve(null)
    },

    protectProject: (handle, from) => {
      projects.protect(from.id, handle)
      return Promise.resolve(null)
    },

    keptCopies: (handle, from) => projects.copies(from.id, handle),

    readCopy: ({ handle, copy }, from) => projects.copy(from.id, handle, copy),

    storeDraft: async ({ id, handle, name, text, parts }, from) => {
      const held = handle === null ? null : projects.heldBy(from.id, handle)
      try {
        const origin = { name, path: held?.path ?? null, base: held?.known ?? null }
        await drafts.store(from.id, id, origin, text, parts ?? null)
        return null
      } catch (error) {
        return writingFailed(error, 'the draft of your work')
      }
    },

    storeDraftPart: async ({ draft, part, text }, from) => {
      try {
        await drafts.storePart(from.id, draft, part, text)
        return null
      } catch (error) {
        return writingFailed(error, 'the draft of your work')
      }
    },

    dropDraft: async (id, from) => {
      await drafts.drop(from.id, id)
      return null
    },

    drafts: () => drafts.orphans(),

    takeDraft: async (id, from) => {
      const draft = await drafts.take(from.id, id)
      if (!draft) return { problem: readingProblem('gone', 'This draft') }
      const { text, header, parts } = draft
      const taken = { id, name: header.name, text, parts, handle: null, readOnly: null, isChanged: false }
      if (header.path === null) return taken
      const opened = await projects.open(from.id, header.path)
      if (!('handle' in opened)) return { ...taken, isChanged: true }
      const now = projects.heldBy(from.id, opened.handle)?.known
      // Saving compares with what the file was when this work began.
      if (header.base) projects.expect(from.id, opened.handle, header.base)
      const { handle, readOnly } = opened
      return { ...taken, handle, readOnly, isChanged: now?.sha256 !== header.base?.sha256 }
    },

    setEdited: (isEdited, from) => {
      const open = windows.of(from.id)
      if (open) {
        open.isEdited = isEdited
        open.window.setDocumentEdited(isEdited)
      }
      return Promise.resolve(null)
    },

    closeNow: (from) => {
      const open = windows.of(from.id)
      if (open) {
        open.mayClose = true
        open.window.close()
      }
      return Promise.resolve(null)
    },

    newWindow: async () => {
      await windows.open()
      return null
    },

    exportFile: async ({ name, kind, content }, from) => {
      const path = await chooseSavePlace(from, {
        title: 'Export',
        name,
        kind: { name: EXPORT_KINDS[kind], extension: kind }
      })
      if (path === null) return null
      try {
        await writeAtomic(await realPath(path, realDisk), content)
        return { name: basename(path) }
      } catch (error) {
        return { problem: writingFailed(error, basename(path)) }
      }
    }
  }
}
