import { thirds } from '../lexicon/framing.ts'
import { otherSide, SIDES, type Side } from '../model.ts'
import { answersTo, besides, byMatter } from './counterparts.ts'
import { bySide, finding, type FindingDraft, type Quote } from './draft.ts'
import { type Material, type Passage } from './material.ts'
import { tell } from './sentences.ts'
import { patternOf, takenUp } from './taken-up.ts'
import { voiced } from './voiced.ts'

/** From this strength on a wish is a demand. */
const LEAST_STRENGTH = 3
/** "firmly opposes", but not "points out". */
const OPPOSED = 4
const MOST_QUOTES = 3
const MOST_ANSWERS = 2
/** So many quotations stand in the sentence. */
const MOST_SAID = 1
/** A demand is told less surely where the other text may answer it in words that are not found. */
const UNANSWERED = 0.15

interface Demand {
  passage: Passage
  strength: number
  quotes: Quote[]
}

const demandOf = (material: Material, passage: Passage): Demand[] => {
  const { speaker } = passage.sentence
  const other = otherSide(passage.side)
  if (speaker !== passage.side) return []
  const duties = passage.duties
    .filter(({ how, bearer, strength }) => how === 'demand' && bearer === other && strength >= LEAST_STRENGTH)
    .map(({ words, strength }) => ({ words, strength }))
  // To oppose a thing is to ask that it stop.
  const { verb } = passage.sentence.attribution
  const isOfThird = (after: number): boolean =>
    thirds.findLongest(passage.tokens).some(({ start }) => start >= after)
  if (verb?.act === 'criticise' && verb.strength >= OPPOSED && !isOfThird(verb.end))
    duties.push({ words: verb, strength: verb.strength })
  if (duties.length === 0) return []
  const quotes = duties.map(({ words }) => ({ passage, span: material.excerpt(passage, words) }))
  return [{ passage, strength: Math.max(...duties.map(({ strength }) => strength)), quotes }]
}

const findingOf = (material: Material, side: Side, cluster: readonly Demand[]): FindingDraft => {
  const quotes = cluster.flatMap((demand) => demand.quotes).slice(0, MOST_QUOTES)
  const strength = Math.max(...cluster.map((demand) => demand.strength))
  const passages = cluster.map(({ passage }) => passage)
  const isTheirs = ({ sentence }: Passage): boolean => sentence.speaker !== side
  const opposite = [
    ...new Set(passages.flatMap((passage) => material.partnersOf(passage.sentence.id)).filter(isTheirs))
  ]
  const answers = answersTo(material, quotes, opposite).slice(0, MOST_ANSWERS)
  const topic = cluster[0]?.passage.sentence.topics[0]?.id
  const isTakenUp = takenUp(material, quotes)
  return finding(material, {
    kind: 'demand',
    rule: 'demand',
    topic,
    quotes: bySide(
      side,
      quotes,
      answers.length > 0 ? answers : besides(material, quotes, opposite).slice(0, MOST_ANSWERS)
    ),
    say: tell(material, patternOf(material, 'demand', quotes, answers, isTakenUp), side, {
      said: voiced(material, quotes, MOST_SAID),
      answer: voiced(material, answers)
    }),
    weight:
      0.4 +
      0.06 * strength +
      0.03 * (cluster.length - 1) -
      (answers.length === 0 && isTakenUp !== 'no' ? UNANSWERED : 0),
    only: side
  })
}

/** Demands and obligations: what one side asks the other to do or stop. */
export const demands = (material: Material): FindingDraft[] => {
  const demandsOf = (side: Side): Demand[] =>
    material.sides[side].passages.flatMap((passage) => demandOf(material, passage))
  return SIDES.flatMap((side) =>
    byMatter(demandsOf(side)).map((cluster) => findingOf(material, side, cluster))
  )
}
