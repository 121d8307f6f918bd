import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ElectronApplication, Page } from 'playwright/test'
import { expect, settled, startWords, test } from './app.ts'

test.use({ isAlone: true })

/** What is saved here is no project: the app's side does not look at what it keeps. */
const TEXT = 'work of an hour 工作'
const DRAFT = 'draft-of-the-talks'
const run = promisify(execFile)

/** The operating system's own dialogs cannot be driven; everything behind them is real. */
const choosePlace = (electron: ElectronApplication, path: string): Promise<void> =>
  electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

const answerClosing = (electron: ElectronApplication, button: number): Promise<void> =>
  electron.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
  }, button)
const [SAVE, DISCARD, CANCEL] = [0, 1, 2]

const closeFirst = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  })

const saveNew = (window: Page, text = TEXT): Promise<string> =>
  window.evaluate(async (words) => {
    const saved = await globalThis.window.parallax.saveProjectAs({
      text: words,
      suggestedName: 'Talks',
      handle: null
    })
    return saved && 'handle' in saved ? saved.handle : JSON.stringify(saved)
  }, text)

const storeDraft = (window: Page, text: string, handle: string | null = null): Promise<unknown> =>
  window.evaluate((draft) => globalThis.window.parallax.storeDraft(draft), {
    id: DRAFT,
    handle,
    name: 'Talks',
    text
  })

test('saves a project, and has it among the recent ones the next time', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const first = await launchOn(profile)
  await settled(first.window, 'empty')
  await choosePlace(first.electron, join(profile, 'talks.parallax'))
  expect(await saveNew(first.window)).toMatch(/^[0-9a-f-]{36}$/u)
  expect(await readFile(join(profile, 'talks.parallax'), 'utf8')).toBe(TEXT)
  await first.electron.close()

  const { electron, window } = await launchOn(profile)
  await settled(window, 'empty')
  expect(await window.evaluate(() => globalThis.window.parallax.recentProjects())).toMatchObject([
    { name: 'talks.parallax', folder: profile }
  ])
  expect(
    await electron.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.items.flatMap((item) => item.submenu?.items ?? [])
        .find(({ label }) => label === 'Open recent')
        ?.submenu?.items.map(({ label }) => label)
    )
  ).toContain(`talks.parallax — ${profile}`)
})

test('work in progress outlives a kill, and goes on to the file it is of', async ({
  launchOn,
  newProfile
}) => {
  const profile = await newProfile()
  const { electron, window } = await launchOn(profile)
  await settled(window, 'empty')
  await choosePlace(electron, join(profile, 'talks.parallax'))
  const handle = await saveNew(window)
  expect(await storeDraft(window, `${TEXT} and more`, handle)).toBeNull()
  const killed = once(electron.process(), 'exit')
  electron.process().kill('SIGKILL')
  await killed

  const next = await launchOn(profile)
  await settled(next.window, 'empty')
  const taken = await next.window.evaluate(async (id) => {
    const { drafts, takeDraft, saveProject, dropDraft } = globalThis.window.parallax
    const offered = await drafts()
    const draft = await takeDraft(id)
    const saved =
      'text' in draft && draft.handle !== null
        ? await saveProject({ handle: draft.handle, text: draft.text })
        : draft
    await dropDraft(id)
    return { offered, saved, left: await drafts() }
  }, DRAFT)
  expect(taken).toMatchObject({
    offered: [{ id: DRAFT, name: 'Talks', folder: profile }],
    saved: { name: 'talks.parallax' },
    left: []
  })
  expect(await readFile(join(profile, 'talks.parallax'), 'utf8')).toBe(`${TEXT} and more`)
})

test('a page that dies finds its draft again', async ({ launch }) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await storeDraft(window, TEXT)
  const found = await electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<unknown>((done, failed) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => {
          contents.executeJavaScript('window.parallax.drafts()').then(done, failed)
        })
        contents?.forcefullyCrashRenderer()
      })
  )
  expect(found).toMatchObject([{ id: DRAFT }])
})

test('asks before work is lost: cancelled, saved, or given up', async ({ launch }) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await window.evaluate(async () => {
    const { onCommand, setEdited } = globalThis.window.parallax
    onCommand((command) => {
      if (command === 'save-and-close') document.title = command
    })
    await setEdited(true)
  })
  await storeDraft(window, TEXT)

  await answerClosing(electron, CANCEL)
  await closeFirst(electron)
  expect(await window.title()).toBe('Parallax')

  await answerClosing(electron, SAVE)
  await closeFirst(electron)
  await expect(window).toHaveTitle('save-and-close')

  await window.evaluate(() => globalThis.window.parallax.newWindow())
  await expect.poll(() => electron.windows().length).toBe(2)
  const closed = window.waitForEvent('close')
  await answerClosing(electron, DISCARD)
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.getTitle() === 'save-and-close')
      ?.close()
  })
  await closed
  const [other] = electron.windows()
  if (!other) throw new Error('no window is left')
  expect(await other.evaluate(() => globalThis.window.parallax.drafts())).toEqual([])
})

