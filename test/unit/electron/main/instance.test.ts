import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({}))
const { isOnlyInstance, setupInstance } = await import('../../../../electron/main/instance.ts')

const wanted = (...projects: string[]) => ({ sample: false, files: [] as string[], projects })

class RecordingApp extends EventEmitter {
  isReadyNow = true
  isReady = (): boolean => this.isReadyNow
  whenReady = (): Promise<void> => Promise.resolve()
}

const running = (first = wanted()) => {
  const app = new RecordingApp()
  const done: unknown[] = []
  const keep =
    (name: string) =>
    (...args: unknown[]): Promise<void> => {
      done.push([name, ...args])
      return Promise.resolve()
    }
  setupInstance(
    app as unknown as App,
    { bring: keep('bring'), open: keep('open'), showAny: keep('showAny') },
    first
  )
  const startAgain = async (data: unknown): Promise<unknown[]> => {
    app.emit('second-instance', {}, ['--anything'], '/elsewhere', data)
    await Promise.resolve()
    await new Promise(setImmediate)
    return done
  }
  return { app, done, startAgain }
}

describe('one app a profile', () => {
  it('hands what a second start was asked for to the first', () => {
    let handed: unknown
    const app = {
      requestSingleInstanceLock: (data?: Record<string, unknown>) => {
        handed = data
        return false
      }
    }
    expect(isOnlyInstance(app as App, wanted('/a.parallax'))).toBe(false)
    expect(handed).toEqual(wanted('/a.parallax'))
  })

  it('shows the projects of a second start', async () => {
    expect(await running().startAgain(wanted('/a.parallax', '/b.parallax'))).toEqual([
      ['bring', '/a.parallax'],
      ['bring', '/b.parallax']
    ])
  })

  it('opens the readouts of a second start in a window of their own', async () => {
    expect(await running().startAgain({ sample: false, files: ['/us.txt'], projects: [] })).toEqual([
      ['open', { sample: false, files: ['/us.txt'] }]
    ])
  })

  it('comes forward where a second start asks for nothing', async () => {
    expect(await running().startAgain(wanted())).toEqual([['showAny']])
  })

  it('does not heed what is no such request', async () => {
    expect(await running().startAgain('x')).toEqual([])
    expect(await running().startAgain(null)).toEqual([])
  })

  it('opens a file of the file manager: when ready, or as what it was started for', () => {
    let prevented = 0
    const event = { preventDefault: () => prevented++ }
    const first = wanted()
    const { app, done } = running(first)
    app.isReadyNow = false
    app.emit('open-file', event, '/early.parallax')
    app.isReadyNow = true
    app.emit('open-file', event, '/late.parallax')
    expect([first.projects, done, prevented]).toEqual([['/early.parallax'], [['bring', '/late.parallax']], 2])
  })
})
