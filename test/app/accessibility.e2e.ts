import { expect, launchSample, readout, settled, test } from './app.ts'
import { seriousInBothColours } from './axe.ts'
import { drop } from './drop.ts'

test('empty', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  expect(await seriousInBothColours(window)).toEqual([])
})

test('texts, with a selected passage, a topic and an error', async ({ launch }) => {
  const { window } = await launchSample(launch)
  expect(await seriousInBothColours(window)).toEqual([])
  await window.keyboard.press('j')
  await drop(window, window.getByRole('banner'), {
    files: [readout('talks', 'us'), readout('talks', 'us')]
  })
  await expect(window.getByRole('alert')).toBeVisible()
  expect(await seriousInBothColours(window)).toEqual([])
})

test('topics', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('2')
  await window.keyboard.press('j')
  expect(await seriousInBothColours(window)).toEqual([])
})

test('findings', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('3')
  await window.keyboard.press('j')
  await expect(window.getByRole('complementary', { name: 'The selected finding' })).toBeVisible()
  expect(await seriousInBothColours(window)).toEqual([])
  await window.keyboard.press('1')
  await window.getByText('Legend', { exact: true }).click()
  expect(await seriousInBothColours(window)).toEqual([])
})

test('dialogs', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('?')
  expect(await seriousInBothColours(window)).toEqual([])
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^lexicon / }).click()
  await window.getByRole('button', { name: 'Add…' }).click()
  expect(await seriousInBothColours(window)).toEqual([])
})
