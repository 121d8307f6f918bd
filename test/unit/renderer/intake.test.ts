import { describe, expect, it } from 'vitest'
import { nameOf, type Job, type Slots, type Source } from '../../../renderer/analysis.ts'
import { Intake } from '../../../renderer/state/intake.ts'

const text = (name: string): Source => ({ kind: 'text', name, text: name })

/** An intake whose jobs end when the test says so; what ends takes its place as the worker would put it. */
const intakeOf = () => {
  let slots: Slots = {}
  const jobs: { job: Job; end: () => void }[] = []
  const intake = new Intake(
    { openReadouts: () => Promise.resolve([]) },
    { leaveOut: () => undefined, close: () => undefined } as never,
    {
      slots: () => slots,
      isSample: () => false,
      isTouched: () => false,
      fail: () => undefined,
      isExchanged: () => false,
      bringBack: () => Promise.resolve(false),
      run: (job) =>
        new Promise((done) => {
          jobs.push({
            job,
            end: () => {
              const [source] = job.sources
              slots = { ...job.present, [job.side ?? 'us']: source && { name: nameOf(source) } }
              done()
            }
          })
        })
    }
  )
  return { intake, jobs, slots: () => slots }
}

describe('texts that come one after the other', () => {
  it('stand side by side, though the first is still read when the second comes', async () => {
    const { intake, jobs, slots } = intakeOf()
    const first = intake.add([text('one')], 'us')
    const second = intake.add([text('other')], 'cn')
    expect(jobs).toHaveLength(1)
    jobs[0]?.end()
    await first
    await expect.poll(() => jobs.length).toBe(2)
    jobs[1]?.end()
    await second
    expect(slots()).toEqual({ us: { name: 'one' }, cn: { name: 'other' } })
  })

  it('take the place of each other on the same side, and make room for a whole pair', () => {
    const { intake, jobs } = intakeOf()
    void intake.add([text('one')], 'us')
    void intake.add([text('another')], 'us')
    void intake.add([text('one'), text('other')])
    expect(jobs).toHaveLength(3)
  })
})
