import { join } from 'node:path'
import { runChild } from '../../electron/runtime/child.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { Plain, run, say } from '../../electron/runtime/say.ts'
import { ensureSystemPackages } from '../../electron/runtime/system-packages.ts'
import { ROOT } from './made.ts'

/**
 * `npm run package:check`: looks into what `npm run package` made, then installs it on a clean Debian and uses it. On
 * the way it needs what makes such a Debian, presses keys, and checks a desktop's files.
 */
const TOOLS = ['appstream', 'desktop-file-utils', 'gnupg', 'mmdebstrap', 'procps', 'xdotool']
const INSTALL_LIMIT_MS = 10 * 60_000

const ensureTools = async (): Promise<void> => {
  const { code } = await runChild('dpkg', ['-s', ...TOOLS])
  if (code === 0) return
  say(`installing system packages: ${TOOLS.join(' ')} …`)
  const words = ['install', '--yes', '--no-install-recommends', ...TOOLS]
  for (const step of [['update'], words]) {
    const { code: failed, output } = await runChild('apt-get', step, {
      limitMs: INSTALL_LIMIT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    })
    if (failed !== 0) throw new Plain(`apt-get ${step.join(' ')} failed: ${output.trim().slice(-300)}`)
  }
}

run(async () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Plain('the check installs the package on a clean Debian, and so runs on Debian, as root.')
  await ensureSystemPackages()
  await ensureTools()
  const display = await openDisplay(true)
  const words = [
    join(ROOT, 'node_modules/playwright/cli.js'),
    'test',
    '-c',
    join(ROOT, 'test/package/playwright.config.ts'),
    ...process.argv.slice(2)
  ]
  const { code } = await runChild(process.execPath, words, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...(display.name === undefined ? {} : { DISPLAY: display.name }) }
  })
  display.close()
  return code
})
