import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, readout, sampleOn, settled, test } from './app.ts'
import { drop } from './drop.ts'

test.use({ isAlone: true })

/** What makes the window quick, told by what it does not do: times are measured by `npm run bench:start`. */

/** From now on no worker hears anything: what is shown was known without one. */
const deafenWorkers = (window: Page): Promise<void> =>
  window.evaluate(() => {
    Worker.prototype.postMessage = () => undefined
  })

test('the sample opens, and sides are swapped, without comparing', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await deafenWorkers(window)
  await window.getByRole('button', { name: 'Open the sample' }).click()
  await settled(window, 'ready')
  await window.keyboard.press('s')
  await expect(window.locator('section[data-drop="us"]')).toHaveAttribute('aria-label', 'China readout')
  await window.keyboard.press('s')
  await expect(window.locator('section[data-drop="us"]')).toHaveAttribute(
    'aria-label',
    'United States readout'
  )
})

test('what is of Chinese alone is read for a Chinese text, and for no other', async ({ launch }) => {
  const { window } = await launch()
  const asked: string[] = []
  window.context().on('request', (request) => asked.push(request.url()))
  await settled(window, 'empty')
  const tables = (): string[] =>
    asked.flatMap((url) => /word-data-(?<name>\w+?)Bytes/u.exec(url)?.groups?.['name'] ?? [])
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'us'), readout('talks', 'cn')] })
  await settled(window, 'ready')
  expect(tables().sort()).toEqual(['associationsEn', 'readoutWordsEn', 'vector'])
  await drop(window, window.locator('[data-drop="cn"]'), { files: [readout('talks', 'cn.zh')] })
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('钓鱼台')
  await expect
    .poll(() => tables().sort())
    .toEqual(['associationsEn', 'associationsZh', 'dictionary', 'readoutWordsEn', 'readoutWordsZh', 'vector'])
})

test('the app’s own code is kept compiled from one start to the next', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const compiled = (): Promise<string[]> =>
    readdir(join(profile, 'Code Cache', 'js')).catch((): string[] => [])
  const { electron } = await sampleOn(launchOn, profile)
  await electron.close()
  const again = await sampleOn(launchOn, profile)
  await again.electron.close()
  expect((await compiled()).filter((name) => name.endsWith('_0')).length).toBeGreaterThan(0)
})
