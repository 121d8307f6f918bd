import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { readProject } from '../../engine/project/read.ts'
import type { Project } from '../../engine/project/project.ts'
import { expect, menu, readout, settled, test } from './app.ts'
import { alert, banner, choose, history, noteOnSentence, passage, saveTo, sentence } from './desk.ts'
import { drop } from './drop.ts'

const TALKS = [readout('talks', 'us'), readout('talks', 'cn')]
const CALL = [readout('call', 'us'), readout('call', 'cn')]

const projectIn = async (path: string): Promise<Project> => {
  const read = readProject(await readFile(path, 'utf8'))
  if (!read.ok) throw new Error(read.message)
  return read.project
}
const recent = (window: Page) => window.getByRole('navigation', { name: 'Recent projects' })
test('all that was done is there when the project is opened again', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const path = join(profile, 'talks.parallax')
  const first = await launchOn(profile, ...TALKS)
  await test.step('work', async () => {
    const { window } = first
    await settled(window, 'ready')
    await expect(banner(window)).not.toContainText('not saved')
    await noteOnSentence(window, 'u2', 'Only here “open channels”, 公开渠道.')
    await expect(banner(window)).toContainText('not saved')
    await passage(window).getByLabel('Said by').selectOption('both')
    await passage(window).getByLabel('verified').check()
    await passage(window).getByRole('button', { name: 'Make tags…' }).first().click()
    const codebook = window.getByRole('dialog', { name: 'Codebook' })
    await codebook.getByRole('button', { name: 'Add a tag' }).click()
    await codebook.getByLabel('Name').fill('Assurance')
    await codebook.getByLabel('Name').press('Tab')
    await codebook.getByRole('button', { name: 'Close' }).click()
    await passage(window)
      .getByRole('group', { name: 'Tags on this sentence' })
      .getByRole('button', { name: 'Assurance' })
      .click()
    await window.getByTitle('Name, sources and note of this comparison').click()
    const about = window.getByRole('dialog', { name: 'About this comparison' })
    await about.getByLabel('Name').fill('The talks in June')
    await about.getByLabel('Name').press('Tab')
    await about.getByLabel('Issuer').first().fill('Department of Illustration')
    await about.getByLabel('Issuer').first().press('Tab')
    await about.getByRole('button', { name: 'Close' }).click()
    await saveTo(first.electron, window, path)
    await first.electron.close()
  })

  const { electron, window } = await launchOn(profile)
  await settled(window, 'empty')
  await recent(window).getByRole('button', { name: 'talks.parallax' }).click()
  await settled(window, 'ready')
  await expect(banner(window)).toContainText('The talks in June')
  await expect(banner(window)).toContainText('no changes')
  await sentence(window, 'u2').click()
  await expect(passage(window).getByLabel('Note on this sentence')).toHaveValue(
    'Only here “open channels”, 公开渠道.'
  )
  await expect(passage(window).getByLabel('Said by')).toHaveValue('both')
  await expect(passage(window).getByLabel('verified')).toBeChecked()
  await expect(
    passage(window).getByRole('group', { name: 'Tags on this sentence' }).getByRole('button', {
      name: 'Assurance'
    })
  ).toHaveAttribute('aria-pressed', 'true')
  await banner(window).click()
  await window.keyboard.press('h')
  await expect(history(window).getByRole('listitem')).toHaveCount(5)
  await window.keyboard.press('h')
  await expect(passage(window)).toBeVisible()

  await test.step('the changes can be undone after a new start, and that is a change', async () => {
    await menu(electron, 'Undo')
    await menu(electron, 'Undo')
    await menu(electron, 'Undo')
    await expect(passage(window).getByLabel('Said by')).not.toHaveValue('both')
    await expect(banner(window)).toContainText('not saved')
    await menu(electron, 'Redo')
    await expect(passage(window).getByLabel('Said by')).toHaveValue('both')
  })
  await test.step('under another name', async () => {
    const before = await readFile(path, 'utf8')
    const other = join(profile, 'other.parallax')
    await choose(electron, other)
    await menu(electron, 'Save as…')
    await expect(banner(window)).toContainText('other.parallax')
    await expect(window).toHaveTitle('The talks in June – other.parallax – Parallax')
    await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
    expect(await readFile(path, 'utf8')).toBe(before)
    const [study] = (await projectIn(other)).studies
    expect([study?.edits.entries.length, study?.edits.undone.length]).toEqual([2, 2])
    expect(study?.sources.us.cited?.issuer).toBe('Department of Illustration')
  })
})

