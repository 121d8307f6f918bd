import * as v from 'valibot'
import { about, bilingual, identifier, words } from './schema-atoms.ts'

const filled = v.pipe(words, v.minLength(1))

/** Terms that need their part of speech or their surroundings to name a concept. */
export const sensesSchema = v.strictObject({
  about,
  senses: v.array(
    v.pipe(
      v.strictObject({
        concept: identifier,
        pattern: v.pipe(v.string(), v.minLength(1)),
        pos: v.optional(filled),
        with: v.optional(filled),
        unless: v.optional(filled),
        example: v.string(),
        nearMiss: v.string()
      }),
      v.check((row) => Boolean(row.pos ?? row.with ?? row.unless), 'a row needs a condition')
    )
  )
})

/** Words by which readouts put one thing in different ways. */
export const synonymsSchema = v.strictObject({
  about,
  sets: v.array(v.strictObject({ id: identifier, en: filled, zh: filled }))
})

/** Words by whose place beside a concept a sentence shows what it is about. */
export const topicCuesSchema = v.strictObject({
  about,
  lead: bilingual,
  beside: bilingual,
  behind: filled,
  offices: bilingual
})
