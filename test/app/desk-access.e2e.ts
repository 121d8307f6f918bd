import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, launchSample, menu, settled, test } from './app.ts'
import { banner, choose, history, noteOnSentence, passage, saveTo, sentence } from './desk.ts'
import { drop } from './drop.ts'
import { faultsInBothColours } from './axe.ts'

test('every panel and dialog of the desk, in light and dark colours', async ({ launch, newProfile }) => {
  test.slow()
  const folder = await newProfile()
  const { electron, window } = await launchSample(launch)
  const check = (what: string, show: () => Promise<void>): Promise<void> =>
    test.step(what, async () => {
      await show()
      expect.soft(await faultsInBothColours(window)).toEqual([])
    })
  const close = async (name: string): Promise<void> => {
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog', { name })).toBeHidden()
  }
  const openAbout = (): Promise<void> =>
    window.getByTitle('Name, sources and note of this comparison').click()

  await check('codebook', async () => {
    await sentence(window, 'u2').click()
    await passage(window).getByRole('button', { name: 'Make tags…' }).first().click()
    const codebook = window.getByRole('dialog', { name: 'Codebook' })
    await codebook.getByRole('button', { name: 'Add a tag' }).click()
    await codebook.getByRole('button', { name: 'Add a tag' }).click()
  })
  await close('Codebook')
  await check('passage and sentence with their tools open', async () => {
    await passage(window).getByText('Members', { exact: true }).click()
    await passage(window).getByRole('button', { name: 'Split…' }).click()
    await passage(window).getByRole('button', { name: 'Tag 1' }).first().click()
    await passage(window).getByLabel('verified').check()
    await noteOnSentence(window, 'u2', 'a note')
    await passage(window).getByLabel('Said by').selectOption('both')
  })
  await check('linking', async () => {
    await banner(window).click()
    await window.keyboard.press('l')
    await expect(window.getByText('with a sentence of')).toBeVisible()
  })
  await window.keyboard.press('Escape')
  await check('history, with a step undone', async () => {
    await menu(electron, 'Undo')
    await window.keyboard.press('h')
    await expect(history(window)).toBeVisible()
  })
  await window.keyboard.press('h')
  await check('a finding of one’s own', async () => {
    await sentence(window, 'u2').focus()
    await window.keyboard.press('f')
    await expect(window.getByRole('complementary', { name: 'A finding of your own' })).toBeVisible()
  })
  await check('find', async () => {
    await menu(electron, 'Find…')
    await window.getByRole('textbox', { name: 'Find in both texts' }).fill('China')
  })
  await window.keyboard.press('Escape')
  await window
    .getByRole('complementary', { name: 'A finding of your own' })
    .getByRole('button', { name: 'Give it up' })
    .click()
  await check('words that are selected', async () => {
    await sentence(window, 'u1').selectText()
    await sentence(window, 'u1').dispatchEvent('pointerup')
    await expect(window.getByRole('toolbar', { name: 'The selected words' })).toBeVisible()
  })
  await check('about', async () => {
    await openAbout()
    await expect(window.getByRole('dialog', { name: 'About this comparison' })).toBeVisible()
  })
  await close('About this comparison')
  await check('export', async () => {
    await menu(electron, 'Export…')
    await window.getByRole('radio', { name: /^Table of the findings/ }).check()
  })
  await close('Export')
  await check('commands', () => menu(electron, 'Any command…'))
  await close('Commands')
  await check('second coder', async () => {
    await saveTo(electron, window, join(folder, 'mine.parallax'))
    await passage(window).getByLabel('Said by').selectOption('cn')
    await menu(electron, 'Any command…')
    await window.getByRole('combobox', { name: 'Command' }).fill('second coder')
    await window.keyboard.press('Enter')
    const coder = window.getByRole('dialog', { name: 'Second coder' })
    await choose(electron, join(folder, 'mine.parallax'))
    await coder.getByRole('button', { name: 'Open a colleague’s file…' }).click()
    await expect(coder.getByRole('heading', { name: /^Disagreements/ })).toBeVisible()
  })
  await close('Second coder')
  await check('the question before work is left', async () => {
    await expect(banner(window)).toContainText('not saved')
    await drop(window, banner(window), { files: [join(folder, 'mine.parallax')] })
    await expect(window.getByRole('dialog', { name: 'Save your work first?' })).toBeVisible()
  })
  await close('Save your work first?')
  await check('findings with their tools, one dismissed', async () => {
    await window.keyboard.press('3')
    await window.keyboard.press('j')
    await window.keyboard.press('x')
    await window.getByRole('checkbox', { name: /dismissed/ }).check()
  })
  await check('work to be taken up, and a problem', async () => {
    await menu(electron, 'New meeting in this project')
    await settled(window, 'empty')
    await writeFile(join(folder, 'torn.parallax'), '{"format":"parallax"')
    await drop(window, banner(window), { files: [join(folder, 'torn.parallax')] })
    await window.getByRole('button', { name: 'Do not save' }).click()
    await expect(window.getByRole('alert')).toContainText('damaged')
  })
})
