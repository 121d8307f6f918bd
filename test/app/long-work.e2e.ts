import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page, Worker } from 'playwright/test'
import { expect, launchSample, menu, readout, test } from './app.ts'
import { faults } from './axe.ts'
import { banner, choose, noteOnSentence, passage, saveTo } from './desk.ts'
import { drop } from './drop.ts'

// The worker that compares is ready before it is asked for.
test.use({ isIdle: true })

const progress = (window: Page, name: string): Locator => window.getByRole('progressbar', { name })
const said = (window: Page): Locator => window.locator('p[role="status"][aria-live]')

const noteField = (window: Page): Locator => passage(window).getByLabel('Note on this sentence')

const workersOf = (window: Page, name: string): Worker[] =>
  window.workers().filter((worker) => worker.url().includes(name))

/** The workers that read and write files; one is started when it is first needed. */
const filesWorkers = (window: Page): Worker[] => workersOf(window, 'files.worker')

/** The worker that compares, which starts once the first picture stands. */
const analysisWorker = async (window: Page): Promise<Worker> => {
  await expect.poll(() => workersOf(window, 'analysis.worker').length).toBe(1)
  const [worker] = workersOf(window, 'analysis.worker')
  if (!worker) throw new Error('the worker that compares has gone')
  return worker
}

/** Whatever makes a step take long: encoding text, which checksums and files need, never ends in them. */
const hold = async (window: Page): Promise<void> => {
  await expect.poll(() => filesWorkers(window).length).toBeGreaterThan(0)
  for (const worker of filesWorkers(window))
    await worker.evaluate(() => {
      TextEncoder.prototype.encode = () => {
        for (;;);
      }
    })
}

test('comparing shows its share, and a button ends it', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const region = window.getByRole('region', { name: 'China readout' })
  const before = await region.textContent()
  const worker = await analysisWorker(window)
  await worker.evaluate(() => {
    // The models weigh with it, after both texts were read.
    Math.exp = () => {
      for (;;);
    }
  })
  await drop(window, banner(window), { files: [readout('talks', 'us'), readout('talks', 'cn')] })
  await expect(progress(window, 'Comparing')).toBeVisible()
  // Two documents of the whole are done: the bar says more than nothing, and less than all.
  const share = (): Promise<number> =>
    progress(window, 'Comparing').evaluate((bar) => Number(bar.getAttribute('value')))
  await expect.poll(share).toBeGreaterThan(20)
  const value = await share()
  expect(value).toBeLessThan(100)
  await expect(window.getByText(`${value}%`)).toBeVisible()
  expect(await faults(window)).toEqual([])
  await window.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(progress(window, 'Comparing')).toHaveCount(0)
  await expect(said(window)).toHaveText('Stopped. What was on screen is as it was.')
  expect(await region.textContent()).toBe(before)
})

test('saving shows its share, and is ended without a word lost', async ({ launch, newProfile }) => {
  const { electron, window } = await launchSample(launch)
  const path = join(await newProfile(), 'work.parallax')
  await noteOnSentence(window, 'u2', 'a note')
  await saveTo(electron, window, path)
  const saved = await readFile(path, 'utf8')
  await noteOnSentence(window, 'u3', 'another')
  await hold(window)
  await menu(electron, 'Save')
  await expect(progress(window, 'Saving')).toHaveAttribute('value', '100')
  await window.keyboard.press('Escape')
  await expect(progress(window, 'Saving')).toHaveCount(0)
  await expect(said(window)).toHaveText('Stopped. Nothing was saved.')
  expect(await readFile(path, 'utf8')).toBe(saved)
  await expect(banner(window)).toContainText('not saved')
  await menu(electron, 'Save')
  await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
  expect(await readFile(path, 'utf8')).toContain('another')
})

test('opening shows its share, and is ended with what was there still there', async ({
  launch,
  newProfile
}) => {
  const { electron, window } = await launchSample(launch)
  const path = join(await newProfile(), 'work.parallax')
  await noteOnSentence(window, 'u2', 'a note')
  await saveTo(electron, window, path)
  // Once, to its end, so that the worker is there: what was selected is so no more.
  await expect(noteField(window)).toBeVisible()
  await menu(electron, 'Open project…')
  await expect.poll(() => filesWorkers(window).length).toBe(2)
  await expect(noteField(window)).toBeHidden()
  await hold(window)
  await menu(electron, 'Open project…')
  await expect(progress(window, 'Opening')).toHaveAttribute('value', '25')
  await window.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(progress(window, 'Opening')).toHaveCount(0)
  await expect(said(window)).toHaveText('Stopped. “work.parallax” was not opened.')
  await expect(banner(window)).toContainText('work.parallax')
  await expect(window.locator('[data-sentence="u2"]')).toBeVisible()
})

test('exporting shows its share in its dialog, and is ended there', async ({ launch, newProfile }) => {
  const { electron, window } = await launchSample(launch)
  const path = join(await newProfile(), 'report.md')
  await choose(electron, path)
  await menu(electron, 'Export…')
  const dialog = window.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: /^Markdown/ }).check()
  const button = dialog.getByRole('button', { name: 'Export…' })
  await button.click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Written to' })).toBeVisible()
  await hold(window)
  await button.click()
  await expect(progress(window, 'Exporting')).toHaveAttribute('value', /^[1-9]\d$/)
  expect(await faults(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Stopped. Nothing was written.' })).toBeVisible()
  await button.click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Written to' })).toBeVisible()
})

test('a codebook is read beside the window, and that can be ended', async ({ launch, newProfile }) => {
  const { electron, window } = await launchSample(launch)
  const path = join(await newProfile(), 'codes.csv')
  await writeFile(path, 'name,description\nTaiwan,what is said of it\n')
  await choose(electron, path)
  await menu(electron, 'Any command…')
  await window.getByRole('combobox', { name: 'Command' }).fill('codebook')
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Codebook' })
  await dialog.getByRole('button', { name: 'Import…' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveCount(1)
  const [worker] = filesWorkers(window)
  await worker?.evaluate(() => {
    TextDecoder.prototype.decode = () => {
      for (;;);
    }
  })
  await dialog.getByRole('button', { name: 'Import…' }).click()
  await expect(progress(window, 'Reading the codebook')).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Stopped. Nothing was taken.' })).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveCount(1)
})
