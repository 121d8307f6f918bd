import type { ElectronApplication } from 'playwright'

/** Chooses an entry of the application menu, as a click on it does. */
export const menu = (electron: ElectronApplication, label: string): Promise<void> =>
  electron.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    const item = items?.find((candidate) => candidate.label === wanted)
    if (!item) throw new Error(`The menu has no “${wanted}”.`)
    const click = item.click as (event: undefined, window: unknown) => void
    click(undefined, BrowserWindow.getAllWindows()[0])
  }, label)
