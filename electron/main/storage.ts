import { join } from 'node:path'
import type { ChangedFile } from '../contract/storage.ts'
import { sweep } from '../storage/atomic.ts'
import { Backups } from '../storage/backups.ts'
import { Drafts } from '../storage/drafts.ts'
import { Projects } from '../storage/projects.ts'
import { RecentFiles } from '../storage/recent.ts'
import { SettingsFile } from '../storage/settings.ts'

/** All that the app keeps on disk for the user. */
export interface Storage {
  projects: Projects
  drafts: Drafts
  recent: RecentFiles
  settings: SettingsFile
}

/**
 * @param folder the app's folder for the user's data
 * @param tell hears what another program does to a file that a window has
 */
export const storageIn = (folder: string, tell: (window: number, file: ChangedFile) => void): Storage => {
  const drafts = join(folder, 'drafts')
  for (const place of [folder, drafts]) void sweep(place)
  return {
    projects: new Projects(new Backups(join(folder, 'backups')), tell),
    drafts: new Drafts(drafts),
    recent: new RecentFiles(folder),
    settings: new SettingsFile(folder)
  }
}
