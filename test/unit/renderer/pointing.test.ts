import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Pointing } from '../../../renderer/lib/pointing.ts'

describe('what is pointed at', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pointing = (): { heard: (string | null)[]; at: Pointing } => {
    const heard: (string | null)[] = []
    return { heard, at: new Pointing((id) => heard.push(id)) }
  }

  it('is what the pointer comes over', () => {
    const { heard, at } = pointing()
    at.over('u1')
    at.over(null)
    expect(heard).toEqual(['u1', null])
  })
  it('is nothing of what passes by, and what is there once the text stands', () => {
    const { heard, at } = pointing()
    at.over('u1')
    at.moves()
    at.over(null)
    at.over('u2')
    vi.advanceTimersByTime(100)
    at.moves()
    at.over('u3')
    vi.advanceTimersByTime(149)
    expect(heard).toEqual(['u1'])
    vi.advanceTimersByTime(1)
    expect(heard).toEqual(['u1', 'u3'])
  })
  it('leaves alone what else lit a sentence', () => {
    const { heard, at } = pointing()
    at.moves()
    vi.advanceTimersByTime(1000)
    expect(heard).toEqual([])
  })
  it('is told no more where the texts are gone', () => {
    const { heard, at } = pointing()
    at.moves()
    at.over('u1')
    at.end()
    vi.advanceTimersByTime(1000)
    expect(heard).toEqual([])
  })
})
