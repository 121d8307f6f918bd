import { describe, expect, it } from 'vitest'
import { answersOf } from '../../../../engine/matters/answers.ts'
import { ANSWERS, SIDES, type Comparison } from '../../../../engine/model.ts'
import { overlaps, within } from '../../../../engine/text/spans.ts'
import { comparisonOf, comparisonOfPair, readout, text } from '../readouts.ts'
import { pairs } from './pairs.ts'

const words = (comparison: Comparison, side: 'us' | 'cn', id: string): string[] => {
  const sentence = comparison.readouts[side].sentences.find((one) => one.id === id)
  return (answersOf(comparison).of.get(id)?.left ?? []).map(({ start, end }) =>
    (sentence?.text ?? '').slice(start - (sentence?.start ?? 0), end - (sentence?.start ?? 0))
  )
}

describe.each(pairs)('how sentences stand to the other readout, in %s', (_name, us, cn) => {
  const comparison = comparisonOfPair(us, cn)
  const { of, counts, share } = answersOf(comparison)

  it('is told of each, and counted once', () => {
    for (const side of SIDES) {
      const { sentences } = comparison.readouts[side]
      const alone = side === 'us' ? comparison.onlyUs : comparison.onlyCn
      expect(ANSWERS.reduce((sum, answer) => sum + counts[side][answer], 0)).toBe(sentences.length)
      expect(sentences.flatMap(({ id }) => (of.get(id)?.answer === 'only' ? [id] : []))).toEqual(alone)
      expect(share[side]).toBeGreaterThanOrEqual(0)
      expect(share[side]).toBeLessThanOrEqual(1)
    }
  })
  it('is the mirror image when the texts are exchanged', () => {
    const mirrored = answersOf(comparisonOf(text(cn), text(us)))
    expect(mirrored.counts).toEqual({ us: counts.cn, cn: counts.us })
    expect([mirrored.share.us, mirrored.share.cn]).toEqual([
      expect.closeTo(share.cn, 6),
      expect.closeTo(share.us, 6)
    ])
  })
  it('leaves words of a sentence out only where it is partly answered, and never all of them', () => {
    for (const sentence of SIDES.flatMap((side) => comparison.readouts[side].sentences)) {
      const { answer, left, share: own } = of.get(sentence.id) ?? { answer: 'only', left: [], share: -1 }
      expect(left.length > 0).toBe(answer === 'partly')
      if (answer === 'partly') expect(own).toBeLessThan(1)
      for (const [at, span] of left.entries()) {
        expect(within(span, sentence)).toBe(true)
        const next = left[at + 1]
        if (next) expect(overlaps(span, next)).toBe(false)
      }
    }
  })
  it('counts as answered nothing that a finding calls an omission', () => {
    for (const { kind, only, spans } of comparison.findings)
      if (kind === 'omission' && only)
        for (const span of spans[only]) {
          const sentence = comparison.readouts[only].sentences.find((one) => overlaps(one, span))
          expect(['partly', 'only']).toContain(of.get(sentence?.id ?? '')?.answer)
        }
  })
})

describe('a sentence', () => {
  it('is partly answered where a claim of it names what the other text does not', () => {
    const comparison = comparisonOf(
      text(
        'The Secretary reaffirmed the one China policy regarding Taiwan. He raised concerns about human rights in Xinjiang, and he called for the release of detained American citizens.'
      ),
      text(
        'Wang Yi said that the Taiwan question is the core of China’s core interests. The two sides exchanged views on human rights in Xinjiang, and China said Xinjiang is an internal affair.'
      )
    )
    const { of } = answersOf(comparison)
    expect(of.get('u2')?.answer).toBe('partly')
    expect(words(comparison, 'us', 'u2').join(' ')).toContain('detained American citizens')
  })
  it('is whole where the other text names the same in other words', () => {
    const comparison = comparisonOf(
      text('The Secretary stressed peace across the Taiwan Strait, and he raised concerns about Xinjiang.'),
      text('The U.S. side spoke of peace across the Taiwan Strait, and it raised concerns over Xinjiang.')
    )
    expect(words(comparison, 'us', 'u1')).toEqual([])
    expect(answersOf(comparison).of.get('u1')?.answer).not.toBe('partly')
  })
})

it('a copy of a text is alike throughout', () => {
  const comparison = comparisonOf(readout('talks', 'us'), { ...readout('talks', 'us'), name: 'copy' })
  const { counts } = answersOf(comparison)
  for (const side of SIDES) {
    expect(counts[side].partly + counts[side].only).toBe(0)
    expect(answersOf(comparison).share[side]).toBe(1)
  }
})
