import { describe, expect, it } from 'vitest'
import { serialise } from '../../../engine/compare.ts'
import { answersOf } from '../../../engine/matters/answers.ts'
import { exchangedOutcome } from '../../../renderer/state/exchanged.ts'
import { comparisonOf, readout, text } from '../engine/readouts.ts'

const us = readout('talks', 'us')
const cn = readout('talks', 'cn.zh')
const base = comparisonOf(us, cn)
const study = { name: 'Talks', lexicon: null }

describe('texts that are exchanged', () => {
  it('have the comparison that comparing would give', async () => {
    const outcome = await exchangedOutcome({ us, cn }, base, study, undefined)
    if (!outcome?.ok || !('comparison' in outcome) || !outcome.comparison) throw new Error('not exchanged')
    expect(outcome).toMatchObject({ slots: { us: cn, cn: us }, name: 'Talks', notes: [] })
    expect(serialise(outcome.comparison)).toBe(serialise(comparisonOf(cn, us)))
  })

  it('stand to each other as they did, which is not told anew, and are there again when they are exchanged back', async () => {
    const fresh = comparisonOf(us, cn)
    const told = answersOf(fresh)
    const outcome = await exchangedOutcome({ us, cn }, fresh, study, undefined)
    if (!outcome?.ok || !('comparison' in outcome) || !outcome.comparison) throw new Error('not exchanged')
    const answers = answersOf(outcome.comparison)
    expect(answers).toEqual(answersOf(comparisonOf(cn, us)))
    expect(answers.of.get('c1')).toBe(told.of.get('u1'))
    const back = await exchangedOutcome({ us: cn, cn: us }, outcome.comparison, study, undefined)
    expect(back?.ok && 'comparison' in back ? back.comparison : null).toBe(fresh)
  })

  it('are compared where another engine or another lexicon gave what is there', async () => {
    const older = { ...base, engine: { ...base.engine, version: '0.1' } }
    expect(await exchangedOutcome({ us, cn }, older, study, undefined)).toBeNull()
    expect(await exchangedOutcome({ us, cn }, base, study, '{}')).toBeNull()
    expect(await exchangedOutcome({ us, cn }, base, { ...study, lexicon: '{}' }, undefined)).toBeNull()
  })

  it('are compared where neither is of a party that has a place of its own', async () => {
    const [one, other] = [
      text('The ministers met on Monday. They spoke of trade.'),
      text('The ministers spoke of trade.')
    ]
    expect(
      await exchangedOutcome({ us: one, cn: other }, comparisonOf(one, other), study, undefined)
    ).toBeNull()
  })

  it('are compared while one is missing', async () => {
    expect(await exchangedOutcome({ us }, base, study, undefined)).toBeNull()
    expect(await exchangedOutcome({ us, cn }, undefined, null, undefined)).toBeNull()
  })
})
