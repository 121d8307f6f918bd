import type { ElectronApplication, Page } from 'playwright'
import { readProject } from '../../engine/project/read.ts'
import type { Project } from '../../engine/project/project.ts'
import { writeProject } from '../../engine/project/write.ts'
import { projectOf, smallProject, studyOf } from '../unit/engine/project/projects.ts'
import { readout } from '../unit/engine/readouts.ts'
import '../app/window.d.ts'

/** What the killed session does in the window, and what it finds there after the next start. */
export interface Session {
  /** Makes the window ready after a start. @returns the number of the last change that it offers or opens */
  recover: (electron: ElectronApplication, window: Page) => Promise<number>
  /** Makes one change of the work, so that it holds this number; it is made when this is done, stored or not. */
  change: (window: Page, count: number) => Promise<void>
  /** Saves the work to its file. */
  save: (window: Page) => Promise<void>
}

/** A change is stored as a draft so long after it was made; the screen may wait up to a second. */
const AUTOSAVE_MS = 400
/** Changes that the project keeps; older ones go, so that a long session has files of one size. */
const KEPT_CHANGES = 20
const AT = '2026-03-01T09:00:00.000Z'

const textOf = (count: number): string => {
  const project = smallProject()
  const entries = Array.from({ length: Math.min(count, KEPT_CHANGES) }, (_, at) => ({
    operation: { do: 'note' as const, target: { on: 'whole' as const }, text: `change ${count - at} 改` },
    at: AT
  })).reverse()
  return writeProject({
    ...project,
    studies: project.studies.map((study) => ({ ...study, edits: { entries, undone: [] } }))
  })
}

/** The text of a project with so many comparisons, each of two readouts of a usual length. */
export const manyComparisons = (count: number): string => {
  const study = studyOf(readout('talks', 'us'), readout('talks', 'cn'), 'study-1')
  return writeProject(
    projectOf(...Array.from({ length: count }, (_, at) => ({ ...study, id: `study-${at + 1}` })))
  )
}

const countOf = ({ studies: [study] }: Project): number => {
  const operation = study?.edits.entries.at(-1)?.operation
  return operation?.do === 'note' ? Number(/\d+/u.exec(operation.text)?.[0]) : 0
}

/**
 * The number of the last change in a project's text.
 *
 * @throws where it is not a whole project
 */
export const countIn = (text: string): number => {
  const read = readProject(text)
  if (!read.ok) throw new Error(`${read.code}: ${read.message}`)
  if (read.readOnly) throw new Error(read.reason ?? 'it opens read-only')
  return countOf(read.project)
}

/** What the page keeps between the calls below. */
interface PageState {
  text: string
  draft: string
  handle: string | null
  timer: number | null
}

/**
 * A session through the calls of the bridge alone, without the screen: each change is stored as a draft AUTOSAVE_MS
 * after it, the first save chooses the file, the later ones go to it. A session of the screen has the same form.
 */
export const storageSession = (file: string): Session => ({
  recover: async (electron, window) => {
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    // What compiled this file names functions by a helper, which the page does not have.
    await window.evaluate('globalThis.__name = (named) => named')
    const found = await window.evaluate(async () => {
      const { drafts, takeDraft, recentProjects, openRecent } = globalThis.window.parallax
      const [draft, ...more] = await drafts()
      if (more.length > 0) throw new Error(`${more.length + 1} drafts are offered for one work.`)
      const [recent] = await recentProjects()
      const work = draft ? await takeDraft(draft.id) : recent ? await openRecent(recent.id) : null
      if (work && 'problem' in work) throw new Error(work.problem.message)
      if (work && 'isChanged' in work && work.isChanged && work.handle !== null)
        throw new Error('The file is said to have been changed by another program.')
      const state: PageState = {
        text: work?.text ?? '',
        draft: draft?.id ?? crypto.randomUUID(),
        handle: work?.handle ?? null,
        timer: null
      }
      Object.assign(globalThis, { state })
      return work?.text ?? null
    })
    return found === null ? 0 : countIn(found)
  },

  change: async (window, count) => {
    await window.evaluate(
      ([text, wait]) => {
        const { state } = globalThis as unknown as { state: PageState }
        state.text = text
        state.timer ??= globalThis.window.setTimeout(() => {
          state.timer = null
          void globalThis.window.parallax.storeDraft({
            id: state.draft,
            handle: state.handle,
            name: 'Talks',
            text: state.text
          })
        }, wait)
      },
      [textOf(count), AUTOSAVE_MS] as const
    )
  },

  save: async (window) => {
    const problem = await window.evaluate(async () => {
      const { state } = globalThis as unknown as { state: PageState }
      const { text, handle, draft } = state
      const { saveProject, saveProjectAs } = globalThis.window.parallax
      const saved = await (handle === null
        ? saveProjectAs({ text, suggestedName: 'Talks', handle, draft })
        : saveProject({ handle, text, draft }))
      if (saved === null) return 'No place was chosen.'
      if ('problem' in saved) return saved.problem.message
      state.handle = saved.handle
      return null
    })
    if (problem !== null) throw new Error(problem)
  }
})
