import { expect, it } from 'vitest'
import { draftsOf, findingsOf, pairOf } from './framed.ts'

const TAIWAN = 'Shen Rui said that the Taiwan question is at the very heart of China’s core interests.'
const CALM = 'The Secretary stressed the importance of peace and stability across the Taiwan Strait.'

it('tells what one readout alone reports, with its words', () => {
  const found = findingsOf(
    'omission',
    [CALM, 'The Secretary asked for the release of two Americans.'],
    [TAIWAN]
  )
  expect(found).toContainEqual(expect.objectContaining({ only: 'us', cn: [], us: ['u3'] }))
  expect(found.flatMap(({ words }) => words.us).join(' ')).toContain('release of two Americans')
})

it('is silent on what the other readout names in words of its own', () => {
  const found = findingsOf(
    'omission',
    [CALM, 'The Secretary and Shen Rui agreed to set up a working group on counternarcotics.'],
    [TAIWAN, 'The two sides agreed to establish a working group on drug control cooperation.']
  )
  expect(found.flatMap(({ words }) => [...words.us, ...words.cn]).join(' ')).not.toMatch(/narcotics|drug/)
})

it('names the sentence into which a list of matters is folded', () => {
  const [folded] = findingsOf(
    'omission',
    ['The two discussed the war in Ukraine, North Korea and Afghanistan.'],
    ['The two sides exchanged views on other issues of common interest.']
  )
  expect(folded).toMatchObject({ rule: 'omission:folded', only: 'us', cn: ['c2'] })
})

it('weighs a cause that one side names above a matter it merely mentions', () => {
  const weight = (line: string): number =>
    Math.max(
      0,
      ...draftsOf([CALM], [TAIWAN, line]).flatMap((draft) => (draft.kind === 'omission' ? draft.weight : []))
    )
  expect(
    weight('The root cause is that the United States levies tariffs on Chinese steel, Shen Rui said.')
  ).toBeGreaterThan(weight('Shen Rui spoke of tariffs on Chinese steel.'))
})

it('is silent on the very words that both are found to agree in', () => {
  const { findings } = pairOf(
    ['The two leaders tasked their working teams to follow up promptly on the fentanyl talks.'],
    ['They tasked the working teams of the two countries to follow up promptly on the fentanyl talks.']
  )
  expect(findings.some(({ kind, cn }) => kind === 'agreement' && cn.includes('c2'))).toBe(true)
  expect(findings.filter(({ kind, cn }) => kind === 'omission' && cn.includes('c2'))).toEqual([])
})

it('is told with who says or does what is left out', () => {
  const say = (line: string): string | undefined =>
    findingsOf('omission', [CALM], [TAIWAN, line]).find(({ cn }) => cn.includes('c3'))?.say
  expect(say('Two American prisoners have been freed in Yunnan.')).toMatch(
    /^Beijing(?:’s readout)? says “Two American prisoners .*”; Washington does not take this up\.$/u
  )
  expect(say('China has freed two American prisoners.')).toMatch(
    /^Beijing says that it “has freed two .*”; Washington does not take this up\.$/u
  )
})

it('is none while a sure row answers the sentence, whatever it names beside', () => {
  const { findings, groups } = pairOf(
    ['The Secretary raised the detention of two Americans and the fight against fentanyl precursors.'],
    ['Shen Rui spoke of the detention of two Americans and of cooperation on artificial intelligence.']
  )
  expect(groups.some(({ us, cn, score }) => us.includes('u2') && cn.includes('c2') && score >= 0.5)).toBe(
    true
  )
  expect(findings.filter(({ kind }) => kind === 'omission')).toEqual([])
})

it('is silent on what readouts have as a matter of course', () => {
  const about = (line: string): number =>
    findingsOf('omission', [CALM], [TAIWAN, line]).filter(({ cn }) => cn.includes('c3')).length
  expect(about('Shen Rui said that the relationship bears on the future and destiny of the world.')).toBe(0)
  expect(about('China has freed two American prisoners.')).toBe(1)
})

it('quotes no heading of a fact sheet', () => {
  const found = findingsOf(
    'omission',
    [
      CALM,
      'DELIVERING ON SOYBEANS AND FENTANYL: The Secretary said that the two agreed to set up a working group on counternarcotics.'
    ],
    [TAIWAN]
  ).flatMap(({ words }) => words.us)
  expect(found.join(' ')).toContain('counternarcotics')
  expect(found.join(' ')).not.toMatch(/DELIVERING|FENTANYL/u)
})
