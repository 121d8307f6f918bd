import { describe, expect, it } from 'vitest'
import { topics } from '../../../engine/lexicon/topics.ts'
import type { Comparison } from '../../../engine/model.ts'
import {
  PARTY_COLOURS,
  TOPIC_COLOURS,
  partyColours,
  topicColourOf,
  type Colour
} from '../../../engine/wording/colours.ts'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => {
  const row = ([x, y, z]: Triple): number => x * a + y * b + z * c
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

/** Linear light of an sRGB colour in hexadecimal. */
const linear = (hex: string): Triple => {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}
const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** Contrast of two colours as WCAG 2 has it, from 1 to 21. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Linear light to OKLab (Ottosson 2020), in which distances are about as large as they look. */
const oklab = (light: Triple): Triple => {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005]
    ],
    light
  )
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766]
    ],
    [Math.cbrt(Math.max(0, cones[0])), Math.cbrt(Math.max(0, cones[1])), Math.cbrt(Math.max(0, cones[2]))]
  )
}

/** How readers without one kind of cone see linear light (Machado, Oliveira & Fernandes 2009, severity 1). */
const BLIND: Record<string, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
}
const SEEN: Record<string, (light: Triple) => Triple> = {
  'all cones': (light) => light,
  ...Object.fromEntries(
    Object.entries(BLIND).map(([name, matrix]) => [name, (light: Triple) => times(matrix, light)])
  )
}

/** About 0.02 is the least that is told apart side by side. */
const LEAST = { 'all cones': 0.07, blind: 0.032 }
const GROUNDS = { light: ['#fffdf8', '#f6f4ef', '#ffffff'], dark: ['#1c1f23', '#15171a'] }

describe('the palette', () => {
  it('has a colour for every topic that ships, and one for those of the reader', () => {
    expect([...TOPIC_COLOURS.keys()].sort()).toEqual(topics.map(({ id }) => id).sort())
    expect([...TOPIC_COLOURS.values()]).toContainEqual(topicColourOf('fisheries'))
    expect(topicColourOf('fisheries')).toEqual(topicColourOf('fisheries'))
  })

  it.each(['light', 'dark'] as const)('is told apart and read, %s', (scheme) => {
    const all = [...Object.values(PARTY_COLOURS), ...TOPIC_COLOURS.values()].map(
      (colour: Colour) => colour[scheme]
    )
    for (const colour of all)
      for (const ground of GROUNDS[scheme]) expect(contrast(colour, ground), colour).toBeGreaterThan(4.5)
    for (const [name, see] of Object.entries(SEEN)) {
      const least = name === 'all cones' ? LEAST['all cones'] : LEAST.blind
      const seen = all.map((colour) => oklab(see(linear(colour))))
      seen.forEach((one, at) => {
        seen.slice(at + 1).forEach((other, after) => {
          const distance = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
          expect(distance, `${name}: ${all[at] ?? ''} ${all[at + 1 + after] ?? ''}`).toBeGreaterThan(least)
        })
      })
    }
  })

  it('is the party’s and not the place’s', () => {
    const colours = (us: string | null, cn: string | null) =>
      partyColours({
        readouts: { us: { recognition: { party: us } }, cn: { recognition: { party: cn } } }
      } as Comparison)
    expect(colours('us', 'cn')).toEqual({ us: 'first', cn: 'second' })
    for (const [one, other] of [
      ['us', 'cn'],
      ['us', 'jp'],
      ['jp', 'cn'],
      ['kr', 'jp'],
      ['us', null]
    ] as const)
      expect(colours(one, other).us).toBe(colours(other, one).cn)
    expect(colours(null, null)).toEqual({ us: 'first', cn: 'second' })
  })
})
