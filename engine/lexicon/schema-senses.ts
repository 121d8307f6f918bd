import * as v from 'valibot'
import { about, identifier, words } from './schema-atoms.ts'

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
