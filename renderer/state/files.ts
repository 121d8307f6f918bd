import type { FileAnswers, FileTask, FromFileWorker, StudyContent, ToFileWorker } from '../files.ts'

/** The part of a Worker that is used, so that a test can stand in for it. */
export type FileWorker = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>

type Settle = (message: FromFileWorker) => void

/** Asks the worker that writes and reads files; each task is answered, in the order in which they were given. */
export class FilesClient {
  readonly #start: () => FileWorker
  #worker: FileWorker | null = null
  readonly #waiting = new Map<number, Settle>()
  /** What the worker was given to keep, for another one that takes its place. */
  readonly #kept = new Map<string, StudyContent>()
  #lastId = 0

  /** @param start starts the worker; called when it is first needed */
  constructor(start: () => FileWorker) {
    this.#start = start
  }

  /** @throws where the worker could not do it, with a message for the reader */
  async ask<T extends FileTask>(task: T): Promise<FileAnswers[T['do']]> {
    const worker = (this.#worker ??= this.#started())
    if (task.do === 'keep') this.#kept.set(task.content.id, task.content)
    const answer = await new Promise<FromFileWorker>((settle) => {
      this.#waiting.set(this.#post(worker, task), settle)
    })
    if (!answer.ok) throw new Error(answer.message)
    return answer.answer as FileAnswers[T['do']]
  }

  #post(worker: FileWorker, task: FileTask): number {
    const message: ToFileWorker = { id: ++this.#lastId, task }
    worker.postMessage(message)
    return message.id
  }

  #started(): FileWorker {
    const worker = this.#start()
    worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => {
      this.#waiting.get(data.id)?.(data)
      this.#waiting.delete(data.id)
    }
    for (const content of this.#kept.values()) this.#post(worker, { do: 'keep', content })
    // A worker that cannot be loaded, or has failed, answers nothing: whoever waits is told, and the next task gets a
    // new one, so that work which could not be saved once can be saved all the same.
    worker.onerror = (event) => {
      event.preventDefault()
      worker.terminate()
      this.#worker = null
      for (const [id, settle] of this.#waiting)
        settle({ id, ok: false, message: `The part that writes files failed (${event.message}).` })
      this.#waiting.clear()
    }
    return worker
  }
}
