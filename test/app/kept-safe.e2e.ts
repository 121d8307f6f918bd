import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { checksumOf, membersOf } from '../../engine/project/checksum.ts'
import { expect, menu, readout, settled, test } from './app.ts'
import { alert, banner, choose, noteOnSentence, passage, saveTo, sentence } from './desk.ts'
import { drop } from './drop.ts'

test.use({ isAlone: true })

const TALKS = [readout('talks', 'us'), readout('talks', 'cn')]
const note = (window: Page) => passage(window).getByLabel('Note on this sentence')
const question = (window: Page) => window.getByRole('dialog', { name: 'Save your work first?' })

test('the desk becomes what was opened, where that has no comparison too', async ({ launch, newProfile }) => {
  const folder = await newProfile()
  const [talks, codes] = [join(folder, 'talks.parallax'), join(folder, 'codes.parallax')]
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await test.step('a project of a codebook alone', async () => {
    await menu(electron, 'Any command…')
    await window.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Codebook')
    await window.keyboard.press('Enter')
    const codebook = window.getByRole('dialog', { name: 'Codebook' })
    await codebook.getByRole('button', { name: 'Add a tag' }).click()
    await codebook.getByLabel('Name').fill('Assurance')
    await codebook.getByLabel('Name').press('Tab')
    await codebook.getByRole('button', { name: 'Close' }).click()
    await saveTo(electron, window, codes)
  })
  const second = await launch(...TALKS)
  await settled(second.window, 'ready')
  await noteOnSentence(second.window, 'u2', 'of the talks')
  await saveTo(second.electron, second.window, talks)
  await electron.close()

  await drop(second.window, banner(second.window), { files: [codes] })
  await expect(banner(second.window)).toContainText('codes.parallax')
  await settled(second.window, 'empty')
  await expect(sentence(second.window, 'u2')).toHaveCount(0)
  await drop(second.window, second.window.locator('main'), { files: TALKS })
  await settled(second.window, 'ready')
  await noteOnSentence(second.window, 'u3', 'of the second')
  await menu(second.electron, 'Save')
  await expect(banner(second.window)).toContainText(/saved \d\d:\d\d/)
  expect(await readFile(codes, 'utf8')).toMatch(/Assurance[\s\S]*of the second/u)
  expect(await readFile(talks, 'utf8')).not.toContain('of the second')
})

test('what is typed while another project is read is asked about, and not lost', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const [first, other] = [join(folder, 'first.parallax'), join(folder, 'other.parallax')]
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', 'of the other')
  await saveTo(electron, window, other)
  await noteOnSentence(window, 'u2', 'of the first')
  await choose(electron, first)
  await menu(electron, 'Save as…')
  await expect(banner(window)).toContainText('first.parallax')

  // The worker is given what it is to read only when this says so.
  const hold = (): Promise<void> =>
    window.evaluate(() => {
      const { prototype } = Worker
      const post = Object.getOwnPropertyDescriptor(prototype, 'postMessage')?.value as (
        message: unknown
      ) => void
      prototype.postMessage = function (this: Worker, message: { task?: { do: string } }) {
        if (message.task?.do !== 'read') {
          post.call(this, message)
          return
        }
        document.body.dataset['held'] = 'true'
        globalThis.window.addEventListener('test-go-on', () => {
          prototype.postMessage = post
          delete document.body.dataset['held']
          post.call(this, message)
        })
      }
    })
  const goOn = (): Promise<void> =>
    window.evaluate(() => {
      globalThis.window.dispatchEvent(new Event('test-go-on'))
    })
  const openAndType = async (words: string): Promise<void> => {
    await hold()
    await drop(window, banner(window), { files: [other] })
    await window.locator('body[data-held]').waitFor()
    await sentence(window, 'u3').click()
    await note(window).fill(words)
    await goOn()
  }
  await openAndType('typed meanwhile')
  await question(window).getByRole('button', { name: 'Cancel' }).click()
  await expect(banner(window)).toContainText('first.parallax')
  await expect(note(window)).toHaveValue('typed meanwhile')
  await menu(electron, 'Save')
  await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
  expect(await readFile(first, 'utf8')).toContain('typed meanwhile')

  await openAndType('saved before it leaves')
  await question(window).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(banner(window)).toContainText('other.parallax')
  await expect(banner(window)).toContainText('no changes')
  expect(await readFile(first, 'utf8')).toContain('saved before it leaves')
  expect(await readFile(other, 'utf8')).not.toContain('saved before it leaves')
})

