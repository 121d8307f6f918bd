import type { ElectronApplication, Page } from 'playwright/test'
import { expect, menu, readout, settled, test } from './app.ts'
import { drop } from './drop.ts'
import { banner, history, noteOnSentence, passage, sentence } from './desk.ts'

/**
 * Controls that cannot be brought into sight and clicked: what is beyond the window's edge, where nothing scrolls, or
 * under something else.
 */
const outOfReach = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.body
    const controls = [
      ...root.querySelectorAll<HTMLElement>('button, select, input, textarea, summary, [tabindex="0"]')
    ].filter((control) => control.checkVisibility({ visibilityProperty: true }))
    /** What does not scroll for the reader is put back where it was; the window itself never scrolls. */
    const putBack = (from: HTMLElement): void => {
      for (let place = from.parentElement; place; place = place.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(place)
        const isRoot = place === document.documentElement
        if (isRoot || overflowX === 'hidden') place.scrollLeft = 0
        if (isRoot || overflowY === 'hidden') place.scrollTop = 0
      }
    }
    return controls
      .filter((control) => {
        control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
        putBack(control)
        // A sentence that runs over several lines is in reach by any of them.
        const boxes = [...control.getClientRects()]
        return !boxes.some((box) => {
          const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
          // What the panel lies over is in reach when it is closed.
          const isUnderPanel = hit?.closest('aside.panel') && !control.closest('aside.panel')
          return hit && (control.contains(hit) || hit.contains(control) || isUnderPanel)
        })
      })
      .map((control) => `${control.tagName} ${control.ariaLabel ?? control.textContent.trim().slice(0, 40)}`)
  })

/** So far something reaches beyond the window's edge, which focus would then push aside. */
const overhang = (window: Page): Promise<number> =>
  window.evaluate(() => document.documentElement.scrollWidth - innerWidth)

const SIZES = {
  'a window of 720 pixels': async (electron: ElectronApplication): Promise<void> => {
    await electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(720, 560)
    })
  },
  'twice the size': async (electron: ElectronApplication): Promise<void> => {
    await electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2)
    })
  }
}

for (const [name, resize] of Object.entries(SIZES))
  test(`all tools are in reach at ${name}`, async ({ launch }) => {
    const { electron, window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
    await settled(window, 'ready')
    const wide = await window.evaluate(() => innerWidth)
    await window.emulateMedia({ reducedMotion: 'reduce' })
    await resize(electron)
    await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThanOrEqual(Math.max(720, wide / 2))
    const check = (what: string, show: () => Promise<void>): Promise<void> =>
      test.step(what, async () => {
        await show()
        expect.soft(await overhang(window), what).toBe(0)
        expect.soft(await outOfReach(window), what).toEqual([])
      })
    await check('passage with its tools', async () => {
      await sentence(window, 'u2').click()
      await passage(window).getByText('Members', { exact: true }).click()
      await passage(window).getByRole('button', { name: 'Split…' }).click()
    })
    await check('two comparisons, a name, not saved', async () => {
      await noteOnSentence(window, 'u2', 'a note')
      await menu(electron, 'New meeting in this project')
      await settled(window, 'empty')
      await drop(window, banner(window), { files: [readout('call', 'us'), readout('call', 'cn')] })
      await settled(window, 'ready')
    })
    await check('linking', async () => {
      await sentence(window, 'u2').focus()
      await window.keyboard.press('l')
      await expect(window.getByText('with a sentence of')).toBeVisible()
    })
    await window.keyboard.press('Escape')
    await check('history over a passage', async () => {
      await sentence(window, 'u2').click()
      await menu(electron, 'History of changes')
      await expect(history(window)).toBeVisible()
    })
    await check('a passage, its panel closed', async () => {
      await window.getByRole('button', { name: 'Side panel' }).click()
      await expect(window.locator('aside.panel')).toHaveCount(0)
    })
    await check('find', async () => {
      await menu(electron, 'Find…')
      await expect(window.getByRole('textbox', { name: 'Find in both texts' })).toBeVisible()
    })
    await window.keyboard.press('Escape')
    await check('own finding', async () => {
      await sentence(window, 'u2').focus()
      await window.keyboard.press('f')
      await expect(window.getByRole('complementary', { name: 'A finding of your own' })).toBeVisible()
    })
    await check('finding', async () => {
      await window.keyboard.press('3')
      await window.keyboard.press('j')
      await expect(window.getByRole('complementary', { name: 'The selected finding' })).toBeVisible()
    })
    for (const [command, dialog] of [
      ['export', 'Export'],
      ['about', 'About this comparison'],
      ['codebook', 'Codebook'],
      ['second coder', 'Second coder'],
      ['lexicon', 'Lexicon']
    ] as const)
      await check(dialog, async () => {
        await window.keyboard.press('Escape')
        await expect(window.locator('dialog[open]')).toHaveCount(0)
        await menu(electron, 'Any command…')
        await window.getByRole('combobox', { name: 'Command' }).fill(command)
        await window.getByRole('combobox', { name: 'Command' }).press('Enter')
        await expect(window.getByRole('dialog', { name: dialog })).toBeVisible()
        if (command === 'codebook') await window.getByRole('button', { name: 'Add a tag' }).click()
      })
  })
