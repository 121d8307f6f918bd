import { spawn, type SpawnOptions } from 'node:child_process'

interface Ended {
  /** Exit code; 1 for a child that was ended by a signal or could not be started. */
  code: number
  /** Standard output and standard error together, where they were not inherited. */
  output: string
  timedOut: boolean
}

/** Ends a child with all it started: the child leads a process group of its own (Windows: the tree by taskkill). */
const endTree = (pid: number): void => {
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f'])
  else
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It ended by itself in the meantime.
    }
}

/**
 * Runs a program to its end, or to its time limit.
 *
 * @param limitMs after this the program and all it started are killed
 */
export const runChild = (
  program: string,
  words: string[],
  { limitMs, ...options }: SpawnOptions & { limitMs?: number } = {}
): Promise<Ended> =>
  new Promise((done) => {
    // A group of its own only where it may have to be killed: else Ctrl+C at the terminal would not reach it.
    const detached = limitMs !== undefined && process.platform !== 'win32'
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], detached, ...options })
    let output = ''
    let timedOut = false
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            if (child.pid !== undefined) endTree(child.pid)
          }, limitMs)
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => {
      output += error.message
      clearTimeout(timer)
      done({ code: 1, output, timedOut })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ code: code ?? 1, output, timedOut })
    })
  })
