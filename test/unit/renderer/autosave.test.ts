import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave } from '../../../renderer/state/autosave.ts'

/** A task that the test ends; counts how often it was begun. */
const heldTask = () => {
  const ends: { done: () => void; fail: (error: Error) => void }[] = []
  return {
    ends,
    run: (): Promise<void> =>
      new Promise((done, fail) => {
        ends.push({ done, fail })
      })
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('keeping work while it goes on', () => {
  it('waits for a pause', async () => {
    const task = vi.fn(() => Promise.resolve())
    const autosave = new Autosave(task)
    autosave.ask()
    await vi.advanceTimersByTimeAsync(60)
    autosave.ask()
    await vi.advanceTimersByTimeAsync(60)
    expect(task).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(60)
    expect(task).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(task).toHaveBeenCalledTimes(1)
  })

  it('does not wait for ever where there is no pause: a second of work without one is kept twice', async () => {
    const task = vi.fn(() => Promise.resolve())
    const autosave = new Autosave(task)
    for (let at = 0; at < 1_000; at += 20) {
      autosave.ask()
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(task.mock.calls.length).toBeGreaterThanOrEqual(2)
  })

  it('runs one at a time, and once more for what was asked meanwhile', async () => {
    const { ends, run } = heldTask()
    const autosave = new Autosave(run)
    autosave.ask()
    await vi.advanceTimersByTimeAsync(200)
    expect(ends).toHaveLength(1)
    for (let asked = 0; asked < 3; asked++) {
      autosave.ask()
      await vi.advanceTimersByTimeAsync(400)
    }
    expect(ends).toHaveLength(1)
    ends[0]?.done()
    await vi.advanceTimersByTimeAsync(0)
    expect(ends).toHaveLength(2)
    ends[1]?.done()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(ends).toHaveLength(2)
  })

  it('goes on after a task that failed, with what was asked meanwhile', async () => {
    const { ends, run } = heldTask()
    const failed: unknown[] = []
    const autosave = new Autosave(() =>
      run().catch((error: unknown) => {
        failed.push(error)
        throw error
      })
    )
    autosave.ask()
    const settled = autosave.settle()
    autosave.ask()
    await vi.advanceTimersByTimeAsync(200)
    const refused = expect(settled).rejects.toThrow('no room')
    ends[0]?.fail(new Error('no room'))
    await refused
    await vi.advanceTimersByTimeAsync(200)
    expect([ends.length, failed.length]).toEqual([2, 1])
    ends[1]?.done()
    await autosave.settle()
  })

  it('settles at once: what is asked for is done, what runs is waited for', async () => {
    const { ends, run } = heldTask()
    const autosave = new Autosave(run)
    autosave.ask()
    let isSettled = false
    const settled = autosave.settle().then(() => {
      isSettled = true
    })
    await vi.advanceTimersByTimeAsync(0)
    expect([ends.length, isSettled]).toEqual([1, false])
    ends[0]?.done()
    await settled
    // Nothing is left to be done later.
    await vi.advanceTimersByTimeAsync(5_000)
    expect(ends).toHaveLength(1)
    await autosave.settle()
    expect(ends).toHaveLength(1)
  })

  it('forgets what was asked for when it is cancelled', async () => {
    const task = vi.fn(() => Promise.resolve())
    const autosave = new Autosave(task)
    autosave.ask()
    autosave.cancel()
    await vi.advanceTimersByTimeAsync(5_000)
    await autosave.settle()
    expect(task).not.toHaveBeenCalled()
  })
})
