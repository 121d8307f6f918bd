import { resolve } from 'node:path'
import { expect, launchSample, menu, readout, settled, test } from './app.ts'
import { faultsInBothColours } from './axe.ts'
import { command, DIALOGS, history, noteOnSentence, panelTab, passage, sentence } from './desk.ts'
import { drop } from './drop.ts'

test('empty', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  expect(await faultsInBothColours(window)).toEqual([])
})

test('texts, with a selected passage, a topic and an error', async ({ launch }) => {
  const { window } = await launchSample(launch)
  expect(await faultsInBothColours(window)).toEqual([])
  await window.keyboard.press('j')
  await drop(window, window.getByRole('banner'), {
    files: [readout('talks', 'us'), readout('talks', 'us')]
  })
  await expect(window.getByRole('alert')).toBeVisible()
  expect(await faultsInBothColours(window)).toEqual([])
})

test('topics', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('2')
  await window.keyboard.press('j')
  expect(await faultsInBothColours(window)).toEqual([])
})

test('findings', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('3')
  await window.keyboard.press('j')
  await expect(window.getByRole('complementary', { name: 'The selected finding' })).toBeVisible()
  expect(await faultsInBothColours(window)).toEqual([])
  await window.keyboard.press('1')
  await window.getByText('Legend', { exact: true }).click()
  expect(await faultsInBothColours(window)).toEqual([])
})

test('panels: passage with its tools, notes, history, own finding', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await noteOnSentence(window, 'u2', 'a note')
  await sentence(window, 'u2').click()
  await passage(window).getByText('Members', { exact: true }).click()
  await passage(window).getByRole('button', { name: 'Split…' }).click()
  expect(await faultsInBothColours(window), 'passage').toEqual([])
  await command(electron, window, 'all notes')
  await expect(panelTab(window, 'Notes')).toHaveAttribute('aria-selected', 'true')
  expect(await faultsInBothColours(window), 'notes').toEqual([])
  await menu(electron, 'History of changes')
  await expect(history(window)).toBeVisible()
  expect(await faultsInBothColours(window), 'history').toEqual([])
  await sentence(window, 'u3').focus()
  await window.keyboard.press('f')
  await expect(window.getByRole('complementary', { name: 'A finding of your own' })).toBeVisible()
  expect(await faultsInBothColours(window), 'own finding').toEqual([])
})

test('bars: find, linking, many comparisons in Texts and Topics', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await menu(electron, 'Find…')
  await window.getByRole('textbox', { name: 'Find in both texts' }).fill('the')
  expect(await faultsInBothColours(window), 'find').toEqual([])
  await window.keyboard.press('Escape')
  await sentence(window, 'u2').focus()
  await window.keyboard.press('l')
  expect(await faultsInBothColours(window), 'linking').toEqual([])
  await window.keyboard.press('Escape')
  await window.keyboard.press('2')
  await window.getByRole('button', { name: 'Fold all' }).click()
  expect(await faultsInBothColours(window), 'folded topics').toEqual([])
})

test('dialogs of the comparison and of the app', async ({ launch }) => {
  test.slow()
  const { electron, window } = await launchSample(launch)
  for (const [words, name] of Object.entries(DIALOGS))
    await test.step(name, async () => {
      await command(electron, window, words)
      const dialog = window.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      if (name === 'Codebook') await dialog.getByRole('button', { name: 'Add a tag' }).click()
      if (name === 'Lexicon') await dialog.getByRole('button', { name: 'Add…' }).click()
      expect.soft(await faultsInBothColours(window), name).toEqual([])
      await window.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    })
})

test('dialogs that ask, and the list of commands', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await menu(electron, 'Any command…')
  expect(await faultsInBothColours(window), 'commands').toEqual([])
  await window.keyboard.press('Escape')
  await noteOnSentence(window, 'u2', 'a note')
  expect(await faultsInBothColours(window), 'toast').toEqual([])
  await command(electron, window, 'new project')
  await expect(window.getByRole('dialog', { name: 'Save your work first?' })).toBeVisible()
  expect(await faultsInBothColours(window), 'question').toEqual([])
})

test('dialog: what was read from a page', async ({ launch }) => {
  const { electron, window } = await launch(
    resolve(import.meta.dirname, '../fixtures/formats/talks-us.mhtml'),
    readout('talks', 'cn')
  )
  await settled(window, 'ready')
  await command(electron, window, 'what was read')
  await expect(window.getByRole('dialog', { name: /What was read/u })).toBeVisible()
  expect(await faultsInBothColours(window)).toEqual([])
})
