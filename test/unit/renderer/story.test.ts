import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStory } from '../../../engine/attribution/story/story.ts'
import { standardLexicon } from '../../../engine/lexicon/lexicon.ts'
import { analyse } from '../../../renderer/analyse.ts'
import type { Job } from '../../../renderer/analysis.ts'
import { storyParts } from '../../../renderer/lib/story.ts'
import { isTakenApart, placeStory } from '../../../renderer/placing.ts'
import { readout } from '../engine/readouts.ts'

const text = readFileSync(resolve(import.meta.dirname, '../../fixtures/stories/geneva.txt'), 'utf8')
const article = { name: 'geneva.txt', text }
const job: Job = { sources: [], side: undefined, present: {}, swap: false }

describe('a news story in the window', () => {
  it('is shown whole, each statement with its side', () => {
    const story = readStory(article)
    const parts = storyParts(story.ok ? story.texts : {}) ?? []
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.filter(({ side }) => side === 'us')).toHaveLength(10)
    expect(parts.find(({ side }) => side === 'cn')).toMatchObject({
      attributedTo: 'according to a readout from the Chinese Foreign Ministry'
    })
    expect(storyParts({ us: readout('talks', 'us') })).toBeNull()
  })

  it('of several meetings is shown with the meeting of each statement, and those that are not compared', () => {
    const words = readFileSync(
      resolve(import.meta.dirname, '../../fixtures/story-meetings/wire-three-meetings.marked.txt'),
      'utf8'
    ).replace(/\{(?:us|cn|both)@\d\|([^}]*)\}/gu, '$1')
    const placed = placeStory({ name: 'three.txt', text: words }, standardLexicon, 'm2')
    const slots = 'slots' in placed ? placed.slots : {}
    const parts = storyParts(slots) ?? []
    // What both said together stands there once.
    expect(parts.map((part) => part.text).join('')).toBe(words)
    expect(parts.filter(({ side }) => side === 'both')).toMatchObject([{ meeting: 3, isCompared: false }])
    const of = (meeting: number | null): boolean[] =>
      parts
        .filter((part) => part.side !== null && part.meeting === meeting)
        .map(({ isCompared }) => isCompared)
    expect(of(2)).toEqual([true, true, true, true])
    expect(of(1)).toEqual([false, false, false, false])
    expect(of(null)).toEqual([false, false])
  })

  it('has its texts in exchanged places where those on screen have', async () => {
    const read = (more: Partial<Job>) =>
      analyse({ ...job, sources: [{ kind: 'text', ...article }], ...more }, () => Promise.reject(new Error()))
    const [plain, exchanged] = [await read({}), await read({ isExchanged: true })]
    if (!('slots' in plain) || !('slots' in exchanged)) throw new Error('the story was not read')
    expect(exchanged.slots).toEqual({ us: plain.slots.cn, cn: plain.slots.us })
  })

  it('is taken apart where no other text is there, or the reader says so', () => {
    const us = readout('talks', 'us')
    expect(isTakenApart(article, job)).toBe(true)
    expect(isTakenApart(article, { ...job, side: 'us' })).toBe(true)
    expect(isTakenApart(article, { ...job, present: { us } })).toBe(false)
    expect(isTakenApart(article, { ...job, as: 'readout' })).toBe(false)
    expect(isTakenApart(us, job)).toBe(false)
    expect(isTakenApart(us, { ...job, as: 'story' })).toBe(true)
  })

  it('is taken apart again when its document is read in another encoding', () => {
    const story = placeStory(article, standardLexicon)
    const present = 'slots' in story ? story.slots : {}
    expect(isTakenApart(article, { ...job, side: 'us', present, encoding: 'utf-8' })).toBe(true)
    const readouts = { us: article, cn: readout('talks', 'cn') }
    expect(isTakenApart(article, { ...job, side: 'us', present: readouts, encoding: 'utf-8' })).toBe(false)
  })

  it('is refused where it does not quote both sides', () => {
    expect(placeStory(readout('talks', 'us'), standardLexicon)).toMatchObject({
      problem: { code: 'one-sided-story' }
    })
  })
})
