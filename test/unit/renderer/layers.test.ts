import { describe, expect, it } from 'vitest'
import { layeredPieces, layersOf, saidForOther, TEXT_MARKS } from '../../../renderer/lib/layers.ts'
import { filtered, kindsIn, NO_FILTER } from '../../../renderer/state/findings.ts'
import { SECTIONS, sectionOf } from '../../../engine/report/verdict.ts'
import { comparisonOf, readout } from '../engine/readouts.ts'

const comparison = comparisonOf(readout('talks', 'us'), readout('talks', 'cn'))
const { findings, readouts } = comparison

describe('layers', () => {
  it('are cut so that the pieces of a sentence are its text', () => {
    for (const side of ['us', 'cn'] as const) {
      const layers = layersOf(comparison, side, TEXT_MARKS, findings[0] ?? null)
      expect(new Set(layers.map(({ name }) => name)).size).toBeGreaterThan(2)
      for (const sentence of readouts[side].sentences) {
        const pieces = layeredPieces(sentence, layers)
        expect(pieces.map(({ text }) => text).join('')).toBe(sentence.text)
        const opened = pieces.filter(({ opens }) => opens).length
        expect(pieces.filter(({ closes }) => closes)).toHaveLength(opened)
      }
    }
  })
  it('leave out what is switched off', () => {
    const names = layersOf(comparison, 'cn', ['verb'], null).map(({ name }) => name)
    expect(new Set(names)).toEqual(new Set(['verb']))
  })
  it('give a verb its strength once, at its end', () => {
    const layers = layersOf(comparison, 'cn', ['verb'], null)
    const shown = readouts.cn.sentences.flatMap((sentence) =>
      layeredPieces(sentence, layers).filter(({ strength }) => strength !== undefined)
    )
    expect(shown).toHaveLength(layers.length)
  })
  it('mark where a readout begins to tell what the other side said', () => {
    const said = saidForOther(comparison, 'cn')
    expect(said.size).toBeGreaterThan(0)
    for (const id of said) expect(readouts.cn.sentences.find((one) => one.id === id)?.speaker).toBe('us')
  })
})

describe('the filter of findings', () => {
  it('passes all where nothing is asked, section by section', () => {
    const all = filtered(findings, NO_FILTER, null)
    const sections = all.map((finding) => SECTIONS.indexOf(sectionOf(finding)))
    expect(sections).toEqual([...sections].sort((a, b) => a - b))
    expect(all.map(({ id }) => id).sort()).toEqual(findings.map(({ id }) => id).sort())
  })
  it('passes by kind, side, weight and topic together', () => {
    const passed = filtered(findings, { ...NO_FILTER, kind: 'omission', side: 'cn', weight: 0.5 }, 'taiwan')
    expect(passed.length).toBeLessThan(findings.length)
    for (const { kind, only, weight, topic } of passed)
      expect([kind, only, weight >= 0.5, topic]).toEqual(['omission', 'cn', true, 'taiwan'])
  })
  it('counts each kind', () => {
    expect(kindsIn(findings).reduce((sum, { count }) => sum + count, 0)).toBe(findings.length)
  })
})
