import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Group, Side } from '../../../engine/model.ts'
import { marksOf, piecesOf, type MarkedSpan } from '../../../engine/wording/passage.ts'
import { bandPath, orderOf, ribbonsOf, runsOf, type Run } from '../../../renderer/lib/ribbons.ts'
import { counted } from '../../../renderer/lib/words.ts'

const group = (id: string, us: string[], cn: string[]): Group => ({
  id,
  topic: 'taiwan',
  us,
  cn,
  matter: { label: 'Taiwan' },
  relation: 'differ',
  score: 0.5,
  evidence: [],
  framing: []
})
const order = (letter: string, count: number): ReadonlyMap<string, number> =>
  orderOf(Array.from({ length: count }, (_, at) => ({ id: `${letter}${at + 1}` })))
const extents = new Map(
  ['u1', 'u2', 'u3', 'u4', 'c1'].map((id, at) => [id, { top: 100 * at, bottom: 100 * at + 80 }])
)

describe('ribbons', () => {
  it('join neighbouring sentences of a group to one run', () => {
    expect(runsOf(['u1', 'u2', 'u4'], order('u', 4), extents, 'us')).toEqual([
      { top: 0, bottom: 180, side: 'us' },
      { top: 300, bottom: 380, side: 'us' }
    ])
  })
  it('leave through the edge when the partner is off the screen, and count it there', () => {
    const runs = (): Record<Side, Run[]> => ({
      us: runsOf(['u1'], order('u', 4), extents, 'us'),
      cn: [{ top: 900, bottom: 950, side: 'cn' }]
    })
    const { ribbons, offScreen } = ribbonsOf([[group('g1', ['u1'], ['c9'])]], runs, {
      scroll: { us: 0, cn: 0 },
      height: 500,
      width: 80
    })
    expect(ribbons).toHaveLength(1)
    expect(ribbons[0]?.path).toBe(bandPath({ top: 0, bottom: 80 }, { top: 495, bottom: 500 }, 80))
    expect(offScreen).toEqual({
      us: { above: 0, below: 0, nextAbove: null, nextBelow: null },
      cn: { above: 0, below: 1, nextAbove: null, nextBelow: { top: 900, bottom: 950, side: 'cn' } }
    })
  })
  it('join what touches on both sides within a matter, and nothing of two matters', () => {
    const places: Record<string, Record<Side, Run[]>> = {
      g1: { us: [{ top: 0, bottom: 80, side: 'us' }], cn: [{ top: 0, bottom: 40, side: 'cn' }] },
      g2: { us: [{ top: 80, bottom: 120, side: 'us' }], cn: [{ top: 40, bottom: 90, side: 'cn' }] },
      g3: { us: [{ top: 90, bottom: 120, side: 'us' }], cn: [{ top: 300, bottom: 340, side: 'cn' }] }
    }
    const [one, two, three] = ['g1', 'g2', 'g3'].map((id) => group(id, [], []))
    if (!one || !two || !three) throw new Error('no groups')
    const runs = ({ id }: Group): Record<Side, Run[]> => places[id] ?? { us: [], cn: [] }
    const panes = { scroll: { us: 0, cn: 0 }, height: 500, width: 80 }
    const together = ribbonsOf([[one, two, three]], runs, panes).ribbons
    expect(together.map(({ groups }) => groups)).toEqual([['g1', 'g2'], ['g3']])
    expect(together[0]?.path).toBe(bandPath({ top: 0, bottom: 120 }, { top: 0, bottom: 90 }, 80))
    expect(ribbonsOf([[one], [two], [three]], runs, panes).ribbons).toHaveLength(3)
  })
  it('are not drawn when both ends are off the screen', () => {
    const runs = (): Record<Side, Run[]> => ({
      us: [{ top: 0, bottom: 80, side: 'us' }],
      cn: [{ top: 0, bottom: 80, side: 'cn' }]
    })
    const drawn = ribbonsOf([[group('g1', [], [])]], runs, {
      scroll: { us: 200, cn: 300 },
      height: 500,
      width: 80
    })
    expect(drawn.ribbons).toEqual([])
  })
})

describe('marks', () => {
  const only: MarkedSpan[] = [{ start: 14, end: 20, mark: 'only' }]

  it('cut a sentence where they begin and end', () => {
    expect(piecesOf('The Taiwan issue', 10, only)).toEqual([
      { text: 'The ', mark: null, start: 10, isLeft: false },
      { text: 'Taiwan', mark: 'only', start: 14, isLeft: false },
      { text: ' issue', mark: null, start: 20, isLeft: false }
    ])
  })
  it('never lose or double a character, wherever they lie', () => {
    const spans = fc.array(
      fc.record({ start: fc.nat(60), end: fc.nat(60), mark: fc.constantFrom('only', 'same', 'difference') })
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.nat(30), spans, (text, start, marks) => {
        const pieces = piecesOf(text, start, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(new Set(pieces.map((piece) => piece.start)).size).toBe(pieces.length)
      })
    )
  })
  it('leave words alone in passages that hardly share any', () => {
    const span = { start: 0, end: 3 }
    const far: Group = {
      ...group('g1', [], []),
      wordMarks: { sameUs: [span], sameCn: [span], onlyUs: [span, span], onlyCn: [span, span] }
    }
    const near: Group = {
      ...far,
      wordMarks: { sameUs: [span, span, span], sameCn: [], onlyUs: [span], onlyCn: [span] }
    }
    expect(marksOf(far, 'us')).toEqual([])
    expect(marksOf(near, 'us').map(({ mark }) => mark)).toEqual(['only', 'same', 'same', 'same'])
    expect(marksOf(null, 'us')).toEqual([])
  })
})

it('counts with the noun in its number', () => {
  expect([counted(1, 'sentence'), counted(2, 'sentence')]).toEqual(['1 sentence', '2 sentences'])
})
