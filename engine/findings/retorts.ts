import { otherSide, SIDES, type Side } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { countWords } from '../text/words.ts'
import { ANSWERING, claimsOf, SURE } from './claim-pairs.ts'
import { sayFor, sayWith } from './claim-rule.ts'
import { openingSide } from './counters.ts'
import { bySide, finding, type FindingDraft } from './draft.ts'
import { facing, sharedBetween, type Facing } from './facing.ts'
import { fullClause } from './full-clause.ts'
import type { Material, Passage } from './material.ts'
import type { tell } from './sentences.ts'
import { isEcho, type Stance } from './stance.ts'
import { haveWords, isDangling } from './standing.ts'
import { isAssuring, onOneTopic, saySame, stoodOf, voiceOf, type Stood } from './stood.ts'
import { tellsOfMeeting } from './unmissed.ts'
import { lengthsOf, longestThatWillDo, type TwoQuotes } from './two-quotes.ts'

/** What one text says against what the other says on the same matter, wherever it stands. */

interface Told {
  kind: FindingDraft['kind']
  rule: string
  pattern: Parameters<typeof tell>[1]
  weight: number
  /** Which side opens. */
  opening: Side
  stood: Record<Side, Stood>
}

const AGAINST = new Set<Stance>(['rejects', 'denies', 'conditions'])

/** So near the beginning of a sentence, in characters, its own side is named as whoever says it. */
const AT_BEGINNING = 30

/** Whether a sentence that was read as the other side's begins with its own side, and so is its own after all. */
const isMisattributed = ({ sentence, named, side }: Passage): boolean => {
  const { source } = sentence.attribution
  return (
    sentence.speaker === otherSide(side) &&
    named.some(
      (place) =>
        place.bearer === side &&
        place.start <= sentence.start + AT_BEGINNING &&
        (!source || overlaps(place, source))
    )
  )
}

/** A link that is hardly ever wrong: two sentences so linked need not be each other's nearest. */
const NEARLY_CERTAIN = 0.8

/** How surely two claims are on one matter, by what is rare in both and how surely their sentences are linked. */
const suretyOf = (material: Material, { link }: Facing, { us, cn }: Record<Side, Stood>): number =>
  sharedBetween(material, us.at, cn.at) + (link >= ANSWERING ? 0.6 : link >= SURE ? 0.25 : 0)

/** Whether a side tells of the other that it turned something down. */
const isOfOther = ({ at: { claim, passage } }: Stood): boolean =>
  claim.actor === otherSide(passage.side) && claim.kind === 'fact'

type Rule = (
  material: Material,
  pair: Facing,
  stood: Record<Side, Stood>,
  side: Side
) => Pick<Told, 'kind' | 'rule' | 'weight'> | null

/** What is turned down by its verb alone: "the window will not stay open" may turn down nothing that was said. */
const isPlain = ({ stance, words, at }: Stood): boolean =>
  stance === 'rejects' && words === undefined && !isEcho(at.passage)
const PLAINLY = 0.8
const COMPLAINED = 0.6

/** What one text has the other side say, of which that side's own text says the reverse. */
const reported: Rule = (material, pair, stood, side) => {
  const other = otherSide(side)
  const [said, own] = [stood[side], stood[other]]
  const surety = suretyOf(material, pair, stood)
  const { ranks, link } = pair
  const isFirst = ranks.us === 1 && ranks.cn === 1
  const isNear = (ranks[side] === 1 || ranks[other] === 1 || link >= NEARLY_CERTAIN) && pair.beside === null
  const isEchoed = isEcho(own.at.passage) && (link >= SURE || (pair.common > 0 && ranks.us + ranks.cn <= 3))
  const isTurnedDown =
    !AGAINST.has(said.stance) &&
    (own.stance === 'rejects' ||
      own.stance === 'conditions' ||
      (own.stance === 'denies' && own.at.claim.kind === 'fact'))
  const isComplained =
    said.stance === 'grants' &&
    (own.stance === 'blames' || own.stance === 'asks') &&
    said.at.claim.kind !== 'commitment' &&
    sharedBetween(material, said.at, own.at) >= 0.3
  const least = isComplained ? COMPLAINED : isPlain(own) ? PLAINLY : 0.3
  if (isNear && (isTurnedDown || isComplained) && (surety >= least || (isTurnedDown && isEchoed)))
    return { kind: 'contradicted', rule: 'retort:contradicted', weight: 0.84 }
  const isAssured =
    isAssuring(said) &&
    said.stance !== 'rejects' &&
    claimsOf(material, own.at.passage).every((at) => !saySame(said.at, at)) &&
    own.stance !== 'rejects' &&
    own.at.claim.speaker === other
  if (isNear && isAssured && onOneTopic(said.at, own.at) && link >= SURE && (surety >= 0.5 || isFirst))
    return { kind: 'reported_for_other', rule: 'retort:assured', weight: 0.74 }
  return null
}

