import { describe, expect, it } from 'vitest'
import { LEAST_SIZE, placeOn } from '../../../../electron/main/bounds.ts'

const MAIN = { x: 0, y: 0, width: 1920, height: 1040 }
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1024 }
const left = (x: number, y: number, width = 1000, height = 700) => ({
  x,
  y,
  width,
  height,
  isMaximised: false
})

describe('the place of a window', () => {
  it.each([
    ['as it was left', left(100, 80), [MAIN], { x: 100, y: 80, width: 1000, height: 700 }],
    ['on the display it was on', left(2000, 50), [MAIN, RIGHT], { x: 2000, y: 50, width: 1000, height: 700 }],
    [
      'on a display that is there, where its own is gone',
      left(2000, 50),
      [MAIN],
      { x: 920, y: 50, width: 1000, height: 700 }
    ],
    ['wholly on the display', left(1500, 900), [MAIN], { x: 920, y: 340, width: 1000, height: 700 }],
    [
      'below the title bar of a display above',
      left(-500, -300),
      [MAIN],
      { x: 0, y: 0, width: 1000, height: 700 }
    ],
    ['no larger than the display', left(0, 0, 3000, 2000), [MAIN], MAIN],
    ['no smaller than a window may be', left(5, 5, 10, 10), [MAIN], { x: 5, y: 5, ...LEAST_SIZE }]
  ])('%s', (_name, last, displays, place) => {
    expect(placeOn(last, displays, true)).toEqual(place)
  })

  it('of a further window is a step from the one before', () => {
    expect(placeOn(left(100, 80), [MAIN], false)).toMatchObject({ x: 128, y: 108 })
  })

  it('is the system’s choice where there was none before', () => {
    expect(placeOn(null, [MAIN], true)).toBeNull()
    expect(placeOn(left(0, 0), [], true)).toBeNull()
  })
})
