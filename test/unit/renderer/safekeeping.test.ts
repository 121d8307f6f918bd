import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { splitStudy, type OpenStudy } from '../../../engine/project/parts.ts'
import { Safekeeping, type Kept } from '../../../renderer/state/safekeeping.svelte.ts'
import { projectOf, smallProject } from '../engine/project/projects.ts'

const [study] = smallProject().studies
if (!study) throw new Error('the project has no study')
const studies: OpenStudy[] = ['one', 'other'].map((id) => splitStudy({ ...study, id }))

const problem = { code: 'disk-full' as const, message: 'The disk is full.' }
interface Stored {
  id: string
  text: string
  parts?: string[] | undefined
}

let told: string[]
let parts: { part: string; text: string }[]
let states: Stored[]
let dropped: string[]
/** What the app answers; each may be held back. */
let answer: () => Promise<typeof problem | null>
let kept: Kept | null
let safe: Safekeeping

beforeEach(() => {
  vi.useFakeTimers()
  ;[told, parts, states, dropped] = [[], [], [], []]
  answer = () => Promise.resolve(null)
  const { codebook } = projectOf()
  kept = {
    handle: null,
    name: 'Talks',
    outline: { studies: studies.map(({ changes }) => changes), open: 'one', codebook, more: { of: 'later' } },
    contents: studies.map(({ content }) => content)
  }
  safe = new Safekeeping(
    {
      storeDraftPart: ({ part, text }) => {
        parts.push({ part, text })
        return answer()
      },
      storeDraft: (state) => {
        states.push(state)
        return answer()
      },
      dropDraft: (id) => {
        dropped.push(id)
        return Promise.resolve(null)
      }
    },
    { failed: (message) => told.push(message), mended: () => told.push('mended') },
    () => kept
  )
})
afterEach(() => {
  vi.useRealTimers()
})

describe('keeping work safe', () => {
  it('writes the contents once, and what changes after each change', async () => {
    for (let count = 0; count < 3; count++) {
      safe.touch()
      await vi.advanceTimersByTimeAsync(400)
    }
    expect(parts.map(({ text }) => JSON.parse(text) as unknown)).toEqual(
      studies.map(({ content }) => content)
    )
    expect(states.map((state) => state.parts)).toEqual(Array(3).fill(parts.map(({ part }) => part)))
    expect(states[0]?.text.length).toBeLessThan(parts[0]?.text.length ?? 0)
    expect(told).toEqual(['mended', 'mended', 'mended'])
  })

  it('writes them ahead where they are known, and anew where one was compared again', async () => {
    await safe.prepare(kept?.contents ?? [])
    expect(parts).toHaveLength(2)
    if (kept) kept.contents = kept.contents.map((content, at) => (at === 0 ? { ...content } : content))
    safe.touch()
    await vi.advanceTimersByTimeAsync(400)
    expect(parts).toHaveLength(3)
    expect(states[0]?.parts).toEqual([parts[2]?.part, parts[1]?.part])
  })

  it('says when work has not been safe for a second, and takes it back', async () => {
    let done = (_: null): void => undefined
    answer = () => new Promise((settle) => (done = settle))
    kept = kept && { ...kept, contents: [], outline: { ...kept.outline, studies: [] } }
    safe.touch()
    await vi.advanceTimersByTimeAsync(999)
    expect(safe.isLate).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(safe.isLate).toBe(true)
    done(null)
    await vi.advanceTimersByTimeAsync(0)
    expect(safe.isLate).toBe(false)
  })

  it('tells what went wrong, tries it again by itself, and takes it back', async () => {
    answer = () => Promise.resolve(problem)
    safe.touch()
    await vi.advanceTimersByTimeAsync(1_200)
    expect(told).toEqual(['Your work could not be kept safe: The disk is full.'])
    expect(safe.isLate).toBe(true)
    answer = () => Promise.resolve(null)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(told.at(-1)).toBe('mended')
    expect([safe.isLate, states.length]).toEqual([false, 1])
  })

  it('leaves what is no longer on screen to those who took it away', async () => {
    let done = (_: null): void => undefined
    answer = () => new Promise((settle) => (done = settle))
    safe.touch()
    await vi.advanceTimersByTimeAsync(400)
    const before = safe.id
    safe.begin()
    done(null)
    await vi.advanceTimersByTimeAsync(400)
    expect([dropped, states, told]).toEqual([[before], [], []])
    expect(safe.id).not.toBe(before)
  })

  it('goes on with a draft that was taken up, and does not write again what is there', async () => {
    safe.goOn('taken-up', kept?.contents ?? [], new Map([['one', 'piece-one']]))
    safe.touch()
    await vi.advanceTimersByTimeAsync(400)
    expect(parts).toHaveLength(1)
    expect(states).toMatchObject([{ id: 'taken-up', parts: ['piece-one', parts[0]?.part] }])
  })

  it('is at rest when all is saved', async () => {
    safe.touch()
    safe.rest()
    await vi.advanceTimersByTimeAsync(5_000)
    expect([states, safe.isLate]).toEqual([[], false])
  })
})
