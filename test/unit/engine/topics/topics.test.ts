import { describe, expect, it } from 'vitest'
import { tokenise } from '../../../../engine/text/tokens.ts'
import type { Sentence } from '../../../../engine/model.ts'
import { surroundingsOf, type Surroundings } from '../../../../engine/topics/surroundings.ts'
import { standardConcepts } from '../../../../engine/lexicon/concepts.ts'
import { contentOf } from '../../../../engine/meaning/content.ts'
import { FieldWords } from '../../../../engine/topics/field-words.ts'
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
    ['the matter named first', 'The Secretary raised the Korean Peninsula and the Middle East.', 'korea'],
    [
      'the same the other way round',
      'The Secretary raised the Middle East and the Korean Peninsula.',
      'middle_east'
    ],
    [
      'in a list of fields, what is said of them',
      'They will keep channels of communication open on trade, counternarcotics, climate, and artificial intelligence.',
      'communication'
    ],
    [
      'in a bare list, the first',
      'They also discussed cross-Strait issues, Ukraine, and the South China Sea.',
      'taiwan'
    ]
  ])('is %s', (_rule, words, topic) => {
    expect(firstTopic(words)).toBe(topic)
  })
  it('is not the climate where a climate is only a mood', () => {
    expect(firstTopic('A sound climate for exchanges between students is needed.')).not.toBe('climate')
  })
})

describe('where a concept stands', () => {
  const around = (words: string, term: string): Surroundings => {
    const start = words.indexOf(term)
    return surroundingsOf(words, 0, tokenise(words))({ start, end: start + term.length })
  }

  it.each<[words: string, term: string, leads: boolean]>([
    ['On fentanyl, the Secretary asked for more.', 'fentanyl', true],
    ['They exchanged views on Ukraine.', 'Ukraine', true],
    ['Companies that make fentanyl were named.', 'fentanyl', false],
    ['关于芬太尼，双方交换了意见。', '芬太尼', true],
    ['在芬太尼问题上，中方作出了努力。', '芬太尼', true],
    ['中方打击了制造芬太尼的集团。', '芬太尼', false]
  ])('in “%s” “%s” is introduced as the matter: %s', (words, term, leads) => {
    expect(around(words, term).leads).toBe(leads)
  })

  it.each<[words: string, term: string, isBeside: boolean]>([
    ['They agreed to cooperate in fields such as climate.', 'climate', true],
    ['They agreed to cooperate on climate.', 'climate', false],
    ['双方讨论了多个领域，包括气候。', '气候', true],
    ['双方讨论了气候。', '气候', false]
  ])('in “%s” “%s” is set beside it: %s', (words, term, isBeside) => {
    expect(around(words, term).isBeside).toBe(isBeside)
  })

  it.each<[words: string, term: string, isOffice: boolean]>([
    ['Special Envoy for Climate Ann Lee spoke.', 'Climate', true],
    ['The Ministry of Commerce was told.', 'Commerce', true],
    ['The Special Envoy spoke of climate.', 'climate', false],
    ['气候变化事务特使发言。', '气候', true],
    ['双方谈到气候。', '气候', false]
  ])('in “%s” “%s” is part of an office: %s', (words, term, isOffice) => {
    expect(around(words, term).isOffice).toBe(isOffice)
  })
})

describe('a topic without a concept', () => {
  it.each<[words: string, topic: string]>([
    ['bacteria, lungs and antibodies', 'global'],
    ['pupils, teachers and classrooms', 'people'],
    ['lawsuits, jailed poets and judges', 'human_rights']
  ])('is the field whose words “%s” are nearest to in meaning: %s', (words, topic) => {
    const near = new FieldWords(standardConcepts).of(contentOf(tokenise(words)))
    expect([...near].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(topic)
  })

  it('is that of the sentence before, where it goes on', () => {
    expect(firstTopic('He raised arms sales to Taiwan. He added that this worries many.')).toBe('taiwan')
  })
})

describe('what a sentence is about, finer than its topic', () => {
  it('is the second-level topic that it names', () => {
    expect(sentence('He objected to arms sales to Taiwan.').matter).toEqual({ label: 'Arms', part: 'arms' })
  })

  it('is its own key phrase, where the lexicon knows nothing of it', () => {
    expect(sentence('President Renner told of a curling tournament in Ottawa.').matter).toEqual({
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
