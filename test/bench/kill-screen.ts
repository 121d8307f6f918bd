import type { ElectronApplication, Page } from 'playwright'
import { menu } from '../app/menu.ts'
import type { Session } from './kill-session.ts'

/**
 * A session as a researcher has it, on the screen: the sample is opened, a note on one of its sentences is written on
 * and on, the project is saved from the menu; after a start the work is taken up where it is offered.
 */

const SENTENCE = '[data-sentence="u2"]'
const note = (window: Page) => window.getByRole('textbox', { name: 'Note on this sentence' })

/**
 * Waits for what the app was told to do. It has done it even where only the answer is lost: Electron may clear away the
 * promise of an evaluation before it is heard, about once in some dozens of starts.
 */
const told = async (evaluation: Promise<void>): Promise<void> => {
  try {
    await evaluation
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('garbage collected'))) throw error
  }
}

const countOf = async (window: Page): Promise<number> => {
  await window.locator('html[data-state="ready"]').waitFor({ state: 'attached' })
  await window.locator(SENTENCE).click()
  return Number(/\d+/u.exec(await note(window).inputValue())?.[0] ?? 0)
}

export const screenSession = (file: string): Session => {
  let app: ElectronApplication | null = null
  return {
    recover: async (electron, window) => {
      app = electron
      await told(
        electron.evaluate(({ dialog }, filePath) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
          dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
        }, file)
      )
      // What is there is asked of the app's side: the screen offers it, but not yet when the window has just come.
      const { drafts, recent } = await window.evaluate(async () => {
        const { drafts: offered, recentProjects } = globalThis.window.parallax
        return { drafts: (await offered()).length, recent: (await recentProjects()).length }
      })
      const isOpen = (await window.locator('html').getAttribute('data-state')) === 'ready'
      if (drafts > 0) await window.getByRole('button', { name: 'Take it up' }).first().click()
      else if (recent > 0 && !isOpen)
        await window.getByRole('navigation', { name: 'Recent projects' }).getByRole('button').first().click()
      else if (!isOpen) await window.getByRole('button', { name: 'Open the sample' }).click()
      return countOf(window)
    },
    change: (window, count) => note(window).fill(`change ${count} 改`),
    save: async () => {
      if (app) await told(menu(app, 'Save'))
    }
  }
}
