import data from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import type { EntityIndex, Mention } from '../entities/entity-index.ts'
import type { VerbMatchers } from '../lexicon/reporting-verbs.ts'
import { otherSide, SIDES, type Side, type Speaker } from '../model.ts'
import type { Subject } from './subject.ts'

/** Whom the subject of a clause stands for, given where its readout stands and who has spoken. */

/** Where a readout stands in its comparison. */
export interface AttributionContext {
  /** The place of this readout. */
  side: Side
  /** Party in each place; null where unknown. */
  parties: Record<Side, string | null>
  entities: EntityIndex
  verbs: VerbMatchers
}

/** Who was named before: whom a pronoun means. */
export interface Antecedents {
  /** Side of the last single person or office that was a subject; what "he" refers to. */
  person: Side | null
  /** The last subject was several people of one side, or both sides together: what "they" refers to. */
  people: Side | 'both' | null
  /** The last government named as a subject: what "it" refers to. */
  government: Side | null
}

/** Whose names have the form of Chinese ones. */
const CHINESE = data.pinyin

/** The place of a party or an office; an office that several have is the other side's if this side has none such. */
export const sideOf = (
  { party, never, chinese }: Pick<Mention, 'party' | 'never' | 'chinese'>,
  { parties, side }: AttributionContext
): Side | null => {
  if (party !== null) {
    if (party === parties[side]) return side
    const other = otherSide(side)
    // Where nobody knows whose the other text is, whoever is not of this side is of the other.
    return party === parties[other] || parties[other] === null ? other : null
  }
  // "Minister Brandvold", "President Carraway": where one side's names are Chinese, a name that is none tells.
  const ofChina = SIDES.find((place) => parties[place] === CHINESE)
  if (chinese === false && ofChina !== undefined) return otherSide(ofChina)
  const possible = SIDES.filter((place) => {
    const id = parties[place]
    return id === null || !never.includes(id)
  })
  const [only] = possible
  if (possible.length === 1 && only !== undefined) return only
  // Of an office that both have.
  if (chinese === undefined || ofChina === undefined) return side
  return chinese ? ofChina : otherSide(ofChina)
}

export const isSpeech = (speaker: Speaker): speaker is Side => speaker === 'us' || speaker === 'cn'

/** The speaker that a subject stands for, given who was named before; null where it does not tell. */
export const speakerOfSubject = (
  subject: Subject,
  before: Antecedents,
  context: AttributionContext
): Speaker | null => {
  switch (subject.kind) {
    case 'together':
      return 'both'
    case 'plural':
      return before.people
    case 'thing':
      return before.government
    case 'speaker':
      return null
    case 'jointBody':
      return 'both'
    case 'pronoun':
      return before.person
    case 'party':
      return sideOf(subject, context)
    case 'counterpart':
      return otherSide(context.side)
    case 'stranger':
      // Names tell only where one side's are Chinese and the other's are not.
      if (SIDES.every((place) => context.parties[place] !== CHINESE)) return null
      return subject.chinese === (context.parties[context.side] === CHINESE)
        ? context.side
        : otherSide(context.side)
    case 'meetingNoun':
      return 'narrator'
  }
}
