import type { LoadAsset } from '../engine/ingest/pdf/pdf.ts'
import type { FromWorker, ToWorker } from './analysis.ts'

/** The engine in a worker of the sandboxed window: whatever a document does to it, only the job is lost. */

/** What ships with the app for PDFs (electron.vite.config.ts puts it there); nothing else is ever fetched. */
const loadAsset: LoadAsset = async (folder, file) => {
  const answer = await fetch(new URL(`/pdf/${folder}/${encodeURIComponent(file)}`, self.location.origin))
  if (!answer.ok) throw new Error(`${folder}/${file} is missing from the app`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** On its way from the start on; the worker hears of jobs, and says so, while it is read. */
const engine = import('./analyse.ts')

const answer = (message: FromWorker): void => {
  self.postMessage(message)
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const { id, job } = event.data
  answer({ id, kind: 'started' })
  engine
    .then(({ analyse }) =>
      analyse(job, loadAsset, (done, total) => {
        answer({ id, kind: 'progress', done, total })
      })
    )
    .then(
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
