import { describe, expect, it } from 'vitest'
import { standardConcepts } from '../../../../engine/lexicon/concepts.ts'
import { Lexicon, standardLexicon } from '../../../../engine/lexicon/lexicon.ts'
import { senseRows } from '../../../../engine/lexicon/senses.ts'
import { readDocument } from '../../../../engine/text/document.ts'

const conceptsOf = (text: string, lexicon = standardLexicon): string[] =>
  readDocument(text).sentences.flatMap(({ tokens, words }) =>
    lexicon.conceptsIn(tokens, () => words).map(({ concept }) => concept.id)
  )

describe('a term in its surroundings', () => {
  it.each(senseRows.map((row) => [row.pattern, row] as const))('%s', (_pattern, row) => {
    expect(conceptsOf(row.example), row.example).toContain(row.concept)
    expect(conceptsOf(row.nearMiss), row.nearMiss).not.toContain(row.concept)
  })

  it('is of a concept that exists', () => {
    const known = new Set(standardConcepts.map(({ id }) => id))
    expect(senseRows.filter(({ concept }) => !known.has(concept))).toEqual([])
  })

  it('goes with its concept when a reader replaces that', () => {
    const own = new Lexicon({
      name: 'Mine',
      concepts: [{ id: 'journalists', topic: 'people', weight: 1, en: ['gazette*'], zh: [] }]
    })
    expect(conceptsOf('He spoke of the foreign press.', own)).not.toContain('journalists')
    expect(conceptsOf('He spoke of the foreign press.')).toContain('journalists')
  })
})
