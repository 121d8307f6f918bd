import * as v from 'valibot'
import {
  CUT_REASONS,
  ENCODINGS,
  FORMATS,
  LOSS_KINDS,
  type Block,
  type ImportReport
} from '../../ingest/report.ts'
import type { ReadoutText } from '../../model.ts'
import { count, id, number, spans, spanWith, text, texts, type SchemaOf } from './values.ts'

/** A text as it was read, and what became of the document it was read from. */

const encoding = v.looseObject({
  used: v.picklist(ENCODINGS),
  how: v.picklist(['mark', 'chosen', 'declared', 'valid', 'guessed']),
  confidence: number
})

const cutReason = v.picklist(CUT_REASONS)

const told = v.looseObject({
  title: v.nullable(text),
  day: v.nullable(text),
  place: v.nullable(text),
  officials: texts
})

export const importReport: SchemaOf<ImportReport> = v.looseObject({
  told: v.exactOptional(told),
  format: v.picklist(FORMATS),
  encoding: v.nullable(encoding),
  title: v.nullable(text),
  date: v.nullable(text),
  publisher: v.nullable(text),
  address: v.nullable(text),
  characters: count,
  cut: v.array(v.looseObject({ text, why: cutReason })),
  losses: v.array(v.looseObject({ kind: v.picklist(LOSS_KINDS), count, say: text }))
})

const block: SchemaOf<Block> = v.looseObject({
  text,
  gap: text,
  kept: v.boolean(),
  why: v.exactOptional(cutReason)
})

export const readoutText: SchemaOf<ReadoutText> = v.looseObject({
  name: text,
  text,
  inOtherLanguage: v.exactOptional(v.looseObject({ name: text, text })),
  report: v.exactOptional(importReport),
  blocks: v.exactOptional(v.array(block)),
  story: v.exactOptional(
    v.looseObject({
      text,
      sources: v.array(spanWith({ at: count, attributedTo: text, meeting: v.exactOptional(id) })),
      meetings: v.exactOptional(v.array(v.looseObject({ id, name: text, statements: spans }))),
      ofNone: v.exactOptional(spans),
      meeting: v.exactOptional(id)
    })
  )
})
