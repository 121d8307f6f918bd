import { describe, expect, it } from 'vitest'
import type { Claim, Comparison } from '../../../../engine/model.ts'
import { comparisonOf, text } from '../readouts.ts'
import { casesIn, type Case } from './cases.ts'

const OPENING_US = 'Secretary of State Ruth Calder met today in Vienna with PRC Foreign Minister Shen Rui.'
const OPENINGS = {
  en: 'Foreign Minister Shen Rui met with U.S. Secretary of State Ruth Calder in Vienna.',
  zh: '外交部长沈锐在维也纳会见美国国务卿考尔德。'
}

interface Made {
  claims: Claim[]
  words: (span: { start: number; end: number }) => string
}

const made = ({ side, text: sentence }: Case): Made => {
  const isChinese = /\p{Script=Han}/u.test(sentence)
  const openings = { us: OPENING_US, cn: isChinese ? OPENINGS.zh : OPENINGS.en }
  const whole = { ...openings, [side]: `${openings[side]}\n\n${sentence}` }
  const comparison: Comparison = comparisonOf(text(whole.us), text(whole.cn))
  return {
    claims: comparison.readouts[side].sentences.slice(1).flatMap(({ claims }) => claims ?? []),
    words: ({ start, end }) => whole[side].slice(start, end)
  }
}

/** What a sentence claims, in the form of the fixtures. */
const told = (one: Case): string[] => {
  const { claims, words } = made(one)
  return claims.map(({ span, kind, polarity, actor }) =>
    [kind, ...(polarity === 'asserted' ? [] : [polarity]), `${actor}: ${words(span)}`].join(' ')
  )
}

/** Share of the expected claims that are made with the same beginning, kind, polarity, actor, figures and condition. */
const reached = (cases: readonly Case[]): { right: number; all: number; extra: number } => {
  const total = { right: 0, all: 0, extra: 0 }
  for (const one of cases) {
    const { claims, words } = made(one)
    total.all += one.claims.length
    total.extra += Math.max(0, claims.length - one.claims.length)
    for (const expected of one.claims) {
      const found = claims.find(({ span }) => words(span).startsWith(expected.begins))
      const figures = found?.figures.map(words) ?? []
      const isRight =
        found?.kind === expected.kind &&
        found.polarity === expected.polarity &&
        found.actor === expected.actor &&
        figures.length === expected.figures.length &&
        expected.figures.every(
          (figure, at) => figures[at]?.includes(figure) === true || figure.includes(figures[at] ?? ' ')
        ) &&
        (expected.condition === undefined
          ? found.condition === null
          : found.condition !== null && words(found.condition).startsWith(expected.condition.slice(0, 2)))
      if (isRight) total.right++
    }
  }
  return total
}

describe('what sentences claim', () => {
  it.each([
    ['english.txt', 60, 0.93],
    ['chinese.txt', 40, 0.93]
  ] as const)('%s: as it was written down before the rules', (file, count, least) => {
    const cases = casesIn(file)
    expect(cases).toHaveLength(count)
    const { right, all, extra } = reached(cases)
    expect(right / all).toBeGreaterThanOrEqual(least)
    expect(extra).toBe(0)
  })
})

/** The words of each claim of a sentence. */
const spans = (sentence: string): string[] => {
  const { claims, words } = made({ side: 'cn', text: sentence, claims: [] })
  return claims.map(({ span }) => words(span))
}

describe('a list', () => {
  it('has an item for all that is asked, and for all that is said', () => {
    expect(
      spans(
        'The U.S. side was urged to reopen the hotline, to free the crew and to publish the charts of the reef.'
      )
    ).toEqual([
      'The U.S. side was urged to reopen the hotline',
      'to free the crew',
      'to publish the charts of the reef'
    ])
    expect(
      spans(
        'The Minister noted that exports had fallen, that prices had risen and that two plants had closed.'
      )
    ).toEqual([
      'The Minister noted that exports had fallen',
      'that prices had risen',
      'that two plants had closed'
    ])
  })

  it('does not begin with what describes a subject, which keeps its verb', () => {
    const trawler = 'the trawler, fitted with two cannon, entered the lagoon at night'
    expect(spans(`The facts are plain: ${trawler} and blocked the channel.`)).toEqual([
      'The facts are plain',
      trawler,
      'blocked the channel'
    ])
  })

  it('of conditions is one condition', () => {
    const whole =
      'China is ready to lift the duty, provided that the shipments stop and that the ports are inspected'
    expect(spans(`${whole}.`)).toEqual([whole])
  })
})

describe('a condition', () => {
  it('that is a clause of its own is one of the next claim, and of what goes on with its subject', () => {
    for (const condition of ['If the mines are not gone by May', 'Should the mines not be gone by May']) {
      const { claims, words } = made({
        side: 'us',
        text: `${condition}, the United States will clear the channel, and will escort ships through it.`,
        claims: []
      })
      expect(claims.map(({ condition: own }) => own && words(own))).toEqual(claims.map(() => condition))
    }
  })
})

describe('a clause behind a comma', () => {
  it('is a claim of its own, also with a long subject', () => {
    expect(
      spans(
        'The next meeting will be held in the spring, and the two subgroups, on methane and on agriculture, will start work in October.'
      )
    ).toEqual([
      'The next meeting will be held in the spring',
      'the two subgroups, on methane and on agriculture, will start work in October'
    ])
    expect(
      spans(
        'The measures were a necessary response, and any account of them that leaves out the cause is dishonest.'
      )
    ).toEqual([
      'The measures were a necessary response',
      'any account of them that leaves out the cause is dishonest'
    ])
  })

  it('is none where only the last of two subjects stands before the verb', () => {
    const ships = 'U.S. military ships and aircraft come close to the islands'
    expect(spans(`${ships}.`)).toEqual([ships])
    expect(
      spans(
        'China should not be met with finger-pointing and pressure, and it is hoped that the list will end.'
      )
    ).toHaveLength(2)
  })
})

