import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { ensureBuild } from '../../electron/runtime/build.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { ensureElectron, type ElectronRuntime } from '../../electron/runtime/electron.ts'
import { Plain, run, say } from '../../electron/runtime/say.ts'
import { ensureSystemPackages } from '../../electron/runtime/system-packages.ts'
import { HOLD } from '../app/hold.ts'
import { screenSession } from './kill-screen.ts'
import { countIn, storageSession, type Session } from './kill-session.ts'
import { processTree } from './process-tree.ts'

/**
 * Kills the app (SIGKILL, all its processes) at random moments of a session, one profile throughout as a user has it,
 * and starts it again: what is then offered or opened must be a whole project, and may miss at most the last second of
 * work. Every so often it is killed while it starts, when nothing at all may be lost.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const DEFAULT_TIMES = 50
const START_LIMIT_MS = 60_000
/** A session lasts at most so long; its end is anywhere in it. */
const SESSION_MS = 3_000
const MOST_BETWEEN_CHANGES_MS = 60
/** One change in so many is followed by saving: seldom, so that what is found rests on the drafts. */
const SAVE_EVERY = 60
/** One start in so many is killed itself, within this time. */
const KILL_START_EVERY = 5
const START_KILLED_WITHIN_MS = 1_500
/** Work older than this must not be missing. */
const MOST_LOST_MS = 1_000

interface Made {
  count: number
  at: number
}

/** What a round found missing. */
interface Loss {
  /** Age of the oldest change that is missing, when the app was killed; 0 for none. */
  ms: number
  changes: number
}

const killTree = (pid: number): void => {
  for (const each of processTree(pid))
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It ended with those before it.
    }
}

const words = ({ args }: ElectronRuntime, profile: string): string[] => [
  ...args,
  `--user-data-dir=${profile}`,
  ROOT
]

const startAndKill = async (
  runtime: ElectronRuntime,
  profile: string,
  display: NodeJS.ProcessEnv
): Promise<void> => {
  const child = spawn(runtime.path, words(runtime, profile), { stdio: 'ignore', env: display })
  const ended = once(child, 'exit')
  await after(Math.random() * START_KILLED_WITHIN_MS)
  if (child.pid !== undefined) killTree(child.pid)
  await ended
}

const start = async (
  runtime: ElectronRuntime,
  profile: string,
  display: Record<string, string>
): Promise<{ electron: ElectronApplication; window: Page }> => {
  const electron = await _electron.launch({
    executablePath: runtime.path,
    args: [...HOLD, ...words(runtime, profile)],
    env: display,
    timeout: START_LIMIT_MS
  })
  const window = await electron.firstWindow({ timeout: START_LIMIT_MS })
  await window.locator('html[data-state]').waitFor({ state: 'attached', timeout: START_LIMIT_MS })
  return { electron, window }
}

/** Works until it is killed. @returns the changes that were made, and when it was killed */
const workUntilKilled = async (
  session: Session,
  { electron, window }: { electron: ElectronApplication; window: Page },
  from: number
): Promise<{ made: Made[]; killed: number }> => {
  const made: Made[] = []
  const child = electron.process()
  const ended = once(child, 'exit')
  let killed = Infinity
  const timer = setTimeout(() => {
    killed = performance.now()
    if (child.pid !== undefined) killTree(child.pid)
  }, Math.random() * SESSION_MS)
  try {
    for (let count = from + 1; killed === Infinity; count++) {
      await session.change(window, count)
      made.push({ count, at: performance.now() })
      if (Math.random() < 1 / SAVE_EVERY) await session.save(window)
      await after(Math.random() * MOST_BETWEEN_CHANGES_MS)
    }
  } catch (error) {
    // Only the kill itself may break a session off.
    if (killed === Infinity) {
      clearTimeout(timer)
      killTree(child.pid ?? -1)
      throw error
    }
  }
  await ended
  return { made: made.filter(({ at }) => at <= killed), killed }
}

const lossOf = ({ made, killed }: { made: Made[]; killed: number }, recovered: number): Loss => {
  const missing = made.filter(({ count }) => count > recovered)
  return { ms: Math.max(0, ...missing.map(({ at }) => killed - at)), changes: missing.length }
}

/** On the screen, as a researcher works; or through the calls of the bridge alone, where nothing waits before it stores. */
const SESSIONS = { screen: screenSession, storage: storageSession }

const wanted = (): { times: number; session: keyof typeof SESSIONS } => {
  const { values } = parseArgs({ options: { times: { type: 'string' }, session: { type: 'string' } } })
  const times = Number(values.times ?? DEFAULT_TIMES)
  if (!Number.isInteger(times) || times < 1) throw new Plain('--times takes a number of kills.')
  const { session = 'screen' } = values
  if (session !== 'screen' && session !== 'storage') throw new Plain('--session is screen or storage.')
  return { times, session }
}

run(async () => {
  const { times, session: kind } = wanted()
  if (process.platform !== 'linux')
    throw new Plain('bench:kill finds the processes to kill by /proc, on Linux.')
  await ensureSystemPackages()
  const runtime = await ensureElectron()
  await ensureBuild()
  const display = await openDisplay(true)
  const environment = {
    ...process.env,
    ...(display.name === undefined ? {} : { DISPLAY: display.name })
  } as Record<string, string>
  const profile = mkdtempSync(join(tmpdir(), 'parallax-kill-'))
  const file = join(profile, 'talks.parallax')
  const session = SESSIONS[kind](file)
  say(`${runtime.description}; ${times} kills.`)

  const losses: Loss[] = []
  let starts = 0
  let last = { made: [] as Made[], killed: 0 }
  let base = 0
  for (let round = 0; round <= times; round++) {
    if (round % KILL_START_EVERY === KILL_START_EVERY - 1) {
      await startAndKill(runtime, profile, environment)
      starts++
    }
    // The screen's note is not counted as the other session's is; that the file is whole is seen all the same.
    if (existsSync(file)) countIn(readFileSync(file, 'utf8'))
    const app = await start(runtime, profile, environment)
    const recovered = await session.recover(app.electron, app.window)
    const loss = lossOf(last, recovered)
    if (recovered < base || loss.ms > MOST_LOST_MS) {
      killTree(app.electron.process().pid ?? -1)
      throw new Plain(
        `kill ${round}: change ${recovered} was found, of ${last.made.at(-1)?.count ?? base}; the oldest that is missing was made ${loss.ms.toFixed(0)} ms before. The profile is kept: ${profile}`
      )
    }
    if (round > 0) losses.push(loss)
    base = recovered
    if (round < times) last = await workUntilKilled(session, app, base)
    else killTree(app.electron.process().pid ?? -1)
    if (round > 0 && round % 20 === 0) say(`${round} of ${times} …`)
  }
  display.close()
  rmSync(profile, { recursive: true, force: true })
  const lost = losses.map(({ ms }) => ms).sort((one, other) => one - other)
  console.log(
    [
      `${losses.length} kills in sessions and ${starts} at starts; ${base} changes kept.`,
      `Every file and draft opened whole. Missing work: none after ${losses.filter(({ ms }) => ms === 0).length} kills,`,
      `median ${(lost[lost.length >> 1] ?? 0).toFixed(0)} ms, most ${(lost.at(-1) ?? 0).toFixed(0)} ms (${Math.max(...losses.map(({ changes }) => changes))} changes).`
    ].join(' ')
  )
  return 0
})