test('closes a window that has saved its work, and ends with the last', async ({ launch }) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await answerClosing(electron, SAVE)
  await window.evaluate(async () => {
    const { onCommand, setEdited, closeNow } = globalThis.window.parallax
    onCommand((command) => {
      if (command === 'save-and-close') void closeNow()
    })
    await setEdited(true)
  })
  const ended = electron.waitForEvent('close')
  await closeFirst(electron)
  await ended
})

test('one file is in one window; another program’s change is told', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const path = join(profile, 'talks.parallax')
  const { electron, window } = await launchOn(profile)
  await settled(window, 'empty')
  await choosePlace(electron, path)
  const handle = await saveNew(window)
  const opened = electron.waitForEvent('window')
  await window.evaluate(() => globalThis.window.parallax.newWindow())
  const second = await opened
  await settled(second, 'empty')
  expect(await second.evaluate(() => globalThis.window.parallax.openProject())).toMatchObject({
    problem: { code: 'locked' }
  })

  const heard = window.evaluate(
    () =>
      new Promise((done) => {
        globalThis.window.parallax.onChangedFile(done)
      })
  )
  await writeFile(path, 'of a colleague')
  expect(await heard).toEqual({ handle, what: 'changed' })
  expect(
    await window.evaluate(
      (to) => globalThis.window.parallax.saveProject({ handle: to, text: 'mine' }),
      handle
    )
  ).toMatchObject({ problem: { code: 'changed-on-disk' } })
  expect(await readFile(path, 'utf8')).toBe('of a colleague')
})

test('a second start hands its project to the first', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const path = join(profile, 'talks.parallax')
  await writeFile(path, TEXT)
  const { electron, window } = await launchOn(profile)
  await settled(window, 'empty')
  const heard = window.evaluate(
    () =>
      new Promise((done) => {
        globalThis.window.parallax.onProject(done)
      })
  )
  const [program, words] = await startWords(profile, path)
  await run(program, words)
  expect(await heard).toMatchObject({ name: 'talks.parallax', text: TEXT, readOnly: null })

  // The window has it now and comes forward, as it does where nothing is asked for; the sample has one of its own.
  await run(program, words)
  await run(program, (await startWords(profile))[1])
  const opened = electron.waitForEvent('window')
  await run(program, (await startWords(profile, '--sample'))[1])
  await settled(await opened, 'ready')
  expect(electron.windows()).toHaveLength(2)
})

test('projects of the command line are opened, each in its window', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const paths = ['talks', 'call'].map((name) => join(profile, `${name}.parallax`))
  for (const path of paths) await writeFile(path, TEXT)
  const { electron, window } = await launchOn(profile, ...paths)
  await expect.poll(() => electron.windows().length).toBe(2)
  const names = (): Promise<string[]> =>
    window.evaluate(async () =>
      (await globalThis.window.parallax.recentProjects()).map(({ name }) => name).sort()
    )
  await expect.poll(names).toEqual(['call.parallax', 'talks.parallax'])
})

test('opens a dropped project; a page cannot name one', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const path = join(profile, 'talks.parallax')
  await writeFile(path, TEXT)
  const { window } = await launchOn(profile)
  await settled(window, 'empty')
  await window.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'given'
    document.body.append(input)
  })
  await window.locator('#given').setInputFiles(path)
  const opened = await window.evaluate(async (named) => {
    const [given] = document.querySelector<HTMLInputElement>('#given')?.files ?? []
    const { openDropped } = globalThis.window.parallax
    return [given && (await openDropped(given)), await openDropped(new File(['x'], named))]
  }, path)
  expect(opened).toMatchObject([{ name: 'talks.parallax', text: TEXT }, { problem: { code: 'failed' } }])
})

test('a window opens where the last one was left', async ({ launchOn, newProfile }) => {
  const profile = await newProfile()
  const place = { x: 120, y: 60, width: 900, height: 600 }
  const first = await launchOn(profile)
  await settled(first.window, 'empty')
  await first.electron.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, place)
  await first.electron.close()
  const { electron, window } = await launchOn(profile)
  await settled(window, 'empty')
  expect(
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  ).toEqual(place)
})
