import { describe, expect, it } from 'vitest'
import type { Job } from '../../../renderer/analysis.ts'
import { place, switchLanguage } from '../../../renderer/placing.ts'
import { readout } from '../engine/readouts.ts'

const job: Job = { sources: [], side: undefined, present: {}, swap: false }
const [us, cn, zh] = [readout('talks', 'us'), readout('talks', 'cn'), readout('talks', 'cn.zh')]

describe('placing', () => {
  it('finds of three texts the two that are one readout, in any order', () => {
    for (const texts of [
      [us, cn, zh],
      [zh, us, cn],
      [cn, zh, us]
    ]) {
      const placed = place(texts, job)
      expect(placed?.slots.us?.name).toBe(us.name)
      expect(placed?.slots.cn).toMatchObject({ name: cn.name, inOtherLanguage: { name: zh.name } })
    }
  })
  it('refuses three texts of which no two are one readout', () => {
    expect(place([us, cn, readout('call', 'cn.zh')], job)).toBeNull()
  })
  it('keeps a text beside the same side’s text in the other language', () => {
    const placed = place([zh], { ...job, present: { us, cn } })
    expect(placed?.slots.cn).toMatchObject({ name: zh.name, inOtherLanguage: { name: cn.name } })
    expect(placed?.notes.join(' ')).toContain('in English; both are kept')
  })
  it('replaces a text of another meeting', () => {
    const placed = place([readout('call', 'cn.zh')], { ...job, present: { us, cn } })
    expect(placed?.slots.cn?.inOtherLanguage).toBeUndefined()
  })
  it('switches between the two, and back', () => {
    const slots = place([us, cn, zh], job)?.slots ?? {}
    const switched = switchLanguage(slots, 'cn')
    expect(switched.cn).toEqual({ ...zh, inOtherLanguage: cn })
    expect(switchLanguage(switched, 'cn')).toEqual(slots)
    expect(switchLanguage(slots, 'us')).toBe(slots)
  })
})
