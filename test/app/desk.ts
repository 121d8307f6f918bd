import { expect, type ElectronApplication, type Locator, type Page } from 'playwright/test'
import { menu } from './menu.ts'

/** What the tests of the researcher's desk have in common: the places on screen, and the system's dialogs answered. */

export const sentence = (window: Page, id: string): Locator => window.locator(`[data-sentence="${id}"]`)
export const passage = (window: Page): Locator =>
  window.getByRole('complementary', { name: 'The selected passage' })
export const history = (window: Page): Locator => window.getByRole('complementary', { name: 'History' })
/** Name of the project's file, and whether it is saved. */
export const banner = (window: Page): Locator => window.getByRole('banner')
export const alert = (place: Page | Locator): Locator => place.getByRole('alert')

/** The system's file dialogs cannot be driven; they answer with this place, or with none for an empty one. */
export const choose = (electron: ElectronApplication, path: string): Promise<void> =>
  electron.evaluate(({ dialog }, filePath) => {
    const canceled = filePath === ''
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: canceled ? [] : [filePath] })
  }, path)

/** Writes a note where a sentence is selected, and goes on only when it is taken. */
export const noteOnSentence = async (window: Page, id: string, text: string): Promise<void> => {
  await sentence(window, id).click()
  const field = passage(window).getByLabel('Note on this sentence')
  await field.fill(text)
  await field.blur()
}

/** Saves a project for the first time, and goes on when it is on disk. */
export const saveTo = async (electron: ElectronApplication, window: Page, path: string): Promise<void> => {
  await choose(electron, path)
  await menu(electron, 'Save')
  await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
}

/** A tab of the side panel. */
export const panelTab = (window: Page, name: 'Passage' | 'Finding' | 'Notes' | 'History'): Locator =>
  window.getByRole('tablist', { name: 'Side panel' }).getByRole('tab', { name })

/** Gives the window's content a size, at a zoom, and goes on when the page has it. */
export const resizeTo = async (
  electron: ElectronApplication,
  window: Page,
  [width, height]: readonly [number, number],
  zoom = 1
): Promise<void> => {
  await electron.evaluate(
    ({ BrowserWindow }, size) => {
      const [own] = BrowserWindow.getAllWindows()
      own?.setContentSize(size.width, size.height)
      own?.webContents.setZoomFactor(size.zoom)
    },
    { width, height, zoom }
  )
  await expect
    .poll(() => window.evaluate(() => [innerWidth, innerHeight]))
    .toEqual([Math.round(width / zoom), Math.round(height / zoom)])
}

/** Runs the command of this name, as a reader finds it in the palette. */
export const command = async (electron: ElectronApplication, window: Page, name: string): Promise<void> => {
  await menu(electron, 'Any command…')
  const palette = window.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('combobox', { name: 'Command' }).fill(name)
  await palette.getByRole('combobox', { name: 'Command' }).press('Enter')
  await expect(palette).toBeHidden()
}

/** The dialogs of a comparison and of the app: the words that find each in the list of commands, and its name. */
export const DIALOGS: Record<string, string> = {
  export: 'Export',
  'about this': 'About this comparison',
  codebook: 'Codebook',
  'second coder': 'Second coder',
  lexicon: 'Lexicon',
  'paste a': 'Paste a readout',
  settings: 'Settings',
  'guide, with': 'Guide',
  'keyboard shortcuts': 'Keyboard shortcuts',
  'tour in three': 'Tour'
}
