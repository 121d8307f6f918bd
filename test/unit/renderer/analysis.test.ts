import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromWorker, Job, Outcome, ToWorker } from '../../../renderer/analysis.ts'
import { AnalysisClient, type AnalysisWorker } from '../../../renderer/state/analysis.ts'

const job: Job = { sources: [], side: undefined, present: {}, swap: false }
const outcome: Outcome = { ok: true, slots: {}, comparison: null, notes: [] }

/** A worker that the test answers for. */
class ScriptedWorker implements AnalysisWorker {
  onmessage: AnalysisWorker['onmessage'] = null
  onerror: AnalysisWorker['onerror'] = null
  readonly received: ToWorker[] = []
  isEnded = false
  postMessage(message: ToWorker): void {
    this.received.push(message)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(message: FromWorker): void {
    this.onmessage?.call(this as unknown as Worker, { data: message } as MessageEvent)
  }
}

let workers: ScriptedWorker[]
let client: AnalysisClient
const latest = (): ScriptedWorker => {
  const worker = workers.at(-1)
  if (!worker) throw new Error('no worker was started')
  return worker
}

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  client = new AnalysisClient(() => {
    const worker = new ScriptedWorker()
    workers.push(worker)
    return worker
  })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the analysis client', () => {
  it('gives the outcome of a job', async () => {
    const result = client.run(job)
    latest().say({ id: 1, kind: 'started' })
    latest().say({ id: 1, kind: 'done', outcome })
    expect(await result).toBe(outcome)
    expect(workers).toHaveLength(1)
  })

  it('never gives the answer of an older job', async () => {
    const first = client.run(job)
    const second = client.run(job)
    expect(await first).toBe('superseded')
    latest().say({ id: 1, kind: 'done', outcome: { ...outcome, notes: ['old'] } })
    latest().say({ id: 2, kind: 'done', outcome })
    expect(await second).toBe(outcome)
  })

  it('gives the job to a new worker when the first is silent, once', async () => {
    const result = client.run(job)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    expect(latest().received).toEqual([{ id: 1, job }])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await result).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/could not be started/) as string }
    })
  })

  it('ends a job that takes too long, and only that', async () => {
    const result = client.run(job)
    latest().say({ id: 1, kind: 'started' })
    await vi.advanceTimersByTimeAsync(59_000)
    expect(workers).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await result).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/longer than 60 seconds/) as string }
    })
    const next = client.run(job)
    latest().say({ id: 2, kind: 'done', outcome })
    expect(await next).toBe(outcome)
  })

  it('ends the job that runs when it is told to, with its worker', async () => {
    expect(client.cancel()).toBe(false)
    const result = client.run(job)
    latest().say({ id: 1, kind: 'started' })
    expect(client.cancel()).toBe(true)
    expect(await result).toBe('superseded')
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    const next = client.run(job)
    latest().say({ id: 2, kind: 'done', outcome })
    expect(await next).toBe(outcome)
  })

  it('says that a worker failed, and starts another', async () => {
    const result = client.run(job)
    const [worker] = workers
    worker?.onerror?.call(worker as unknown as Worker, new Event('error', { cancelable: true }) as ErrorEvent)
    expect(await result).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/failed and was ended/) as string }
    })
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
  })
})
