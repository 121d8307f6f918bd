import { areAmong } from '../claims/figures.ts'
import { otherSide, type Figure, type Side } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { countWords } from '../text/words.ts'
import { contentStems } from '../wording/stem.ts'
import type { Quote } from './draft.ts'
import type { Material } from './material.ts'
import { tell } from './sentences.ts'
import { plainly } from './voiced.ts'

/** A sentence of more words is not told. */
const SOON_READ = 40
/** This part of the words with which both are told must be in the other's sentence. */
const HELD = 0.65

const figuresIn = ({ passage: { sentence }, span }: Quote): Figure[] =>
  (sentence.claims ?? []).flatMap(({ figures }) => figures).filter((figure) => overlaps(figure, span))

/** Whether the sentence of one has what the other says: its figures and dates, and most of its words. */
const holds = (material: Material, { passage }: Quote, said: Quote): boolean => {
  const figures = (passage.sentence.claims ?? []).flatMap((claim) => claim.figures)
  if (!areAmong(figuresIn(said), figures)) return false
  const { language } = material.sides[passage.side].readout
  if (language !== material.sides[said.passage.side].readout.language) return true
  // "Will meet in Kunming": what one alone names is not in both.
  const words = new Set(passage.words.map(({ text }) => text))
  const names = said.passage.words.filter((word) => word.pos === 'PROPN' && overlaps(word, said.span))
  if (names.some(({ text }) => !words.has(text))) return false
  const has = new Set(contentStems(passage.tokens))
  const stems = contentStems(
    said.passage.tokens.filter(({ start, end }) => start >= said.span.start && end <= said.span.end)
  )
  return stems.filter((stem) => has.has(stem)).length >= HELD * stems.length
}

/**
 * Tells what both report in the words of whoever says no more than the other does, or, where each says it in words that the
 * other has not, but with the same figures and dates, in the words of both; null where these lack their subject, or where one
 * says more.
 *
 * @param side whose words come first
 */
export const toldAlike = (material: Material, side: Side, own: Quote, other: Quote): string | null => {
  const [said, answer] = [plainly(material, own), plainly(material, other)]
  if (said === null || answer === null) return null
  const ones = [
    { side, words: said, isHeld: holds(material, other, own) },
    { side: otherSide(side), words: answer, isHeld: holds(material, own, other) }
  ]
  const [one] = ones.filter(({ isHeld }) => isHeld).sort((a, b) => countWords(a.words) - countWords(b.words))
  if (one) return tell(material, 'agreement:one', one.side, { said: one.words })
  const [mine, theirs] = [figuresIn(own), figuresIn(other)]
  const both = tell(material, 'agreement', side, { said, answer })
  return areAmong(mine, theirs) && areAmong(theirs, mine) && countWords(both) <= SOON_READ ? both : null
}
