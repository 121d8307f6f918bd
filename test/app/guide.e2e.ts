import { resolve } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { guidePages } from '../../electron/guide/pages.ts'
import { expect, launchSample, menu, settled, test } from './app.ts'
import { faultsInBothColours } from './axe.ts'

/** The user's guide in the app: what docs/guide says, read without a network and without leaving the page. */

const written = guidePages(resolve(import.meta.dirname, '../../docs/guide'))
const guideOf = (window: Page): Locator => window.getByRole('dialog', { name: 'Guide' })

test('every page with its pictures, from the menu', async ({ launchAlone }) => {
  const { electron, window, networkLog } = await launchSample(launchAlone)
  const address = window.url()
  await menu(electron, 'Guide')
  const guide = guideOf(window)
  const pages = guide.getByRole('navigation', { name: 'Pages of the guide' }).getByRole('button')
  await expect(pages).toHaveText(written.map(({ title }) => title))
  for (const { title, blocks } of written) {
    await pages.filter({ hasText: title }).click()
    await expect(guide.getByRole('heading', { level: 3 })).toHaveText(title)
    const pictures = blocks.filter(({ kind }) => kind === 'picture')
    await expect(guide.getByRole('figure')).toHaveCount(pictures.length)
    const widths = await guide
      .getByRole('figure')
      .locator('img')
      .evaluateAll((images: HTMLImageElement[]) =>
        Promise.all(images.map((image) => image.decode().then(() => image.naturalWidth)))
      )
    expect(widths).toHaveLength(pictures.length)
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(1280)
  }
  expect(window.url()).toBe(address)
  expect(await networkLog()).not.toMatch(/"url":"https?:/u)
})

test('by keyboard: a page, a picture enlarged, and back to where it was', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  const entry = window.getByRole('button', { name: 'Read the guide' })
  await entry.focus()
  await window.keyboard.press('Enter')
  const guide = guideOf(window)
  await expect(guide).toBeVisible()
  await guide.getByRole('button', { name: 'Reading the three views', exact: true }).focus()
  await window.keyboard.press('Enter')
  await expect(guide.getByRole('heading', { name: 'Reading the three views' })).toBeFocused()
  const picture = guide.getByRole('button', { name: 'Enlarge the picture' }).first()
  await window.keyboard.press('Tab')
  await expect(picture).toBeFocused()
  const says = 'A sentence selected, its counterpart and what differs'
  await expect(picture).toHaveAccessibleDescription(says)
  await window.keyboard.press('Enter')
  const large = window.getByRole('dialog', { name: says })
  await expect(large.getByRole('img')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(large).toHaveCount(0)
  await expect(guide).toBeVisible()
  await expect(picture).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(window.locator('dialog')).toHaveCount(0)
  await expect(entry).toBeFocused()
  // It opens again where it was left.
  await window.keyboard.press('Enter')
  await expect(guide.getByRole('heading', { level: 3 })).toHaveText('Reading the three views')
})

test('versions are shown, and copied', async ({ launch }) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await menu(electron, 'Guide')
  const shown = guideOf(window).getByText(/^Parallax \d+\.\d+\.\d+, engine \S+, lexicon \S+$/u)
  await expect(shown).toBeVisible()
  await guideOf(window).getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(guideOf(window).getByRole('status')).toHaveText('Versions copied.')
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(await shown.innerText())
})

test('axe finds nothing in it, in light and dark colours', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await menu(electron, 'Guide')
  for (const name of ['Install and start', 'Citing and exporting', 'What the method can and cannot do']) {
    await guideOf(window).getByRole('button', { name, exact: true }).click()
    expect(await faultsInBothColours(window)).toEqual([])
  }
})
