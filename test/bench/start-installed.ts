import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { runChild } from '../../electron/runtime/child.ts'
import type { ElectronRuntime } from '../../electron/runtime/electron.ts'
import { Plain } from '../../electron/runtime/say.ts'
import { made } from '../package/made.ts'
import { spread } from './figures.ts'

/**
 * The start of the installed app beside that of the tree. The installed one lets nothing into its main process, so both
 * are watched from outside, by Chromium's own port, in the same way: what the port costs, both pay.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const START_LIMIT_MS = 60_000

/** Run in the page, and as text, since a compiler's helpers are not there: when it has painted, and if that was before. */
const WATCH = `new Promise((done) => {
  const root = document.documentElement
  const isReady = () => root.dataset.state === 'ready'
  const painted = (late) => requestAnimationFrame(() => requestAnimationFrame(() => done({ at: Date.now(), late })))
  if (isReady()) return painted(true)
  new MutationObserver((_changes, observer) => {
    if (!isReady()) return
    observer.disconnect()
    painted(false)
  }).observe(root, { attributes: true, attributeFilter: ['data-state'] })
})`

interface Watched {
  /** Process start to the aligned sample painted. */
  ms: number
  /** Whether it was there before it could be watched, so that `ms` is too long. */
  late: boolean
}

const startWatched = async (path: string, words: string[], display: string | undefined): Promise<Watched> => {
  const started = Date.now()
  const child = spawn(path, ['--remote-debugging-port=0', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) }
  })
  const ended = new Promise<void>((done) =>
    child.once('close', () => {
      done()
    })
  )
  const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS)
  try {
    let said = ''
    const address = await new Promise<string>((done, reject) => {
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const [, found] = /DevTools listening on (ws:\S+)/u.exec(said) ?? []
        if (found !== undefined) done(found)
      })
      child.once('close', () => {
        reject(new Plain(`the app ended before its window was ready: ${said.trim()}`))
      })
    })
    const browser = await chromium.connectOverCDP(address)
    const context = browser.contexts()[0]
    if (!context) throw new Plain('the app has no window')
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    // A window begins with an empty page, whose end would take the watch with it.
    await page.waitForURL('parallax://app/**', { waitUntil: 'commit' })
    const { at, late } = await page.evaluate<{ at: number; late: boolean }>(WATCH)
    return { ms: at - started, late }
  } finally {
    clearTimeout(timer)
    child.kill()
    await ended
  }
}

/**
 * Starts both in turn and prints the ratio.
 *
 * @param runtime the Electron of the tree; the package must have been made with the same
 */
export const compareInstalled = async (
  runtime: ElectronRuntime,
  starts: number,
  display: string | undefined
): Promise<void> => {
  const work = await mkdtemp(join(tmpdir(), 'parallax-bench-'))
  try {
    const { code, output } = await runChild('dpkg-deb', ['-x', made('.deb'), join(work, 'system')])
    if (code !== 0) throw new Plain(`dpkg-deb failed: ${output.trim()}`)
    const program = join(work, 'system/usr/lib/parallax/parallax')
    const words = (profile: string, ...own: string[]): string[] => [
      ...runtime.args,
      `--user-data-dir=${join(work, profile)}`,
      ...own,
      '--sample'
    ]
    const tree: Watched[] = []
    const installed: Watched[] = []
    for (let round = 0; round <= starts; round++) {
      const one = await startWatched(runtime.path, words('tree', ROOT), display)
      const other = await startWatched(program, words('installed'), display)
      if (round === 0) continue // fills the caches of both
      tree.push(one)
      installed.push(other)
    }
    const ms = (watched: Watched[]): number[] => watched.map((start) => start.ms)
    const ratios = installed.map((start, at) => start.ms / (tree[at]?.ms ?? start.ms))
    const late = [...tree, ...installed].filter((start) => start.late).length
    console.log(
      `Start to painted: installed ${spread(ms(installed), 0)} ms, tree ${spread(ms(tree), 0)} ms, ratio pair by pair ${spread(ratios, 2)}; ${late} of ${2 * starts} there before they could be watched`
    )
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
