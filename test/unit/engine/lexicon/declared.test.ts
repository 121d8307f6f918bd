import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import associationsEn from '../../../../engine/lexicon/data/associations-en.json' with { type: 'json' }
import associationsZh from '../../../../engine/lexicon/data/associations-zh.json' with { type: 'json' }
import attribution from '../../../../engine/lexicon/data/attribution-weights.json' with { type: 'json' }
import salience from '../../../../engine/lexicon/data/finding-salience.json' with { type: 'json' }
import relations from '../../../../engine/lexicon/data/relation-words.json' with { type: 'json' }
import stories from '../../../../engine/lexicon/data/story-weights.json' with { type: 'json' }

/** The type of a fitted table is declared beside it, so it is here that the table is held to it. */
const DATA = join(import.meta.dirname, '../../../../engine/lexicon/data')
const ENDING = '.d.json.ts'

const rows = v.record(v.string(), v.array(v.number()))
const opposites = v.strictObject({ about: v.string(), words: v.record(v.string(), v.string()) })
const weights = v.strictObject({ about: v.string(), weights: v.strictObject({ en: rows, zh: rows }) })

const trees = v.strictObject({
  bias: v.number(),
  trees: v.array(v.strictObject({ splits: v.array(v.array(v.number())), leaves: v.array(v.number()) }))
})

/** Read as the declared type, which the compiler then holds to be the schema's own. */
const TABLES = {
  'associations-en': (): typeof associationsEn => v.parse(opposites, associationsEn),
  'associations-zh': (): typeof associationsZh => v.parse(opposites, associationsZh),
  'attribution-weights': (): typeof attribution => v.parse(weights, attribution),
  'finding-salience': (): typeof salience =>
    v.parse(
      v.strictObject({
        about: v.string(),
        features: v.array(v.string()),
        useful: trees,
        harmful: trees,
        leading: trees,
        wellTold: trees
      }),
      salience
    ),
  'relation-words': (): typeof relations =>
    v.parse(v.strictObject({ about: v.string(), words: v.record(v.string(), v.number()) }), relations),
  'story-weights': (): typeof stories => v.parse(weights, stories)
}

it.each(Object.entries(TABLES))('%s is of its declared type', (_name, read) => {
  expect(read).not.toThrow()
})

it('each declared table is among them and has its data', () => {
  const declared = readdirSync(DATA).filter((name) => name.endsWith(ENDING))
  expect(declared.map((name) => name.slice(0, -ENDING.length))).toEqual(Object.keys(TABLES))
  expect(declared.every((name) => existsSync(join(DATA, name.replace(ENDING, '.json'))))).toBe(true)
})
