import { describe, expect, it } from 'vitest'
import { tokenise } from '../../../../engine/text/tokens.ts'
import type { Sentence } from '../../../../engine/model.ts'
import { keyPhrase } from '../../../../engine/topics/key-phrase.ts'
import { comparisonOf, readout, text } from '../readouts.ts'

const OPENING = 'Readout of the Meeting\n\nThe Secretary spoke first.\n\n'
const sentence = (words: string): Sentence => {
  const found = comparisonOf(text(OPENING + words), readout('talks', 'cn')).readouts.us.sentences.at(-1)
  if (!found) throw new Error('no sentence')
  return found
}
const firstTopic = (words: string): string | undefined => sentence(words).topics[0]?.id

describe('the first topic of a sentence', () => {
  it.each<[rule: string, words: string, topic: string]>([
    [
      'a specific matter before the relationship',
      'Relations will suffer if arms sales to Taiwan go on.',
      'taiwan'
    ],
    ['the matter named first', 'They discussed fentanyl and the war in Ukraine.', 'narcotics'],
    [
      'in a list of fields, what is said of them',
      'They will keep channels of communication open on trade, counternarcotics, climate, and artificial intelligence.',
      'communication'
    ],
    [
      'in a bare list, the first',
      'They also discussed cross-Strait issues, Ukraine, and the South China Sea.',
      'taiwan'
    ],
    ['a climate that is none', 'A sound climate for exchanges between students is needed.', 'people']
  ])('is %s', (_rule, words, topic) => {
    expect(firstTopic(words)).toBe(topic)
  })
})

describe('what a sentence is about, finer than its topic', () => {
  it('is the second-level topic that it names', () => {
    expect(sentence('He objected to arms sales to Taiwan.').matter).toEqual({ label: 'Arms', part: 'arms' })
  })

  it('is its own key phrase, where the lexicon knows nothing of it', () => {
    expect(sentence('They watched a curling tournament.').matter).toEqual({
      label: 'curling tournament',
      outside: true
    })
  })

  it('is no key phrase where the sentence goes on with a matter', () => {
    const { matter } = sentence('The Secretary raised Taiwan. He added that this worries many.')
    expect(matter.outside).toBeUndefined()
  })
})

describe('a key phrase', () => {
  const phraseOf = (words: string): string | undefined => {
    const span = keyPhrase(words, tokenise(words))
    return span && words.slice(span.start, span.end)
  }

  it.each<[words: string, phrase: string | undefined]>([
    ['The Secretary welcomed the Olympic truce.', 'Olympic truce'],
    ['He noted, she said, and they agreed.', undefined],
    ['双方参观了足球比赛。', '足球比赛'],
    ['', undefined]
  ])('of “%s” is %s', (words, phrase) => {
    expect(phraseOf(words)).toBe(phrase)
  })
})
