import { sigmoid } from '../align/score.ts'
import data from '../lexicon/data/finding-usefulness.json' with { type: 'json' }
import { hedges } from '../lexicon/claim-cues.ts'
import { SIDES, type Claim, type Group, type Side } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { claimPairs, type ClaimPair } from './claim-pairs.ts'
import type { FindingDraft } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { takenUp } from './taken-up.ts'

/**
 * How likely an analyst would report a finding: a logistic model over what it rests on, fitted by
 * `test/bench/fit-findings.ts` to the differences that authors of pairs expect and to readers' marks.
 */

/** Rules by what they tell; those of one family are counted together. */
export const FAMILIES = [
  'contradicted',
  'refusal',
  'clash',
  'figure',
  'hedged',
  'request',
  'contrast',
  'said',
  'assurance',
  'statement',
  'each',
  'one',
  'demand',
  'warning',
  'strength',
  'omission',
  'term',
  'label',
  'tone',
  'protocol',
  'lead',
  'agreement'
] as const
type Family = (typeof FAMILIES)[number]

const SIGNS = [
  'judged',
  'judgedOmission',
  'judgedTerm',
  'judgedSaid',
  'shared',
  'link',
  'unlinked',
  'likeness',
  'common',
  'rivals',
  'reversed',
  'figures',
  'asked',
  'pledged',
  'hedge',
  'warned',
  'joint',
  'oneSided',
  'takenUp',
  'perhaps',
  'disputed',
  'generic',
  'courteous',
  'talks',
  'early',
  'length'
] as const

export const SIGN_NAMES: readonly string[] = [...FAMILIES.map((family) => `is ${family}`), ...SIGNS]
type Signs = Record<(typeof SIGNS)[number], number>

const FAMILY_OF: readonly (readonly [RegExp, Family])[] = [
  [/^reported-for-other:beside/u, 'said'],
  [/^reported-for-other:assurance/u, 'assurance'],
  [/^reported-for-other/u, 'statement'],
  [/^duty-reversed:(?:each|claims)/u, 'each'],
  [/^duty-reversed/u, 'one'],
  [/^strength:hedged/u, 'hedged'],
  [/^strength:warning/u, 'warning'],
  [/^strength/u, 'strength'],
  [/^order-weight/u, 'lead']
]

export const familyOf = ({ rule }: FindingDraft): Family =>
  FAMILY_OF.find(([form]) => form.test(rule))?.[1] ??
  FAMILIES.find((family) => rule === family || rule.startsWith(`${family}:`)) ??
  'contrast'

const COURTEOUS = new Set(['praise', 'thank', 'congratulate', 'greet'])
/** What is more alike than this is no more surely on one matter. */
const MOST_LIKENESS = 4
const MOST_COMMON = 4
const READ = 35
const PER_WORD = 0.1

const quotedClaims = (material: Material, draft: FindingDraft, side: Side): Claim[] =>
  draft[side].flatMap((id) =>
    (material.passage(id)?.sentence.claims ?? []).filter(({ span }) =>
      draft.spans[side].some((quoted) => overlaps(quoted, span))
    )
  )

const passagesOf = (material: Material, draft: FindingDraft, side: Side): Passage[] =>
  draft[side].flatMap((id) => material.passage(id) ?? [])

/** The pair of claims that a finding of both texts sets side by side. */
const pairOf = (material: Material, draft: FindingDraft): ClaimPair | undefined =>
  claimPairs(material).find((pair) =>
    SIDES.every(
      (side) =>
        draft[side].includes(pair[side].passage.sentence.id) &&
        draft.spans[side].some((span) => overlaps(span, pair[side].claim.span))
    )
  )

const linkOf = (material: Material, draft: FindingDraft): number =>
  Math.max(
    0,
    ...draft.us
      .flatMap((id) => material.groupsOf(id))
      .filter(({ cn }) => draft.cn.some((id) => cn.includes(id)))
      .map(({ score }) => score)
  )

