import { align } from '../align/align.ts'
import { indexEntities } from '../entities/entity-index.ts'
import { standardLexicon } from '../lexicon/lexicon.ts'
import type { Readout, ReadoutText } from '../model.ts'
import { partOf, readPart } from '../read.ts'
import { readDocument } from '../text/document.ts'
import { recognise } from './side.ts'

/** Of one text in two languages more than this share of the sentences answer each other. */
const LEAST_ALIGNED = 0.6
/** Texts of two meetings have their common matters all over; a translation has them in the same place. */
const NEAR = 0.1
const LEAST_NEAR = 0.62

/** Less sure of its party than this, a text may as well be the other's. */
const SURE = 0.5

/** The place of each sentence in its text, 0 to 1. */
const placesOf = ({ sentences }: Readout): Map<string, number> =>
  new Map(sentences.map(({ id }, at) => [id, at / sentences.length]))

/** Whether two texts are one readout in two languages: one side's, of one meeting, its Chinese and its English text. */
export const isOneReadout = (one: ReadoutText, other: ReadoutText): boolean => {
  const documents = [readDocument(one.text), readDocument(other.text)] as const
  const entities = indexEntities(documents)
  const [first, second] = [partOf(one, documents[0], entities), partOf(other, documents[1], entities)]
  if (!first || !second || first.language === second.language) return false
  const [sure, less] = [recognise(first.signs), recognise(second.signs)].sort(
    (a, b) => b.confidence - a.confidence
  )
  const party = sure?.party ?? null
  if (party === null || !sure || !less) return false
  if (less.party !== party && less.confidence >= SURE) return false
  const parties = { us: party, cn: null }
  const us = readPart('us', first, parties, entities, standardLexicon)
  const cn = readPart('us', second, parties, entities, standardLexicon, 'c')
  if (us.readout.date !== null && cn.readout.date !== null && us.readout.date !== cn.readout.date)
    return false
  const { groups, onlyUs, onlyCn } = align(
    { ...us.readout, text: one.text, tokens: us.tokens },
    { ...cn.readout, side: 'cn', text: other.text, tokens: cn.tokens },
    { us: party, cn: party },
    standardLexicon
  )
  const all = us.readout.sentences.length + cn.readout.sentences.length
  if (1 - (onlyUs.length + onlyCn.length) / all < LEAST_ALIGNED) return false
  const [places, others] = [placesOf(us.readout), placesOf(cn.readout)]
  const shifts = groups.flatMap((group) =>
    group.us.flatMap((id) =>
      group.cn.map((partner) => Math.abs((places.get(id) ?? 0) - (others.get(partner) ?? 0)))
    )
  )
  return shifts.filter((shift) => shift <= NEAR).length >= LEAST_NEAR * shifts.length
}
