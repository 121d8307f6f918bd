import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, readout, settled, test } from './app.ts'
import { faults } from './axe.ts'
import { drop } from './drop.ts'

const ARTICLE = resolve(import.meta.dirname, '../fixtures/stories/geneva.txt')
const pane = (window: Page, party: string) => window.getByRole('region', { name: `${party} readout` })

test('a news story dropped on the empty window is taken apart and compared, and says so', async ({
  launch
}) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await drop(window, window.locator('[data-drop="cn"]'), { files: [ARTICLE] })
  await settled(window, 'ready')
  await expect(window.getByRole('note')).toContainText('The source is a news story')
  await expect(pane(window, 'United States')).toContainText('candid and, at times, very direct')
  await expect(pane(window, 'China')).toContainText('The root cause is a wrong perception of China')
  for (const party of ['United States', 'China']) {
    await expect(pane(window, party)).not.toContainText('ringed by police')
    await expect(pane(window, party)).not.toContainText('Helen Marsh')
  }
  // It stays in every view.
  await window.keyboard.press('3')
  await expect(window.getByRole('note')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the story can be viewed whole, each statement with its side, ${colorScheme}`, async ({ launch }) => {
    const { window } = await launch(ARTICLE)
    await settled(window, 'ready')
    await window.emulateMedia({ colorScheme })
    await window.getByRole('button', { name: 'View the story' }).click()
    const dialog = window.getByRole('dialog', { name: /geneva\.txt/u })
    await expect(dialog).toContainText('ringed by police')
    await expect(dialog.locator('mark[data-side="us"]')).toHaveCount(10)
    await expect(dialog.locator('mark[data-side="cn"]')).toHaveCount(10)
    await expect(dialog.locator('mark', { hasText: 'ringed by police' })).toHaveCount(0)
    await expect(dialog.locator('mark', { hasText: 'The root cause' })).toHaveAttribute('title', 'he said')
    expect(await faults(window)).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toBeHidden()
  })

test('a story can be treated as one readout, and again as a story', async ({ launch }) => {
  const { window } = await launch(ARTICLE)
  await settled(window, 'ready')
  await window.getByRole('button', { name: 'Treat it as one readout instead' }).click()
  await settled(window, 'empty')
  const filled = window.locator('[data-drop].filled')
  await expect(filled).toContainText('geneva.txt')
  await filled.getByRole('button', { name: 'Take it apart' }).click()
  await settled(window, 'ready')
  await expect(window.getByRole('note')).toContainText('The source is a news story')
})

test('an official readout is no story, and one that quotes one side alone is refused', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'us')] })
  const filled = window.locator('[data-drop="us"]')
  await expect(filled).toContainText('us.txt')
  await filled.getByRole('button', { name: 'Take it apart' }).click()
  await expect(window.getByRole('alert')).toContainText('does not report statements of both sides')
  await expect(filled).toContainText('us.txt')
})

test('a readout that replaces one side of a story leaves the note on the other', async ({ launch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-story-'))
  try {
    const path = join(folder, 'renamed.txt')
    await writeFile(path, await readFile(ARTICLE))
    const { window } = await launch(path)
    await settled(window, 'ready')
    await drop(window, window.locator('[data-drop="us"]'), { files: [readout('talks', 'us')] })
    await expect(pane(window, 'United States')).toContainText('five hours in talks')
    await expect(window.getByRole('note')).toContainText('The text of China is from a news story')
  } finally {
    await rm(folder, { recursive: true })
  }
})
