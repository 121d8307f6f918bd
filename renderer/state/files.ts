import type { ProjectOutline, StudyContent } from '../../engine/project/parts.ts'
import { untold, type Tell } from '../../engine/progress.ts'
import type { FileAnswers, FileTask, FromFileWorker, ToFileWorker } from '../files.ts'
import { words } from '../words/words.ts'

/** The part of a Worker that is used, so that a test can stand in for it. */
export type FileWorker = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>

/** An answer, and no word of how far a task is. */
type Answer = Extract<FromFileWorker, { ok: boolean }>
interface Waiting {
  settle: (answer: Answer) => void
  tell: Tell
}

/** The reader ended a task before it was done. */
export class Stopped extends Error {}
/** @returns null where the reader ended it */
export const unlessStopped = async <T>(work: Promise<T>): Promise<T | null> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Stopped) return null
    throw error
  }
}
/** What a task that was ended is answered with. */
const STOPPED = 'Stopped.'

/** A worker that has answered nothing for so long hangs, and is ended. */
const ANSWER_LIMIT_MS = 120_000

/** A worker that is started when it is first needed, and again after it failed or hung. */
class Lane {
  readonly #start: () => FileWorker
  readonly #ended: () => void
  #worker: FileWorker | null = null
  readonly #waiting = new Map<number, Waiting>()
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #lastId = 0

  /** @param ended hears that the worker is gone with all that it kept */
  constructor(start: () => FileWorker, ended: () => void = () => undefined) {
    this.#start = start
    this.#ended = ended
  }

  /** @throws where the worker could not do it, with a message for the reader */
  async ask<T extends FileTask>(task: T, tell: Tell = untold): Promise<FileAnswers[T['do']]> {
    const worker = (this.#worker ??= this.#started())
    const message: ToFileWorker = { id: ++this.#lastId, task }
    const answer = await new Promise<Answer>((settle) => {
      this.#waiting.set(message.id, { settle, tell })
      worker.postMessage(message)
      this.#watch()
    })
    if (!answer.ok) throw answer.message === STOPPED ? new Stopped(STOPPED) : new Error(answer.message)
    return answer.answer as FileAnswers[T['do']]
  }

  /** Ends what is under way; whoever waits for it hears `Stopped`. */
  stop(): void {
    if (this.#waiting.size > 0) this.#end(STOPPED)
  }

  #started(): FileWorker {
    const worker = this.#start()
    worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => {
      const waiting = this.#waiting.get(data.id)
      if ('done' in data) waiting?.tell(data.done, data.total)
      else {
        waiting?.settle(data)
        this.#waiting.delete(data.id)
      }
      this.#watch()
    }
    worker.onerror = (event) => {
      event.preventDefault()
      this.#end(words.status.filesFailed(event.message))
    }
    return worker
  }

  /** Waits anew for the next answer, where one is waited for. */
  #watch(): void {
    clearTimeout(this.#watchdog)
    if (this.#waiting.size > 0)
      this.#watchdog = setTimeout(() => {
        this.#end(words.status.filesSilent)
      }, ANSWER_LIMIT_MS)
  }

  /**
   * A worker that cannot be loaded, has failed or hangs answers nothing: whoever waits is told, and the next task gets a
   * new one, so that work which could not be saved once can be saved all the same.
   */
  #end(message: string): void {
    clearTimeout(this.#watchdog)
    this.#worker?.terminate()
    this.#worker = null
    this.#ended()
    for (const [id, { settle }] of this.#waiting) settle({ id, ok: false, message })
    this.#waiting.clear()
  }
}

/**
 * Asks the workers that write and read files. Saving has one of its own, so that neither a long export nor a large file
 * that is read holds it up.
 */
export class FilesClient {
  readonly #reading: Lane
  readonly #writing: Lane
  /** What the worker that writes keeps, by study. */
  #kept = new Map<string, StudyContent>()

  /** @param start starts a worker; called when one is first needed */
  constructor(start: () => FileWorker) {
    this.#reading = new Lane(start)
    this.#writing = new Lane(start, () => {
      this.#kept = new Map()
    })
  }

  /** @throws where the worker could not do it, with a message for the reader */
  ask<T extends Extract<FileTask, { do: 'read' | 'agree' | 'codebook' | 'export' }>>(
    task: T,
    tell?: Tell
  ): Promise<FileAnswers[T['do']]> {
    return this.#reading.ask(task, tell)
  }

  /** Ends the reading or the export that is under way. */
  stopReading(): void {
    this.#reading.stop()
  }
  /** Ends the writing that is under way; what has reached the disk stays there. */
  stopWriting(): void {
    this.#writing.stop()
  }

  /** What is no longer open is kept nowhere. */
  letGo(open: readonly StudyContent[]): void {
    const wanted = new Set(open)
    for (const [id, content] of this.#kept)
      if (!wanted.has(content)) {
        this.#kept.delete(id)
        // Where it fails the worker is ended, with all that it kept.
        this.#writing.ask({ do: 'forget', id }).catch(() => undefined)
      }
  }

  /**
   * The text of a project file. The worker is given what it does not have, and lets go of what is no longer there.
   *
   * @throws where the worker could not do it, with a message for the reader
   */
  write(outline: ProjectOutline, contents: readonly StudyContent[], tell?: Tell): Promise<string> {
    const before = this.#kept
    const now = new Map(contents.map((content) => [content.id, content]))
    const tasks: FileTask[] = [
      ...contents
        .filter((content) => before.get(content.id) !== content)
        .map((content): FileTask => ({ do: 'keep', content })),
      ...[...before.keys()].filter((id) => !now.has(id)).map((id): FileTask => ({ do: 'forget', id }))
    ]
    // A worker that fails at these fails at the writing too, which tells of it.
    for (const task of tasks) this.#writing.ask(task).catch(() => undefined)
    this.#kept = now
    return this.#writing.ask({ do: 'write', outline }, tell)
  }
}
