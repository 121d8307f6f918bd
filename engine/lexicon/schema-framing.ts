import * as v from 'valibot'
import { about, bilingual, identifier, source, strength, weight, words } from './schema-atoms.ts'

export const tonesSchema = v.strictObject({
  about,
  /** Words for the talks, near which an adjective is theirs. */
  near: bilingual,
  /** Words right beside an adjective that say that it describes something else, or talks only wished for. */
  elsewhere: bilingual,
  tones: v.array(
    v.strictObject({ en: words, zh: words, reads: v.string(), weight, telling: v.optional(v.boolean()) })
  )
})

export const labelsSchema = v.strictObject({
  about,
  labels: v.array(
    v.strictObject({
      id: identifier,
      en: words,
      zh: words,
      used: v.string(),
      /** For what a summit is to have brought, where it is not for the relationship. */
      of: v.optional(v.literal('summit')),
      weight,
      source
    })
  )
})

const gradedForms = v.array(v.strictObject({ strength, forms: words }))

const graded = v.strictObject({ en: gradedForms, zh: gradedForms })

const homes = v.array(v.strictObject({ party: v.string(), forms: words }))

/** How a text lays a duty or a fault on someone. */
export const dutiesSchema = v.strictObject({
  about,
  modals: graded,
  asks: graded,
  stops: bilingual,
  faults: bilingual,
  rejections: bilingual,
  veiled: bilingual,
  homes: v.strictObject({ en: homes, zh: homes }),
  thirds: bilingual,
  never: bilingual,
  evenly: bilingual,
  pledges: bilingual
})

export const scalesSchema = v.strictObject({
  about,
  scales: v.array(
    v.strictObject({
      id: identifier,
      name: v.string(),
      levels: v.array(v.strictObject({ strength, en: words, zh: words }))
    })
  ),
  warnings: v.array(v.strictObject({ strength, en: words, zh: words }))
})

export const protocolSchema = v.strictObject({
  about,
  unheld: v.strictObject({ en: words, zh: words }),
  /** Words by any of which a text may tell who asked or invited. */
  mentions: v.strictObject({ en: words, zh: words }),
  features: v.array(
    v.strictObject({
      id: identifier,
      told: v.pipe(v.string(), v.includes('{whom}')),
      whose: v.picklist(['behind', 'before', 'owner', 'other']),
      weight,
      en: words,
      zh: words
    })
  )
})
