import { describe, expect, it } from 'vitest'
import rows from '../../../../fixtures/story-sentences/constructions.json' with { type: 'json' }
import { read } from './read.ts'

describe('a sentence of a news story is a statement', () => {
  it.each(rows)('of $speaker: $text ($because)', ({ speaker, text }) => {
    expect(read(text)).toEqual(speaker === 'nobody' ? [] : [`${speaker}: ${text}`])
  })

  it('is of the delegate whose delegation was told, and of the document of a side', () => {
    expect(
      read(
        'A person in the Chinese delegation disputed that, saying the offer was old. “We do not haggle,” the delegate said. A State Department memo said lunch was long. Renner also, the document says, raised the cases of two teachers.'
      )
    ).toEqual([
      'cn: A person in the Chinese delegation disputed that, saying the offer was old.',
      'cn: “We do not haggle,” the delegate said.',
      'us: A State Department memo said lunch was long.',
      'us: Renner also, the document says, raised the cases of two teachers.'
    ])
  })

  it('knows an officer whose rank has two words by his post', () => {
    expect(
      read(
        'Renner called it “a start.” Lieutenant General Luo Jianping, deputy chief of the Central Military Commission’s Joint Staff Department, was cooler. “A lamp is no sun,” he said. “Wait.”'
      )
    ).toEqual(['us: Renner called it “a start.”', 'cn: “A lamp is no sun,” he said.', 'cn: “Wait.”'])
  })
})
