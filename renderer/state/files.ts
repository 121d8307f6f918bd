import type { FileAnswers, FileTask, FromFileWorker, ToFileWorker } from '../files.ts'

/** The part of a Worker that is used, so that a test can stand in for it. */
type FileWorker = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror'>

type Settle = (message: FromFileWorker) => void

/** Asks the worker that writes and reads files; each task is answered, in the order in which they were given. */
export class FilesClient {
  readonly #start: () => FileWorker
  #worker: FileWorker | null = null
  readonly #waiting = new Map<number, Settle>()
  #lastId = 0

  /** @param start starts the worker; called when it is first needed */
  constructor(start: () => FileWorker) {
    this.#start = start
  }

  /** @throws where the worker could not do it, with a message for the reader */
  async ask<T extends FileTask>(task: T): Promise<FileAnswers[T['do']]> {
    const worker = (this.#worker ??= this.#started())
    const id = ++this.#lastId
    const answer = await new Promise<FromFileWorker>((settle) => {
      this.#waiting.set(id, settle)
      const message: ToFileWorker = { id, task }
      worker.postMessage(message)
    })
    if (!answer.ok) throw new Error(answer.message)
    return answer.answer as FileAnswers[T['do']]
  }

  #started(): FileWorker {
    const worker = this.#start()
    worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => {
      this.#waiting.get(data.id)?.(data)
      this.#waiting.delete(data.id)
    }
    // A worker that cannot be loaded answers nothing: whoever waits is told.
    worker.onerror = (event) => {
      event.preventDefault()
      for (const [id, settle] of this.#waiting)
        settle({ id, ok: false, message: `The part that writes files failed (${event.message}).` })
      this.#waiting.clear()
    }
    return worker
  }
}
