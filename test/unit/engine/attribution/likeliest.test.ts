import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeliestRoles } from '../../../../engine/attribution/likeliest.ts'
import type { SignWeights } from '../../../../engine/attribution/weighing.ts'
import { readingsOf } from '../../../../engine/attribution/readout.ts'
import { signsAfter, signsOf, type Role } from '../../../../engine/attribution/signs.ts'
import { standardLexicon } from '../../../../engine/lexicon/lexicon.ts'
import { readPair } from '../../../../engine/pair.ts'

const CN = 'Shen Rui Meets Alder\n\nShen Rui met U.S. Secretary of State Jane Alder in Vienna.'
const OPENING = 'Secretary of State Jane Alder met PRC Foreign Minister Shen Rui in Vienna.'

const read = (
  us: string
): { readings: ReturnType<typeof readingsOf>; context: Parameters<typeof readingsOf>[1] } => {
  const paired = readPair({ us: { name: 'us', text: us }, cn: { name: 'cn', text: CN } })
  if (!paired.ok) throw new Error(paired.problem.message)
  const { parts, entities, parties } = paired.pair
  const context = { side: 'us', parties, entities, verbs: standardLexicon.verbs } as const
  return { readings: readingsOf(parts.us.document, context), context }
}

const rolesOf = (us: string, weights?: SignWeights): Role[] => {
  const { readings, context } = read(us)
  return likeliestRoles(readings, 'en', context, weights)
}

describe('the likeliest roles', () => {
  it('are those whose signs weigh most together, also where a later sentence turns the scale', () => {
    const text = `${OPENING}\n\nThe weather held. The talks went on. They ended.`
    const alone: SignWeights = new Map([['always', [1, 0, 0, 0]]])
    expect(rolesOf(text, alone)).toEqual(['issuer', 'issuer', 'issuer', 'issuer'])
    // The last sentence is both's for certain, and inside a paragraph both only follows both.
    const turned: SignWeights = new Map([
      ['always', [1, 0, 0.5, 0]],
      ['word end', [0, 0, 9, 0]],
      ['after issuer false', [0, 0, -9, 0]],
      ['after both', [-9, -9, 9, -9]]
    ])
    expect(rolesOf(text, turned).slice(1)).toEqual(['both', 'both', 'both'])
  })

  it('tell nothing but what the signs of a sentence say', () => {
    const { readings, context } = read(`${OPENING}\n\nThe Secretary raised Taiwan.`)
    const signs = signsOf(readings, 1, 'en', context)
    expect(signs).toContain('main who issuer')
    expect(signs).toContain('main act raise issuer')
    expect(signs).not.toContain('main who counterpart')
    expect(signsAfter(readings, 1, 'both', context)).toContain('after both who issuer')
    expect(signsAfter(readings, 0, null, context)).toContain('after nothing')
  })

  it('do not change with a paragraph that is put behind', () => {
    const sentences = [
      'The Secretary raised Taiwan.',
      'The two sides discussed trade.',
      'China will buy soybeans.',
      'It was agreed to meet again.',
      'The talks were candid.',
      'He urged restraint.',
      'American controls remain in place.'
    ]
    const paragraph = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 })
    const text = (paragraphs: readonly string[][]): string =>
      [OPENING, ...paragraphs.map((all) => all.join(' '))].join('\n\n')
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), paragraph, (paragraphs, more) => {
        const before = rolesOf(text(paragraphs))
        expect(rolesOf(text([...paragraphs, more])).slice(0, before.length)).toEqual(before)
      }),
      { numRuns: 200 }
    )
  })
})
