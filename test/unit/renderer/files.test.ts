import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { splitStudy, type StudyContent } from '../../../engine/project/parts.ts'
import type { FromFileWorker, ToFileWorker } from '../../../renderer/files.ts'
import { FilesClient, Stopped, unlessStopped, type FileWorker } from '../../../renderer/state/files.ts'
import { smallProject } from '../engine/project/projects.ts'

/** A worker that the test answers for. */
class ScriptedWorker implements FileWorker {
  onmessage: FileWorker['onmessage'] = null
  onerror: FileWorker['onerror'] = null
  readonly received: ToFileWorker[] = []
  isEnded = false
  postMessage(message: ToFileWorker): void {
    this.received.push(message)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(message: FromFileWorker): void {
    this.onmessage?.call(this as unknown as Worker, { data: message } as MessageEvent)
  }
  break(): void {
    const event = { message: 'out of memory', preventDefault: () => undefined } as unknown as ErrorEvent
    this.onerror?.call(this as unknown as Worker, event)
  }
}

const content: StudyContent = (() => {
  const [study] = smallProject().studies
  if (!study) throw new Error('the project has no study')
  return splitStudy(study).content
})()
const outline = { studies: [], open: null, codebook: [], more: {} }
const reading = { do: 'read' as const, text: '', parts: null }

let workers: ScriptedWorker[]
let client: FilesClient
const latest = (): ScriptedWorker => {
  const worker = workers.at(-1)
  if (!worker) throw new Error('no worker was started')
  return worker
}
beforeEach(() => {
  workers = []
  client = new FilesClient(() => {
    const worker = new ScriptedWorker()
    workers.push(worker)
    return worker
  })
})

const tasks = (worker: ScriptedWorker): unknown[] => worker.received.map(({ task }) => task)
/** Answers all that the worker was asked for. */
const answerAll = (worker: ScriptedWorker, answer: string): void => {
  for (const { id, task } of worker.received)
    worker.say({ id, ok: true, answer: task.do === 'write' ? answer : null })
}

describe('the client of the workers for files', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('starts each when it is first needed, and once', () => {
    expect(workers).toHaveLength(0)
    void client.write(outline, [])
    void client.write(outline, [])
    expect(workers).toHaveLength(1)
    expect(tasks(latest())).toEqual([
      { do: 'write', outline },
      { do: 'write', outline }
    ])
  })

  it('writes beside what is read, however long that takes', async () => {
    const read = expect(client.ask(reading)).rejects.toThrow('no answer')
    const written = client.write(outline, [])
    expect(workers).toHaveLength(2)
    answerAll(latest(), 'text')
    expect(await written).toBe('text')
    await vi.advanceTimersByTimeAsync(120_000)
    await read
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
  })

  it('gives each its own answer, in whatever order they come', async () => {
    const one = client.write(outline, [])
    const other = client.write(outline, [])
    const [first, second] = latest().received
    latest().say({ id: second?.id ?? 0, ok: true, answer: 'other' })
    latest().say({ id: first?.id ?? 0, ok: true, answer: 'one' })
    expect(await Promise.all([one, other])).toEqual(['one', 'other'])
  })

  it('says what the worker could not do', async () => {
    const refused = expect(client.ask(reading)).rejects.toThrow('too deep')
    latest().say({ id: 1, ok: false, message: 'It is nested too deep.' })
    await refused
  })

  it('lets go of what is no longer open without being asked to write', () => {
    const renewed = { ...content, lexicon: '{}' }
    void client.write(outline, [content])
    client.letGo([content])
    client.letGo([renewed])
    client.letGo([])
    void client.write(outline, [renewed])
    const write = { do: 'write', outline }
    expect(tasks(latest())).toEqual([
      { do: 'keep', content },
      write,
      { do: 'forget', id: content.id },
      { do: 'keep', content: renewed },
      write
    ])
  })

  it('gives the worker what it does not have, and lets it let go of what is gone', () => {
    const renewed = { ...content, lexicon: '{}' }
    void client.write(outline, [content])
    void client.write(outline, [content])
    void client.write(outline, [renewed])
    void client.write(outline, [])
    const write = { do: 'write', outline }
    expect(tasks(latest())).toEqual([
      { do: 'keep', content },
      write,
      write,
      { do: 'keep', content: renewed },
      write,
      { do: 'forget', id: content.id },
      write
    ])
  })

  it('tells whoever waits that it failed, and gives the next one all anew', async () => {
    const refused = Promise.all(
      ['a', 'b'].map(() => expect(client.write(outline, [content])).rejects.toThrow('out of memory'))
    )
    latest().break()
    await refused
    expect(latest().isEnded).toBe(true)
    const written = client.write(outline, [content])
    expect(workers).toHaveLength(2)
    expect(tasks(latest())).toEqual([
      { do: 'keep', content },
      { do: 'write', outline }
    ])
    answerAll(latest(), 'text')
    expect(await written).toBe('text')
  })

  it('ends one that hangs, counting from its last answer', async () => {
    const one = client.ask(reading)
    const refused = expect(client.ask(reading)).rejects.toThrow('no answer')
    await vi.advanceTimersByTimeAsync(119_000)
    latest().say({ id: 1, ok: false, message: 'no project' })
    await expect(one).rejects.toThrow('no project')
    await vi.advanceTimersByTimeAsync(119_000)
    expect(latest().isEnded).toBe(false)
    await vi.advanceTimersByTimeAsync(1_000)
    await refused
    expect(latest().isEnded).toBe(true)
  })

  it('tells how far a task is, and ends it for whoever waits', async () => {
    const told: number[] = []
    const asked = client.ask(reading, (done, total) => told.push(done / total))
    const stopped = expect(asked).rejects.toBeInstanceOf(Stopped)
    latest().say({ id: 1, done: 1, total: 4 })
    latest().say({ id: 1, done: 2, total: 4 })
    client.stopWriting()
    expect(latest().isEnded).toBe(false)
    client.stopReading()
    await stopped
    expect(told).toEqual([0.25, 0.5])
    expect(latest().isEnded).toBe(true)
    // The next task has a worker of its own.
    const again = client.ask(reading)
    expect(workers).toHaveLength(2)
    latest().say({ id: 2, ok: false, message: 'no project' })
    await expect(again).rejects.toThrow('no project')
    expect(await unlessStopped(Promise.reject(new Stopped()))).toBeNull()
  })
})
