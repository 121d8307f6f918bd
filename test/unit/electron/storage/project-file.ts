import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach } from 'vitest'
import type { ChangedFile, OpenedProject, SavedProject } from '../../../../electron/contract/storage.ts'
import { Backups } from '../../../../electron/storage/backups.ts'
import { realDisk, type Disk } from '../../../../electron/storage/disk.ts'
import { Projects } from '../../../../electron/storage/projects.ts'
import { useFolder } from './disks.ts'

export const ONE = 1
export const OTHER = 2
export const OLD = '{"old":"旧"}'
export const NEW = '{"new":"a longer text 新"}'

let folder: () => string
export let path: string
export let told: [window: number, file: ChangedFile][]
/** What the watcher of each file would call. */
export let touched: Map<string, () => void>
/** A folder with one project file in it, anew for each test of a file. @returns the folder */
export const useProjectFile = (): (() => string) => {
  folder = useFolder()
  beforeEach(async () => {
    path = join(folder(), 'talks.parallax')
    await writeFile(path, OLD)
    told = []
    touched = new Map()
  })
  return folder
}

export const projectsOn = (disk: Disk = realDisk): Projects =>
  new Projects(
    new Backups(join(folder(), 'backups'), disk),
    (window, file) => told.push([window, file]),
    disk,
    (watched, onTouched) => {
      touched.set(watched, onTouched)
      return () => touched.delete(watched)
    }
  )

export const opened = (project: OpenedProject): Extract<OpenedProject, { handle: string }> => {
  if (!('handle' in project)) throw new Error(project.problem.message)
  return project
}
export const open = async (projects: Projects, window = ONE, at = path): Promise<string> =>
  opened(await projects.open(window, at)).handle
export const codeOf = (answer: SavedProject | OpenedProject): string =>
  'problem' in answer ? answer.problem.code : 'none'
export const content = (at = path): Promise<string | null> => readFile(at, 'utf8').catch(() => null)
