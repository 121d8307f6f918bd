import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import { CALLS, callChannel } from '../../../../electron/contract/channels.ts'
import { MOST_COPIED } from '../../../../electron/contract/limits.ts'
import { isTrustedSender, setupIpc, type Handlers } from '../../../../electron/main/ipc.ts'

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>
type Listener = (event: Sender, ...args: unknown[]) => Promise<unknown>

const frame = (url: string, parent: object | null = null): Sender =>
  ({ senderFrame: { url, parent }, sender: { id: 1 } }) as unknown as Sender
const ours = frame('parallax://app/index.html')

const LAUNCH = { sample: true, files: [], project: null, drafts: [], recovered: false }

const unexpected = (): never => {
  throw new Error('This call was not to be made.')
}
const handlers = {
  ...Object.fromEntries(CALLS.map((name) => [name, unexpected])),
  launch: () => Promise.resolve(LAUNCH),
  openReadouts: () => Promise.reject(new Error('The dialog could not open.'))
} as unknown as Handlers

const registered = (using: Handlers = handlers): Map<string, Listener> => {
  const listeners = new Map<string, Listener>()
  setupIpc(
    { handle: (channel, listener) => listeners.set(channel, listener as unknown as Listener) },
    using,
    null
  )
  return listeners
}

const call = (
  listeners: Map<string, Listener>,
  name: (typeof CALLS)[number],
  event: Sender,
  ...args: unknown[]
) => {
  const listener = listeners.get(callChannel(name))
  if (!listener) throw new Error(`no handler of ${name}`)
  return listener(event, ...args)
}

describe('the sender of a message', () => {
  it.each([
    ['our page', ours, true],
    ['a frame inside our page', frame('parallax://app/index.html', {}), false],
    ['another page', frame('https://example.org/'), false],
    ['a page of another host', frame('parallax://elsewhere/index.html'), false],
    ['a frame that is gone', { senderFrame: null, sender: { id: 1 } } as unknown as Sender, false]
  ])('%s: trusted %s', (_name, event, trusted) => {
    expect(isTrustedSender(event, null)).toBe(trusted)
  })
})

describe('the contract', () => {
  it('has a handler for every call', () => {
    expect([...registered().keys()].sort()).toEqual(CALLS.map(callChannel).sort())
  })

  it('answers a trusted, well-formed call', async () => {
    expect(await call(registered(), 'launch', ours)).toEqual({
      ok: true,
      value: LAUNCH
    })
  })

  it('refuses a foreign sender before the handler runs', async () => {
    let ran = false
    const listeners = registered({
      ...handlers,
      launch: () => {
        ran = true
        return Promise.resolve(LAUNCH)
      }
    })
    expect(await call(listeners, 'launch', frame('https://example.org'))).toMatchObject({
      ok: false,
      code: 'forbidden'
    })
    expect(ran).toBe(false)
  })

  it('refuses arguments that the contract does not have', async () => {
    expect(await call(registered(), 'launch', ours, 'extra')).toMatchObject({ ok: false, code: 'malformed' })
  })

  it('refuses what is too large before it is looked at', async () => {
    const text = 'x'.repeat(MOST_COPIED)
    expect(await call(registered(), 'copyText', ours, [text, text])).toMatchObject({
      ok: false,
      code: 'malformed',
      message: expect.stringContaining('too much') as string
    })
  })

  it('refuses what a window asks for a second time before it has the first', async () => {
    let done = (_: never[]): void => undefined
    const listeners = registered({
      ...handlers,
      openReadouts: () => new Promise((settle) => (done = settle))
    })
    const first = call(listeners, 'openReadouts', ours)
    expect(await call(listeners, 'openReadouts', ours)).toMatchObject({ ok: false, code: 'busy' })
    done([])
    expect(await first).toEqual({ ok: true, value: [] })
  })

  it('returns a failure as data with its message', async () => {
    expect(await call(registered(), 'openReadouts', ours)).toEqual({
      ok: false,
      code: 'failed',
      message: 'The dialog could not open.'
    })
  })

  it('does not let a malformed answer out', async () => {
    const wrong = { ...handlers, launch: () => Promise.resolve({ sample: 'yes' }) } as unknown as Handlers
    expect(await call(registered(wrong), 'launch', ours)).toMatchObject({ ok: false, code: 'failed' })
  })
})
