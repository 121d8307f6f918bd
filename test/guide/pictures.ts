import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { ensureBuild } from '../../electron/runtime/build.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { ensureElectron } from '../../electron/runtime/electron.ts'
import { ROOT } from '../../electron/runtime/paths.ts'
import { run, say } from '../../electron/runtime/say.ts'
import { ensureSystemPackages } from '../../electron/runtime/system-packages.ts'
import { menu } from '../app/menu.ts'

/**
 * `npm run guide:pictures`: takes the pictures of the guide from the real window, so that they show what it shows. All
 * texts in them are illustrative.
 */
const PICTURES = join(ROOT, 'docs/guide/pictures')
/** Wide enough for the panel to stand beside the texts. */
const SIZE = { width: 1320, height: 825 }
const fixture = (path: string): string => join(ROOT, 'test/fixtures', path)

interface Scene {
  name: string
  /** What the app is started with. */
  words: readonly string[]
  state: 'empty' | 'ready'
  /** What is done before the picture is taken. */
  act?: (window: Page, app: ElectronApplication) => Promise<void>
}

const SAMPLE = { words: ['--sample'], state: 'ready' } as const

const SCENES: Scene[] = [
  { name: 'empty', words: [], state: 'empty' },
  {
    ...SAMPLE,
    name: 'texts',
    act: (window) => window.locator('[data-sentence="u4"]').click()
  },
  { ...SAMPLE, name: 'topics', act: (window) => window.keyboard.press('2') },
  { ...SAMPLE, name: 'findings', act: (window) => window.keyboard.press('3') },
  {
    ...SAMPLE,
    name: 'correcting',
    act: async (window) => {
      await window.locator('[data-sentence="u3"]').click()
      const passage = window.getByRole('complementary', { name: 'The selected passage' })
      const note = passage.getByLabel('Note on this sentence')
      await note.fill('Named first here, last in the other text.')
      await note.blur()
      await passage.getByLabel('verified').check()
      await window.keyboard.press('h')
      await window.getByRole('complementary', { name: 'History' }).waitFor()
    }
  },
  {
    ...SAMPLE,
    name: 'citing',
    act: async (window) => {
      await window.getByRole('button', { name: 'Sources' }).click()
      await window.getByRole('dialog').waitFor()
    }
  },
  {
    ...SAMPLE,
    name: 'exporting',
    act: async (window, app) => {
      await menu(app, 'Export…')
      await window.getByRole('dialog', { name: 'Export' }).waitFor()
    }
  },
  {
    name: 'story',
    words: [fixture('stories/geneva.txt')],
    state: 'ready',
    act: async (window) => {
      await window.getByRole('button', { name: 'View the story' }).click()
      await window.getByRole('dialog', { name: /geneva\.txt/u }).waitFor()
    }
  },
  {
    name: 'chinese',
    words: [fixture('readouts/call/us.txt'), fixture('readouts/call/cn.zh.txt')],
    state: 'ready',
    act: (window) => window.locator('[data-sentence="u3"]').click()
  },
  {
    ...SAMPLE,
    name: 'lexicon',
    act: async (window, app) => {
      await menu(app, 'Lexicon…')
      await window.getByRole('dialog', { name: /lexicon/iu }).waitFor()
    }
  }
]

/** No caret that blinks, nothing half faded in, all typefaces there: the same picture each time. */
const rest = (window: Page): Promise<unknown> =>
  window.evaluate(() =>
    Promise.all([document.fonts.ready, ...document.getAnimations().map(({ finished }) => finished)])
  )

/** WebP keeps letters sharp at this quality, in a quarter of the room that PNG takes. */
const QUALITY = 0.9

/** What Chromium's own encoder makes of a picture; the product carries them all. */
const asWebp = async (window: Page, png: Buffer): Promise<Buffer> => {
  const made = await window.evaluate(
    async ({ base64, quality }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      canvas.getContext('2d')?.drawImage(picture, 0, 0)
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
      return Array.from(new Uint8Array(await blob.arrayBuffer()))
    },
    { base64: png.toString('base64'), quality: QUALITY }
  )
  return Buffer.from(made)
}

const take = async ({ name, words, state, act }: Scene, path: string, args: string[]): Promise<void> => {
  const profile = await mkdtemp(join(tmpdir(), 'parallax-guide-'))
  const app = await _electron.launch({
    executablePath: path,
    args: [...args, `--user-data-dir=${profile}`, ROOT, ...words]
  })
  const window = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
  }, SIZE)
  await window.locator(`html[data-state="${state}"]`).waitFor({ state: 'attached' })
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await act?.(window, app)
  await rest(window)
  const png = await window.screenshot({ caret: 'hide', animations: 'disabled' })
  const webp = await asWebp(window, png)
  await writeFile(join(PICTURES, `${name}.webp`), webp)
  say(`${name}.webp: ${(webp.length / 1000).toFixed(0)} kB`)
  // Work of the scene is not kept: nobody is there to be asked.
  const closed = app.waitForEvent('close')
  const exit = app.evaluate(({ app: electron }) => {
    electron.exit(0)
  })
  await Promise.all([closed, exit.catch(() => undefined)])
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
}

run(async () => {
  await ensureSystemPackages()
  const { path, args } = await ensureElectron()
  await ensureBuild()
  const display = await openDisplay(true)
  if (display.name !== undefined) process.env['DISPLAY'] = display.name
  await mkdir(PICTURES, { recursive: true })
  const wanted = process.argv.slice(2)
  for (const scene of SCENES)
    if (wanted.length === 0 || wanted.includes(scene.name)) await take(scene, path, args)
  display.close()
  return 0
})
