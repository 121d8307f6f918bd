import * as v from 'valibot'
import {
  CLAIM_KINDS,
  type Attribution,
  type Claim,
  type Paragraph,
  type Readout,
  type Sentence
} from '../../model.ts'
import { importReport } from './text.ts'
import {
  count,
  id,
  number,
  side,
  sideOrBoth,
  span,
  speaker,
  spanWith,
  text,
  texts,
  type SchemaOf
} from './values.ts'

const verb = spanWith({ lemma: text, act: text, strength: number })

const attribution: SchemaOf<Attribution> = v.looseObject({
  how: v.picklist(['named', 'continued', 'assumed']),
  source: v.exactOptional(span),
  verb: v.exactOptional(verb),
  addressee: v.exactOptional(spanWith({ speaker: sideOrBoth, how: v.picklist(['told', 'asked']) })),
  within: v.exactOptional(v.looseObject({ speaker: sideOrBoth, source: span, verb }))
})

export const matter = v.looseObject({
  label: text,
  part: v.exactOptional(text),
  outside: v.exactOptional(v.boolean())
})

const actors = ['us', 'cn', 'both', 'other'] as const
const claim: SchemaOf<Claim> = v.looseObject({
  span,
  lead: v.exactOptional(span),
  governor: v.exactOptional(span),
  speaker,
  addressee: v.nullable(sideOrBoth),
  act: v.nullable(text),
  polarity: v.picklist(['asserted', 'denied', 'refused']),
  kind: v.picklist(CLAIM_KINDS),
  actor: v.picklist(actors),
  topics: v.array(id),
  concepts: v.array(id),
  figures: v.array(
    spanWith({ kind: v.picklist(['number', 'money', 'percent', 'period', 'date']), value: text })
  ),
  condition: v.nullable(span)
})

const sentence: SchemaOf<Sentence> = spanWith({
  id,
  text,
  paragraph: count,
  speaker,
  attribution,
  topics: v.pipe(v.array(v.looseObject({ id, weight: number })), v.minLength(1)),
  matter,
  claims: v.exactOptional(v.array(claim)),
  quote: v.exactOptional(spanWith({ words: text })),
  attributedTo: v.exactOptional(text),
  meeting: v.exactOptional(text),
  byHand: v.exactOptional(v.array(v.picklist(['extent', 'speaker', 'topic']))),
  words: count
})

const paragraph: SchemaOf<Paragraph> = spanWith({
  kind: v.picklist(['notice', 'title', 'heading', 'dateline', 'body', 'item', 'end'])
})

const read = {
  name: text,
  title: v.nullable(text),
  language: v.picklist(['en', 'zh']),
  words: count,
  paragraphs: v.array(paragraph),
  sentences: v.array(sentence)
}

export const readout: SchemaOf<Readout> = v.looseObject({
  ...read,
  side,
  date: v.nullable(text),
  recognition: v.looseObject({ party: v.nullable(text), confidence: number, reasons: texts }),
  partyName: text,
  partyInText: text,
  partyAdjective: text,
  import: v.exactOptional(importReport),
  fromStory: v.exactOptional(v.literal(true)),
  source: v.exactOptional(text),
  inOtherLanguage: v.exactOptional(v.looseObject(read))
})
