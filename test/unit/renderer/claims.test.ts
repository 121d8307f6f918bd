import { describe, expect, it } from 'vitest'
import { claimWords } from '../../../renderer/lib/claims.ts'
import { comparisonOf, text } from '../engine/readouts.ts'

describe('the words of a claim', () => {
  it('stand with what governs them, though that is in an earlier clause', () => {
    const { us } = comparisonOf(
      text(
        'Secretary of State Ruth Calder met with Minister Shen. She said that the fee, raised by 5 percent, will end if talks go on and that the two teams will meet.'
      ),
      text('Minister Shen Rui met with Secretary of State Ruth Calder. They agreed to talk.')
    ).readouts
    const [, sentence] = us.sentences
    const words = (sentence?.claims ?? []).map((claim) => sentence && claimWords(sentence, claim))
    expect(words).toEqual([
      {
        said: 'She said that the fee, raised by 5 percent, will end if talks go on',
        figures: ['5 percent'],
        condition: 'if talks go on'
      },
      { said: 'She said that … that the two teams will meet', figures: [], condition: null }
    ])
  })
})
