import { describe, expect, it } from 'vitest'
import { Translated, type Worded } from '../../../../engine/align/translated.ts'
import { standardLexicon } from '../../../../engine/lexicon/lexicon.ts'
import { contentOf } from '../../../../engine/meaning/content.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'

const worded = (language: 'en' | 'zh', ...sentences: string[]): Worded[] =>
  sentences.map((sentence) => {
    const tokens = tokenise(sentence)
    const uses = standardLexicon.conceptsIn(tokens)
    return { language, content: contentOf(tokens), own: new Map(uses.map((use) => [use.concept.id, use])) }
  })

const US = worded(
  'en',
  'Washington raised export controls on the wreckage of the balloon.',
  'Washington raised export controls on soybeans.',
  'Washington raised export controls on ships.'
)
const CN = worded('zh', '中方要求归还气球残骸，并取消出口管制。', '中方购买大豆，并取消出口管制。')
const between = (us: readonly Worded[], cn: readonly Worded[], at: number, other: number) => {
  const translated = Translated.of(us, cn)
  if (!translated) throw new Error('two languages are translated')
  return translated.between(at, other)
}

describe('words that translate each other', () => {
  it('tell of the sentences that have the rare ones', () => {
    const [right, wrong] = [between(US, CN, 0, 0), between(US, CN, 0, 1)]
    expect(right.less).toBeGreaterThan(wrong.less + 0.5)
    expect(between(US, CN, 1, 1).less).toBeGreaterThan(between(US, CN, 1, 0).less)
  })
  it('tell the same from either side', () => {
    for (const [at] of US.entries())
      for (const [other] of CN.entries())
        expect(between(CN, US, other, at)).toEqual(between(US, CN, at, other))
  })
  it('tell the same whatever else is said that names no matter', () => {
    const more = worded('en', 'The cat slept under an apple tree in the garden.')
    expect(more[0]?.own.size).toBe(0)
    expect(between([...US, ...more], CN, 0, 0)).toEqual(between(US, CN, 0, 0))
  })
  it('are not asked for in two texts of one language', () => {
    expect(Translated.of(US, US)).toBeUndefined()
    expect(Translated.of(CN, CN)).toBeUndefined()
    expect(Translated.of(US, [])).toBeUndefined()
  })
})
