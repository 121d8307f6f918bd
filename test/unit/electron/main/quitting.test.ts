import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import type { Storage } from '../../../../electron/main/storage.ts'

vi.mock('electron', () => ({}))
const { setupQuitting } = await import('../../../../electron/main/quitting.ts')

const running = (mac: boolean) => {
  const app = Object.assign(new EventEmitter(), { quits: 0, quit: () => app.quits++ })
  let settle = (): void => undefined
  const pending = new Promise<unknown>((done) => {
    settle = () => {
      done(null)
    }
  })
  const hooks = setupQuitting(
    app as unknown as App,
    { settings: { get: () => pending }, recent: { list: () => pending } } as unknown as Storage,
    mac
  )
  return { app, hooks, settle }
}

describe('the end of the app', () => {
  it('comes with its last window, but not on macOS', () => {
    const [linux, mac] = [running(false), running(true)]
    linux.app.emit('window-all-closed')
    mac.app.emit('window-all-closed')
    expect([linux.app.quits, mac.app.quits]).toEqual([1, 0])
  })

  it('goes on when a window that held it up has closed, unless it was called off', () => {
    const { app, hooks } = running(true)
    hooks.onClosed()
    expect(app.quits).toBe(0)
    app.emit('before-quit')
    hooks.onClosed()
    expect(app.quits).toBe(1)
    hooks.onCancelClosing()
    hooks.onClosed()
    app.emit('window-all-closed')
    expect(app.quits).toBe(1)
  })

  it('waits for what is being written, once', async () => {
    const { app, settle } = running(false)
    let held = 0
    const event = { preventDefault: () => held++ }
    app.emit('will-quit', event)
    await new Promise(setImmediate)
    expect([held, app.quits]).toEqual([1, 0])
    settle()
    await new Promise(setImmediate)
    expect(app.quits).toBe(1)
    app.emit('will-quit', event)
    expect(held).toBe(1)
  })
})
