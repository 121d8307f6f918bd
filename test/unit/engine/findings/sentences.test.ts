import { describe, expect, it } from 'vitest'
import { comparisonOfPair } from '../readouts.ts'
import { pairs } from '../matters/pairs.ts'
import { findingsOf, pairOf } from './framed.ts'

const CALM = 'The Secretary stressed the importance of peace and stability across the Taiwan Strait.'
const TAIWAN = 'Shen Rui said that the Taiwan question is at the very heart of China’s core interests.'

/** How an omission of the second text is told. */
const told = (line: string, us: string[] = []): string | undefined =>
  findingsOf('omission', [CALM, ...us], [TAIWAN, line]).find(({ cn }) => cn.includes('c3'))?.say

describe('a quotation stands in a sentence of its own grammar', () => {
  it('what a side does has that side as its subject', () => {
    const [found] = findingsOf(
      'demand',
      [CALM],
      [TAIWAN, 'Shen Rui urged the United States to free two Chinese prisoners in Texas.']
    )
    expect(found?.say).toMatch(
      /^Beijing “urged the United States to free .*”; Washington(?:’s readout does not report this| does not take this up)\.$/u
    )
  })
  it('what the two did is told of both', () => {
    const [found] = findingsOf(
      'strength',
      ['The two sides discussed military-to-military communication between theater commanders.'],
      ['The two sides agreed to resume military-to-military communication between theater commanders.']
    )
    expect(found?.say).toMatch(
      /^Washington puts it more weakly: Beijing reports that the two sides “agreed to resume .*”; Washington /u
    )
  })
  // From the other end than the other tests of all pairs, so that two processes compare each pair once.
  it.each(pairs.toReversed())(
    'what must be done is said, and not done by who says it: %s',
    (_name, us, cn) => {
      for (const { say } of comparisonOfPair(us, cn).findings)
        expect(say).not.toMatch(
          /(?<!says|said|saying|reports|says that (?:Washington|Beijing)) “(?:must|should)\b/u
        )
    }
  )
  it.each(pairs.toReversed())('no sentence has more than 40 words: %s', (_name, us, cn) => {
    for (const { say, kind } of comparisonOfPair(us, cn).findings)
      if (kind !== 'translation')
        for (const sentence of say.split(/(?<=”)\. /u))
          expect(sentence.split(' ').length).toBeLessThanOrEqual(40)
  })
  it('what leads in a clause is not quoted, and what stands behind its verb is quoted with it', () => {
    for (const [line, start] of [
      [
        'The Secretary, noting that steel is dear, called for an end to the steel duties.',
        /“(?:noting )?that /u
      ],
      ['Also settled were inspection rules for frozen salmon from Alaska.', /the two sides “/u]
    ] as const)
      for (const { say } of pairOf([CALM, line], [TAIWAN]).findings) expect(say).not.toMatch(start)
  })
  it('what stands in front of its subject is told by its verb', () => {
    const told = (line: string): string =>
      pairOf([CALM, line], [TAIWAN])
        .findings.map(({ say }) => say)
        .join('\n')
    expect(told('Also raised were the losses of Alaskan crab boats.')).not.toContain('“Also raised')
  })
  it('a list without its end is told in parts', () => {
    const says = pairOf(
      ['The Secretary said that the one China policy of the United States has not changed.'],
      [
        'Calder said that the U.S. side pursues the one-China policy, does not support “Taiwan independence”, and hopes that trade in grain, in timber, in machine tools, in medical devices and in the many goods that both peoples buy will grow from year to year.'
      ]
    ).findings.map(({ say }) => say)
    for (const say of says) expect(say).not.toMatch(/“[^”]*one-China policy, does not/u)
    expect(says.join('\n')).toMatch(/one-China policy” and “does not support/u)
  })
  it('two persons are told as these', () => {
    const says = pairOf(
      [CALM, 'The two presidents will speak by phone before the end of the month about soybeans.'],
      [TAIWAN, 'The two sides will stay in touch about trade in soybeans.']
    ).findings.map(({ say }) => say)
    expect(says.join('\n')).toContain('the two presidents “will speak')
  })
  it('a clause is said', () => {
    expect(told('Two American prisoners have been freed in Yunnan.')).toMatch(
      /^Beijing(?:’s readout)? says “Two American prisoners have been freed/u
    )
  })
  it('a side that a clause names as its subject stands before the quotation', () => {
    expect(told('China has freed two American prisoners.')).toMatch(/^Beijing says that it “has freed two/u)
  })
  it('words without a verb are spoken of', () => {
    const [found] = findingsOf(
      'omission',
      [CALM],
      [TAIWAN, 'Shen Rui voiced deep concern over the new sanctions on research laboratories in Wuhan.']
    ).filter(({ cn }) => cn.includes('c3'))
    expect(found?.say ?? '').not.toMatch(/says “deep concern/u)
  })
})

