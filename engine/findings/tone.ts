import { elsewhere, talks, tones as adjectives, type Tone } from '../lexicon/framing.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { otherSide, SIDES, type Claim, type Side, type Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { finding, listed, quoted, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import { isOwnVoice } from './counterparts.ts'
import type { Material, Passage } from './material.ts'
import { tell } from './sentences.ts'

/** An adjective this many tokens from a word for the talks is theirs. */
const REACH = 8
/** A word for the talks so near the beginning, in characters, opens its sentence. */
const AT_ONCE = 25
/** "A positive signal", "the importance of substantive conversations": so near, the talks held are not meant. */
const TAKEN_WITHIN = 1
const TO_COME = new Set<Claim['kind']>(['commitment', 'hope', 'demand'])
/** What it weighs that both have words in common, or that each uses some of those that readouts use of any talks. */
const ALIKE = 0.25
const CUSTOMARY = 0.27
/** Adjectives weaker than this are dressing. */
const LEAST = 0.3

interface Adjective {
  tone: Tone
  quote: Quote
}

/** "In-depth *policy* discussions": so many nouns may stand before a word for the talks. */
const OF_NOUN = 2

/** "Spoke candidly and at length": so near a word for the talks, an adverb is theirs whoever speaks. */
const SPOKEN_WITHIN = 3

/** Whether a sentence describes the talks held; speeches ask for "candid dialogue" too. */
const isOnTalks = ({ sentence, uses }: Passage): boolean => {
  const { speaker, start, topics } = sentence
  const isJoint = speaker === 'narrator' || speaker === 'both'
  // "In a candid exchange, they discussed …" is about the talks too; "… a candid dialogue on …" is about its matter.
  const opens = uses.some(
    ({ concept, spans }) => concept.topic === NARRATION_TOPIC && (spans[0]?.start ?? start) - start <= AT_ONCE
  )
  return isJoint && (opens || topics.some(({ id }) => id === NARRATION_TOPIC))
}

/** "Agreed to make good preparations for the meeting": what is to come describes no talks held. */
const isWishedFor = ({ sentence }: Passage, place: Span): boolean =>
  (sentence.claims ?? []).some(({ span, kind }) => overlaps(span, place) && TO_COME.has(kind))

const adjectivesOf = (material: Material, side: Side): Adjective[] =>
  material.sides[side].passages.filter(isOwnVoice).flatMap((passage) => {
    const near = talks.findAll(passage.tokens)
    const taken = elsewhere.findAll(passage.tokens)
    const isTaken = (from: number, to: number): boolean =>
      taken.some((word) => Math.max(word.from - to, from - word.to) < TAKEN_WITHIN)
    const isTheirs = (from: number, to: number, reach: number): boolean =>
      near.some((word) => Math.max(word.from - to, from - word.to) <= reach)
    const onTalks = isOnTalks(passage)
    // "*Deep* space exploration": of another noun than one for the talks.
    const isOfOther = (to: number, end: number): boolean => {
      const next = passage.words.find(({ start }) => start >= end)
      return next?.pos === 'NOUN' && !near.some((word) => word.from >= to && word.from <= to + OF_NOUN)
    }
    return adjectives
      .findLongest(passage.tokens)
      .filter(
        ({ from, to, end }) =>
          !isTaken(from, to) &&
          !isOfOther(to, end) &&
          (onTalks
            ? isTheirs(from, to, REACH)
            : (passage.tokens[from]?.text.endsWith('ly') ?? false) && isTheirs(from, to, SPOKEN_WITHIN))
      )
      .filter((place) => !isWishedFor(passage, place))
      .map(({ value, start, end }) => ({ tone: value, quote: { passage, span: { start, end } } }))
  })

