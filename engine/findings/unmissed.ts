import { opensAnswer, opensQuestion } from '../attribution/forms.ts'
import { courtesies, questions } from '../lexicon/claim-cues.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { SIDES, type ClaimKind, type Span } from '../model.ts'
import { onceFor } from '../once-for.ts'
import { overlaps } from '../text/spans.ts'
import type { Material, Passage } from './material.ts'

/** Sentences whose absence from the other text tells nothing. */

/** A view on a concept as weighty as this is no slogan. */
const WEIGHTY = 0.85

/** What a text tells of the meeting itself: that they met is in both, however it is put. */
export const tellsOfMeeting = ({ sentence }: Passage): boolean =>
  sentence.speaker === 'narrator' && sentence.topics[0]?.id === NARRATION_TOPIC

/** So many tokens from its beginning on a sentence is a question by what asks it: "A Japanese reporter asked". */
const AT_ONCE = 5

/** What journalists ask a spokesperson, with what they go on with in the same paragraph: neither side's word. */
const questionsIn = onceFor((material: Material): ReadonlySet<Passage> => {
  const found = new Set<Passage>()
  for (const side of SIDES) {
    const { text, passages } = material.sides[side]
    for (const [at, passage] of passages.entries()) {
      const { start, end, paragraph } = passage.sentence
      const words = text.slice(start, end)
      const before = passages[at - 1]
      const isMarked = opensQuestion(words)
      const goesOn = before?.sentence.paragraph === paragraph && found.has(before)
      const isAsked = questions.findLongest(passage.tokens.slice(0, AT_ONCE)).length > 0
      if (
        isMarked ||
        isAsked ||
        (goesOn && opensQuestion(paragraphOf(material, passage)) && !opensAnswer(words))
      )
        found.add(passage)
    }
  }
  return found
})

const paragraphOf = (material: Material, { side, sentence }: Passage): string => {
  const { text, readout } = material.sides[side]
  const paragraph = readout.paragraphs[sentence.paragraph]
  return paragraph ? text.slice(paragraph.start, paragraph.end) : ''
}

/** Whether a sentence is what a journalist asks. */
export const isQuestion = (material: Material, passage: Passage): boolean =>
  questionsIn(material).has(passage)

/** "Exchanged views on Ukraine and other issues": that they spoke of it, and nothing of what was said. */
export const isMereExchange = ({ sentence: { speaker, claims = [] } }: Passage): boolean =>
  speaker === 'both' && claims.length > 0 && claims.every(({ kind }) => kind === 'talks')

/** Thanks, greetings, condolences. */
export const isCourteous = ({ tokens }: Passage): boolean => courtesies.findLongest(tokens).length > 0

/** Whether a sentence finds a fault, which is no slogan however it is put. */
export const isBlame = ({ sentence, duties }: Passage): boolean =>
  sentence.speaker !== 'both' && duties.some(({ how }) => how === 'fault')

/** A promise or a hope without a figure or a name is one as often as a view. */
const SLOGANS = new Set<ClaimKind>(['view', 'commitment', 'hope', 'fact'])

/**
 * Whether a sentence only holds a view, hopes or promises, and names no figure and nobody and nothing by name: "a tariff war has no winner".
 * That the other side leaves it out tells nothing.
 */
export const isSlogan = (passage: Passage): boolean => {
  const { sentence, words, named, uses } = passage
  const claims = sentence.claims ?? []
  const isView =
    claims.length > 0 && claims.every(({ kind, polarity }) => SLOGANS.has(kind) && polarity === 'asserted')
  if (!isView || isBlame(passage) || words.length === 0 || sentence.speaker === 'both') return false
  const isParty = (word: Span): boolean => named.some((place) => overlaps(place, word))
  const { source } = sentence.attribution
  const names = words.filter(
    (word) => word.pos === 'PROPN' && !isParty(word) && !(source && overlaps(source, word))
  )
  const isWeighty = uses.some(({ concept }) => concept.weight >= WEIGHTY)
  return names.length === 0 && !isWeighty && claims.every(({ figures }) => figures.length === 0)
}

/** Whether a sentence tells of the meeting, is polite, holds a principle or asks: nobody misses it in the other text. */
export const isUnmissed = (material: Material, passage: Passage): boolean =>
  tellsOfMeeting(passage) || isCourteous(passage) || isSlogan(passage) || isQuestion(material, passage)