/** What stands beside another sentence answers with it where it has no more words than this. */
const SHORT = 14

/** What one side raises, tells as agreed or blames, and how the other meets it. */
const met: Rule = (material, pair, stood, side) => {
  const other = otherSide(side)
  const [own, answer] = [stood[side], stood[other]]
  const { matter, ranks, link, beside: moved } = pair
  const isBeside = moved !== null
  const surety = suretyOf(material, pair, stood)
  const isBest = ranks[other] === 1 || link >= NEARLY_CERTAIN
  const isEchoed = isEcho(answer.at.passage) && ranks[other] === 1 && link >= SURE
  if (!isBest || AGAINST.has(own.stance) || isOfOther(answer)) return null
  if (isBeside && moved !== other) return null
  if (
    isBeside &&
    answer.at.passage.sentence.words > SHORT &&
    sharedBetween(material, own.at, answer.at) < 0.4
  )
    return null
  if (isBeside) {
    if (answer.stance === 'rejects' && isEcho(answer.at.passage) && own.stance !== 'grants')
      return { kind: 'refusal', rule: 'retort:refusal', weight: 0.76 }
    return own.stance === 'blames' && answer.stance === 'defends'
      ? { kind: 'clash', rule: 'retort:defended', weight: 0.76 }
      : null
  }
  if (own.at.claim.kind === 'talks' && own.stance !== 'blames') return null
  if (surety < 0.4 && !isEchoed) return null
  const least = link >= ANSWERING || isEcho(answer.at.passage) ? 1.2 : 1.8
  const isSure =
    own.stance === 'asserts' ? surety >= 0.9 : link >= SURE || surety >= 0.8 || isEcho(answer.at.passage)
  if (answer.stance === 'rejects' && isSure && matter >= least && voiceOf(answer.at.passage) === 'own')
    return { kind: 'refusal', rule: 'retort:refusal', weight: 0.82 }
  if (matter < 1.8) return null
  const isGiven = own.stance === 'grants' || own.stance === 'blames' || own.at.claim.kind === 'fact'
  const isJoint = voiceOf(own.at.passage) === 'joint'
  if (
    answer.stance === 'denies' &&
    answer.at.claim.kind === 'fact' &&
    isGiven &&
    (link >= ANSWERING || surety >= 1)
  )
    return { kind: 'clash', rule: DENIED, weight: 0.82 }
  if (answer.stance === 'conditions' && (own.stance === 'grants' || own.stance === 'asks' || isJoint))
    return { kind: isJoint ? 'clash' : 'request', rule: 'retort:conditioned', weight: 0.8 }
  if (own.stance === 'blames' && answer.stance === 'defends')
    return { kind: 'clash', rule: 'retort:defended', weight: 0.84 }
  return null
}

/** Two accounts that each hold something against the other, and statements that are each other's only match. */
const beside: Rule = (material, pair, { us, cn }, side) => {
  const { matter, ranks, link } = pair
  if (side !== material.firstInTie || pair.beside !== null || saySame(us.at, cn.at)) return null
  const surety = suretyOf(material, pair, { us, cn })
  const isFirst = ranks.us === 1 && ranks.cn === 1
  if (us.stance === 'blames' && cn.stance === 'blames' && matter >= 2 && surety >= 0.85 && link >= 0.6)
    return { kind: 'clash', rule: 'retort:blame', weight: 0.84 }
  const voices = [us, cn].map(({ at }) => voiceOf(at.passage))
  if (isFirst && matter >= 2.4 && surety >= 0.4 && voices.every((voice) => voice === 'own'))
    return { kind: 'contested_term', rule: 'retort:contrast', weight: 0.5 }
  return null
}

