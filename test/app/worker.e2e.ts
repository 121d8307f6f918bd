import type { Page, Worker } from 'playwright/test'
import { expect, launchSample, readout, test } from './app.ts'
import { drop } from './drop.ts'

// The worker that is ready before it is asked for.
test.use({ isIdle: true })

/** The analysis worker; it may be told to the test after the window, and before it has what every worker has. */
const analysisWorker = async (window: Page): Promise<Worker> => {
  const worker = window.workers()[0] ?? (await window.waitForEvent('worker'))
  await expect.poll(() => worker.evaluate(() => typeof setTimeout)).toBe('function')
  return worker
}

test('a killed worker is replaced, and the next comparison is made', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const worker = await analysisWorker(window)
  const gone = new Promise((done) => worker.once('close', done))
  await worker.evaluate(() => {
    self.close()
  })
  await gone
  await expect(window.getByText('illustrative sample')).toBeVisible()
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'us'), readout('talks', 'cn')] })
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('Qin Gang stressed')
  await expect(window.getByRole('alert')).toBeHidden()
})

test('a worker that hangs is ended and replaced', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const worker = await analysisWorker(window)
  await worker.evaluate(() => {
    setTimeout(() => {
      for (;;);
    })
  })
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'us'), readout('talks', 'cn')] })
  await expect(window.getByRole('status').filter({ hasText: 'Comparing…' })).toBeVisible()
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('Qin Gang stressed')
})

test('Escape ends a job, wherever in a document it is', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const region = window.getByRole('region', { name: 'China readout' })
  const before = await region.textContent()
  await (
    await analysisWorker(window)
  ).evaluate(() => {
    // Whatever a document may do to its reader: it never ends.
    Array.prototype.flatMap = () => {
      for (;;);
    }
  })
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'us'), readout('talks', 'cn')] })
  await expect(window.getByText('Esc stops it')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByText('Esc stops it')).toBeHidden()
  await expect(window.getByRole('status').filter({ hasText: 'Stopped.' })).toBeAttached()
  expect(await region.textContent()).toBe(before)
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'us'), readout('talks', 'cn')] })
  await expect(region).toContainText('Qin Gang stressed')
})

test('a failure inside the analysis is said, and loses nothing', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await (
    await analysisWorker(window)
  ).evaluate(() => {
    // Whatever a document may do to the engine: its next job throws.
    Array.prototype.flatMap = () => {
      throw new Error('broken')
    }
  })
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'us'), readout('talks', 'cn')] })
  await expect(window.getByRole('alert')).toContainText('failed and was ended')
  await expect(window.getByText('illustrative sample')).toBeVisible()
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'us'), readout('talks', 'cn')] })
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('Qin Gang stressed')
})
