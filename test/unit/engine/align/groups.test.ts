import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundlesOf } from '../../../../engine/align/groups.ts'
import type { Link } from '../../../../engine/align/links.ts'
import type { Tie } from '../../../../engine/align/together.ts'

const link = (us: number, cn: number, score = 0.5): Link => ({ us, cn, score })
const COST = 2

/** Ties between all links that have a sentence in common, each of the weight that a function gives. */
const tied = (links: readonly Link[], weightOf: (one: Link, other: Link) => number): Tie[] =>
  links.flatMap((one, at) =>
    links
      .slice(at + 1)
      .filter((other) => one.us === other.us || one.cn === other.cn)
      .map((other) => ({ one, other, weight: weightOf(one, other) }))
  )

const sides = (
  links: readonly Link[],
  weightOf: (one: Link, other: Link) => number,
  first: 'us' | 'cn' = 'us'
): number[][][] => bundlesOf(links, tied(links, weightOf), COST, first).map(({ us, cn }) => [us, cn])

describe('links become matters', () => {
  it('whose links hold together stand in one group', () => {
    expect(sides([link(0, 1), link(0, 2), link(0, 3)], () => 1)).toEqual([[[0], [1, 2, 3]]])
  })

  it('whose links do not, stand apart: a sentence is in as many groups as it treats matters', () => {
    const weightOf = (one: Link, other: Link): number => (Math.max(one.cn, other.cn) <= 2 ? 1 : -1)
    expect(sides([link(0, 1), link(0, 2), link(0, 3)], weightOf)).toEqual([
      [[0], [1, 2]],
      [[0], [3]]
    ])
  })

  it('weighs what joins and what parts together', () => {
    const weightOf = (one: Link, other: Link): number => (one.cn + other.cn === 4 ? -3 : 1)
    expect(sides([link(0, 1), link(0, 2), link(0, 3)], weightOf)).toHaveLength(2)
  })

  it('a full product of sentences is one group', () => {
    expect(sides([link(0, 1), link(0, 2), link(1, 1), link(1, 2)], () => 1)).toEqual([
      [
        [0, 1],
        [1, 2]
      ]
    ])
  })

  it('a chain is cut where its product would set much side by side that is not linked', () => {
    const links = [0, 1, 2, 3, 4].flatMap((at) => [link(at, at), link(at, at + 1)])
    for (const [us, cn] of sides(links, () => 1))
      expect((us?.length ?? 0) * (cn?.length ?? 0)).toBeLessThan(7)
  })

  it('an equal choice is decided by the order of the side that the caller names', () => {
    const links = [link(0, 0), link(0, 1), link(1, 1)]
    const mirror = links.map(({ us, cn, score }) => ({ us: cn, cn: us, score }))
    const turned = sides(mirror, () => 1, 'cn').map(([us, cn]) => [cn, us])
    expect(turned).toEqual(sides(links, () => 1, 'us'))
  })

  it('the score of a group is the mean of its links', () => {
    const links = [link(0, 1, 0.9), link(0, 2, 0.5)]
    expect(
      bundlesOf(
        links,
        tied(links, () => 1),
        COST,
        'us'
      )
    ).toEqual([{ us: [0], cn: [1, 2], score: 0.7 }])
  })

  it('no link is lost, whatever ties there are, and the same comes out from either side', () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), {
      selector: ([us, cn]) => `${us} ${cn}`,
      minLength: 1
    })
    fc.assert(
      fc.property(
        pairs,
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 7, maxLength: 7 }),
        (all, worth) => {
          const links = all.map(([us, cn]) => link(us, cn))
          const weightOf = (one: Link, other: Link): number =>
            (worth[(one.us + other.us) % 7] ?? 0) + (worth[(one.cn + other.cn) % 7] ?? 0) / 2
          const made = sides(links, weightOf)
          const set = new Set(
            made.flatMap(([us = [], cn = []]) => us.flatMap((one) => cn.map((other) => `${one} ${other}`)))
          )
          for (const { us, cn } of links) expect(set).toContain(`${us} ${cn}`)
          const mirror = links.map(({ us, cn, score }) => ({ us: cn, cn: us, score }))
          const mirrorWeight = (one: Link, other: Link): number =>
            weightOf({ ...one, us: one.cn, cn: one.us }, { ...other, us: other.cn, cn: other.us })
          const turned = sides(mirror, mirrorWeight, 'cn').map(([us, cn]) => JSON.stringify([cn, us]))
          expect(turned.sort()).toEqual(made.map((group) => JSON.stringify(group)).sort())
        }
      )
    )
  })
})
