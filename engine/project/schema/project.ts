import * as v from 'valibot'
import { CODE_SHAPES, type Code } from '../../codebook/code.ts'
import { PROJECT_VERSION, type Project, type Source, type Study } from '../project.ts'
import { comparison } from './comparison.ts'
import { edits } from './edits.ts'
import { readoutText } from './text.ts'
import { bothSides, id, text, time, type SchemaOf } from './values.ts'

const source: SchemaOf<Source> = v.looseObject({
  name: text,
  path: v.exactOptional(text),
  sha256: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{64})?$/u)),
  imported: time,
  cited: v.exactOptional(
    v.looseObject({
      issuer: v.exactOptional(text),
      title: v.exactOptional(text),
      date: v.exactOptional(text),
      address: v.exactOptional(text),
      retrieved: v.exactOptional(text)
    })
  )
})

const study: SchemaOf<Study> = v.looseObject({
  id,
  name: v.nullable(text),
  texts: bothSides(readoutText),
  sources: bothSides(source),
  comparison,
  edits,
  lexicon: v.nullable(text)
})

const code: SchemaOf<Code> = v.looseObject({
  id,
  name: text,
  colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/iu)),
  shape: v.picklist(CODE_SHAPES),
  description: text
})

/** What a project file must hold; that ids lead somewhere and spans lie in their texts is looked at in faults.ts. */
export const projectSchema: SchemaOf<Project> = v.looseObject({
  format: v.literal('parallax'),
  version: v.literal(PROJECT_VERSION),
  app: text,
  saved: time,
  studies: v.array(study),
  open: v.nullable(id),
  codebook: v.array(code)
})
