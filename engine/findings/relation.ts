import data from '../lexicon/data/relation.json' with { type: 'json' }
import { sum, type LogisticModel } from '../logistic.ts'
import type { Claim, ClaimKind, Group, Speaker } from '../model.ts'
import type { FindingDraft } from './draft.ts'
import { soundOf, type RelationWords } from './relation-words.ts'
import type { AlignedGroup, Material, Passage } from './material.ts'

/** Signs that two passages differ, or report the same. All are symmetric in the two sides. */
export const RELATION_FEATURES = [
  'joint',
  'onlyJoint',
  'narrated',
  'overlap',
  'pressing',
  'contestedTerm',
  'strength',
  'courteous',
  'disputed',
  'someJoint',
  'someNarrated',
  'sound',
  'refused',
  'tone',
  'ofOne',
  'eachOwn',
  'limitedOnce',
  'askedOnce',
  'datedOnce',
  'datesDiffer',
  'datesAlike'
] as const
export type RelationFeatures = Record<(typeof RELATION_FEATURES)[number], number>

const relationModel: LogisticModel = data.model

/** Whether a finding is about the two passages of a group. */
const isAbout = (draft: FindingDraft, group: AlignedGroup): boolean =>
  draft.us.some((id) => group.us.includes(id)) && draft.cn.some((id) => group.cn.includes(id))

/** Thanks, welcome and congratulations go with common ground. */
const COURTEOUS = new Set(['praise'])
const LEAST_WEIGHT = 0.4

const CONTRARY = new Set<FindingDraft['kind']>(['refusal', 'clash', 'contradicted'])
const ASKED = new Set<ClaimKind>(['demand', 'hope'])

const claimsOf = (side: readonly Passage[]): Claim[] => side.flatMap(({ sentence }) => sentence.claims ?? [])

/** Whether something is denied, turned down or made to depend on something. */
const isLimited = (claims: readonly Claim[]): boolean =>
  claims.some(
    ({ polarity, kind, condition }) => polarity !== 'asserted' || kind === 'condition' || condition !== null
  )

const datesIn = (claims: readonly Claim[]): Set<string> =>
  new Set(
    claims.flatMap(({ figures }) => figures.filter(({ kind }) => kind === 'date').map(({ value }) => value))
  )

/** What the claims of two passages show: what only one of them denies, limits, asks for or dates. */
const claimFeatures = (
  us: readonly Claim[],
  cn: readonly Claim[]
): Pick<RelationFeatures, 'limitedOnce' | 'askedOnce' | 'datedOnce' | 'datesDiffer' | 'datesAlike'> => {
  const asks = (claims: readonly Claim[]): boolean => claims.some(({ kind }) => ASKED.has(kind))
  const [ours, theirs] = [datesIn(us), datesIn(cn)]
  const haveCommon = [...ours].some((date) => theirs.has(date))
  const areBothDated = ours.size > 0 && theirs.size > 0
  return {
    limitedOnce: Number(isLimited(us) !== isLimited(cn)),
    askedOnce: Number(asks(us) !== asks(cn)),
    datedOnce: Number(ours.size > 0 !== theirs.size > 0),
    datesDiffer: Number(areBothDated && !haveCommon),
    datesAlike: Number(haveCommon)
  }
}

/** Share of the concepts of two passages that both name. */
const overlapOf = (us: readonly Passage[], cn: readonly Passage[]): number => {
  const named = (side: readonly Passage[]): Set<string> =>
    new Set(
      side.flatMap(({ uses }) =>
        uses.filter(({ concept }) => concept.weight >= LEAST_WEIGHT).map(({ concept }) => concept.id)
      )
    )
  const [one, other] = [named(us), named(cn)]
  const common = [...one].filter((id) => other.has(id)).length
  return common / Math.max(1, new Set([...one, ...other]).size)
}

/** What tells whether the passages of a group report substantially the same. */
export const relationFeatures = (
  group: AlignedGroup,
  drafts: readonly FindingDraft[],
  material: Material,
  words?: RelationWords
): RelationFeatures => {
  const passages = (ids: readonly string[]): Passage[] => ids.flatMap((id) => material.passage(id) ?? [])
  const [us, cn] = [passages(group.us), passages(group.cn)]
  const speaks = (side: readonly Passage[], speaker: Speaker): boolean =>
    side.some(({ sentence }) => sentence.speaker === speaker)
  const about = drafts.filter((draft) => isAbout(draft, group))
  const allSpeak = (some: readonly Passage[], speaker: Speaker): boolean =>
    some.every(({ sentence }) => sentence.speaker === speaker)
  const all = [...us, ...cn]
  const has = (kind: FindingDraft['kind']): number => Number(about.some((draft) => draft.kind === kind))
  // What is told of the meeting itself is not disputed, whatever it was about.
  const isOwnMatter = !allSpeak(all, 'narrator')
  return {
    joint: Number(speaks(us, 'both') && speaks(cn, 'both')),
    onlyJoint: Number(allSpeak(all, 'both')),
    overlap: overlapOf(us, cn),
    pressing: Number(
      [...us, ...cn].some(({ duties, sentence }) =>
        duties.some(({ how, bearer }) => how !== 'pledge' && bearer !== sentence.speaker && bearer !== 'both')
      )
    ),
    narrated: Number(speaks(us, 'narrator') && speaks(cn, 'narrator')),
    contestedTerm: has('contested_term'),
    strength: has('strength'),
    courteous: Number(
      [us, cn].some((side) =>
        side.some(({ sentence }) => COURTEOUS.has(sentence.attribution.verb?.act ?? ''))
      )
    ),
    someJoint: Number(speaks(us, 'both') || speaks(cn, 'both')),
    someNarrated: Number(speaks(us, 'narrator') || speaks(cn, 'narrator')),
    sound: soundOf(
      us.map(({ tokens }) => tokens),
      cn.map(({ tokens }) => tokens),
      words
    ),
    refused: Number(about.some(({ kind }) => CONTRARY.has(kind))),
    tone: has('tone'),
    ofOne: Number(allSpeak(all, 'us') || allSpeak(all, 'cn')),
    eachOwn: Number(allSpeak(us, 'us') && allSpeak(cn, 'cn')),
    ...claimFeatures(claimsOf(us), claimsOf(cn)),
    disputed: isOwnMatter ? material.lexicon.isDisputed(group.topic) : 0
  }
}

/**
 * Whether the two passages of a group report substantially the same, or put it differently: weighed from who speaks,
 * what the findings say of them, and how disputed their matter is. The weights are fitted by test/bench/fit.ts.
 */
export const relationOf = (
  group: AlignedGroup,
  drafts: readonly FindingDraft[],
  material: Material
): Group['relation'] => {
  const features = relationFeatures(group, drafts, material)
  const logit = sum(relationModel, RELATION_FEATURES, features)
  return Math.round(logit * 1e6) > 0 ? 'differ' : 'shared'
}
