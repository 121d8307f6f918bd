import { claimCues, conditional } from '../lexicon/claim-cues.ts'
import { rejections } from '../lexicon/framing.ts'
import { blames, defences, dismissals, echoes, isDistancing, praises } from '../lexicon/stances.ts'
import type { Span } from '../model.ts'
import { onceFor } from '../once-for.ts'
import type { PhraseMatcher } from '../text/phrases.ts'
import { overlaps } from '../text/spans.ts'
import type { ClaimAt } from './claim-pairs.ts'
import type { Passage } from './material.ts'

/** How a claim stands to what the other side says: it turns it down, defends an act, holds one against somebody. */
export type Stance =
  'rejects' | 'denies' | 'conditions' | 'defends' | 'blames' | 'grants' | 'asks' | 'asserts'

/** How much a stance tells: a refusal is what its sentence comes to. */
export const STRENGTH: Record<Stance, number> = {
  rejects: 5,
  denies: 4,
  conditions: 4,
  defends: 3.5,
  blames: 3,
  grants: 2,
  asks: 2,
  asserts: 1
}

export interface Stand {
  stance: Stance
  words: Span | undefined
}

/** Where a sentence has words of one kind: many rules ask it of each of its claims. */
const placesOf = onceFor((matcher: PhraseMatcher<true>) =>
  onceFor(({ tokens }: Passage) => matcher.findLongest(tokens))
)

const placeOf = (matcher: PhraseMatcher<true>, { passage, claim }: ClaimAt): Span | undefined =>
  placesOf(matcher)(passage).find((place) => overlaps(place, claim.span))

/** What turns something down; a word that only keeps another's at a distance does not. */
const rejectedIn = (text: string, { passage, claim }: ClaimAt): Span | undefined =>
  placesOf(rejections)(passage).find(
    (place) => overlaps(place, claim.span) && !isDistancing(text.slice(place.start, place.end))
  )

/** "Asked to lift the controls, he *declined*". */
const refusedIn = ({ passage, claim }: ClaimAt): Span | undefined =>
  isEcho(passage)
    ? claimCues.en
        .findLongest(passage.tokens)
        .find((cue) => cue.value === 'refuse' && overlaps(cue, claim.span))
    : undefined

const GIVEN = new Set(['commitment', 'fact', 'view', 'assurance'])

export const standOf = (text: string, at: ClaimAt): Stand => {
  const { claim } = at
  const isAsked = claim.kind === 'demand' || claim.kind === 'hope'
  const dismissed = placeOf(dismissals, at) ?? (isAsked ? undefined : rejectedIn(text, at))
  if (dismissed || (claim.polarity === 'refused' && !isAsked)) return { stance: 'rejects', words: dismissed }
  const refused = refusedIn(at)
  if (refused) return { stance: 'rejects', words: refused }
  const conditioned = placeOf(conditional, at)
  if (claim.kind === 'condition' || conditioned) return { stance: 'conditions', words: conditioned }
  const defended = placeOf(defences, at)
  if (defended && !isAsked) return { stance: 'defends', words: defended }
  if (claim.polarity === 'denied' && !isAsked) return { stance: 'denies', words: undefined }
  const blamed = placeOf(blames, at)
  if (blamed) return { stance: 'blames', words: blamed }
  if (isAsked) return { stance: 'asks', words: undefined }
  const praised = placeOf(praises, at)
  if (claim.kind === 'commitment' || (praised && GIVEN.has(claim.kind)))
    return { stance: 'grants', words: praised }
  return { stance: 'asserts', words: undefined }
}

/** Whether a sentence names what the other side said or asked: "asked to ease controls", "the so-called". */
export const isEcho = (passage: Passage): boolean => placesOf(echoes)(passage).length > 0
