import { compare } from '../engine/compare.ts'
import { MAX_INPUT_BYTES, tooLarge } from '../engine/ingest/limits.ts'
import { checkPair, ingest, ingestText, type Ingested } from '../engine/ingest/text.ts'
import { placeOfText, placeTexts } from '../engine/recognise/place.ts'
import type { ReadoutText } from '../engine/model.ts'
import type { FromWorker, Job, Outcome, Slots, Source, ToWorker } from './analysis.ts'

/** The engine in a worker of the sandboxed window: whatever a document does to it, only the job is lost. */

const read = async (source: Source): Promise<Ingested> => {
  if (source.kind === 'text') return ingestText(source.text, source.name)
  if (source.kind === 'bytes') return ingest(source.bytes, source.name)
  const { file } = source
  // Checked before reading: a file of gigabytes must not come into memory.
  if (file.size > MAX_INPUT_BYTES) return { ok: false, problem: tooLarge(file.name, file.size) }
  try {
    return ingest(new Uint8Array(await file.arrayBuffer()), file.name)
  } catch {
    const message = `“${file.name}” could not be read. It may have been moved, or be a folder: choose the text files in it.`
    return { ok: false, problem: { code: 'unreadable', name: file.name, message } }
  }
}

const place = (texts: readonly ReadoutText[], { side, present }: Job): { slots: Slots; notes: string[] } => {
  const [first, second] = texts
  if (!first) return { slots: present, notes: [] }
  if (second) {
    const placed = placeTexts(first, second)
    return { slots: { us: placed.us, cn: placed.cn }, notes: [] }
  }
  const recognised = placeOfText(first)
  const free = (['us', 'cn'] as const).find((candidate) => present[candidate] === undefined)
  // Where the text itself does not tell, it fills the place that waits.
  const target = side ?? recognised.side ?? free ?? 'us'
  const [reason] = recognised.reasons
  const notes =
    side === undefined && recognised.side && reason ? [`“${first.name}” was recognised: it ${reason}.`] : []
  return { slots: { ...present, [target]: first }, notes }
}

const run = async (job: Job): Promise<Outcome> => {
  const texts: ReadoutText[] = []
  for (const source of job.sources) {
    const ingested = await read(source)
    if (!ingested.ok) return ingested
    texts.push(ingested.text)
  }
  const { slots, notes } = job.swap
    ? { slots: { us: job.present.cn, cn: job.present.us }, notes: [] }
    : place(texts, job)
  const { us, cn } = slots
  const filled: Slots = { ...(us ? { us } : {}), ...(cn ? { cn } : {}) }
  if (!us || !cn) return { ok: true, slots: filled, comparison: null, notes }
  const same = checkPair(us, cn)
  if (same) return { ok: false, problem: same }
  const compared = compare(us, cn)
  return compared.ok ? { ok: true, slots: filled, comparison: compared.comparison, notes } : compared
}

const answer = (message: FromWorker): void => {
  self.postMessage(message)
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const { id, job } = event.data
  answer({ id, kind: 'started' })
  run(job).then(
    (outcome) => {
      answer({ id, kind: 'done', outcome })
    },
    // Thrown where the page hears of it: as an error of this worker.
    (error: unknown) => {
      setTimeout(() => {
        throw error
      })
    }
  )
})
