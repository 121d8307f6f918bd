import { describe, expect, it } from 'vitest'
import type { Code } from '../../../../engine/codebook/code.ts'
import { mergeCodes } from '../../../../engine/codebook/merge.ts'

const code = (id: string, name: string): Code => ({
  id,
  name,
  colour: '#aa3311',
  shape: 'star',
  description: ''
})

describe('codes that are imported', () => {
  it('take the place of those with their id, which are named; others come after', () => {
    const there = [code('a', 'Framing'), code('b', 'Tone'), code('c', 'Blame')]
    const merged = mergeCodes(there, [code('d', 'Face'), code('b', 'Register'), code('c', 'Blame')])
    expect(merged).toEqual({
      ok: true,
      codes: [code('a', 'Framing'), code('b', 'Register'), code('c', 'Blame'), code('d', 'Face')],
      say: '1 tag added. 1 tag replaced: “Tone”. 1 tag already as in the file.'
    })
  })

  it('are named up to five', () => {
    const there = Array.from({ length: 7 }, (_, at) => code(`${at}`, `Tag ${at}`))
    const merged = mergeCodes(
      there,
      there.map((one) => ({ ...one, colour: '#000000' }))
    )
    expect(merged.ok && merged.say).toBe(
      '7 tags replaced: “Tag 0”, “Tag 1”, “Tag 2”, “Tag 3”, “Tag 4” and 2 more.'
    )
  })

  it('are refused where there would be more than a project holds', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => code(`${at}`, 'Tag'))
    expect(mergeCodes([code('own', 'Mine')], many)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/10001 tags/u) as string
    })
  })
})
