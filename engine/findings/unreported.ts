import { SIDES, type Claim, type Side } from '../model.ts'
import { claimsOf, isSurelyLinked, type ClaimAt } from './claim-pairs.ts'
import { bySide, finding, type FindingDraft } from './draft.ts'
import { fullClause } from './full-clause.ts'
import { governed } from './governed.ts'
import type { Material, Passage } from './material.ts'
import { tell } from './sentences.ts'
import { isSilentOn } from './silence.ts'
import { isUnreported } from './taken-up.ts'
import { isMereExchange, isUnmissed } from './unmissed.ts'
import { voiced } from './voiced.ts'

/** What one side says that the other text nowhere reports, whatever it is on: no word list need know the matter. */

/** A sentence whose likeliest counterpart is likelier than this may be reported after all: of those below nine in ten are not. */
const LIKELY = 0.2
/** So many words of a claim are soon read, and fewer tell nothing. */
const SOON_READ = 26
const TELLING = 4
/** What a claim of each kind counts to be the one that is told; what was spoken of tells nothing by itself. */
const WORTH: Record<Claim['kind'], number> = {
  demand: 0.6,
  warning: 0.6,
  fact: 0.55,
  commitment: 0.5,
  condition: 0.5,
  assurance: 0.5,
  hope: 0.4,
  view: 0.4,
  talks: 0
}
const PER_FIGURE = 0.05

/** Whether a sentence says something of its own side that the other text has surely no counterpart for. */
const isAlone = (material: Material, passage: Passage): boolean =>
  passage.sentence.speaker === passage.side &&
  !isUnmissed(material, passage) &&
  !isMereExchange(passage) &&
  !isSurelyLinked(material, passage) &&
  material.perhapsOf(passage.sentence.id) < LIKELY

const worthOf = ({ claim, stems }: ClaimAt): number =>
  stems.size < TELLING ? 0 : WORTH[claim.kind] + PER_FIGURE * Math.min(2, claim.figures.length)

/** The claim that tells most of a sentence, the first of several alike; undefined where none tells anything. */
const mostTelling = (material: Material, passage: Passage): ClaimAt | undefined => {
  const ranked = claimsOf(material, passage)
    .map((at) => ({ at, worth: worthOf(at) }))
    .sort((a, b) => b.worth - a.worth)
  return ranked[0] && ranked[0].worth > 0 ? ranked[0].at : undefined
}

/** The rule of what the other text does not report. */
export const UNREPORTED = 'omission:unreported'

const told = (material: Material, side: Side, passage: Passage): FindingDraft[] => {
  const at = mostTelling(material, passage)
  const quote = at && fullClause(material, at, undefined, SOON_READ)
  if (!quote || !isUnreported(material, [quote])) return []
  // "*If* | he leaves the house": what governs it is not quoted.
  const { text, readout } = material.sides[side]
  if (governed(text, passage, quote.span, readout.language).start < quote.span.start) return []
  const pattern = isSilentOn(material, [passage]) ? 'omission' : 'omission:unreported'
  return [
    finding(material, {
      kind: 'omission',
      rule: UNREPORTED,
      quotes: bySide(side, [quote], []),
      say: tell(material, pattern, side, { said: voiced(material, [quote]) }),
      weight: worthOf(at),
      only: side
    })
  ]
}

/** What each side says that the other text does not report. */
export const unreported = (material: Material): FindingDraft[] =>
  SIDES.flatMap((side) =>
    material.sides[side].passages
      .filter((passage) => isAlone(material, passage))
      .flatMap((passage) => told(material, side, passage))
  )
