import data from '../lexicon/data/claim-answers.json' with { type: 'json' }
import { haveFigureInCommon } from '../claims/figures.ts'
import { logOdds, type LogisticModel } from '../logistic.ts'
import { alikeInBearing, bearingOf, type Bearing } from '../meaning/bearing.ts'
import { otherSide } from '../model.ts'
import { onceFor } from '../once-for.ts'
import { overlaps } from '../text/spans.ts'
import {
  ANSWERING,
  BEYOND_DOUBT,
  claimsOf,
  companyOf,
  countsOf,
  linkBetween,
  opposedWords,
  stemsInCommon,
  type ClaimAt
} from './claim-pairs.ts'
import { sharedBetween } from './facing.ts'
import type { Material } from './material.ts'
import { soundOf } from './relation-words.ts'
import { standOf } from './stance.ts'
import { isBlame, isCourteous, isMereExchange, isSlogan, tellsOfMeeting } from './unmissed.ts'

/**
 * Which claims of two linked sentences an analyst would set against each other. A logistic model of what each claim is and
 * of what the two have in common, fitted by test/bench/fit-answers.ts to the words that authors of pairs expect to be quoted.
 */

const model: LogisticModel = data.model

/** More of a thing than this tells nothing more. */
const MOST_SHARED = 2
const MOST_COMMON = 4
const MOST_FIGURES = 2
const MOST_STEMS = 20
/** So few content words are a gesture. */
const FEW = 4

type Voice = 'own' | 'other' | 'joint' | 'narrated'
const voiceOf = ({ claim: { speaker }, passage: { side } }: ClaimAt): Voice => {
  if (speaker === 'both') return 'joint'
  if (speaker === 'narrator') return 'narrated'
  return speaker === otherSide(side) ? 'other' : 'own'
}

/** What one claim is, by names that the other's are set beside. */
interface Traits {
  named: Record<'stance' | 'kind' | 'voice' | 'polarity', string>
  counted: Record<string, number>
  bearing: Bearing | undefined
}

const traitsOf = (material: Material, at: ClaimAt): Traits => {
  const { claim, passage, stems } = at
  const { lexicon } = material
  const own = claimsOf(material, passage)
  const { text, passages } = material.sides[passage.side]
  const uses = passage.uses.filter(({ spans }) => spans.some((place) => overlaps(place, claim.span)))
  const heaviest = (of: typeof uses): number => Math.max(0, ...of.map(({ concept }) => concept.weight))
  const counts = countsOf(at).length
  return {
    named: {
      stance: standOf(text, at).stance,
      kind: claim.kind,
      voice: voiceOf(at),
      polarity: claim.polarity
    },
    counted: {
      figures: Math.min(MOST_FIGURES, counts),
      dates: Math.min(MOST_FIGURES, claim.figures.length - counts),
      stems: Math.min(MOST_STEMS, stems.size) / MOST_STEMS,
      short: Number(stems.size < FEW),
      first: Number(own[0] === at),
      last: Number(own.at(-1) === at),
      share: 1 / own.length,
      slogan: Number(isSlogan(passage)),
      courteous: Number(isCourteous(passage)),
      exchange: Number(isMereExchange(passage)),
      meeting: Number(tellsOfMeeting(passage)),
      blame: Number(isBlame(passage)),
      heaviest: heaviest(uses),
      specific: heaviest(uses.filter(({ concept }) => !lexicon.isGeneric(concept.topic))),
      disputed: Math.max(0, ...uses.map(({ concept }) => lexicon.isDisputed(concept.topic))),
      generic: Number(lexicon.isGeneric(passage.sentence.topics[0]?.id ?? '')),
      act: Number(claim.act !== null),
      lead: Number(claim.lead !== undefined),
      governed: Number(claim.governor !== undefined),
      conditional: Number(claim.condition !== null),
      place: passages.indexOf(passage) / passages.length
    },
    bearing: bearingOf(at.tokens, lexicon)
  }
}

const traits = onceFor((material: Material) => onceFor((at: ClaimAt) => traitsOf(material, at)))

/** What two claims, one of each text, show of being set against each other, by name; the same whichever is whose. */
export const answerSigns = (material: Material, us: ClaimAt, cn: ClaimAt): Record<string, number> => {
  const of = traits(material)
  const [one, other] = [of(us), of(cn)]
  const link = linkBetween(material, us.passage, cn.passage)
  const [mine, theirs] = [us.claim.figures, cn.claim.figures]
  const isOneFigure = haveFigureInCommon(mine, theirs)
  const areOfKind = mine.some(({ kind }) => theirs.some((figure) => figure.kind === kind))
  const common = stemsInCommon(us, cn)
  const signs: Record<string, number> = {
    link,
    sure: Number(link >= ANSWERING),
    certain: Number(link >= BEYOND_DOUBT),
    partners: companyOf(material, us.passage, cn.passage),
    shared: Math.min(MOST_SHARED, sharedBetween(material, us, cn)),
    opposed: opposedWords(material, us, cn),
    common: Math.min(MOST_COMMON, common) / MOST_COMMON,
    part: common / Math.max(1, Math.min(us.stems.size, cn.stems.size)),
    bearing: alikeInBearing(one.bearing, other.bearing),
    sound: soundOf([us.passage.tokens], [cn.passage.tokens]),
    topic: Number(us.claim.topics.some((topic) => cn.claim.topics.includes(topic))),
    parts: Number([...us.parts].some((part) => cn.parts.has(part))),
    oneFigure: Number(isOneFigure),
    otherFigure: Number(areOfKind && !isOneFigure),
    oneActor: Number(us.claim.actor === cn.claim.actor)
  }
  const add = (sign: string, value: number): void => {
    if (value !== 0) signs[sign] = (signs[sign] ?? 0) + value
  }
  for (const { counted } of [one, other])
    for (const [name, value] of Object.entries(counted)) add(`each ${name}`, value)
  for (const name of ['stance', 'kind', 'voice', 'polarity'] as const) {
    const [mine, theirs] = [one.named[name], other.named[name]]
    add(`${name} ${mine}`, 1)
    add(`${name} ${theirs}`, 1)
    add(`${name} ${[mine, theirs].sort().join(' and ')}`, 1)
  }
  return signs
}

const logits = onceFor((_material: Material) => onceFor((_us: ClaimAt) => new Map<ClaimAt, number>()))

/** Log odds that an analyst would set two claims, one of each text, against each other. */
export const setAgainst = (material: Material, one: ClaimAt, other: ClaimAt): number => {
  const [us, cn] = one.passage.side === 'us' ? [one, other] : [other, one]
  const known = logits(material)(us)
  const logit = known.get(cn) ?? logOdds(model, answerSigns(material, us, cn))
  known.set(cn, logit)
  return logit
}
