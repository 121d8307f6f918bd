import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, launchSample, menu, readout, settled, test } from './app.ts'
import { banner, choose, noteOnSentence, passage, sentence } from './desk.ts'
import { drop } from './drop.ts'

const TALKS = [readout('talks', 'us'), readout('talks', 'cn')]
const RECIPE =
  'Peel six large onions and cut them into thin rings. Melt the butter in a heavy pot, add the onions and let them soften slowly until they are brown and sweet. Pour in the broth, season with thyme and pepper, and simmer for half an hour. Toast slices of bread, lay them on the soup, cover with grated cheese and put the bowls under the grill until the cheese is golden.'

test('a meeting is called by who met where, and renamed where it stands; window, file and exports follow', async ({
  launch
}) => {
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  const name = banner(window).getByRole('button', { name: /rename$/ })
  await expect(name).toHaveText('Blinken–Qin, Beijing')
  expect(await window.title()).toBe('Blinken–Qin, Beijing – Parallax')
  await name.press('Enter')
  const field = banner(window).getByRole('textbox', { name: 'Name of the meeting' })
  await field.fill('Beijing, first round')
  await field.press('Enter')
  await expect(name).toHaveText('Beijing, first round')
  await expect(name).toBeFocused()
  await name.press('Enter')
  await field.fill('thought better of')
  await field.press('Escape')
  await expect(name).toHaveText('Beijing, first round')
  expect(await window.title()).toBe('Beijing, first round – Parallax')
  /** The name that the next dialog to save offers, which is then called off. */
  await electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = ((...words: { defaultPath?: string }[]) => {
      ;(globalThis as { offered?: string }).offered = words.at(-1)?.defaultPath ?? ''
      return Promise.resolve({ canceled: true, filePath: '' })
    }) as typeof dialog.showSaveDialog
  })
  const offered = (): Promise<string> =>
    electron.evaluate(() => (globalThis as { offered?: string }).offered ?? '')
  await menu(electron, 'Save')
  await expect.poll(offered).toMatch(/Beijing, first round\.parallax$/)
  await menu(electron, 'Export…')
  await window.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click()
  await expect.poll(offered).toMatch(/Beijing, first round\.docx$/)
})

test('what a citation lacks is asked for, once it is copied and before it is exported', async ({
  launch
}) => {
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  await sentence(window, 'u2').click()
  await window.keyboard.press('c')
  const add = window.getByRole('button', { name: 'Add them' })
  await expect(window.locator('body')).toContainText('The citations lack issuer and date of the US readout')
  await add.click()
  const about = window.getByRole('dialog', { name: 'About this comparison' })
  for (const party of ['United States', 'China']) {
    const side = about.getByRole('group', { name: party, exact: true })
    await side.getByLabel('Issuer').fill('A ministry')
    await side.getByLabel('Published').fill('2023-06-18')
  }
  await window.keyboard.press('Escape')
  await menu(electron, 'Export…')
  await expect(window.getByRole('dialog', { name: 'Export' })).not.toContainText('lack')
})

test('a text in the other language is laid beside, and what was done stays', async ({ launch }) => {
  const { window } = await launch(readout('call', 'us'), readout('call', 'cn'))
  await settled(window, 'ready')
  await noteOnSentence(window, 'c2', 'kept through the second language')
  await drop(window, banner(window), { files: [readout('call', 'cn.zh')] })
  await expect(window.getByRole('group', { name: 'Language of the China readout' })).toBeVisible()
  await sentence(window, 'c2').click()
  await expect(passage(window).getByLabel('Note on this sentence')).toHaveValue(
    'kept through the second language'
  )
  await expect(window.getByRole('combobox', { name: 'Comparison in this project' })).toHaveCount(0)
})

test('what looks like no readout joins only when the reader says so', async ({ launch, newProfile }) => {
  const recipe = join(await newProfile(), 'onion soup.txt')
  await writeFile(recipe, RECIPE)
  const { window } = await launch(...TALKS)
  await settled(window, 'ready')
  const words = await sentence(window, 'u3').textContent()
  await drop(window, banner(window), { files: [recipe] })
  const question = window.getByRole('dialog', { name: 'Is this a readout?' })
  await expect(question).toContainText('“onion soup.txt” looks like no readout')
  await expect(question).not.toContainText('It is compared')
  await question.getByRole('button', { name: 'Leave it out' }).click()
  await expect(question).toHaveCount(0)
  expect(await sentence(window, 'u3').textContent()).toBe(words)
  await drop(window, window.locator('[data-drop="cn"]'), { files: [recipe] })
  await question.getByRole('button', { name: 'Compare it all the same' }).click()
  await expect(window.locator('[data-drop="cn"]')).toContainText('Peel six large onions')
})

test('a new meeting stays in the project; a new project begins with nothing', async ({
  launch,
  newProfile
}) => {
  const { electron, window } = await launchSample(launch)
  await noteOnSentence(window, 'u2', 'a note')
  await menu(electron, 'New meeting in this project')
  await settled(window, 'empty')
  const switcher = window.getByRole('combobox', { name: 'Comparison in this project' })
  await expect(switcher).toContainText('Hartwell–Luo Weihan, Singapore, 21 July 2027')
  await choose(electron, join(await newProfile(), 'kept.parallax'))
  await menu(electron, 'New project')
  await window.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(switcher).toHaveCount(0)
  expect(await window.title()).toBe('Parallax')
  await expect(banner(window)).not.toContainText('kept')
})

test('of one text that looks like no readout nothing is said to be compared', async ({
  launch,
  newProfile
}) => {
  const recipe = join(await newProfile(), 'onion soup.txt')
  await writeFile(recipe, RECIPE)
  const { window } = await launch(recipe)
  const notice = window.getByRole('status').filter({ hasText: 'looks like no readout' })
  await expect(notice).toContainText('If it is the wrong file')
  await expect(notice).not.toContainText('compared')
})
