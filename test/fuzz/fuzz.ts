import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { ROOT } from '../../electron/runtime/paths.ts'
import { pageOf, type Result } from './page.ts'
import type { FuzzAnswer, FuzzJob } from './protocol.ts'

/**
 * `npm run fuzz [-- --seed N --from N --runs N --threads N --only N]`: mutated documents of every format through the
 * intake; a long run is made in parts by `--from`.
 * Fails on a crash, a hang, a request of any kind, or memory beyond its bound; each is named by seed and number, with
 * which `--seed` and `--only` make it again.
 */
const PAGE = join(ROOT, 'out/fuzz.md')
/** Longer than this is a hang: the thread is ended and the next begins. */
const HANG_MS = 5_000
/** For a thread to start and an input to be made; what takes longer is a fault of this program. */
const MAKING_MS = 30_000
/** Of JavaScript's own memory, a thread, MB; beyond it the thread dies and the input is written down. */
const MOST_HEAP_MB = 1_024

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    runs: { type: 'string', default: '10000' },
    threads: { type: 'string', default: '2' },
    only: { type: 'string' }
  }
})
const seed = Number(values.seed)
const numbers =
  values.only === undefined
    ? Array.from({ length: Number(values.runs) }, (_, at) => Number(values.from) + at)
    : values.only.split(',').map(Number)

const results: Result[] = []
let peakMemory = 0

/** One thread after another takes the next number, until none is left. */
const lane = (next: () => number | undefined): Promise<void> =>
  new Promise((finished) => {
    let current: number | undefined
    let timer: NodeJS.Timeout | undefined

    const begin = (): Worker => {
      const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB }
      })
      worker.on('message', hear)
      worker.on('error', (error) => {
        replace({ outcome: 'crash', detail: String(error) })
      })
      return worker
    }
    const write = (result: Omit<Result, 'number'>): void => {
      if (current !== undefined) results.push({ number: current, ...result })
      if (results.length % 500 === 0) process.stderr.write(`${results.length} inputs …\n`)
    }
    const replace = ({ outcome, detail }: { outcome: string; detail: string }): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      void worker.terminate()
      write({ outcome, detail, time: HANG_MS, size: 0, requests: [] })
      worker = begin()
      give()
    }
    const give = (): void => {
      current = next()
      if (current === undefined) {
        worker.removeAllListeners()
        void worker.terminate().then(() => {
          finished()
        })
        return
      }
      timer = setTimeout(() => {
        replace({ outcome: 'hang', detail: 'the input was not made in time' })
      }, MAKING_MS)
      const job: FuzzJob = { seed, number: current }
      worker.postMessage(job)
    }
    const hear = (message: FuzzAnswer): void => {
      if (message.kind === 'begun') {
        clearTimeout(timer)
        timer = setTimeout(() => {
          replace({ outcome: 'hang', detail: `longer than ${HANG_MS / 1000} s` })
        }, HANG_MS)
        return
      }
      clearTimeout(timer)
      peakMemory = Math.max(peakMemory, process.memoryUsage.rss())
      const { outcome, time, size, requests, detail } = message
      write({ outcome, time, size, requests, ...(detail === undefined ? {} : { detail }) })
      give()
    }

    let worker = begin()
    give()
  })

const started = performance.now()
let at = 0
const next = (): number | undefined => numbers[at++]
await Promise.all(Array.from({ length: Number(values.threads) }, () => lane(next)))
// On a machine that is busy with other work a second may last five: what took too long is read once more, by itself.
const slow = results.filter(({ outcome }) => outcome === 'hang').map(({ number }) => number)
if (slow.length > 0) {
  const rest = results.filter(({ outcome }) => outcome !== 'hang')
  results.splice(0, results.length, ...rest)
  await lane(() => slow.shift())
}
const page = pageOf(results, { seed, seconds: (performance.now() - started) / 1000, peakMemory })
mkdirSync(dirname(PAGE), { recursive: true })
writeFileSync(PAGE, page.text)
process.stdout.write(`${page.text}\nWritten to ${PAGE}\n`)
process.exitCode = page.failed ? 1 : 0
