import data from '../lexicon/data/relation.json' with { type: 'json' }
import type { Group, Speaker } from '../model.ts'
import type { FindingDraft } from './draft.ts'
import type { AlignedGroup, Material, Passage } from './material.ts'

/** Signs that two passages differ, or report the same. All are symmetric in the two sides. */
export const RELATION_FEATURES = [
  'opposed',
  'joint',
  'narrated',
  'dutyReversed',
  'contestedTerm',
  'strength',
  'demand',
  'critical',
  'agreeing',
  'disputed',
  'extent'
] as const
export type RelationFeatures = Record<(typeof RELATION_FEATURES)[number], number>

export interface RelationModel {
  bias: number
  weights: Record<string, number>
}
export const relationModel: RelationModel = data.model

const CRITICAL = new Set(['demand', 'criticise', 'warn'])
const AGREEING = new Set(['agree', 'praise'])

/** Whether a finding is about the two passages of a group. */
const isAbout = (draft: FindingDraft, group: AlignedGroup): boolean =>
  draft.us.some((id) => group.us.includes(id)) && draft.cn.some((id) => group.cn.includes(id))

/** What tells whether the passages of a group report substantially the same. */
export const relationFeatures = (
  group: AlignedGroup,
  drafts: readonly FindingDraft[],
  material: Material
): RelationFeatures => {
  const passages = (ids: readonly string[]): Passage[] => ids.flatMap((id) => material.passage(id) ?? [])
  const [us, cn] = [passages(group.us), passages(group.cn)]
  const speaks = (side: readonly Passage[], speaker: Speaker): boolean =>
    side.some(({ sentence }) => sentence.speaker === speaker)
  const acts = [...us, ...cn].map(({ sentence }) => sentence.attribution.verb?.act ?? '')
  const about = drafts.filter((draft) => isAbout(draft, group))
  const has = (kind: FindingDraft['kind']): number => Number(about.some((draft) => draft.kind === kind))
  const words = (side: readonly Passage[]): number =>
    side.reduce((sum, { sentence }) => sum + sentence.words, 1)
  return {
    opposed: Number(speaks(us, 'us') && speaks(cn, 'cn')),
    joint: Number(speaks(us, 'both') && speaks(cn, 'both')),
    narrated: Number(speaks(us, 'narrator') && speaks(cn, 'narrator')),
    dutyReversed: has('duty_reversed'),
    contestedTerm: has('contested_term'),
    strength: has('strength'),
    demand: has('demand'),
    critical: Number(acts.some((act) => CRITICAL.has(act))),
    agreeing: Number(acts.some((act) => AGREEING.has(act))),
    disputed: material.lexicon.isDisputed(group.topic),
    extent: Math.abs(Math.log(words(us) / words(cn)))
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
  const logit = RELATION_FEATURES.reduce(
    (sum, name) => sum + (relationModel.weights[name] ?? 0) * features[name],
    relationModel.bias
  )
  return Math.round(logit * 1e6) > 0 ? 'differ' : 'shared'
}
