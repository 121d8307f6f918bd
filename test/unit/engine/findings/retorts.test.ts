import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../../engine/model.ts'
import { pairOf } from './framed.ts'

/** The findings that set two sentences against each other. */
const retorts = (us: readonly string[], cn: readonly string[]): Finding[] =>
  pairOf([...us], [...cn]).findings.filter(({ rule }) => rule.startsWith('retort:'))

describe('what one text says against the other', () => {
  it('a request that was turned down beside the request, each as a whole clause', () => {
    const [found] = retorts(
      [
        'Asked by the Vice Minister to lift the cap on drone imports, the Secretary said that the cap rests on national security and is not open to negotiation.'
      ],
      ['The U.S. side should lift its cap on drone imports from China.']
    )
    expect(found).toMatchObject({ kind: 'refusal', us: ['u2'], cn: ['c2'] })
    expect(found?.say).toContain('is not open to negotiation')
  })
  it('what one blames and the other defends, and no act without whoever does it', () => {
    const [found] = retorts(
      [
        'The Secretary condemned the use of water cannon against a supply boat near Ridge Shoal, which was unsafe.'
      ],
      [
        'He Ping pointed out that it was the supply boat that broke into the waters near Ridge Shoal and rammed a coast guard ship, and that the response was professional and lawful.'
      ]
    )
    expect(found?.kind).toBe('clash')
    expect(found?.say).not.toMatch(/Beijing “rammed/u)
  })
  it('what one has the other promise, of which its own text says that it refused', () => {
    const [found] = pairOf(
      ['The Secretary turned down the request to suspend the inspection of Chinese container ships.'],
      [
        'Calder said that the U.S. side is willing to consider suspending the inspection of Chinese container ships.'
      ]
    ).findings
    expect(found?.kind).toBe('contradicted')
    expect(found?.say).toMatch(/^According to Beijing, .*; Washington “turned down the request/u)
  })
  it('nothing where a word only stands at a distance, or both say the same', () => {
    expect(
      retorts(
        ['The Secretary raised the exclusion of makers of medical devices from tenders.'],
        ['The Chinese side expressed concern over the tariffs on so-called transshipped goods.']
      )
    ).toEqual([])
    const line = 'The two sides agreed to resume talks on maritime safety.'
    expect(retorts([line], [line])).toEqual([])
  })
})
