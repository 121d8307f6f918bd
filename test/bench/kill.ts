import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { ensureBuild } from '../../electron/runtime/build.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { ensureElectron } from '../../electron/runtime/electron.ts'
import { ROOT } from '../../electron/runtime/paths.ts'
import { Plain, run, say } from '../../electron/runtime/say.ts'
import { ensureSystemPackages } from '../../electron/runtime/system-packages.ts'
import { killTree, start, startAndKill, type Started } from './kill-app.ts'
import { screenSession } from './kill-screen.ts'
import { KillRecord } from './kill-record.ts'
import { countIn, manyComparisons, storageSession, type Session } from './kill-session.ts'

/**
 * Kills the app (SIGKILL, all its processes) at random moments of a session, one profile throughout as a user has it,
 * and starts it again: what is then offered or opened must be a whole project, and may miss at most the last second of
 * work. Every so often it is killed while it starts, when nothing at all may be lost.
 *
 * Each kill is written down as it is known, in `out/kills`; `--from N` goes on after the Nth of an interrupted run.
 */
const DEFAULT_TIMES = 50
/** A session lasts at most so long; its end is anywhere in it. */
const SESSION_MS = 3_000
const MOST_BETWEEN_CHANGES_MS = 60
/** One change in so many is followed by saving: seldom, so that what is found rests on the drafts. */
const SAVE_EVERY = 60
/** One start in so many is killed itself. */
const KILL_START_EVERY = 5
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

/** Works until it is killed. @returns the changes that were made, and when it was killed */
const workUntilKilled = async (
  session: Session,
  { electron, window }: Started,
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

interface Wanted {
  /** Number of the last kill. */
  times: number
  /** Kills that a former run has made. */
  from: number
  session: keyof typeof SESSIONS
  /** The project has so many. */
  comparisons: number
  /** Loops that keep all cores busy meanwhile. */
  isBusy: boolean
}

const wanted = (): Wanted => {
  const { values } = parseArgs({
    options: {
      times: { type: 'string' },
      from: { type: 'string', default: '0' },
      session: { type: 'string' },
      comparisons: { type: 'string' },
      busy: { type: 'boolean' }
    }
  })
  const times = Number(values.times ?? DEFAULT_TIMES)
  if (!Number.isInteger(times) || times < 1) throw new Plain('--times takes a number of kills.')
  const from = Number(values.from)
  if (!Number.isInteger(from) || from < 0 || from >= times)
    throw new Plain('--from takes the number of a kill below --times.')
  const comparisons = Number(values.comparisons ?? 1)
  if (!Number.isInteger(comparisons) || comparisons < 1) throw new Plain('--comparisons takes a number.')
  const { session = 'screen', busy = false } = values
  if (session !== 'screen' && session !== 'storage') throw new Plain('--session is screen or storage.')
  if (session === 'storage' && comparisons > 1) throw new Plain('--comparisons goes with the session screen.')
  return { times, from, session, comparisons, isBusy: busy }
}

/** A loop without an end on each core. @returns what ends them */
const busyLoops = (): (() => Promise<unknown>) => {
  const loops = Array.from({ length: availableParallelism() }, () => new Worker('for (;;);', { eval: true }))
  return () => Promise.all(loops.map((loop) => loop.terminate()))
}

interface Stage {
  profile: string
  file: string
  environment: Record<string, string>
}

/** @returns what is to be printed */
const killAgainAndAgain = async (
  { times, from, session: kind, comparisons, isBusy }: Wanted,
  { profile, file, environment }: Stage
): Promise<string> => {
  const runtime = await ensureElectron()
  const session = SESSIONS[kind](file)
  say(
    `${runtime.description}; kills ${from + 1} to ${times}, ${comparisons === 1 ? 'one comparison' : `${comparisons} comparisons`}.`
  )
  if (comparisons > 1) writeFileSync(file, manyComparisons(comparisons))

  const record = new KillRecord(
    join(ROOT, 'out/kills', `${kind}-${comparisons}${isBusy ? '-busy' : ''}.jsonl`),
    from
  )
  let last = { made: [] as Made[], killed: 0 }
  let base = 0
  for (let round = from; round <= times; round++) {
    const startKilled = round % KILL_START_EVERY === KILL_START_EVERY - 1
    if (startKilled) await startAndKill(runtime, profile, environment)
    // The screen's note is not counted as the other session's is; that the file is whole is seen all the same.
    if (existsSync(file)) countIn(readFileSync(file, 'utf8'))
    const opened = round === from && comparisons > 1 ? [file] : []
    const app = await start(runtime, profile, environment, ...opened)
    // Not to be asked for once the app is dead.
    const child = app.electron.process()
    try {
      const recovered = await session.recover(app.electron, app.window)
      const loss = lossOf(last, recovered)
      if (round > from) record.add({ number: round, ...loss, kept: recovered - base, startKilled })
      if (recovered < base || loss.ms > MOST_LOST_MS)
        throw new Plain(
          `kill ${round}: change ${recovered} was found, of ${last.made.at(-1)?.count ?? base}; the oldest that is missing was made ${loss.ms.toFixed(0)} ms before. The profile is kept: ${profile}`
        )
      base = recovered
      if (round < times) last = await workUntilKilled(session, app, base)
    } finally {
      if (child.exitCode === null && child.signalCode === null) killTree(child.pid ?? -1)
    }
    if (round > from && round % 20 === 0)
      say(
        `${round} of ${times}; at most ${Math.max(...record.kills.map(({ ms }) => ms)).toFixed(0)} ms missing …`
      )
  }
  return record.summary()
}

run(async () => {
  const asked = wanted()
  if (process.platform !== 'linux')
    throw new Plain('bench:kill finds the processes to kill by /proc, on Linux.')
  await ensureSystemPackages()
  await ensureElectron()
  await ensureBuild()
  const display = await openDisplay(true)
  const endLoops = asked.isBusy ? busyLoops() : null
  const profile = mkdtempSync(join(tmpdir(), 'parallax-kill-'))
  const environment = {
    ...process.env,
    ...(display.name === undefined ? {} : { DISPLAY: display.name })
  } as Record<string, string>
  try {
    console.log(
      await killAgainAndAgain(asked, { profile, file: join(profile, 'talks.parallax'), environment })
    )
    rmSync(profile, { recursive: true, force: true })
    return 0
  } finally {
    await endLoops?.()
    display.close()
  }
})
