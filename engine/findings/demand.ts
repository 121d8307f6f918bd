import { thirds } from '../lexicon/framing.ts'
import { otherSide, SIDES, type Side } from '../model.ts'
import { answersTo, counterparts, gist } from './counterparts.ts'
import {
  bySide,
  finding,
  matterLabel,
  quotedList,
  readoutOf,
  type FindingDraft,
  type Quote
} from './draft.ts'
import { type Material, type Passage } from './material.ts'

/** From this strength on a wish is a demand. */
const LEAST_STRENGTH = 3
/** "firmly opposes", but not "points out". */
const OPPOSED = 4
const MOST_QUOTES = 3
const MOST_ANSWERS = 2

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

/** Demands in one paragraph on one topic make one finding. */
const clustered = (demands: readonly Demand[]): Demand[][] => {
  const clusters = new Map<string, Demand[]>()
  for (const demand of demands) {
    const { paragraph, topics } = demand.passage.sentence
    const key = `${paragraph} ${topics[0]?.id ?? ''}`
    clusters.set(key, [...(clusters.get(key) ?? []), demand])
  }
  return [...clusters.values()]
}

/** Specific topics of a passage. */
const specificTopics = (material: Material, { sentence }: Passage): string[] =>
  sentence.topics.map(({ id }) => id).filter((id) => !material.lexicon.isGeneric(id))

/** Passages that demand something, by their specific topics, in the order of the text. */
type Rivals = ReadonlyMap<string, readonly Passage[]>

const rivalsAmong = (material: Material, demands: readonly Demand[]): Rivals => {
  const rivals = new Map<string, Passage[]>()
  for (const { passage } of demands)
    for (const topic of specificTopics(material, passage)) {
      const list = rivals.get(topic)
      if (list) list.push(passage)
      else rivals.set(topic, [passage])
    }
  return rivals
}

/** Demands of the other side on the same specific topic: each prints its own. */
const rivalsOf = (material: Material, cluster: readonly Demand[], rivals: Rivals): Passage[] => {
  const topics = new Set(cluster.flatMap(({ passage }) => specificTopics(material, passage)))
  const found = [...topics].flatMap((topic) => (rivals.get(topic) ?? []).slice(0, MOST_ANSWERS))
  return [...new Set(found)].sort((a, b) => a.sentence.start - b.sentence.start)
}

const findingOf = (
  material: Material,
  side: Side,
  cluster: readonly Demand[],
  rivals: Rivals
): FindingDraft => {
  const other = otherSide(side)
  const quotes = cluster.flatMap((demand) => demand.quotes).slice(0, MOST_QUOTES)
  const strength = Math.max(...cluster.map((demand) => demand.strength))
  const passages = cluster.map(({ passage }) => passage)
  const isTheirs = ({ sentence }: Passage): boolean => sentence.speaker !== side
  const own = rivalsOf(material, cluster, rivals).filter(isTheirs)
  const opposite = passages.flatMap((passage) => counterparts(material, passage)).filter(isTheirs)
  const answers = [
    ...own.map((passage) => gist(material, passage, passages)),
    ...answersTo(
      material,
      quotes,
      [...new Set(opposite)].filter((passage) => !own.includes(passage))
    )
  ].slice(0, MOST_ANSWERS)
  const topic = cluster[0]?.passage.sentence.topics[0]?.id
  const answered =
    answers.length > 0
      ? `; ${readoutOf(material, other)} has ${quotedList(material, answers, 1)}`
      : opposite.length > 0
        ? ''
        : `; ${readoutOf(material, other)} has nothing on it`
  return finding(material, {
    kind: 'demand',
    rule: 'demand',
    topic,
    quotes: bySide(side, quotes, answers),
    say: `${matterLabel(material, topic ?? '')}: ${readoutOf(material, side)} asks of ${material.names[other]}: ${quotedList(material, quotes)}${answered}.`,
    weight: 0.4 + 0.06 * strength + 0.03 * (cluster.length - 1),
    only: side
  })
}

/** Demands and obligations: what one side asks the other to do or stop. */
export const demands = (material: Material): FindingDraft[] => {
  const demandsOf = (side: Side): Demand[] =>
    material.sides[side].passages.flatMap((passage) => demandOf(material, passage))
  const all = { us: demandsOf('us'), cn: demandsOf('cn') }
  return SIDES.flatMap((side) => {
    const rivals = rivalsAmong(material, all[otherSide(side)])
    return clustered(all[side]).map((cluster) => findingOf(material, side, cluster, rivals))
  })
}