const signsOf = (material: Material, draft: FindingDraft, groups: readonly Group[]): Signs => {
  const claims = { us: quotedClaims(material, draft, 'us'), cn: quotedClaims(material, draft, 'cn') }
  const all = [...claims.us, ...claims.cn]
  const passages = SIDES.flatMap((side) => passagesOf(material, draft, side))
  const isOneSided = draft.us.length === 0 || draft.cn.length === 0
  const link = isOneSided ? 0 : linkOf(material, draft)
  const pair = isOneSided ? undefined : pairOf(material, draft)
  const has = (kind: Claim['kind']): number => Number(all.some((claim) => claim.kind === kind))
  const isReverse = (side: Side): boolean => claims[side].some(({ polarity }) => polarity !== 'asserted')
  const own = draft.only ?? (draft.us.length > 0 ? 'us' : 'cn')
  const quotes = passagesOf(material, draft, own).flatMap((passage) =>
    draft.spans[own].filter((span) => overlaps(span, passage.sentence)).map((span) => ({ passage, span }))
  )
  const taken = takenUp(material, quotes)
  const rivals = passages.map(({ sentence }) => material.groupsOf(sentence.id).length)
  const places = passages.map(({ side, sentence }) => {
    const { sentences } = material.sides[side].readout
    return sentences.indexOf(sentence) / Math.max(1, sentences.length - 1)
  })
  const family = familyOf(draft)
  const joining = groups.filter(
    ({ us, cn }) => us.some((id) => draft.us.includes(id)) && cn.some((id) => draft.cn.includes(id))
  )
  return {
    judged: draft.weight,
    judgedOmission: family === 'omission' ? draft.weight : 0,
    judgedTerm: family === 'term' ? draft.weight : 0,
    judgedSaid: family === 'assurance' || family === 'statement' ? draft.weight : 0,
    shared: Number(joining.length > 0 && joining.every(({ relation }) => relation === 'shared')),
    link,
    unlinked: Number(!isOneSided && link === 0),
    likeness: Math.min(MOST_LIKENESS, pair?.likeness ?? 0) / MOST_LIKENESS,
    common: Math.min(MOST_COMMON, pair?.common ?? 0) / MOST_COMMON,
    rivals: isOneSided ? 0 : Math.max(0, ...rivals) - 1,
    reversed: Number(!isOneSided && isReverse('us') !== isReverse('cn')),
    figures:
      Number(SIDES.every((side) => claims[side].some(({ figures }) => figures.length > 0))) +
      0.5 * Number(all.some(({ figures }) => figures.length > 0)),
    asked: has('demand'),
    pledged: has('commitment'),
    hedge: Number(passages.some(({ tokens }) => hedges.findLongest(tokens).length > 0)),
    warned: Math.max(has('warning'), has('condition')),
    joint: Number(!isOneSided && passages.every(({ sentence }) => sentence.speaker === 'both')),
    oneSided: Number(isOneSided),
    takenUp: isOneSided ? { no: 0, perhaps: 0.5, surely: 1 }[taken] : 0,
    perhaps: isOneSided ? Math.max(0, ...passages.map(({ sentence }) => material.perhapsOf(sentence.id))) : 0,
    disputed: material.lexicon.isDisputed(draft.topic),
    generic: Number(material.lexicon.isGeneric(draft.topic)),
    courteous: Number(passages.some(({ sentence }) => COURTEOUS.has(sentence.attribution.verb?.act ?? ''))),
    talks: has('talks'),
    early: 1 - places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length),
    length: PER_WORD * Math.max(0, draft.say.split(' ').length - READ)
  }
}

/** The signs of a finding, in the order of `SIGN_NAMES`. */
export const findingSigns = (material: Material, draft: FindingDraft, groups: readonly Group[]): number[] => {
  const family = familyOf(draft)
  const signs = signsOf(material, draft, groups)
  return [...FAMILIES.map((one) => Number(one === family)), ...SIGNS.map((name) => signs[name])]
}

const WEIGHTS: Readonly<Record<string, number>> = data.model.weights

/** 0 to 1. */
export const usefulness = (material: Material, draft: FindingDraft, groups: readonly Group[]): number =>
  sigmoid(
    findingSigns(material, draft, groups).reduce(
      (sum, value, at) => sum + value * (WEIGHTS[SIGN_NAMES[at] ?? ''] ?? 0),
      data.model.bias
    )
  )
