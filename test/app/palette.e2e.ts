import { resolve } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { expect, launchSample, menu, readout, settled, test } from './app.ts'
import { command, passage, sentence } from './desk.ts'
import { drop } from './drop.ts'

/** What only the palette lists, since there are as many as the comparison has things; each does what it is called. */

const TALKS = [readout('talks', 'us'), readout('talks', 'cn')]
const STORY = resolve(import.meta.dirname, '../fixtures/stories/geneva.txt')
const cards = (window: Page): Locator => window.getByRole('article')
const rows = (window: Page): Locator => window.locator('article.row')

test('topics are looked at, and rows ordered and folded, from the palette', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await command(electron, window, 'Look at Taiwan')
  const topic = window.getByRole('navigation', { name: 'Topics' }).getByRole('button', { name: /^Taiwan/ })
  await expect(topic).toHaveAttribute('aria-pressed', 'true')
  await window.keyboard.press('2')
  const only = window.getByRole('button', { name: /^Only Taiwan/ })
  await expect(only).toBeVisible()
  await command(electron, window, 'Show all findings and topics')
  await expect(only).toHaveCount(0)
  await expect(topic).toHaveAttribute('aria-pressed', 'false')

  await command(electron, window, 'Order of the rows: by difference')
  await expect(window.getByLabel('Order')).toHaveValue('difference')
  await expect(rows(window)).not.toHaveCount(0)
  await command(electron, window, 'Fold all topics')
  await expect(rows(window)).toHaveCount(0)
  await command(electron, window, 'Unfold all topics')
  await expect(rows(window)).not.toHaveCount(0)
})

test('findings are narrowed, dismissed ones shown, and all shown again, from the palette', async ({
  launch
}) => {
  const { electron, window } = await launchSample(launch)
  await window.keyboard.press('3')
  const all = await cards(window).count()
  await command(electron, window, 'Show only findings of the kind “Omission”')
  await expect(window.getByLabel('Kind')).toHaveValue('omission')
  expect(await cards(window).count()).toBeLessThan(all)
  await command(electron, window, 'Show all findings and topics')
  await expect(cards(window)).toHaveCount(all)
  await command(electron, window, 'Show only findings on what China alone reports')
  await expect(window.getByLabel('Reported by')).toHaveValue('cn')
  await command(electron, window, 'Show all findings and topics')

  await window.keyboard.press('j')
  await window.keyboard.press('x')
  await expect(cards(window)).toHaveCount(all - 1)
  await command(electron, window, 'Show dismissed findings, or hide them')
  await expect(cards(window)).toHaveCount(all)
  await command(electron, window, 'Show dismissed findings, or hide them')
  await expect(cards(window)).toHaveCount(all - 1)
})

test('what was done is taken back to the machine’s answer, and the whole is noted on, from the palette', async ({
  launch
}) => {
  const { electron, window } = await launchSample(launch)
  await sentence(window, 'u2').click()
  const chosen = passage(window)
    .getByRole('group', { name: 'Relation of the two' })
    .locator('[aria-pressed="true"]')
  const relation = (await chosen.textContent()) ?? ''
  await window.keyboard.press('d')
  await expect(chosen).not.toHaveText(relation)
  await command(electron, window, 'Back to the machine’s answer')
  await sentence(window, 'u2').click()
  await expect(chosen).toHaveText(relation)

  await command(electron, window, 'Write a note on the whole comparison')
  const about = window.getByRole('dialog', { name: 'About this comparison' })
  await about.getByLabel('Note on the whole comparison').fill('On the whole')
  await window.keyboard.press('Escape')
  await command(electron, window, 'Compare again')
  await settled(window, 'ready')
  await command(electron, window, 'About this comparison')
  await expect(about.getByLabel('Note on the whole comparison')).toHaveValue('On the whole')
})

test('another meeting, another language and what was read from a file are come to from the palette', async ({
  launch
}) => {
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  await sentence(window, 'u2').click()
  await window.keyboard.press('v')
  await menu(electron, 'New meeting in this project')
  await settled(window, 'empty')
  await drop(window, window.getByRole('banner'), {
    files: [
      resolve(import.meta.dirname, '../fixtures/formats/talks-us.mhtml'),
      readout('talks', 'cn'),
      readout('talks', 'cn.zh')
    ]
  })
  await settled(window, 'ready')
  const china = window.getByRole('region', { name: 'China readout' })
  await expect(china).toContainText('Diaoyutai')
  await command(electron, window, 'Text at the right in its other language')
  await expect(china).toContainText('钓鱼台')
  await command(electron, window, 'What was read from the file at the left, and what was cut')
  await expect(window.getByRole('dialog', { name: /What was read/u })).toBeVisible()
  await window.keyboard.press('Escape')

  await command(electron, window, 'Go to “Blinken–Qin, Beijing”')
  await expect(window.getByText(/1 of \d+ verified/)).toBeVisible()
})

test('a news story is viewed, and treated as one readout, from the palette', async ({ launch }) => {
  const { electron, window } = await launch(STORY)
  await settled(window, 'ready')
  await command(electron, window, 'View the news story')
  await expect(window.getByRole('dialog', { name: /geneva\.txt/u })).toBeVisible()
  await window.keyboard.press('Escape')
  await command(electron, window, 'Treat the news story as one readout')
  await settled(window, 'empty')
  await expect(window.locator('[data-drop].filled')).toContainText('geneva.txt')
})
