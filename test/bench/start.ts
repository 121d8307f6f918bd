import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBuild } from '../../electron/runtime/build.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { ensureElectron, type ElectronRuntime } from '../../electron/runtime/electron.ts'
import { Plain, run, say } from '../../electron/runtime/say.ts'
import { ensureSystemPackages } from '../../electron/runtime/system-packages.ts'
import { memoryOf } from './memory.ts'
import { spread } from './figures.ts'
import { compareInstalled } from './start-installed.ts'

/**
 * What the start of the app costs beside a bare Electron window with one line of HTML: from the start of the process
 * to the aligned sample painted, the two in turn in one run; and the memory of all processes then. Each start of a
 * kind uses one profile of its own, as a user's second and later starts do; the first of each is not counted.
 * `--installed` compares the app of the made package with that of the tree instead.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const HOOK = join(import.meta.dirname, 'ready-hook.cjs')
const BARE = join(import.meta.dirname, 'bare')
const STARTS = 12
const START_LIMIT_MS = 60_000

interface Start {
  /** Process start to the page painted. */
  ms: number
  /** Proportional set size of all its processes; null where the system does not tell. */
  mb: number | null
}

const startOnce = (
  runtime: ElectronRuntime,
  words: string[],
  profile: string,
  display: string | undefined
): Promise<Start> =>
  new Promise((done, reject) => {
    const started = Date.now()
    const child = spawn(runtime.path, [...runtime.args, `--user-data-dir=${profile}`, '-r', HOOK, ...words], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) }
    })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Plain(`no window was ready after ${START_LIMIT_MS / 1000} seconds.`))
    }, START_LIMIT_MS)
    let output = ''
    let result: Start | undefined
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const ready = /^ready (\d+)$/mu.exec(output)
      if (!ready || result) return
      result = { ms: Number(ready[1]) - started, mb: child.pid === undefined ? null : memoryOf(child.pid) }
      child.kill()
    })
    child.once('close', () => {
      clearTimeout(timer)
      if (result) done(result)
      else reject(new Plain('the app ended before its window was ready.'))
    })
  })

const report = (name: string, unit: string, app: number[], bare: number[]): void => {
  const ratios = app.map((value, at) => value / (bare[at] ?? value))
  console.log(
    `${name}: app ${spread(app, 0)} ${unit}, bare ${spread(bare, 0)} ${unit}, ratio pair by pair ${spread(ratios, 2)}`
  )
}

run(async () => {
  await ensureSystemPackages()
  const runtime = await ensureElectron()
  await ensureBuild()
  const display = await openDisplay(true)
  say(`${runtime.description}; ${STARTS} starts of each, in turn.`)
  if (process.argv.includes('--installed')) {
    await compareInstalled(runtime, STARTS, display.name)
    display.close()
    return 0
  }
  const profiles = {
    app: mkdtempSync(join(tmpdir(), 'parallax-bench-')),
    bare: mkdtempSync(join(tmpdir(), 'parallax-bench-'))
  }
  const app: Start[] = []
  const bare: Start[] = []
  for (let round = 0; round <= STARTS; round++) {
    const one = await startOnce(runtime, [ROOT, '--sample'], profiles.app, display.name)
    const other = await startOnce(runtime, [BARE], profiles.bare, display.name)
    if (round === 0) continue // fills the caches of both
    app.push(one)
    bare.push(other)
  }
  display.close()
  for (const profile of Object.values(profiles)) rmSync(profile, { recursive: true, force: true })
  report(
    'Start to painted',
    'ms',
    app.map(({ ms }) => ms),
    bare.map(({ ms }) => ms)
  )
  const memory = (starts: Start[]): number[] => starts.flatMap(({ mb }) => (mb === null ? [] : [mb]))
  if (memory(app).length > 0) report('Memory of all processes', 'MB', memory(app), memory(bare))
  return 0
})
