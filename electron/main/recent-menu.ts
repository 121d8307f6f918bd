import type { RecentFiles } from '../storage/recent.ts'
import { setupMenu } from './menu.ts'
import type { Windows } from './windows.ts'

/**
 * The menu with the recent projects in it.
 *
 * @returns a function that puts it up anew, to be called when the list has changed
 */
export const setupRecentMenu = (developer: boolean, recent: RecentFiles, windows: Windows): (() => void) => {
  const open = async (id: string): Promise<void> => {
    const path = await recent.pathOf(id)
    if (path !== null) await windows.bring(path)
    await show()
  }
  const clear = async (): Promise<void> => {
    await recent.clear()
    await show()
  }
  const show = async (): Promise<void> => {
    setupMenu(developer, await recent.list(), {
      newWindow: () => void windows.open(),
      openRecent: (id) => void open(id),
      clearRecent: () => void clear()
    })
  }
  return () => void show()
}
