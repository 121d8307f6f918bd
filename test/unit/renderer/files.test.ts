import { beforeEach, describe, expect, it } from 'vitest'
import type { FromFileWorker, StudyContent, ToFileWorker } from '../../../renderer/files.ts'
import { FilesClient, type FileWorker } from '../../../renderer/state/files.ts'
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
  const { id, texts, comparison, lexicon } = study
  return { id, texts, comparison, lexicon }
})()
const outline = { studies: [], open: null, codebook: [] }

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

describe('the client of the worker for files', () => {
  it('starts it when it is first needed, and once', () => {
    expect(workers).toHaveLength(0)
    void client.ask({ do: 'write', outline })
    void client.ask({ do: 'write', outline })
    expect(workers).toHaveLength(1)
    expect(latest().received.map(({ task }) => task.do)).toEqual(['write', 'write'])
  })

  it('gives each its own answer, in whatever order they come', async () => {
    const one = client.ask({ do: 'write', outline })
    const other = client.ask({ do: 'write', outline })
    const [first, second] = latest().received
    latest().say({ id: second?.id ?? 0, ok: true, answer: 'other' })
    latest().say({ id: first?.id ?? 0, ok: true, answer: 'one' })
    expect(await Promise.all([one, other])).toEqual(['one', 'other'])
  })

  it('says what the worker could not do', async () => {
    const refused = expect(client.ask({ do: 'write', outline })).rejects.toThrow('is missing')
    latest().say({ id: 1, ok: false, message: 'The content is missing.' })
    await refused
  })

  it('tells whoever waits that it failed, and has what was kept in the next one', async () => {
    const kept = client.ask({ do: 'keep', content })
    latest().say({ id: 1, ok: true, answer: null })
    expect(await kept).toBeNull()
    const refused = Promise.all(
      ['a', 'b'].map(() => expect(client.ask({ do: 'write', outline })).rejects.toThrow('out of memory'))
    )
    latest().break()
    await refused
    expect(latest().isEnded).toBe(true)

    const written = client.ask({ do: 'write', outline })
    expect(workers).toHaveLength(2)
    expect(latest().received.map(({ task }) => task)).toEqual([
      { do: 'keep', content },
      { do: 'write', outline }
    ])
    const [restored, write] = latest().received
    latest().say({ id: restored?.id ?? 0, ok: true, answer: null })
    latest().say({ id: write?.id ?? 0, ok: true, answer: 'text' })
    expect(await written).toBe('text')
  })
})
