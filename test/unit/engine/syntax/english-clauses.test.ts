import { describe, expect, it } from 'vitest'
import { attributiveClause, englishClauses } from '../../../../engine/syntax/english-clauses.ts'
import { tagEnglish } from '../../../../engine/syntax/english-tagger.ts'
import type { EnglishClause } from '../../../../engine/syntax/english-clauses.ts'
import type { Word } from '../../../../engine/syntax/word.ts'

/** Names begin at capital letters here; in a text the entity index tells. */
const startsOf = (words: readonly Word[]): Set<number> =>
  new Set(words.flatMap(({ capital, pos }, at) => (capital && pos === 'PROPN' ? [at] : [])))

const said = (words: readonly Word[], { subject, verb }: EnglishClause): string =>
  `${subject
    .map(({ from, to }) =>
      words
        .slice(from, to)
        .map(({ text }) => text)
        .join(' ')
    )
    .join(' + ')} | ${words
    .slice(verb.from, verb.to)
    .map(({ text }) => text)
    .join(' ')} | ${verb.tense}`

const clauses = (sentence: string): string[] => {
  const words = tagEnglish(sentence)
  return englishClauses(words, startsOf(words)).map((clause) => said(words, clause))
}

describe('the clauses of an English sentence', () => {
  it.each<[what: string, sentence: string, expected: string[]]>([
    ['any verb', 'The U.S. side spoke positively of the visit.', ['the u.s. side | spoke | past']],
    ['a verb no list has', 'Renner posited that duties would fall.', ['renner | posited | past']],
    ['a commitment', 'Each government will suspend its fees.', ['each government | will suspend | future']],
    [
      'two halves with other actors',
      'China will examine the licenses; the U.S. side will put off the rule.',
      ['china | will examine | future', 'the u.s. side | will put | future']
    ],
    [
      'a contrast behind a label',
      'Tariffs: For the coming year the United States will keep its rate, while China will lift the duties.',
      ['the united states | will keep | future', 'china | will lift | future']
    ],
    [
      'a subject of two',
      'Secretary Alder and Foreign Minister Shen discussed trade.',
      ['secretary alder + foreign minister shen | discussed | past']
    ],
    [
      'a clause with nothing before it that parts it off',
      'Beginning in May the delegation will receive two flights a month.',
      ['the delegation | will receive | future']
    ],
    [
      'what had better be done',
      'The U.S. side had better release the list.',
      ['the u.s. side | had better release | obliged']
    ],
    [
      'a list of names in an office',
      'Deputy Assistant Secretary Vance of the Bureau of Democracy, Human Rights, and Labor spoke of Tibet.',
      ['deputy assistant secretary vance | spoke | past']
    ],
    ['a quantifier alone', 'Both stressed the importance of peace.', ['both | stressed | past']],
    ['a quantifier before a seeming adjective', 'Both welcomed plans.', ['both | welcomed | past']],
    [
      'an adverbial without a comma',
      'At the meeting Renner said the list is long.',
      ['renner | said | past']
    ],
    [
      'a participle that is no verb of the clause',
      'The agreement reached in Busan will help both countries.',
      ['the agreement | will help | future']
    ],
    [
      'words set in',
      'The Secretary, who was joined by two aides, raised Taiwan.',
      ['the secretary | raised | past']
    ],
    [
      'an apposition that looks like a list',
      'Hou Zhengping, member of the Political Bureau and director of the office, met with Renner.',
      ['hou zhengping | met | past']
    ],
    [
      'what a conjunction opens is no first level',
      'Once the shipments have fallen, the tariff will come down.',
      ['the tariff | will come | future']
    ],
    ['what is owed', 'The two sides should manage differences.', ['the two sides | should manage | obliged']],
    [
      'what has been done',
      'The United States has rolled out measures.',
      ['the united states | has rolled | perfect']
    ],
    ['nothing without a verb', 'Media note on the talks', []]
  ])('%s', (_, sentence, expected) => {
    expect(clauses(sentence)).toEqual(expected)
  })

  it.each<[sentence: string, expected: string | null]>([
    ['Fees will be deferred by the United States.', 'the united states'],
    ['An assurance was given today by both ministries.', 'both ministries'],
    ['The duties were lifted by March 1.', null],
    ['The text was prepared in Geneva.', null],
    ['Renner was joined at the table, by her own account.', null]
  ])('says who does it, in the passive: %s', (sentence, expected) => {
    const words = tagEnglish(sentence)
    const agent = englishClauses(words, startsOf(words))[0]?.agent
    const text = agent ? words.slice(agent.from, agent.to).map((word) => word.text) : null
    expect(text?.join(' ') ?? null).toBe(expected)
  })

  it('says where what is said begins, and what depends on a condition', () => {
    const words = tagEnglish('If China and the United States cooperate, the two countries will benefit.')
    expect(englishClauses(words, startsOf(words))[0]).toMatchObject({ conditional: true, content: null })
    const told = tagEnglish('Renner told the minister that the list is long.')
    const [clause] = englishClauses(told, startsOf(told))
    expect(told[clause?.content ?? -1]?.text).toBe('that')
  })

  it.each<[sentence: string, expected: string | null]>([
    [
      'Eleven incursions make an accident more likely, the Secretary warned.',
      'the secretary | warned | past'
    ],
    [
      'Notice should be given, the President proposed; the other side undertook to study it.',
      'the president | proposed | past'
    ],
    [
      'The fee will lapse in May, the two governments announced on Friday in Lisbon.',
      'the two governments | announced | past'
    ],
    ['The port is closed, the White House said Tuesday.', 'the white house | said | past'],
    ['After the talks, the Secretary raised Taiwan.', null],
    ['The ships turned, the Secretary raised the flag on Tuesday.', null]
  ])('finds the source behind what is said: %s', (sentence, expected) => {
    const words = tagEnglish(sentence)
    const clause = attributiveClause(words, startsOf(words))
    expect(clause && said(words, clause)).toBe(expected)
  })

  it('takes no longer than the text for words without end', () => {
    const words = tagEnglish(`Renner said ${'a'.repeat(200_000)} and ${'no,'.repeat(50_000)} twice.`)
    expect(words.map(({ text }) => text)).toEqual(['renner', 'said', 'and', 'twice', '.'])
  })
})
