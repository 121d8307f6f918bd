import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MOST_PROJECT_BYTES } from '../../../../electron/contract/limits.ts'
import { sizeOfCall } from '../../../../electron/contract/sizes.ts'
import { Gate } from '../../../../electron/main/gate.ts'

const [ONE, OTHER] = [1, 2]
const never = (): Promise<string> => new Promise(() => undefined)
const at = (): Promise<string> => Promise.resolve('done')

describe('the gate of a window', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('lets a hundred calls through in a second, and the others later', async () => {
    const gate = new Gate()
    let done = 0
    for (let wave = 0; wave < 6; wave++)
      await Promise.race([
        Promise.all(
          Array.from({ length: 50 }, async () => {
            if ((await gate.through(ONE, 'setEdited', 1, at)) === 'done') done++
          })
        ),
        vi.advanceTimersByTimeAsync(0)
      ])
    expect(done).toBe(100)
    expect(await gate.through(OTHER, 'setEdited', 1, at)).toBe('done')
    await vi.advanceTimersByTimeAsync(1_000)
    // Those that waited; the rest was refused, since too many were open.
    expect(done).toBeGreaterThan(150)
  })

  it('refuses what is more than so many, or so much, at once', async () => {
    const gate = new Gate()
    const large = Array.from({ length: 3 }, () => gate.through(ONE, 'storeDraft', MOST_PROJECT_BYTES, never))
    expect(large).toHaveLength(3)
    expect(await gate.through(ONE, 'storeDraft', MOST_PROJECT_BYTES, at)).toBeNull()
    expect(await gate.through(ONE, 'setEdited', 1, at)).toBe('done')
    for (let count = 3; count < 64; count++) void gate.through(ONE, 'drafts', 1, never)
    expect(await gate.through(ONE, 'setEdited', 1, at)).toBeNull()
    expect(await gate.through(OTHER, 'setEdited', 1, at)).toBe('done')
  })

  it('has one dialog, print or new window of a window at a time', async () => {
    const gate = new Gate()
    void gate.through(ONE, 'newWindow', 1, never)
    expect(await gate.through(ONE, 'newWindow', 1, at)).toBeNull()
    expect(await gate.through(ONE, 'printReport', 1, at)).toBe('done')
    expect(await gate.through(ONE, 'printReport', 1, at)).toBe('done')
    expect(await gate.through(OTHER, 'newWindow', 1, at)).toBe('done')
    expect(await gate.through(OTHER, 'newWindow', 1, at)).toBeNull()
    await vi.advanceTimersByTimeAsync(500)
    expect(await gate.through(OTHER, 'newWindow', 1, at)).toBe('done')
  })

  it('lets the next through where one failed', async () => {
    const gate = new Gate()
    const failing = (): Promise<string> => Promise.reject(new Error('no place'))
    await expect(gate.through(ONE, 'exportFile', 1, failing)).rejects.toThrow('no place')
    expect(await gate.through(ONE, 'exportFile', 1, at)).toBe('done')
  })
})

describe('the size of a call', () => {
  it('is that of all it carries', () => {
    const size = sizeOfCall('exportFile', [{ name: 'report', kind: 'pdf', content: new Uint8Array(1_000) }])
    expect(size).toBeGreaterThan(1_000)
    expect(size).toBeLessThan(1_200)
  })

  it.each([
    ['a project of the largest size', 'storeDraft', ['x'.repeat(MOST_PROJECT_BYTES)], true],
    ['more than that', 'storeDraft', ['x'.repeat(MOST_PROJECT_BYTES + 1_000_001)], false],
    ['more than that in two', 'storeDraft', Array(2).fill('x'.repeat(MOST_PROJECT_BYTES)), false],
    ['a large text where none is taken', 'openRecent', ['x'.repeat(1_000_001)], false],
    ['many small ones', 'openRecent', [Array(200_000).fill('')], false],
    ['bytes', 'exportFile', [new Uint8Array(MOST_PROJECT_BYTES + 1_000_001)], false],
    ['objects deep inside one another', 'openRecent', [[[[[[[]]]]]]], false]
  ] as const)('%s: fits %s', (_what, call, args, fits) => {
    expect(sizeOfCall(call, args) !== null).toBe(fits)
  })
})
