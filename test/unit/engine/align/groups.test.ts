import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundlesOf } from '../../../../engine/align/groups.ts'
import type { Link } from '../../../../engine/align/links.ts'

const link = (us: number, cn: number, score = 0.5): Link => ({ us, cn, score })
const sides = (links: Link[], first: 'us' | 'cn' = 'us') =>
  bundlesOf(links, first).map(({ us, cn }) => [us, cn])

describe('links become groups', () => {
  it('one to many stays one group', () => {
    expect(sides([link(0, 1), link(0, 2), link(0, 3)])).toEqual([[[0], [1, 2, 3]]])
  })
  it('a full product stays one group', () => {
    expect(sides([link(0, 1), link(0, 2), link(1, 1), link(1, 2)])).toEqual([
      [
        [0, 1],
        [1, 2]
      ]
    ])
  })
  it('a chain is cut, since its product would link what is not linked', () => {
    expect(sides([link(0, 0), link(0, 1), link(1, 1), link(1, 2), link(1, 3)])).toEqual([
      [[0], [0, 1]],
      [[1], [1, 2, 3]]
    ])
  })
  it('a tie is decided by the caller', () => {
    const links = [link(0, 0), link(0, 1), link(1, 1)]
    expect(sides(links, 'us')).toEqual([
      [[0], [0, 1]],
      [[1], [1]]
    ])
    expect(sides(links, 'cn')).toEqual([
      [[0], [0]],
      [[0, 1], [1]]
    ])
  })
  it('is decided alike from either side, at the very limit too', () => {
    const links = [0, 1, 2]
      .flatMap((us) => [0, 1, 2, 3, 4].map((cn) => link(us, cn)))
      .filter(({ us, cn }) => us + cn !== 4 || us === 3)
    expect(links).toHaveLength(12)
    const turned = links.map(({ us, cn, score }) => ({ us: cn, cn: us, score }))
    expect(sides(turned).map(([us, cn]) => [cn, us])).toEqual(sides(links))
  })
  it('never loses a link, and adds few', () => {
    const links = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), {
      selector: ([us, cn]) => `${us} ${cn}`,
      minLength: 1
    })
    fc.assert(
      fc.property(links, (pairs) => {
        const wanted = new Set(pairs.map(([us, cn]) => `${us} ${cn}`))
        for (const { us, cn } of bundlesOf(
          pairs.map(([one, other]) => link(one, other)),
          'us'
        )) {
          const made = us.flatMap((one) => cn.map((other) => `${one} ${other}`))
          const added = made.filter((pair) => !wanted.has(pair)).length
          expect(added).toBeLessThanOrEqual(0.2 * made.length)
          for (const pair of made) wanted.delete(pair)
        }
      })
    )
    fc.assert(
      fc.property(links, (pairs) => {
        const made = new Set(
          bundlesOf(
            pairs.map(([one, other]) => link(one, other)),
            'cn'
          ).flatMap(({ us, cn }) => us.flatMap((one) => cn.map((other) => `${one} ${other}`)))
        )
        for (const [us, cn] of pairs) expect(made).toContain(`${us} ${cn}`)
      })
    )
  })
})
