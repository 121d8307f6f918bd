import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../../engine/model.ts'
import { segment } from '../../../../engine/text/segment.ts'

/** A named fixture a rule: a text and the sentences it has, with the kind of each paragraph. */
interface Fixture {
  language: Language
  text: string
  sentences: string[]
  kinds?: string[]
}

const FOLDER = join(import.meta.dirname, '../../../fixtures/sentences')

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const fixture = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Fixture
  const { paragraphs, sentences } = segment(fixture.text, fixture.language)

  it('has these sentences', () => {
    expect(sentences.map(({ start, end }) => fixture.text.slice(start, end))).toEqual(fixture.sentences)
  })
  it('has these paragraphs', () => {
    if (fixture.kinds) expect(paragraphs.map(({ kind }) => kind)).toEqual(fixture.kinds)
    for (const { paragraph } of sentences) expect(['body', 'item']).toContain(paragraphs[paragraph]?.kind)
  })
})
