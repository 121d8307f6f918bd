import * as v from 'valibot'

/** What the schemas of the data files are made of. */

export const words = v.array(v.pipe(v.string(), v.minLength(1)))

export const bilingual = v.strictObject({ en: words, zh: words })

export const about = v.string()

export const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_-]*$/u, 'an id is small letters, digits, - and _')
)

/** 0 to 1. */
export const weight = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

export const source = v.pipe(v.string(), v.minLength(1))

/** 1 to 5. */
export const strength = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))
