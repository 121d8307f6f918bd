import { untold, type Tell } from '../../engine/progress.ts'
import type { FromWorker, Job, Outcome, ToWorker } from '../analysis.ts'
import { words } from '../words/words.ts'

/** What the client needs of a worker; a test gives it one of its own. */
export type AnalysisWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

/** A live worker says at once that it has a job; one that is silent for so long is gone. */
const START_LIMIT_MS = 4_000
/** The longest texts that are let in take a few seconds. */
const JOB_LIMIT_MS = 60_000

interface Running {
  id: number
  job: Job
  /** The job has been sent to a second worker already. */
  retried: boolean
  timer: ReturnType<typeof setTimeout>
  settle: (outcome: Outcome | 'superseded') => void
  tell: Tell
}

const stopped = (message: string): Outcome => ({
  ok: false,
  problem: { code: 'unreadable', name: '', message }
})

/**
 * The analysis, in a worker that can be ended and started again. One job at a time: a newer one supersedes an older,
 * whose answer is never shown.
 */
export class AnalysisClient {
  readonly #start: () => AnalysisWorker
  #worker: AnalysisWorker | null = null
  #running: Running | null = null
  #lastId = 0

  /** @param start starts a worker; called when one is first needed */
  constructor(start: () => AnalysisWorker) {
    this.#start = start
  }

  /** Has a worker ready before the first job comes; it reads the whole lexicon. */
  prepare(): void {
    this.#worker ??= this.#startWorker()
  }

  /** Takes an answer that is known without a job; whatever runs is superseded by it as by a job. */
  supersede(): void {
    this.#settle('superseded')
  }

  /**
   * @param tell hears how far the job is
   * @returns the outcome, or `superseded` if a newer job came before it
   */
  run(job: Job, tell: Tell = untold): Promise<Outcome | 'superseded'> {
    this.#settle('superseded')
    return new Promise((settle) => {
      const timer = setTimeout(() => undefined)
      this.#send({ id: ++this.#lastId, job, retried: false, timer, settle, tell })
    })
  }

  /**
   * Ends the job that runs, wherever in a document it is; its worker is ended with it.
   *
   * @returns whether there was one
   */
  cancel(): boolean {
    if (!this.#running) return false
    this.#restart()
    this.#settle('superseded')
    return true
  }

  #startWorker(): AnalysisWorker {
    const worker = this.#start()
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.#hear(data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      this.#restart()
      this.#settle(stopped(words.status.analysisFailed))
    }
    return worker
  }

  #restart(): void {
    this.#worker?.terminate()
    this.#worker = this.#startWorker()
  }

  #send(running: Running): void {
    clearTimeout(running.timer)
    running.timer = setTimeout(() => {
      this.#missStart(running)
    }, START_LIMIT_MS)
    this.#running = running
    const message: ToWorker = { id: running.id, job: running.job }
    this.#worker ??= this.#startWorker()
    this.#worker.postMessage(message)
  }

  /** The worker is gone: a new one gets the job, once. */
  #missStart(running: Running): void {
    this.#restart()
    if (running.retried) this.#settle(stopped(words.status.analysisNotStarted))
    else this.#send({ ...running, retried: true })
  }

  #hear(message: FromWorker): void {
    const running = this.#running
    if (message.id !== running?.id) return
    if (message.kind === 'done') {
      this.#settle(message.outcome)
      return
    }
    // Each document of many has the time that a job of one has.
    if (message.kind === 'progress') running.tell(message.done, message.total)
    clearTimeout(running.timer)
    running.timer = setTimeout(() => {
      this.#restart()
      this.#settle(stopped(words.status.analysisTooLong(JOB_LIMIT_MS / 1000)))
    }, JOB_LIMIT_MS)
  }

  #settle(outcome: Outcome | 'superseded'): void {
    const running = this.#running
    if (!running) return
    this.#running = null
    clearTimeout(running.timer)
    running.settle(outcome)
  }
}
