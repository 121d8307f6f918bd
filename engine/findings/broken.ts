import type { Quote } from './draft.ts'
import type { Material } from './material.ts'
import { bareWords, doerOf, isDemandedOfOther, NEAR, startsWithBase, verbIn } from './quote-form.ts'
import { limitBehind } from './whole.ts'

/** What is shorter than this, in words, tells too little without its subject. */
const TELLING = 6
const DANGLING = /(?:^to\b|\b(?:is why|that|to|of|the|and|with|for)$)/iu

/**
 * Whether a quotation does not stand by itself: an infinitive without what governs it, a few words without a subject, what
 * another does than whoever is told to do it ("twice put off", of the other side), or what breaks off.
 */
export const isBroken = (material: Material, quote: Quote): boolean => {
  const { passage, span } = quote
  const { sentence, side } = passage
  if (material.sides[side].readout.language === 'zh') return false
  const words = bareWords(material, quote)
  if (DANGLING.test(words) || limitBehind(passage, span)) return true
  const verb = verbIn(words, quote)
  // "*Should* come from all emitters, China among them": of something that is not quoted.
  if (
    verb?.tense === 'obliged' &&
    !isDemandedOfOther(quote) &&
    typeof doerOf(material, quote, words) === 'number'
  )
    return true
  if (!verb) return startsWithBase(quote) || words.split(' ').length < TELLING
  if (words.split(' ').length < TELLING) return true
  const claim = (sentence.claims ?? []).slice(1).find((one) => Math.abs(one.span.start - span.start) <= NEAR)
  if (!claim || claim.lead) return false
  const { speaker } = sentence
  const isOwnAct = claim.act !== null || claim.kind === 'demand' || claim.kind === 'hope'
  return !isOwnAct && speaker !== 'narrator' && claim.actor !== speaker && claim.actor !== 'both'
}
