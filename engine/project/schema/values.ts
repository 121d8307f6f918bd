import * as v from 'valibot'
import { SIDES, type Side, type Span } from '../../model.ts'

/**
 * Schemas of a project's parts. Each object may have more members than are named here, which are kept: a later version
 * of the app may add some without raising the version of the file. What is named must be there as the engine's types
 * say, which the compiler compares with these schemas.
 */
export type SchemaOf<T> = v.GenericSchema<unknown, T>

export const text = v.string()
export const texts = v.array(v.string())
export const id = v.pipe(v.string(), v.minLength(1))
export const ids = v.array(id)
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const number = v.pipe(v.number(), v.finite())
/** Anything that is a time at all: the clock may have been wrong. */
export const time = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'It is no date and time.')
)

export const side: SchemaOf<Side> = v.picklist(SIDES)
export const speaker = v.picklist([...SIDES, 'both', 'narrator'])
export const sideOrBoth = v.picklist([...SIDES, 'both'])

const ends = { start: count, end: count }
/** An object with a span and further members. */
export const spanWith = <T extends v.ObjectEntries>(entries: T) => v.looseObject({ ...ends, ...entries })
export const span: SchemaOf<Span> = v.looseObject(ends)
export const spans = v.array(span)

/** The same of both sides. */
export const bothSides = <S extends v.GenericSchema>(schema: S) => v.looseObject({ us: schema, cn: schema })
