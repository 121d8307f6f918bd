import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import { processTree } from '../bench/process-tree.ts'
import { expect, readout, settled, test } from './app.ts'
import { banner, choose, history, noteOnSentence, passage, saveTo, sentence } from './desk.ts'

test.use({ isAlone: true })

const TALKS = [readout('talks', 'us'), readout('talks', 'cn')]
const CALL = [readout('call', 'us'), readout('call', 'cn')]

/** Kills the app and all that it started, as a power cut does. */
const kill = async (electron: ElectronApplication): Promise<void> => {
  const child = electron.process()
  const ended = once(child, 'exit')
  for (const pid of processTree(child.pid ?? -1))
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended with those before it.
    }
  await ended
}

const unsaved = (window: Page) => window.getByRole('region', { name: 'Unsaved work' })
const note = (window: Page) => passage(window).getByLabel('Note on this sentence')
/** Waits until the drafts on disk hold these words, in this order, each a regular expression. */
const keptOnDisk = async (profile: string, ...words: string[]): Promise<void> => {
  const folder = join(profile, 'drafts')
  const drafts = async (): Promise<string> => {
    const all = await readdir(folder).catch(() => [])
    // Not what is still being written: the kill after it would rightly lose that.
    const names = all.filter((name) => /\.(?:draft|part)$/u.test(name))
    return (
      await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
    ).join()
  }
  await expect.poll(async () => new RegExp(words.join('.*'), 's').test(await drafts())).toBe(true)
}

test('work that was killed is taken up, or thrown away', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  await test.step('two works, each killed', async () => {
    for (const [texts, words] of [
      [TALKS, 'of the talks 会谈'],
      [CALL, 'of the call']
    ] as const) {
      const { electron, window } = await launchOn(profile, ...texts)
      await settled(window, 'ready')
      await noteOnSentence(window, 'u2', words)
      await passage(window).getByLabel('Said by').selectOption('both')
      await expect(banner(window)).toContainText('not saved')
      await keptOnDisk(profile, words, 'set-speaker')
      await kill(electron)
    }
  })
  const { electron, window } = await launchOn(profile)
  await settled(window, 'empty')
  await expect(unsaved(window).getByRole('listitem')).toHaveCount(2)
  await test.step('the last comes first, and is taken up', async () => {
    await unsaved(window).getByRole('button', { name: 'Take it up' }).first().click()
    await settled(window, 'ready')
    await expect(unsaved(window).getByRole('listitem')).toHaveCount(1)
    await expect(banner(window)).toContainText('not saved')
    await sentence(window, 'u2').click()
    await expect(note(window)).toHaveValue('of the call')
    await expect(passage(window).getByLabel('Said by')).toHaveValue('both')
    await banner(window).click()
    await window.keyboard.press('h')
    await expect(history(window).getByRole('listitem')).toHaveCount(3)
    await saveTo(electron, window, join(profile, 'call.parallax'))
  })
  await test.step('the other is thrown away for good', async () => {
    const question = window.getByRole('dialog', { name: 'Throw this work away?' })
    await unsaved(window).getByRole('button', { name: 'Throw it away' }).click()
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(unsaved(window).getByRole('listitem')).toHaveCount(1)
    await unsaved(window).getByRole('button', { name: 'Throw it away' }).click()
    await question.getByRole('button', { name: 'Throw it away' }).click()
    await expect(unsaved(window)).toBeHidden()
    await electron.close()
    const next = await launchOn(profile)
    await settled(next.window, 'empty')
    await expect(unsaved(next.window)).toBeHidden()
  })
})

test('words that are typed without a pause are kept within a second', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const { electron, window } = await launchOn(profile, ...TALKS)
  await settled(window, 'ready')
  await sentence(window, 'u2').click()
  await note(window).focus()
  await window.keyboard.type('The Chinese readout leaves the channels out. ')
  await keptOnDisk(profile, 'leaves the channels')
  // What was taken meanwhile does not stand in the way of the typing: not even the space at its end is lost.
  await window.keyboard.type('The American one does not.')
  await expect(note(window)).toHaveValue(
    'The Chinese readout leaves the channels out. The American one does not.'
  )
  // To the full stop: a draft may be taken between any two keys, and the kill loses what came after it.
  await keptOnDisk(profile, 'American one does not\\.')
  await kill(electron)
  const next = await launchOn(profile)
  await settled(next.window, 'empty')
  await unsaved(next.window).getByRole('button', { name: 'Take it up' }).click()
  await settled(next.window, 'ready')
  await sentence(next.window, 'u2').click()
  await expect(note(next.window)).toHaveValue(/leaves the channels out\. The American one does not\.$/)
})

test('what is typed into the fields of a dialog is kept before they are left', async ({
  launchOn,
  newProfile
}) => {
  const profile = await newProfile()
  const { electron, window } = await launchOn(profile, ...TALKS)
  await settled(window, 'ready')
  await window.getByTitle('Name, sources and note of this comparison').click()
  const about = window.getByRole('dialog', { name: 'About this comparison' })
  const issuer = about.getByRole('group', { name: 'China' }).getByLabel('Issuer')
  await issuer.focus()
  await window.keyboard.type('Ministry of ')
  await keptOnDisk(profile, 'Ministry of')
  await window.keyboard.type('Illustration')
  await expect(issuer).toHaveValue('Ministry of Illustration')
  await keptOnDisk(profile, 'Ministry of Illustration')
  await about.getByRole('button', { name: 'Make tags…' }).first().click()
  const codebook = window.getByRole('dialog', { name: 'Codebook' })
  await codebook.getByRole('button', { name: 'Add a tag' }).click()
  await codebook.getByLabel('Name').fill('Assurance')
  await keptOnDisk(profile, '"Assurance"')
  await kill(electron)
  const next = await launchOn(profile)
  await settled(next.window, 'empty')
  await unsaved(next.window).getByRole('button', { name: 'Take it up' }).click()
  await settled(next.window, 'ready')
  await next.window.getByTitle('Name, sources and note of this comparison').click()
  await expect(next.window.getByRole('group', { name: 'China' }).getByLabel('Issuer')).toHaveValue(
    'Ministry of Illustration'
  )
})

test('what is on screen is asked about before other work is taken up in its place', async ({
  launchOn,
  newProfile
}) => {
  const profile = await newProfile()
  const first = await launchOn(profile, ...TALKS)
  await settled(first.window, 'ready')
  // Words that the readouts have not: a draft of these alone may be on disk before the note is.
  await noteOnSentence(first.window, 'u2', 'noted of the talks')
  await keptOnDisk(profile, 'noted of the talks')
  await kill(first.electron)

  const { electron, window } = await launchOn(profile, ...CALL)
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', 'of the call')
  const question = window.getByRole('dialog', { name: 'Save your work first?' })
  const takeUp = unsaved(window).getByRole('button', { name: 'Take it up' })
  await takeUp.click()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await expect(takeUp).toBeVisible()
  await expect(note(window)).toHaveValue('of the call')

  const path = join(profile, 'call.parallax')
  await choose(electron, path)
  await takeUp.click()
  await question.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(unsaved(window)).toBeHidden()
  await expect(window.locator('[data-drop="us"]')).toContainText('Qin Gang')
  await sentence(window, 'u2').click()
  await expect(note(window)).toHaveValue('noted of the talks')
  expect((await readFile(path, 'utf8')).includes('of the call')).toBe(true)
})
