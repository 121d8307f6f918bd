import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, menu, readout, settled, test } from './app.ts'
import { faults } from './axe.ts'
import { banner, saveTo } from './desk.ts'
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

const MEETINGS = resolve(import.meta.dirname, '../fixtures/story-meetings/wire-three-meetings.marked.txt')

test('of a story of several meetings one is chosen, compared alone and kept in the project file', async ({
  launch
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-meetings-'))
  try {
    const path = join(folder, 'three.txt')
    const marked = await readFile(MEETINGS, 'utf8')
    await writeFile(path, marked.replace(/\{(?:us|cn|both)@\d\|([^}]*)\}/gu, '$1'))
    const { electron, window } = await launch(path)
    await settled(window, 'ready')
    const bar = window.getByRole('note')
    const choice = bar.getByRole('combobox', { name: 'Compare' })
    await expect(bar).toContainText('a news story of 3 meetings: compared is all')
    await expect(choice.locator('option')).toHaveText([
      'the whole story (United States 8; China 7)',
      'Harwick–Lu Zhengan, Monday (United States 2; China 2)',
      'Harwick–Shen Guowei, Monday (United States 2; China 2)',
      'Harwick–Tao Zhenhai, Sunday (United States 3; China 2)'
    ])
    await choice.selectOption({ label: 'Harwick–Tao Zhenhai, Sunday (United States 3; China 2)' })
    await expect(bar).toContainText('of one, Harwick–Tao Zhenhai, Sunday')
    await expect(pane(window, 'China')).toContainText('at the lowest point')
    await expect(pane(window, 'China')).not.toContainText('a wrong perception')
    expect(await window.title()).toContain('Harwick–Tao Zhenhai, Sunday')
    // The story shows of each statement which meeting it is of, and which are general policy.
    await window.getByRole('button', { name: 'View the story' }).click()
    const dialog = window.getByRole('dialog', { name: /three\.txt/u })
    await expect(dialog.locator('mark[data-meeting="3"]')).toHaveCount(4)
    await expect(dialog.locator('mark[data-side="both"]')).toHaveText(
      'The two agreed to add flights between their countries, both sides said.'
    )
    await expect(dialog).toContainText('United States: 3 statements')
    await expect(dialog).toContainText('One of them is of both together, and counted for each.')
    await expect(dialog.locator('mark[data-meeting="–"]')).toHaveCount(2)
    await expect(dialog).toContainText('Of no one meeting (general policy)')
    expect(await faults(window)).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).click()
    // It is in the file, with what was done to it, beside the comparison of another meeting.
    const file = join(folder, 'visit.parallax')
    await saveTo(electron, window, file)
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"compared":"m3"')
    await choice.selectOption({ index: 2 })
    await expect(pane(window, 'China')).toContainText('a wrong perception')
    await menu(electron, 'Save')
    await expect.poll(() => readFile(file, 'utf8')).toContain('"compared":"m2"')
    const other = await launch(file)
    await settled(other.window, 'ready')
    await expect(pane(other.window, 'China')).toContainText('a wrong perception')
    const kept = other.window.getByRole('note').getByRole('combobox', { name: 'Compare' })
    await expect(kept).toHaveValue('m2')
    await kept.selectOption({ index: 3 })
    await expect(pane(other.window, 'China')).toContainText('at the lowest point')
    await menu(other.electron, 'Save')
    await expect(banner(other.window)).not.toContainText('not saved')
    const { studies } = JSON.parse(await readFile(file, 'utf8')) as { studies: unknown[] }
    expect(studies).toHaveLength(2)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('exchanged sides stay so when another meeting of the story is chosen', async ({
  launch,
  newProfile
}) => {
  const path = join(await newProfile(), 'three.txt')
  const marked = await readFile(MEETINGS, 'utf8')
  await writeFile(path, marked.replace(/\{(?:us|cn|both)@\d\|([^}]*)\}/gu, '$1'))
  const { window } = await launch(path)
  await settled(window, 'ready')
  const first = window.locator('section[data-drop="us"]')
  const bar = window.getByRole('note')
  const choice = bar.getByRole('combobox', { name: 'Compare' })
  expect(await window.title()).not.toContain('Washington')
  await window.keyboard.press('s')
  await expect(first).toHaveAttribute('aria-label', 'China readout')
  await choice.selectOption({ index: 3 })
  await expect(bar).toContainText('of one, Harwick–Tao Zhenhai, Sunday')
  await expect(first).toHaveAttribute('aria-label', 'China readout')
  await expect(first).toContainText('at the lowest point')
  // Back to what the project has already.
  await choice.selectOption({ index: 0 })
  await expect(bar).toContainText('compared is all')
  await expect(first).toHaveAttribute('aria-label', 'China readout')
})
