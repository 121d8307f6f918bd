import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Plain } from './say.ts'

const START_LIMIT_MS = 20_000
const SCREEN = '1600x1000x24'

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** Whether windows have somewhere to appear already. */
export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env
): boolean => platform !== 'linux' || Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'])

export interface Display {
  /** Value for the DISPLAY variable; undefined where the machine has a display of its own. */
  name: string | undefined
  close: () => void
}

/**
 * A display for windows: the machine's own, else a virtual one of Xvfb that lasts until `close`.
 *
 * @param always take a virtual one even where there is a real one (tests must not take the user's keyboard focus)
 * @throws Plain if there is neither
 */
export const openDisplay = async (always = false): Promise<Display> => {
  const own: Display = { name: undefined, close: () => undefined }
  const virtual = process.platform === 'linux' && onPath('Xvfb')
  if (hasDisplay() && !(always && virtual)) return own
  if (!virtual)
    throw new Plain(
      'there is no display and no Xvfb here (Debian: apt-get install xvfb). Without a window: npm run compare -- US CN'
    )
  // With -displayfd the server picks a free number and writes it once it accepts connections.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const close = (): void => {
    server.kill()
  }
  process.once('exit', close)
  const number = await new Promise<string>((done, reject) => {
    const timer = setTimeout(() => {
      reject(new Plain('Xvfb did not start.'))
    }, START_LIMIT_MS)
    const fail = (): void => {
      clearTimeout(timer)
      reject(new Plain('Xvfb could not start.'))
    }
    server.once('error', fail)
    server.once('exit', fail)
    server.stdio[3]?.once('data', (chunk: Buffer) => {
      clearTimeout(timer)
      done(chunk.toString().trim())
    })
  })
  return { name: `:${number}`, close }
}

/**
 * Virtual displays for tests that run beside each other; one alone, the machine's own, where there is no Xvfb.
 *
 * @throws Plain if there is neither
 */
export const openDisplays = async (count: number): Promise<Display[]> => {
  const displays = [await openDisplay(true)]
  while (displays.length < count && displays[0]?.name !== undefined) displays.push(await openDisplay(true))
  return displays
}
