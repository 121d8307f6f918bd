import { describe, expect, it } from 'vitest'
import type { Language } from '../../../engine/model.ts'
import { withEdgeMoved, type EdgeMove } from '../../../renderer/lib/word-edges.ts'

const TEXT = 'Opening words.\n\nBoth sides, he said,\nagreed to meet.\n\nClosing words.'

const moved = (words: string, move: EdgeMove, text = TEXT, language: Language = 'en'): string | undefined => {
  const start = text.indexOf(words)
  const span = withEdgeMoved(text, { start, end: start + words.length }, move, language)
  return span && text.slice(span.start, span.end)
}

describe('an edge of a passage moved by a word', () => {
  it.each([
    ['start', 'later', 'sides, he said'],
    ['end', 'earlier', 'Both sides, he'],
    ['end', 'later', 'Both sides, he said,\nagreed']
  ] as const)('%s %s', (edge, to, expected) => {
    expect(moved('Both sides, he said', { edge, to })).toBe(expected)
  })

  it('takes in a word before it', () => {
    expect(moved('he said', { edge: 'start', to: 'earlier' })).toBe('sides, he said')
  })

  it('leaves out a full stop with the last word, and takes no word of another paragraph', () => {
    expect(moved('to meet.', { edge: 'end', to: 'earlier' })).toBe('to meet')
    expect(moved('to meet.', { edge: 'end', to: 'later' })).toBeUndefined()
    expect(moved('Both', { edge: 'start', to: 'earlier' })).toBeUndefined()
  })

  it('keeps a word', () => {
    expect(moved('agreed', { edge: 'start', to: 'later' })).toBeUndefined()
    expect(moved('agreed', { edge: 'end', to: 'earlier' })).toBeUndefined()
  })

  it('goes by the words of Chinese too', () => {
    const text = '双方同意保持沟通。'
    expect(moved('同意保持沟通', { edge: 'start', to: 'later' }, text, 'zh')).toBe('保持沟通')
    expect(moved('同意保持', { edge: 'end', to: 'later' }, text, 'zh')).toBe('同意保持沟通')
  })
})