describe('a text is not said to leave out what it may have in other words', () => {
  it.each(pairs.toReversed())(
    'what is offered as perhaps its counterpart is no silence: %s',
    (_name, us, cn) => {
      const { findings, perhaps = [] } = comparisonOfPair(us, cn)
      const offered = {
        us: new Set(perhaps.map((link) => link.us)),
        cn: new Set(perhaps.map((link) => link.cn))
      }
      for (const { rule, only, us: ours, cn: theirs } of findings)
        if (rule === 'omission' && only)
          for (const id of only === 'us' ? ours : theirs) expect(offered[only].has(id)).toBe(false)
    }
  )

  const line = 'Shen Rui said that the export rule on drone batteries must be withdrawn.'
  it('three rare words in common are an answer', () => {
    const answered = told(line, ['The Secretary declined to suspend the export rule on drone batteries.'])
    expect(answered ?? '').not.toContain('does not take this up')
  })
})

describe('a long quotation is cut at the ends of its clauses', () => {
  it('without its opening phrase, with its figures and its condition', () => {
    const [found] = findingsOf(
      'omission',
      [CALM],
      [
        TAIWAN,
        'On counternarcotics, China will open 14 new laboratories along its southern border before the summer, as the ministries of the two countries have long wished.'
      ]
    ).filter(({ cn }) => cn.includes('c3'))
    const words = found?.words.cn.join(' ') ?? ''
    expect(words).toContain('14 new laboratories')
    expect(words).not.toContain('long wished')
  })
})

describe('what is quoted is said by whom it is told of', () => {
  const told = (us: string, ...cn: string[]): string[] =>
    pairOf([us, CALM], [...cn, TAIWAN])
      .findings.filter(({ us: ours, cn: theirs }) => ours.includes('u2') || theirs.includes('c2'))
      .map(({ say }) => say)
  it('not what the other side is to do, behind “that”', () => {
    const says = [
      ...told(
        'Visas for researchers are issued by law and refused to few, the Secretary said.',
        'The Chinese side expressed strong dissatisfaction that the U.S. side, using “security” as a pretext, refuses visas to Chinese researchers.'
      ),
      ...told(
        'The Secretary said that controls on chips are narrow.',
        'Shen Rui pointed out that the U.S. side talks of cooperation and keeps tightening controls on chips.'
      )
    ]
    expect(says.length).toBeGreaterThan(0)
    for (const say of says) expect(say).not.toMatch(/Beijing “(?:refuses|keeps)|“said”/u)
  })
  it('from whoever speaks on, without what is put before; an aside is left out', () => {
    expect(
      told(
        'On salmon, the Secretary called for an end to the import ban on fish from Alaska.',
        'The import ban on fish will stay.'
      ).join()
    ).toContain('Washington “called for an end to the import ban')
    expect(
      told(
        'Firms that ship drone engines to Russia, she warned, will be sanctioned.',
        'China opposes unilateral sanctions on Chinese firms.'
      ).join()
    ).toContain('“Firms that ship drone engines to Russia … will be sanctioned”')
  })
  it('and no question of a journalist', () => {
    const says = told(
      'The Secretary said that 40 plants may export beef again.',
      'A reporter asked whether 40 plants may export beef again.',
      'Shen Rui said that there is no such list.'
    )
    expect(says.join()).not.toContain('reporter')
  })
})