test('members that this version does not know are in the file again', async ({ launch, newProfile }) => {
  const path = join(await newProfile(), 'talks.parallax')
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', 'first')
  await saveTo(electron, window, path)
  const content = JSON.parse(await readFile(path, 'utf8')) as {
    checksum?: string
    studies: { edits: object }[]
  }
  delete content.checksum
  Object.assign(content, { later: 'top' })
  const [study] = content.studies
  if (study) Object.assign(study, { later: 'study', edits: { ...study.edits, later: 'edits' } })
  await writeFile(path, JSON.stringify({ ...content, checksum: checksumOf(membersOf({ ...content })) }))
  await drop(window, banner(window), { files: [path] })
  await expect(banner(window)).toContainText('no changes')
  await noteOnSentence(window, 'u3', 'second')
  await menu(electron, 'Save')
  await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
  const saved = await readFile(path, 'utf8')
  expect(saved).toContain('second')
  expect(JSON.parse(saved)).toMatchObject({
    later: 'top',
    studies: [{ later: 'study', edits: { later: 'edits' } }]
  })
})

test('what could not be kept or saved is said as long as it is so', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const folder = join(profile, 'work')
  await mkdir(folder)
  const path = join(folder, 'talks.parallax')
  const { electron, window } = await launchOn(profile, ...TALKS)
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', 'first')
  await saveTo(electron, window, path)

  await test.step('a draft that cannot be written', async () => {
    const drafts = join(profile, 'drafts')
    await rm(drafts, { recursive: true })
    await writeFile(drafts, 'in the way')
    await noteOnSentence(window, 'u3', 'second')
    await expect(alert(window)).toContainText('could not be kept safe')
    await expect(banner(window)).toContainText('not yet safe')
    await rm(drafts)
    // Nothing more is done: it is tried again by itself.
    await expect(alert(window)).toHaveCount(0)
    await expect(banner(window)).toContainText('not saved')
    expect((await readdir(drafts)).some((name) => name.endsWith('.draft'))).toBe(true)
  })
  await test.step('a file that cannot be written', async () => {
    await chmod(path, 0o444)
    await menu(electron, 'Save')
    await expect(alert(window)).toContainText('may only be read')
    await chmod(path, 0o644)
    await menu(electron, 'Save')
    await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
    await expect(alert(window)).toHaveCount(0)
  })
  await test.step('a file whose folder is gone is put back with it', async () => {
    // Told by whoever is first, the watch over the file or the save that fails; after the watch one save puts it back.
    await window.evaluate(() => {
      new MutationObserver(() => {
        const told = document.querySelector('[role="alert"]')?.textContent ?? ''
        document.body.dataset['told'] = `${document.body.dataset['told'] ?? ''}\n${told}`
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    await rename(folder, join(profile, 'elsewhere'))
    await noteOnSentence(window, 'u4', 'third')
    await menu(electron, 'Save')
    await expect
      .poll(() => window.evaluate(() => document.body.dataset['told'] ?? ''))
      .toMatch(/Save again to put it back|Save to write it again/u)
    await menu(electron, 'Save')
    await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
    await expect(alert(window)).toHaveCount(0)
    expect(await readFile(path, 'utf8')).toContain('third')
  })
})

test('a draft that is damaged in both places is told of', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const drafts = join(profile, 'drafts')
  const states = async (): Promise<string[]> =>
    (await readdir(drafts).catch(() => [])).filter((name) => name.endsWith('.draft'))
  const first = await launchOn(profile, ...TALKS)
  await settled(first.window, 'ready')
  await noteOnSentence(first.window, 'u2', 'first')
  // On a busy machine the note is kept while it is still typed, and once more when it is whole.
  await expect.poll(async () => (await states()).length).toBeGreaterThan(0)
  await noteOnSentence(first.window, 'u2', 'second')
  await expect.poll(async () => (await states()).length).toBe(2)
  first.electron.process().kill('SIGKILL')
  await first.electron.waitForEvent('close')
  for (const name of await states()) await writeFile(join(drafts, name), 'torn')

  const { window } = await launchOn(profile)
  await settled(window, 'empty')
  const unsaved = window.getByRole('region', { name: 'Unsaved work' })
  await expect(unsaved).toContainText('cannot be taken up')
  await expect(unsaved).toContainText(drafts)
  await unsaved.getByRole('button', { name: 'Throw it away' }).click()
  await window
    .getByRole('dialog', { name: 'Throw this work away?' })
    .getByRole('button', { name: 'Throw it away' })
    .click()
  await expect(unsaved).toBeHidden()
  expect(await states()).toEqual([])
})
