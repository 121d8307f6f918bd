import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/** The HTML report on two readouts, as the command line writes it. */
export const reportPage = (us: string, cn: string, folder: string): string => {
  const page = join(folder, 'report.html')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'electron/cli/index.ts'), us, cn, '--html', page],
    { cwd: ROOT, encoding: 'utf8' }
  )
  if (status !== 0) throw new Error(stderr)
  return readFileSync(page, 'utf8')
}
