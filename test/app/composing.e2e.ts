import type { CDPSession, Locator, Page } from 'playwright/test'
import { expect, launchSample, menu, test } from './app.ts'
import { passage, sentence } from './desk.ts'

/**
 * Writes in a field as a Chinese input method does: letters that are composed, a word that Enter picks, Escape that
 * drops letters. Neither key may do anything else.
 */
const compose = async (session: CDPSession, field: Locator): Promise<void> => {
  await field.focus()
  for (const key of ['Escape', 'Enter']) {
    await session.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 })
    await expect(field).toHaveValue(/zhong$/)
    // What the browser sends for a key that an input method took.
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: 229 })
    await expect(field).toHaveValue(/zhong$/)
    await session.send('Input.insertText', { text: '中' })
    await expect(field).toHaveValue(/中$/)
  }
  await expect(field).toHaveValue(/中中$/)
  await expect(field).toBeFocused()
}
const dialog = (window: Page, name: string): Locator => window.getByRole('dialog', { name })
const command = async (window: Page, words: string): Promise<void> => {
  await window.getByRole('combobox', { name: 'Command' }).fill(words)
  await window.getByRole('combobox', { name: 'Command' }).press('Enter')
}

test('the keys of an input method belong to it in every field', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  const session = await window.context().newCDPSession(window)

  await test.step('note', async () => {
    await sentence(window, 'u2').click()
    const note = passage(window).getByLabel('Note on this sentence')
    await compose(session, note)
    await note.blur()
    await expect(note).toHaveValue('中中')
  })
  await test.step('palette', async () => {
    await menu(electron, 'Any command…')
    await compose(session, window.getByRole('combobox', { name: 'Command' }))
    await command(window, 'codebook')
  })
  await test.step('codebook', async () => {
    const codebook = dialog(window, 'Codebook')
    await codebook.getByRole('button', { name: 'Add a tag' }).click()
    const name = codebook.getByLabel(/^Name of /u)
    await compose(session, name)
    await compose(session, codebook.getByPlaceholder('What it means'))
    await expect(name).toHaveValue('Tag 1中中')
    await codebook.getByRole('button', { name: 'Close' }).click()
  })
  await test.step('about', async () => {
    await menu(electron, 'Any command…')
    await command(window, 'about')
    const about = dialog(window, 'About this comparison')
    await compose(session, about.getByLabel('Name'))
    await compose(session, about.getByLabel('Title').first())
    await compose(session, about.getByLabel('Note on the whole comparison'))
    await about.getByRole('button', { name: 'Close' }).click()
    await expect(window.getByRole('banner')).toContainText('中中')
  })
  await test.step('a finding of one’s own', async () => {
    await sentence(window, 'u2').focus()
    await window.keyboard.press('f')
    const own = window.getByRole('complementary', { name: 'A finding of your own' })
    await compose(session, own.getByLabel('In one sentence'))
    await own.getByRole('button', { name: 'Give it up' }).click()
  })
  await test.step('paste', async () => {
    await menu(electron, 'Paste a readout…')
    const paste = dialog(window, 'Paste a readout')
    await compose(session, paste.getByLabel('Text of the readout'))
    await paste.getByRole('button', { name: 'Cancel' }).click()
  })
  await test.step('lexicon', async () => {
    await menu(electron, 'Lexicon…')
    const lexicon = dialog(window, 'Lexicon')
    await compose(session, lexicon.getByLabel('Search the lexicon'))
    await lexicon.getByLabel('Search the lexicon').fill('')
    await lexicon.getByRole('button', { name: 'Add…' }).click()
    const form = lexicon.getByRole('form', { name: 'Add an entry' })
    await compose(session, form.getByLabel('The first in Chinese'))
    await compose(session, form.getByLabel('What the choice signals'))
    await expect(form.getByRole('alert')).toHaveCount(0)
    await lexicon.getByRole('button', { name: 'Close' }).click()
  })
  await test.step('find', async () => {
    await menu(electron, 'Find…')
    await compose(session, window.getByRole('textbox', { name: 'Find in both texts' }))
  })
})

test('a note that is composed slowly is not broken up by its being kept', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const session = await window.context().newCDPSession(window)
  await sentence(window, 'u2').click()
  const note = passage(window).getByLabel('Note on this sentence')
  await note.focus()
  await session.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 })
  // Kept as it stands while it is composed: the history of changes has it.
  await expect(window.getByRole('banner')).toContainText('not saved')
  await expect(window.getByRole('status').filter({ hasText: 'zhong' })).toHaveCount(1)
  await session.send('Input.imeSetComposition', { text: 'zhongguo', selectionStart: 8, selectionEnd: 8 })
  await session.send('Input.insertText', { text: '中国' })
  await expect(note).toHaveValue('中国')
  await note.blur()
  await expect(note).toHaveValue('中国')
})
