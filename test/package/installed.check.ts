import { copyFile, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { chromium, expect, test, type Browser, type Page } from 'playwright/test'
import { debianVersion } from '../../electron/packaging/deb.ts'
import { IDENTITY } from '../../electron/packaging/identity.ts'
import { drop } from '../app/drop.ts'
import { CleanSystem, HOME } from './clean-system.ts'
import { made, ROOT } from './made.ts'
import { publish } from './repository.ts'
import { Screen } from './screen.ts'

/**
 * The package on a clean Debian, as a person has it: installed with apt, started by a normal user with the sandbox on,
 * files opened by the desktop's own way, keys pressed at the display. Each test goes on where the one before ended.
 */
test.describe.configure({ mode: 'serial' })

const PROGRAM = '/usr/lib/parallax/parallax'
const PROFILE = `${HOME}/.config/Parallax`
const PROJECT = `${HOME}/talks.parallax`
const MAKE_LIMIT_MS = 10 * 60_000

const display = process.env['DISPLAY'] ?? ''
const desktop = { DISPLAY: display, XDG_CURRENT_DESKTOP: 'GNOME' }
const screen = new Screen(display)
let clean: CleanSystem

/** Where a path of the clean system is for this one. */
const outside = (path: string): string => join(clean.folder, path)

test.beforeAll(async () => {
  test.setTimeout(MAKE_LIMIT_MS)
  clean = await CleanSystem.make()
  await copyFile(made('.deb'), outside('/root/parallax.deb'))
  for (const side of ['us', 'cn'])
    await copyFile(join(ROOT, `test/fixtures/readouts/talks/${side}.txt`), outside(`${HOME}/${side}.txt`))
})
test.afterAll(() => clean.remove())

const running = (): Promise<{ pid: string; words: string[] }[]> => clean.processesOf(PROGRAM)
const isOver = async (): Promise<void> => {
  await expect.poll(async () => (await running()).length, { message: 'processes of the app' }).toBe(0)
}

/** Starts the app so that its page can be looked into; all else is as a start from the menu. */
const startOpen = async (...words: string[]): Promise<{ browser: Browser; page: Page }> => {
  const child = clean.start(desktop, 'parallax', '--remote-debugging-port=0', ...words)
  let said = ''
  const address = await new Promise<string>((done, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, found] = /DevTools listening on (ws:\S+)/u.exec(said) ?? []
      if (found !== undefined) done(found)
    })
    child.once('exit', (code) => {
      reject(new Error(`the app ended with ${code ?? 'a signal'}: ${said}`))
    })
  })
  const browser = await chromium.connectOverCDP(address)
  const page = (): Page | undefined => browser.contexts().flatMap((context) => context.pages())[0]
  await expect.poll(() => page()?.url()).toBe('parallax://app/index.html')
  const found = page()
  if (!found) throw new Error('the app has no window')
  return { browser, page: found }
}
const hasState = (page: Page, state: string): Promise<void> =>
  page.locator(`html[data-state="${state}"]`).waitFor({ state: 'attached' })

let browser: Browser
let page: Page

test('apt installs it with what it needs', async () => {
  test.setTimeout(MAKE_LIMIT_MS)
  await clean.root('apt-get', 'update')
  // Without what is only recommended, so that nothing needed is there by chance.
  await clean.root('apt-get', 'install', '--yes', '--no-install-recommends', '/root/parallax.deb')
  expect(await clean.root('dpkg-query', '-W', '-f', '${db:Status-Status}', 'parallax')).toBe('installed')
  for (const program of ['parallax', 'chrome_crashpad_handler', 'libGLESv2.so', 'libffmpeg.so'])
    expect(await clean.root('ldd', `/usr/lib/parallax/${program}`)).not.toContain('not found')
})

test('the first start is an empty window, in the sandbox', async () => {
  ;({ browser, page } = await startOpen())
  await hasState(page, 'empty')
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  const processes = await running()
  expect(processes.flatMap(({ words }) => words)).not.toContain('--no-sandbox')
  const renderer = processes.find(({ words }) => words.includes('--type=renderer'))
  const status = await readFile(`/proc/${renderer?.pid ?? ''}/status`, 'utf8')
  // System calls are filtered, and the process is alone in a namespace within the user's.
  expect(status).toMatch(/^Seccomp:\s+2$/mu)
  expect(/^NSpid:\s+(.*)$/mu.exec(status)?.[1]?.split(/\s+/u).length).toBeGreaterThanOrEqual(3)
})

test('the guide is in it, with its pictures', async () => {
  await page.getByRole('button', { name: 'Read the guide' }).click()
  const guide = page.getByRole('dialog', { name: 'Guide' })
  const picture = guide.getByRole('figure').locator('img').first()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280)
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog')).toHaveCount(0)
})