describe('near misses', () => {
  it.each([
    // A denial keeps its denial, and what is denied is no fact.
    [
      'us',
      'The Secretary denied that the fee has been lifted.',
      'assurance denied us: The Secretary denied that the fee has been lifted'
    ],
    [
      'us',
      'The Secretary said that the fee has been lifted.',
      'fact other: The Secretary said that the fee has been lifted'
    ],
    // A wish is no commitment, and a commitment no wish.
    ['cn', 'China hopes to see the fee lifted.', 'hope cn: China hopes to see the fee lifted'],
    ['cn', 'China will lift the fee.', 'commitment cn: China will lift the fee'],
    ['cn', 'China will not lift the fee.', 'commitment refused cn: China will not lift the fee'],
    // "And" between nouns joins no claims.
    [
      'us',
      'The Secretary raised tariffs and controls.',
      'talks us: The Secretary raised tariffs and controls'
    ],
    // To ask that something stop asserts that it should.
    [
      'cn',
      'The U.S. side must not use a treaty to press China.',
      'demand us: The U.S. side must not use a treaty to press China'
    ],
    ['cn', '中方对此表示不满。', 'view cn: 中方对此表示不满'],
    ['cn', '美方应停止对台军售。', 'demand us: 美方应停止对台军售'],
    ['cn', '中方不断扩大开放。', 'view cn: 中方不断扩大开放']
  ] as const)('%s %s', (side, sentence, claim) => {
    expect(told({ side, text: sentence, claims: [] })).toEqual([claim])
  })

  it('leaves the words that govern a later clause with it', () => {
    const { claims, words } = made({
      side: 'cn',
      text: 'It is hoped that the U.S. side will honor its words, and that the two teams will meet before June.',
      claims: []
    })
    expect(claims.map(({ governor }) => governor && words(governor))).toEqual([undefined, 'It is hoped that'])
  })

  it('reads a day before its month as it does one behind', () => {
    const [one, other] = ['China closed the port on March 29.', 'China closed the port on 29 March.'].map(
      (text) =>
        made({ side: 'cn', text, claims: [] }).claims.flatMap(({ figures }) =>
          figures.map(({ value }) => value)
        )
    )
    expect(one).toEqual(['03-29'])
    expect(other).toEqual(one)
  })

  it('reads the same figure out of both languages', () => {
    const figures = (sentence: string): string[] =>
      made({ side: 'cn', text: sentence, claims: [] }).claims.flatMap((claim) =>
        claim.figures.map(({ kind, value }) => `${kind} ${value}`)
      )
    const english = figures(
      'China will buy 8 million tons for $1.2 billion, or 6 percent more, by the end of March.'
    )
    expect(english).toEqual(['number 8000000', 'money 1200000000', 'percent 6', 'date 03-end'])
    expect(figures('中方将采购800万吨，价值12亿美元，增长百分之六，至3月底为止。')).toEqual(english)
  })
})

describe('a subject', () => {
  it.each([
    // With a clause of its own, in which a list ends.
    'The scientific cooperation that China conducts with Chile and other countries in the Antarctic is open to all',
    // Of a verb whose object does something.
    'The U.S. side will renew the permit that lets nine Chinese makers of scanners and ventilator parts buy American chips',
    // With a participle and the day on which it was.
    'The survey of the reef announced last week seriously harms the trust between the two militaries'
  ])('is one, whatever is attached to it: %s', (whole) => {
    expect(spans(`${whole}.`)).toEqual([whole])
  })

  it('tells a verb in its dictionary form, behind which another clause is a claim of its own', () => {
    expect(spans('Disasters know no borders, and China is ready to send teams to the valley.')).toEqual([
      'Disasters know no borders',
      'China is ready to send teams to the valley'
    ])
  })

  it('is described by two clauses as by one', () => {
    const whole = 'Relations should not be a game in which you lose and I win, or you decline and I thrive'
    expect(spans(`${whole}.`)).toEqual([whole])
  })

  it('does what it commits to, whatever it was pressed on before', () => {
    const sentence = 'Pressed on the hotline, Minister Shen committed to a test call before the end of May.'
    expect(told({ side: 'us', text: sentence, claims: [] })).toEqual([
      `commitment cn: ${sentence.slice(0, -1)}`
    ])
  })
})

describe('what is said', () => {
  it('to somebody, who was told it, is said by the other side', () => {
    const { claims } = made({
      side: 'us',
      text: 'PRC officials brought up the list; they were told that export controls lie outside the talks.',
      claims: []
    })
    expect(claims.map(({ speaker }) => speaker)).toEqual(['cn', 'us'])
  })

  const leads = (sentence: string): (string | undefined)[] => {
    const { claims, words } = made({ side: 'us', text: sentence, claims: [] })
    return claims.map(({ lead }) => lead && words(lead))
  }

  it('begins neither behind a “that” which points, nor within what somebody is in no position to do', () => {
    expect(leads('The Secretary opened with that collision, which two crews survived.')).toEqual([undefined])
    expect(leads('Beijing is in no position to lecture others on the law of the sea.')).toEqual([undefined])
    expect(leads('The Secretary pointed out that the collision was filmed.')).toEqual([
      'The Secretary pointed out that'
    ])
  })
})