test('two comparisons in one project, each with its own work; one is taken out', async ({
  launch,
  newProfile
}) => {
  const path = join(await newProfile(), 'two.parallax')
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  const note = passage(window).getByLabel('Note on this sentence')
  const which = window.getByRole('combobox', { name: 'Comparison in this project' })
  await noteOnSentence(window, 'u2', 'of the talks')
  await window.getByRole('button', { name: 'New', exact: true }).click()
  await settled(window, 'empty')
  await expect(which).toBeVisible()
  await drop(window, banner(window), { files: CALL })
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', 'of the call')
  await expect(which.getByRole('option')).toHaveCount(2)
  await which.selectOption({ index: 0 })
  await expect(window.getByRole('region', { name: 'United States readout' })).toContainText('five hours')
  await sentence(window, 'u2').click()
  await expect(note).toHaveValue('of the talks')
  await saveTo(electron, window, path)

  await which.selectOption({ index: 1 })
  await sentence(window, 'u2').click()
  await expect(note).toHaveValue('of the call')
  expect((await projectIn(path)).studies.map(({ edits }) => edits.entries.length)).toEqual([1, 1])

  await window.getByTitle('Name, sources and note of this comparison').click()
  const question = window.getByRole('dialog', { name: 'Take this comparison out?' })
  await window.getByRole('button', { name: 'Take this comparison out of the project' }).click()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(which.getByRole('option')).toHaveCount(2)
  await sentence(window, 'u2').click()
  await expect(note).toHaveValue('of the call')
  await window.getByTitle('Name, sources and note of this comparison').click()
  await window.getByRole('button', { name: 'Take this comparison out of the project' }).click()
  await question.getByRole('button', { name: 'Take it out' }).click()
  await expect(which).toBeHidden()
  await sentence(window, 'u2').click()
  await expect(note).toHaveValue('of the talks')
  await menu(electron, 'Save')
  await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
  expect((await projectIn(path)).studies).toHaveLength(1)
})

test('a dropped project is opened, after asking; a damaged one is refused and an earlier copy opened', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const path = join(folder, 'talks.parallax')
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  const note = passage(window).getByLabel('Note on this sentence')
  await noteOnSentence(window, 'u2', 'first')
  await saveTo(electron, window, path)
  await noteOnSentence(window, 'u3', 'second')
  await expect(banner(window)).toContainText('not saved')
  await menu(electron, 'Save')
  await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
  const whole = await readFile(path, 'utf8')

  const question = window.getByRole('dialog', { name: 'Save your work first?' })
  await test.step('asked, and left as it is', async () => {
    await noteOnSentence(window, 'u4', 'not saved')
    await drop(window, banner(window), { files: [path] })
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(question).toBeHidden()
    await expect(note).toHaveValue('not saved')
  })
  await test.step('asked, and not saved', async () => {
    await drop(window, banner(window), { files: [path] })
    await question.getByRole('button', { name: 'Do not save' }).click()
    await expect(banner(window)).toContainText('no changes')
    await sentence(window, 'u4').click()
    await expect(note).toHaveValue('')
    await sentence(window, 'u3').click()
    await expect(note).toHaveValue('second')
  })
  await test.step('damaged', async () => {
    await window.getByRole('button', { name: 'New', exact: true }).click()
    await settled(window, 'empty')
    await writeFile(path, whole.slice(0, whole.length / 2))
    await drop(window, banner(window), { files: [path] })
    await expect(alert(window)).toContainText('damaged: it ends in the middle')
    const copies = window.getByRole('region', { name: 'Earlier copies' })
    await copies.getByRole('button', { name: 'Open it' }).first().click()
    await settled(window, 'ready')
    await expect(copies).toBeHidden()
    await expect(banner(window)).toContainText('read only')
    await sentence(window, 'u2').click()
    await expect(note).toHaveValue('first')
    // It is saved beside the damaged one, which stays.
    await choose(electron, join(folder, 'mended.parallax'))
    await menu(electron, 'Save')
    await expect(banner(window)).toContainText('mended.parallax')
    expect(await readFile(path, 'utf8')).toBe(whole.slice(0, whole.length / 2))
    expect((await projectIn(join(folder, 'mended.parallax'))).studies).toHaveLength(1)
  })
  await test.step('of a newer version, and no project at all', async () => {
    const newer = join(folder, 'newer.parallax')
    await writeFile(newer, whole.replace('"version":1', '"version":99'))
    await drop(window, banner(window), { files: [newer] })
    await expect(alert(window)).toContainText('written by a newer version')
    await expect(banner(window)).toContainText('mended.parallax')
    await writeFile(newer, 'Dear colleague,')
    await drop(window, banner(window), { files: [newer] })
    await expect(alert(window)).toContainText('not a Parallax project')
  })
})