test('two files that are dropped are compared', async () => {
  await drop(page, page.locator('[data-drop="us"]'), { files: [`${HOME}/us.txt`, `${HOME}/cn.txt`] })
  await hasState(page, 'ready')
  await expect(page.getByRole('region', { name: 'China readout' })).toContainText('Qin Gang')
})

test('the work is saved by key and dialog, and the app quits', async () => {
  await screen.focus(/Parallax/u)
  await screen.press('ctrl+s')
  await screen.focus(/Save/u)
  await screen.press('ctrl+a')
  await screen.type(PROJECT)
  await screen.press('Return')
  await expect
    .poll(async () =>
      stat(outside(PROJECT)).then(
        ({ size }) => size,
        () => 0
      )
    )
    .toBeGreaterThan(1000)
  await expect(page.getByRole('banner')).toContainText('talks')
  await screen.focus(/Parallax/u)
  await screen.press('ctrl+q')
  await isOver()
  await browser.close()
})

test('files of its kind are known and are the app’s', async () => {
  const type = await clean.user(
    desktop,
    'gio',
    'info',
    '-a',
    'standard::content-type,standard::icon',
    PROJECT
  )
  expect(type.output).toContain('standard::content-type: application/x-parallax-project')
  expect(type.output).toContain('application-x-parallax-project')
  const handler = await clean.user(desktop, 'xdg-mime', 'query', 'default', 'application/x-parallax-project')
  expect(handler.output.trim()).toBe('parallax.desktop')
  const texts = await clean.user(desktop, 'gio', 'mime', 'text/plain')
  expect(texts.output).toContain('parallax.desktop')
})

test('a double click opens it', async () => {
  // What a file manager's double click does; no port is open here, so the screen is all there is to go by.
  const child = clean.start(desktop, 'xdg-open', PROJECT)
  await screen.focus(/^talks/u)
  await screen.press('ctrl+q')
  await isOver()
  child.kill()
})

test('a second start brings the first window forward, a second file opens in it', async () => {
  ;({ browser, page } = await startOpen())
  await hasState(page, 'empty')
  expect((await clean.user(desktop, 'parallax')).code).toBe(0)
  expect(browser.contexts().flatMap((context) => context.pages())).toHaveLength(1)
  await clean.user(desktop, 'gio', 'open', PROJECT)
  await hasState(page, 'ready')
  await expect(page.getByRole('banner')).toContainText(basename(PROJECT, '.parallax'))
  await expect(page.getByRole('region', { name: 'China readout' })).toContainText('Qin Gang')
  await screen.focus(/talks/u)
  await screen.press('ctrl+q')
  await isOver()
  await browser.close()
})

test('removal leaves the work', async () => {
  const before = await readFile(outside(PROJECT), 'utf8')
  await clean.root('apt-get', 'purge', '--yes', 'parallax')
  const left = await clean.root('find', '/usr', '/etc', '-path', '*parallax*')
  expect(left.trim()).toBe('')
  const handler = await clean.user(desktop, 'xdg-mime', 'query', 'default', 'application/x-parallax-project')
  expect(handler.output.trim()).toBe('')
  expect(await readFile(outside(PROJECT), 'utf8')).toBe(before)
  expect((await stat(outside(PROFILE))).isDirectory()).toBe(true)
})

test('apt updates an older one from the page of releases, by its signed lists alone', async () => {
  test.setTimeout(MAKE_LIMIT_MS)
  const published = await publish('0.0.1')
  try {
    await copyFile(published.older, outside('/root/older.deb'))
    await clean.root('apt-get', 'install', '--yes', '--no-install-recommends', '/root/older.deb')
    const version = (): Promise<string> => clean.root('dpkg-query', '-W', '-f', '${Version}', 'parallax')
    expect(await version()).toBe('0.0.1')
    await copyFile(published.source, outside('/etc/apt/sources.list.d/parallax.sources'))
    await clean.root('apt-get', 'update', '--error-on=any')
    await clean.root('apt-get', 'upgrade', '--yes', '--no-install-recommends')
    expect(await version()).toBe(debianVersion(IDENTITY.version))
    await clean.root('apt-get', 'purge', '--yes', 'parallax')
    // Lists that somebody else has changed are refused.
    const list = join(published.folder, 'InRelease')
    await writeFile(list, (await readFile(list, 'utf8')).replace('Label: Parallax', 'Label: Another'))
    await expect(clean.root('apt-get', 'update', '--error-on=any')).rejects.toThrow(/signature|BADSIG/iu)
  } finally {
    await published.remove()
  }
})
