import { describe, expect, it } from 'vitest'
import {
  canRedo,
  canUndo,
  editsOf,
  goTo,
  record,
  redo,
  replay,
  startHistory,
  undo,
  workOf,
  type History
} from '../../../../engine/edit/history.ts'
import { NO_EDITS, type Edits, type Operation } from '../../../../engine/edit/operation.ts'
import { brokenLaws, small } from './grounds.ts'

const AT = '2026-05-14T09:00:00.000Z'
const does = (history: History, ...operations: Operation[]): History =>
  operations.reduce((before, operation) => {
    const recorded = record(before, operation, AT)
    if (!recorded.ok) throw new Error(recorded.message)
    return recorded.history
  }, history)

const link: Operation = { do: 'link', us: ['u4'], cn: ['c4'] }
const topic: Operation = { do: 'set-topic', target: { on: 'group', id: 'h1' }, topic: 'trade' }
const note: Operation = { do: 'note', target: { on: 'whole' }, text: 'n' }

describe('a history', () => {
  const history = does(startHistory(small), link, topic, note)

  it('goes back to each work as it was, and forth again', () => {
    const one = undo(history)
    expect(workOf(one)).toBe(history.steps[1]?.work)
    expect(workOf(undo(undo(one))).comparison).toBe(small.base)
    expect(redo(one)).toEqual(history)
    expect(workOf(redo(one))).toBe(workOf(history))
    expect(undo(goTo(history, 0))).toEqual(goTo(history, -5))
    expect(redo(history)).toEqual(goTo(history, 99))
    expect([canUndo(history), canRedo(history), canUndo(goTo(history, 0)), canRedo(one)]).toEqual([
      true,
      false,
      false,
      true
    ])
  })
  it('lets go of what was undone when something else is done', () => {
    const other = does(goTo(history, 1), { do: 'verify', group: 'h1', verified: true })
    expect(editsOf(other).entries.map(({ operation }) => operation.do)).toEqual(['link', 'verify'])
    expect(canRedo(other)).toBe(false)
    expect(canRedo(goTo(history, 1))).toBe(true)
  })
  it('stays as it is when an operation is refused', () => {
    expect(record(history, link, AT)).toEqual({
      ok: false,
      message: 'These sentences stand side by side already.',
      already: true
    })
  })
  it('is the same after a file, what was undone among it', () => {
    const saved = JSON.parse(JSON.stringify(editsOf(undo(history)))) as Edits
    const loaded = replay(small, saved)
    expect(loaded.failed).toEqual([])
    expect(loaded.history).toEqual(undo(history))
    expect(replay(small, NO_EDITS).history).toEqual(startHistory(small))
  })
  it('reports entries that cannot be done, and keeps the ids of the others', () => {
    const gone: Operation = { do: 'unlink', group: 'g77', sentences: ['u1'] }
    const entries = [link, gone, { ...link, cn: ['c3'] }].map((operation) => ({ operation, at: AT }))
    const { history: played, failed } = replay(small, { entries, undone: [] })
    expect(failed).toEqual([{ entry: entries[1], why: 'This passage is no longer there.' }])
    expect(played.steps[1]?.refused).toBe('This passage is no longer there.')
    expect(workOf(played).comparison.groups.map(({ id }) => id)).toEqual(['g1', 'g2', 'g3', 'g4', 'h3', 'h1'])
    expect(brokenLaws(workOf(played), small)).toEqual([])
    expect(editsOf(played).entries).toEqual(entries)
  })
})