/** Two sentences that nobody doubts are on one matter. */
const FACED = 0.85

/** Two statements on one matter, as likely as not each other's counterpart: whether it is worth telling, the ranking says. */
const facedOnly: Rule = (material, pair, { us, cn }, side) => {
  const { ranks, link } = pair
  if (side !== material.firstInTie || pair.beside !== null || saySame(us.at, cn.at)) return null
  const isFirst = ranks.us === 1 && ranks.cn === 1
  const surety = suretyOf(material, pair, { us, cn })
  const voices = [us, cn].map(({ at }) => voiceOf(at.passage))
  if (voices.every((voice) => voice === 'joint')) return null
  return link >= FACED && isFirst && surety >= 0.4
    ? { kind: 'contested_term', rule: 'retort:facing', weight: 0.4 }
    : null
}

const toldOf = (material: Material, pair: Facing): Told | null => {
  const { us, cn } = pair
  if (tellsOfMeeting(us) || tellsOfMeeting(cn) || isMisattributed(us) || isMisattributed(cn)) return null
  const voices = { us: voiceOf(us), cn: voiceOf(cn) }
  const stood = stoodOf(material, us, cn)
  if (!stood) return null
  for (const side of SIDES)
    if (voices[side] === 'other') {
      const told = voices[otherSide(side)] === 'other' ? null : reported(material, pair, stood, side)
      return told && { ...told, pattern: 'reported:answered', opening: side, stood }
    }
  for (const rule of [met, beside, facedOnly])
    for (const side of SIDES) {
      const told = rule(material, pair, stood, side)
      if (!told) continue
      const opening = rule === met ? side : openingSide(material, { us: stood.us.at, cn: stood.cn.at })
      return { ...told, pattern: 'contrast', opening, stood }
    }
  return null
}

/** So many words of a quotation at most, less where the sentence would grow too long. */
const LENGTHS = lengthsOf([34, 30, 26, 22, 18, 14])
const LONGEST = 45
/** Fewer words than this tell nothing. */
const LEAST_TELLING = 5
/** What it adds that the two are on one matter, up to so surely. */
const PER_MATTER = 0.012
const MOST_MATTERS = 8

/** The sentence with the longest quotations that is not too long. */
const shownOf = (material: Material, { stood, opening, pattern }: Told): TwoQuotes | null => {
  const say =
    pattern === 'contrast'
      ? sayWith(material, pattern, opening)
      : sayFor(material, pattern, opening, stood[opening].at.passage)
  return longestThatWillDo(
    material,
    LENGTHS,
    (side, most) => fullClause(material, stood[side].at, stood[side].words, most),
    (quotes) => say({ own: quotes[opening], other: quotes[otherSide(opening)] }),
    (words) => countWords(words) <= LONGEST && !isDangling(words)
  )
}

const DENIED = 'retort:denied'
/** A denial that is not quoted, in what is set into the clause, denies nothing of what is. */
const DENIES = /\b(?:not|no|never|none|nor|neither|nothing|without|cannot|n’t)\b|\p{Script=Han}/iu

/** What stands against what, strongest first; each pair of sentences once. */
export const retorts = (material: Material): FindingDraft[] =>
  facing(material).flatMap((pair) => {
    const told = toldOf(material, pair)
    const shown = told && shownOf(material, told)
    if (!shown || !haveWords(shown.say, LEAST_TELLING)) return []
    const { kind, rule, weight, opening } = told
    if (rule === DENIED && !DENIES.test(shown.say)) return []
    const { quotes, say } = shown
    return [
      finding(material, {
        kind,
        rule,
        quotes: bySide(opening, [quotes[opening]], [quotes[otherSide(opening)]]),
        say,
        weight: weight + PER_MATTER * Math.min(MOST_MATTERS, pair.matter)
      })
    ]
  })
