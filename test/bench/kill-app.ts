import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { ElectronRuntime } from '../../electron/runtime/electron.ts'
import { HOLD } from '../app/hold.ts'
import { processTree } from './process-tree.ts'

/** The app as the kills start and end it. */

const ROOT = resolve(import.meta.dirname, '../..')
const START_LIMIT_MS = 60_000
/** A start that is killed is so within this time. */
const START_KILLED_WITHIN_MS = 1_500

export interface Started {
  electron: ElectronApplication
  window: Page
}

export const killTree = (pid: number): void => {
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

export const startAndKill = async (
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

export const start = async (
  runtime: ElectronRuntime,
  profile: string,
  display: Record<string, string>,
  ...files: string[]
): Promise<Started> => {
  const electron = await _electron.launch({
    executablePath: runtime.path,
    args: [...HOLD, ...words(runtime, profile), ...files],
    env: display,
    timeout: START_LIMIT_MS
  })
  const window = await electron.firstWindow({ timeout: START_LIMIT_MS })
  await window
    .locator('html:not([data-state="busy"])')
    .waitFor({ state: 'attached', timeout: START_LIMIT_MS })
  return { electron, window }
}
