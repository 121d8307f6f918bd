#!/usr/bin/env node
// The one file that runs before anything is installed: plain JavaScript, no dependencies. It checks Node, installs
// the packages when they are missing or older than the lock file, and hands over to the TypeScript of a command.
// All it says goes to standard error: what a command prints may be read by another program.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { builtCommandLine, expectShortCall, runBuilt } from './command-line.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
const OLDEST_NODE = [20, 19]
/** An installation that holds the lock for longer than this was killed. */
const STALE_LOCK_MS = 15 * 60_000
/** Longest time that the packages may take to arrive. */
const INSTALL_LIMIT_MS = 14 * 60_000

/** @type {Record<string, string>} */
const COMMANDS = {
  start: 'electron/runtime/start.ts',
  dev: 'electron/runtime/dev.ts',
  build: 'electron/runtime/build.ts',
  test: 'electron/runtime/test.ts',
  compare: 'electron/cli/index.ts',
  'bench:kill': 'test/bench/kill.ts',
  'bench:start': 'test/bench/start.ts',
  'bench:scroll': 'test/bench/scroll.ts',
  'bench:quality': 'test/bench/quality.ts',
  'bench:hardest': 'test/bench/hardest.ts',
  'bench:session': 'test/bench/session.ts',
  'bench:speed': 'test/bench/speed.ts',
  fuzz: 'test/fuzz/fuzz.ts',
  'check:exports': 'test/bench/exports.ts',
  icons: 'electron/packaging/icons.ts',
  package: 'electron/packaging/package.ts',
  'package:check': 'test/package/run.ts',
  'guide:pictures': 'test/guide/pictures.ts'
}

/** @param {string} line */
const say = (line) => process.stderr.write(`parallax: ${line}\n`)

/** @type {(line: string) => never} */
const fail = (line) => {
  say(line)
  process.exit(1)
}

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor))
    fail(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE.join('.')} or newer.`)
}

/** Waits for another installation of this checkout to end, without spinning. */
const waitForLock = (/** @type {string} */ lock) => {
  const sleeper = new Int32Array(new SharedArrayBuffer(4))
  for (;;) {
    try {
      mkdirSync(lock)
      return
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      if (age > STALE_LOCK_MS) rmSync(lock, { recursive: true, force: true })
      else Atomics.wait(sleeper, 0, 0, 500)
    }
  }
}

const installPackages = () => {
  const stamp = join(ROOT, 'node_modules/.parallax-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isFresh()) return
  const lock = join(ROOT, '.parallax-installing')
  waitForLock(lock)
  try {
    if (isFresh()) return
    say('installing the packages of package-lock.json (once; takes about a minute) …')
    const npm = process.env['npm_execpath']
    const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    // npm is a script of its own on Windows, which only a shell can start.
    /** @type {import('node:child_process').SpawnSyncOptions} */
    const options = { cwd: ROOT, stdio: ['ignore', 2, 2], timeout: INSTALL_LIMIT_MS }
    const { status, error } = npm
      ? spawnSync(process.execPath, [npm, ...words], options)
      : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' })
    if (error && 'code' in error && error.code === 'ETIMEDOUT')
      fail(
        `the packages did not arrive within ${INSTALL_LIMIT_MS / 60_000} minutes; try again on a better network.`
      )
    if (status !== 0) fail('the packages could not be installed (npm ci failed; its reason stands above).')
    writeFileSync(stamp, wanted)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

const [name = '', ...words] = process.argv.slice(2)
const script = COMMANDS[name]
if (script === undefined)
  fail(`there is no command “${name}”; there are ${Object.keys(COMMANDS).join(', ')}.`)
checkNode()
installPackages()

/** The caller's folder stays the working folder, so that relative paths mean what the caller meant. */
const FOLDER = process.env['INIT_CWD'] ?? process.cwd()

/** Runs the TypeScript of a command in a process of its own. */
const runSources = () => {
  const tsx = pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href
  const { status, signal } = spawnSync(process.execPath, ['--import', tsx, join(ROOT, script), ...words], {
    stdio: 'inherit',
    cwd: FOLDER
  })
  if (signal) process.kill(process.pid, signal)
  process.exitCode = status ?? 1
}

/** @returns whether there is a built command line, which then runs here */
const runCommandLine = async () => {
  let program
  try {
    program = await builtCommandLine(ROOT)
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n')
    say(`the command line could not be built (${why}); it runs from its sources, which takes longer.`)
    return false
  }
  process.chdir(FOLDER)
  process.argv = [process.execPath, program, ...words]
  expectShortCall(program)
  runBuilt(program)
  return true
}

if (name !== 'compare' || !(await runCommandLine())) runSources()
