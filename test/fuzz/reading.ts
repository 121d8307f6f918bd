import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { isLateFailureOfPdf } from '../../electron/cli/late-failure.ts'
import { ingest, type Ingested } from '../../engine/ingest/text.ts'
import { textOf } from '../../engine/ingest/report.ts'
import { MAX_TEXT_LENGTH } from '../../engine/ingest/limits.ts'
import { detectLanguage } from '../../engine/text/language.ts'
import { segment } from '../../engine/text/segment.ts'
import { guardNetwork } from './guard.ts'
import type { FuzzAnswer, FuzzJob } from './protocol.ts'
import { inputOf, warmers } from './seeds.ts'

/** One thread of the run: reads inputs as the app's worker does, and says what became of each. */

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const tried = guardNetwork()
const strayed: string[] = []

const load = async (folder: string, file: string): Promise<Uint8Array> => {
  if (/[\\/]|\.\./u.test(file)) strayed.push(`asset ${file}`)
  return new Uint8Array(await readFile(join(root, folder, file)))
}

const answer = (message: FuzzAnswer): void => {
  parentPort?.postMessage(message)
}

/** What must hold of every text that is read; null where it does. */
const brokenLaw = (ingested: Ingested): string | null => {
  if (!ingested.ok) return ingested.problem.message.includes('“x”') ? null : 'a refusal without the name'
  const { text, blocks = [], report } = ingested.text
  if (text !== textOf(blocks)) return 'the text is not that of its blocks'
  if (!report) return 'no report'
  if (text.length > MAX_TEXT_LENGTH) return `a text of ${text.length} characters`
  const { sentences } = segment(text, detectLanguage(text))
  const outside = sentences.find(({ start, end }) => start < 0 || end > text.length || start >= end)
  return outside ? 'a sentence outside of the text' : null
}

let failure: string | undefined
process.on('unhandledRejection', (error) => {
  if (isLateFailureOfPdf(error)) return
  failure = `unhandled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
})

/** One document of each kind is read first, so that no input is charged with the loading of what reads it. */
const warm = Promise.all(warmers.map((bytes) => ingest(bytes, 'x', { load })))

const run = async ({ seed, number }: FuzzJob): Promise<void> => {
  await warm
  const { bytes } = inputOf(seed, number)
  answer({ kind: 'begun', number })
  const started = performance.now()
  let outcome: string
  let detail: string | null
  try {
    const ingested = await ingest(bytes, 'x', { load })
    outcome = ingested.ok ? 'read' : ingested.problem.code
    detail = brokenLaw(ingested)
  } catch (error) {
    outcome = 'crash'
    detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const time = performance.now() - started
  // An answer that nobody waited for comes after this one.
  await new Promise((done) => setImmediate(done))
  if (failure !== undefined) [outcome, detail, failure] = ['crash', failure, undefined]
  answer({
    kind: 'done',
    number,
    outcome: detail === null ? outcome : 'crash',
    time,
    size: bytes.length,
    requests: [...tried(), ...strayed.splice(0)],
    ...(detail === null ? {} : { detail })
  })
}

parentPort?.on('message', (job: FuzzJob) => {
  // What goes wrong outside of the reading is a fault of this program, and ends the thread.
  run(job).catch((error: unknown) => {
    setImmediate(() => {
      throw error
    })
  })
})