/** Whether a text may describe the talks: it has such an adjective near a word for them, or where it tells of the meeting. */
const hasTone = (material: Material, side: Side): boolean =>
  material.sides[side].passages.some(({ tokens, sentence: { speaker } }) => {
    const near = talks.findAll(tokens)
    const tells = speaker === 'narrator' || speaker === 'both'
    return adjectives
      .findLongest(tokens)
      .some(
        ({ from, to, value }) =>
          value.weight >= LEAST &&
          (tells || near.some((word) => Math.max(word.from - to, from - word.to) <= REACH))
      )
  })

/** What describes the talks; words that are mere dressing only where there is nothing else. */
const telling = (adjectives: readonly Adjective[]): readonly Adjective[] => {
  const strong = adjectives.filter(({ tone }) => tone.weight >= LEAST)
  return strong.length > 0 ? strong : adjectives
}

/** "Spoke *candidly*": how they spoke, of talks that were candid; no word for talks in a sentence that calls them something. */
const ADVERB = /(?<!friend|time|cost)ly$/u

const distinct = (adjectives: readonly Adjective[]): Adjective[] => {
  const seen = new Set<string>()
  return adjectives.filter(({ tone }) => !seen.has(tone.name) && seen.add(tone.name))
}

/** Tone of the talks: the adjectives that each side gives them, with their conventional reading. */
export const tones = (material: Material): FindingDraft[] => {
  const found = {
    us: distinct(telling(adjectivesOf(material, 'us'))),
    cn: distinct(telling(adjectivesOf(material, 'cn')))
  }
  const all = [...found.us, ...found.cn]
  if (!all.some(({ tone }) => tone.weight >= LEAST)) return []
  const names = (adjectives: readonly Adjective[]): Set<string> =>
    new Set(adjectives.map(({ tone }) => tone.name))
  const given = { us: names(found.us), cn: names(found.cn) }
  const shared = [...given.us].filter((name) => given.cn.has(name)).length
  const wordsFor = (side: Side): string[] => found[side].map(({ quote }) => wordsOf(material, quote))
  // Adverbs alone are quoted as they stand: "says that they spoke “candidly”".
  const areSpoken = (side: Side): boolean =>
    found[side].length > 0 && wordsFor(side).every((word) => ADVERB.test(word))
  const said = (side: Side): string =>
    listed(
      wordsFor(side)
        .filter((word) => areSpoken(side) || !ADVERB.test(word))
        .map(quoted)
    )
  const describing = (side: Side, pattern: 'tone:calls' | 'tone:calls:too'): string =>
    tell(material, areSpoken(side) ? 'tone:spoke' : pattern, side, { said: said(side) })
  // That a text has no word for the talks is said only where none of its sentences has one, whoever speaks.
  const silent = SIDES.find((side) => found[side].length === 0)
  if (silent && hasTone(material, silent)) return []
  const first = silent === undefined ? 'us' : otherSide(silent)
  const readings = [...new Map(distinct(all).map(({ tone }) => [tone.name, tone])).values()]
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name, reads }) => `${name}: ${reads}`)
  const different = given.us.size + given.cn.size - 2 * shared
  if (different === 0) return []
  // "Candid, in-depth and constructive" is said of any talks.
  const isTelling = SIDES.some((side) =>
    found[side].some(({ tone }) => tone.telling && !given[otherSide(side)].has(tone.name))
  )
  return [
    finding(material, {
      kind: 'tone',
      rule: 'tone',
      topic: NARRATION_TOPIC,
      quotes: { us: found.us.map(({ quote }) => quote), cn: found.cn.map(({ quote }) => quote) },
      say: tell(material, silent ? 'tone:one' : 'tone:both', first, {
        said: describing(first, 'tone:calls'),
        answer: silent ? '' : describing(otherSide(first), areSpoken(first) ? 'tone:calls' : 'tone:calls:too')
      }),
      note: readings.join('; '),
      weight:
        shared > 0 && !isTelling ? ALIKE : isTelling ? Math.min(0.6, 0.45 + 0.05 * different) : CUSTOMARY
    })
  ]
}
