import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChild } from '../../electron/runtime/child.ts'

/**
 * A Debian with nothing on it but what a desktop has, in which the package is installed: a folder made by mmdebstrap,
 * entered by namespaces with a root of their own. Not chroot, in which the kernel allows no user namespaces and so no
 * sandbox.
 */

/** A desktop's own part in opening a file, and what it takes to leave the outer system; all else must come with the package. */
const DESKTOP = [
  'ca-certificates',
  'mount',
  'desktop-file-utils',
  'libglib2.0-bin',
  'shared-mime-info',
  'xdg-utils'
]
const MAKE_LIMIT_MS = 10 * 60_000
const COMMAND_LIMIT_MS = 5 * 60_000

export const USER = 'researcher'
export const HOME = `/home/${USER}`

/** Makes the folder the root of this mount namespace, and stays, so that others can enter. */
const HOLD = `#!/bin/sh
set -e
mount --make-rprivate /
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
mount --rbind /dev dev
mount --rbind /sys sys
# The display's socket is reached by its abstract name; files that a test gives are in their place.
mkdir -p old
pivot_root . old
umount -l /old
rmdir /old
echo entered
exec sleep infinity
`

const codename = async (): Promise<string> =>
  /^VERSION_CODENAME=(.*)$/mu.exec(await readFile('/etc/os-release', 'utf8'))?.[1] ?? 'stable'

interface Said {
  code: number
  output: string
}

export class CleanSystem {
  /** Its root, as this system sees it. */
  readonly folder: string
  readonly #work: string
  #holder: ChildProcess | undefined
  #init = ''

  private constructor(work: string) {
    this.#work = work
    this.folder = join(work, 'root')
  }

  static async make(): Promise<CleanSystem> {
    const system = new CleanSystem(await mkdtemp(join(tmpdir(), 'parallax-clean-')))
    // Others look into it while they have no right to the folder of root's own making.
    await chmod(system.#work, 0o755)
    const words = ['--variant=apt', `--include=${DESKTOP.join(',')}`, await codename(), system.folder]
    const { code, output } = await runChild('mmdebstrap', words, { limitMs: MAKE_LIMIT_MS })
    try {
      if (code !== 0) throw new Error(`mmdebstrap failed: ${output.slice(-1000)}`)
      await system.#enter()
      await system.root('useradd', '--create-home', '--shell', '/bin/sh', USER)
    } catch (error) {
      await system.remove()
      throw error
    }
    return system
  }

  async #enter(): Promise<void> {
    const script = join(this.#work, 'hold.sh')
    await writeFile(script, HOLD)
    const words = ['--mount', '--pid', '--fork', '--kill-child', 'sh', script, this.folder]
    const holder = spawn('unshare', words, { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#holder = holder
    await new Promise<void>((done, reject) => {
      holder.stdout.once('data', () => {
        done()
      })
      holder.once('exit', () => {
        reject(new Error('the clean system could not be entered'))
      })
    })
    const pid = String(holder.pid)
    this.#init = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim()
  }

  #words(user: string, words: string[], environment: Record<string, string>): string[] {
    const home = user === 'root' ? '/root' : HOME
    const all = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LANG: 'C.UTF-8', HOME: home, ...environment }
    const variables = Object.entries(all).map(([name, value]) => `${name}=${value}`)
    const become = user === 'root' ? [] : ['runuser', '-u', user, '--']
    return [
      '-t',
      this.#init,
      '--mount',
      '--pid',
      '--',
      ...become,
      'env',
      '-i',
      '-C',
      home,
      ...variables,
      ...words
    ]
  }

  /** Runs a program as root to its end. */
  async root(...words: string[]): Promise<string> {
    const environment = { DEBIAN_FRONTEND: 'noninteractive' }
    const { code, output } = await runChild('nsenter', this.#words('root', words, environment), {
      limitMs: COMMAND_LIMIT_MS
    })
    if (code !== 0) throw new Error(`${words.join(' ')}: ${output.slice(-2000)}`)
    return output
  }

  /** Runs a program as the user to its end. */
  async user(environment: Record<string, string>, ...words: string[]): Promise<Said> {
    return runChild('nsenter', this.#words(USER, words, environment), { limitMs: COMMAND_LIMIT_MS })
  }

  /** Starts a program as the user, and leaves it running. */
  start(environment: Record<string, string>, ...words: string[]): ChildProcess {
    return spawn('nsenter', this.#words(USER, words, environment), { stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** Command lines of the processes of a program, with their ids as this system sees them. */
  async processesOf(program: string): Promise<{ pid: string; words: string[] }[]> {
    const { output } = await runChild('pgrep', ['--ns', this.#init, '--nslist', 'mnt', '-f', `^${program}`])
    const found = await Promise.all(
      output
        .split('\n')
        .filter((pid) => /^\d+$/u.test(pid))
        .map(async (pid) => ({
          pid,
          // Chromium's own children have theirs in one piece.
          words: (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split(/[\0 ]/u)
        }))
    )
    return found.filter(({ words }) => words[0] !== '')
  }

  async remove(): Promise<void> {
    // The end of the first process of a namespace is the end of all in it, and of its mounts.
    this.#holder?.kill('SIGKILL')
    if (this.#holder && this.#holder.exitCode === null)
      await new Promise((done) => this.#holder?.once('exit', done))
    await rm(this.#work, { recursive: true, force: true })
  }
}
