import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchFile, type WatchFolder } from '../../../../electron/storage/watch.ts'
import { useFolder } from './disks.ts'

const folder = useFolder()

describe('watching a file', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const watched = () => {
    const seen = { touched: 0, closed: 0 }
    let event: (name: string | null) => void = () => undefined
    const system: WatchFolder = (_folder, onEvent) => {
      event = onEvent
      return {
        close: () => {
          seen.closed++
        }
      }
    }
    const stop = watchFile(join(folder(), 'talks.parallax'), () => seen.touched++, system)
    return {
      seen,
      stop,
      event: (name: string | null) => {
        event(name)
      }
    }
  }

  it('tells once of what another program does in several steps', () => {
    const { seen, event } = watched()
    event('talks.parallax')
    vi.advanceTimersByTime(100)
    event('talks.parallax')
    vi.advanceTimersByTime(100)
    event(null)
    expect(seen.touched).toBe(0)
    vi.runAllTimers()
    expect(seen.touched).toBe(1)
  })

  it('does not tell of its neighbours, nor of anything after it was stopped', () => {
    const { seen, event, stop } = watched()
    event('other.parallax')
    vi.runAllTimers()
    expect(seen.touched).toBe(0)
    event('talks.parallax')
    stop()
    vi.runAllTimers()
    expect(seen).toEqual({ touched: 0, closed: 1 })
  })

  it('is left out where the system does not watch', () => {
    const stop = watchFile(
      '/there',
      () => undefined,
      () => {
        throw new Error('ENOSPC: no more watchers')
      }
    )
    expect(() => {
      stop()
    }).not.toThrow()
  })
})

describe('watching a file on this system', () => {
  it('hears that another program put a new file in its place', async () => {
    const path = join(folder(), 'talks.parallax')
    await writeFile(path, 'old')
    let stop = (): void => undefined
    const heard = new Promise<void>((done) => {
      stop = watchFile(path, done)
    })
    await writeFile(join(folder(), 'new'), 'new')
    await rename(join(folder(), 'new'), path)
    await heard
    stop()
  })

  it('hears that it was taken away', async () => {
    const path = join(folder(), 'talks.parallax')
    await writeFile(path, 'old')
    let stop = (): void => undefined
    const heard = new Promise<void>((done) => {
      stop = watchFile(path, done)
    })
    await rename(path, join(folder(), 'elsewhere'))
    await heard
    stop()
  })
})
