import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openDisplay } from './display.ts'
import { ensureElectron } from './electron.ts'
import { ROOT } from './paths.ts'
import { run, say } from './say.ts'
import { ensureSystemPackages } from './system-packages.ts'

/** The app with hot reload: electron-vite's development server around the Electron of this machine. */
run(async () => {
  await ensureSystemPackages()
  const runtime = await ensureElectron()
  const display = await openDisplay()
  say(`${runtime.description}.`)
  const sandboxOff = runtime.args.includes('--no-sandbox') ? ['--noSandbox'] : []
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', ...sandboxOff, '--', '--sample'],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: {
        ...process.env,
        ELECTRON_EXEC_PATH: runtime.path,
        ...(display.name === undefined ? {} : { DISPLAY: display.name })
      }
    }
  )
  const code = await new Promise<number>((done) =>
    child.once('close', (status) => {
      done(status ?? 0)
    })
  )
  display.close()
  return code
})
