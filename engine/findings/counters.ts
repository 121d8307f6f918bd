import type { Side } from '../model.ts'
import { claimsQuoted, type ClaimAt } from './claim-pairs.ts'
import type { Quote } from './draft.ts'
import type { Material } from './material.ts'
import { standOf, type Stance } from './stance.ts'

/** Which of two claims raises a matter, and whether the other answers it. */

/** Stances that answer what was asked, charged or promised. */
const REPLYING = new Set<Stance>(['rejects', 'denies', 'conditions', 'defends'])
/** Stances that call for an answer. */
const RAISING = new Set<Stance>(['asks', 'blames', 'grants'])
/** Stances with which a charge or a demand is met. */
const COUNTERING = new Set<Stance>(['rejects', 'denies', 'defends', 'blames'])
const CHARGING = new Set<Stance>(['asks', 'blames'])

const stanceOf = (material: Material, at: ClaimAt): Stance =>
  standOf(material.sides[at.passage.side].text, at).stance

/** How much a claim is for its sentence to begin with: what raises a matter, then what tells most exactly; an answer comes last. */
export const openingOf = (material: Material, at: ClaimAt): number => {
  const stance = stanceOf(material, at)
  const raises = REPLYING.has(stance) ? -1 : RAISING.has(stance) ? 1 : 0
  return 2 * raises + Math.min(1, at.claim.figures.length)
}

/** The side whose claim a sentence begins with. */
export const openingSide = (material: Material, claims: Record<Side, ClaimAt>): Side => {
  const ahead = openingOf(material, claims.us) - openingOf(material, claims.cn)
  return ahead === 0 ? material.firstInTie : ahead > 0 ? 'us' : 'cn'
}

/** Whether what one side says of itself meets what the other, for itself, asks or charges. */
export const isCounter = (material: Material, own: Quote, answer: Quote): boolean => {
  const stances = (quote: Quote): Stance[] =>
    claimsQuoted(material, quote).flatMap((at) =>
      at.claim.speaker === quote.passage.side ? stanceOf(material, at) : []
    )
  return stances(own).some((one) => CHARGING.has(one)) && stances(answer).some((one) => COUNTERING.has(one))
}
