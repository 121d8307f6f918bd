import { describe, expect, it } from 'vitest'
import { LinkedScrolling, type ScrollPane } from '../../../renderer/lib/scrolling.ts'

const pane = (scrollTop: number): ScrollPane => ({ scrollTop, clientHeight: 1000, scrollHeight: 10_000 })

/** All of one text is one passage; its counterpart begins at this height of the other. */
const counterpartAt = (top: number): LinkedScrolling =>
  new LinkedScrolling(() => ({ from: { top: 0, bottom: 9000 }, to: { top, bottom: top + 9000 } }))

describe('linked scrolling', () => {
  it('moves the other text no farther than the reader moves his, and comes to rest at the counterpart', () => {
    const linked = counterpartAt(250)
    const [us, cn] = [pane(0), pane(0)]
    linked.lead('us', us)
    const moves: number[] = []
    for (let turn = 0; turn < 6; turn++) {
      const before = cn.scrollTop
      us.scrollTop += 100
      linked.scrolled('us', us, cn, true)
      moves.push(cn.scrollTop - before)
    }
    expect(Math.max(...moves)).toBeLessThanOrEqual(100)
    // Not far off, it is reached; the ends of the texts bound it.
    expect(us.scrollTop).toBe(600)
    expect(cn.scrollTop).toBe(600)
    for (let turn = 0; turn < 12; turn++) {
      us.scrollTop += 1
      linked.scrolled('us', us, cn, true)
    }
    expect(cn.scrollTop).toBe(612)
  })

  it('never moves the text that the reader scrolls, whatever events the other one sends', () => {
    const linked = counterpartAt(3000)
    const [us, cn] = [pane(500), pane(0)]
    linked.lead('us', us)
    us.scrollTop = 700
    linked.scrolled('us', us, cn, true)
    expect(cn.scrollTop).toBe(200)
    linked.scrolled('cn', cn, us, true)
    expect(us.scrollTop).toBe(700)
  })

  it('stands still where the reader does, where nothing answers, and where the texts are apart', () => {
    const linked = counterpartAt(3000)
    const [us, cn] = [pane(0), pane(0)]
    us.scrollTop = 100
    linked.scrolled('us', us, cn, true)
    expect(cn.scrollTop).toBe(0)
    linked.lead('us', us)
    us.scrollTop = 200
    linked.scrolled('us', us, cn, false)
    linked.scrolled('us', us, cn, true)
    expect(cn.scrollTop).toBe(0)
    linked.release()
    us.scrollTop = 300
    linked.scrolled('us', us, cn, true)
    expect(cn.scrollTop).toBe(0)

    const alone = new LinkedScrolling(() => null)
    alone.lead('us', us)
    us.scrollTop = 400
    alone.scrolled('us', us, cn, true)
    expect(cn.scrollTop).toBe(0)
  })

  it('goes the other way where the counterpart stands above, and no farther than the text goes', () => {
    const linked = counterpartAt(-8000)
    const [us, cn] = [pane(0), pane(150)]
    linked.lead('us', us)
    for (let turn = 0; turn < 3; turn++) {
      us.scrollTop += 100
      linked.scrolled('us', us, cn, true)
    }
    expect(cn.scrollTop).toBe(0)
  })
})
