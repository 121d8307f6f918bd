import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureBuild } from './build.ts'
import { hasDisplay, openDisplay } from './display.ts'
import { ensureElectron } from './electron.ts'
import { explainFailure } from './failure.ts'
import { ROOT } from './paths.ts'
import { Plain, run, say } from './say.ts'
import { ensureSystemPackages } from './system-packages.ts'

/** Opens the app on the files named, or on the sample, and ends with it. */
run(async () => {
  const files = process.argv.slice(2)
  await ensureSystemPackages()
  const runtime = await ensureElectron()
  await ensureBuild()
  const virtual = !hasDisplay()
  const display = await openDisplay()
  say(`${runtime.description}.`)
  if (runtime.args.includes('--no-sandbox'))
    say('run as root: Chromium’s sandbox is off in this run (--no-sandbox).')
  if (virtual)
    say('there is no display: the window opens on a virtual one, where nobody sees it. Ctrl+C ends it.')

  const words = files.length > 0 ? files.map((file) => resolve(file)) : ['--sample']
  const child = spawn(runtime.path, [...runtime.args, ROOT, ...words], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: display.name === undefined ? process.env : { ...process.env, DISPLAY: display.name }
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
  const code = await new Promise<number>((done) => {
    child.once('error', (error) => {
      errors += error.message
      done(1)
    })
    child.once('close', (status) => {
      done(status ?? 0)
    })
  })
  display.close()
  if (code !== 0)
    throw new Plain(explainFailure(errors) ?? `Electron ended with code ${code}:\n${errors.trim()}`)
  return 0
})
