import type { Page } from 'playwright/test'
import { expect, launchSample, menu, settled, test } from './app.ts'
import { command, DIALOGS, noteOnSentence, passage, sentence } from './desk.ts'
import { spokenFocus, spokenTree, type Spoken } from './spoken.ts'

/** What the screen is called to one who hears it: each control by what it does and on what, and nothing amid a sentence. */

const CONTROLS = ['button', 'checkbox', 'radio', 'textbox', 'combobox', 'slider', 'tab', 'ColorWell']
const controls = async (window: Page): Promise<Spoken[]> =>
  (await spokenTree(window)).filter(({ role }) => CONTROLS.includes(role))

/** Controls without a name, and buttons that a list of all buttons could not tell apart. */
const unclear = async (window: Page): Promise<string[]> => {
  const all = await controls(window)
  const buttons = all.filter(({ role }) => role === 'button').map(({ name }) => name)
  return [
    ...all.filter(({ name }) => name.trim() === '').map(({ role }) => `${role} without a name`),
    ...new Set(buttons.filter((name, at) => buttons.indexOf(name) !== at).map((name) => `twice: ${name}`))
  ]
}

test('no control is without a name, and no two buttons of a view have the same', async ({ launch }) => {
  test.slow()
  const { window: empty } = await launch()
  await settled(empty, 'empty')
  expect.soft(await unclear(empty), 'empty').toEqual([])
  const { electron, window } = await launchSample(launch)
  expect.soft(await unclear(window), 'texts').toEqual([])
  await sentence(window, 'u7').click()
  await passage(window).getByText('Members', { exact: true }).click()
  expect.soft(await unclear(window), 'passage').toEqual([])
  await window.keyboard.press('Escape')
  for (const [key, view] of [
    ['2', 'topics'],
    ['3', 'findings']
  ] as const) {
    await window.keyboard.press(key)
    expect.soft(await unclear(window), view).toEqual([])
  }
  await command(electron, window, 'lexicon')
  const lexicon = window.getByRole('dialog', { name: 'Lexicon' })
  for (const kind of ['Contested terms', 'Concepts', 'Reporting verbs']) {
    await lexicon.getByRole('button', { name: kind, exact: true }).click()
    await lexicon.getByRole('button', { name: 'Add…' }).click()
    expect
      .soft(
        (await controls(window)).filter(({ name }) => name.trim() === '').map(({ role }) => role),
        kind
      )
      .toEqual([])
    await lexicon.getByRole('button', { name: 'Cancel' }).click()
  }
  await window.keyboard.press('Escape')
  await command(electron, window, 'codebook')
  const codebook = window.getByRole('dialog', { name: 'Codebook' })
  await codebook.getByRole('button', { name: 'Add a tag' }).click()
  await codebook.getByRole('button', { name: 'Add a tag' }).click()
  const fields = (await controls(window)).filter(({ role }) => role === 'textbox').map(({ name }) => name)
  expect(new Set(fields).size).toBe(fields.length)
})

test('a sentence is read as it stands; how it stands, how strong its verb is and what is on it comes behind', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  await noteOnSentence(window, 'u5', 'a note')
  const heard = async (): Promise<Spoken | undefined> =>
    (await spokenTree(window)).find(({ name }) => name.startsWith('He stressed'))
  const text = (await sentence(window, 'u5').textContent()) ?? ''
  expect(text).toMatch(/^He stressed/)
  await expect.poll(async () => (await heard())?.name).toBe(text)
  expect((await heard())?.description).toBe(
    'also in the readout of China. reporting verb of strength 3 of 5. has a note of yours.'
  )
  // Switched off in the legend, it is not said either.
  await window.keyboard.press('Escape')
  await window.keyboard.press('m')
  await window.getByRole('checkbox', { name: /reporting verb/ }).uncheck()
  await expect
    .poll(async () => (await heard())?.description)
    .toBe('also in the readout of China. has a note of yours.')
  // What the sentences refer to is not read by itself.
  const texts = (await spokenTree(window)).filter(({ role }) => role === 'StaticText').map(({ name }) => name)
  expect(texts).not.toContain('in part also in the readout of China.')
})

test('what is asked is read with the question; how a side was recognised is a sentence', async ({
  launch
}) => {
  const { electron, window } = await launchSample(launch)
  await expect(window.locator('[data-drop="us"] header')).toHaveAttribute(
    'title',
    /^Recognised: its title begins with “Hartwell”; it names its issuer/
  )
  await noteOnSentence(window, 'u2', 'a note')
  await menu(electron, 'New project')
  await expect(window.getByRole('dialog', { name: 'Save your work first?' })).toHaveAccessibleDescription(
    'What you have done since you began would leave this window.'
  )
})

/** What each dialog is opened for; its title where there is nothing to do in it but to read. */
const FIRST: Record<string, string> = {
  Export: 'radio Word document',
  'About this comparison': 'textbox Name',
  Codebook: 'button Add a tag',
  'Second coder': 'button Open a colleague’s file…',
  Lexicon: 'button Contested terms',
  'Paste a readout': 'textbox Text of the readout',
  Settings: 'radio as the system',
  Guide: 'button Install and start',
  'Keyboard shortcuts': 'heading Keyboard shortcuts',
  Tour: 'group Both texts, side by side'
}

test('a dialog opens where something is done in it, and not on the button that closes it', async ({
  launch
}) => {
  const { electron, window } = await launchSample(launch)
  for (const [words, name] of Object.entries(DIALOGS)) {
    await command(electron, window, words)
    await expect(window.getByRole('dialog', { name })).toBeVisible()
    await expect.poll(() => spokenFocus(window)).toBe(FIRST[name])
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog', { name })).toBeHidden()
  }
})
