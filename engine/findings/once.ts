import { SIDES, type Side, type Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { inOnePiece, type FindingDraft } from './draft.ts'
import type { Material } from './material.ts'

/** So many findings of a row, on the sentences of one side that stand in it. */
const MOST_OF_A_ROW = 2
/** Findings about a text as a whole, or about a word in it: they tell no claim a second time. */
const OF_THE_WHOLE = new Set<FindingDraft['kind']>([
  'tone',
  'protocol',
  'order_weight',
  'label',
  'translation'
])
const OF_A_WORD = 'term:'
/** Findings that set one claim against one other: with either told, nothing is new. */
const OF_A_PAIR =
  /^(?:contradicted|retort|refusal|clash|figure|request|contrast|strength:hedged|duty-reversed:(?:claims|one)|reported-for-other:beside)/u

/** Findings that only set side by side, which need two halves that are new. */
const SIDE_BY_SIDE =
  /^(?:contrast|retort:(?:contrast|facing|denied|refusal|assured|conditioned)|figure:one|request|demand|refusal|duty-reversed|reported-for-other:beside|strength)/u

/** Findings of figures that rule each other out. */
const OF_RIVALS = /^figure:(?:both|dated)/u

/** The claims of a side that a finding quotes, by where they begin. */
const claimsOf = (material: Material, side: Side, draft: FindingDraft): string[] =>
  draft[side].flatMap((id) =>
    (material.passage(id)?.sentence.claims ?? []).flatMap(({ span }) =>
      draft.spans[side].some((quoted) => isMostly(quoted, span)) ? [`${side} ${span.start}`] : []
    )
  )

/** Whether a quotation holds more than the edge of a claim. */
const EDGE = 12
const isMostly = (quoted: Span, claim: Span): boolean =>
  overlaps(quoted, claim) &&
  Math.min(quoted.end, claim.end) - Math.max(quoted.start, claim.start) >
    Math.min(EDGE, (claim.end - claim.start) / 2)

/** So many characters of a quotation tell it. */
const ENDING = 16

/** A finding with the places alone whose words stand in its sentence, and not only beside it. */
const inSentence = (draft: FindingDraft): FindingDraft => {
  const bare = (words: string): string => words.replace(/[“”‘’"']/gu, '')
  const say = bare(inOnePiece(draft.say))
  const shown = (side: Side): Span[] =>
    draft.spans[side].filter((_span, at) => say.includes(bare(draft.words[side][at] ?? '').slice(-ENDING)))
  return { ...draft, spans: { us: shown('us'), cn: shown('cn') } }
}

/**
 * Leaves out what would be told twice: of several findings that rest on one claim, or say the same, the first, and of those on
 * one row the first two.
 *
 * @param drafts strongest first
 */
export const toldOnce = (material: Material, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const told = new Set<string>()
  /** What was quoted at all, as an answer too. */
  const quoted = new Set<string>()
  const said = new Set<string>()
  const rows = new Map<string, number>()
  return drafts.filter((draft) => {
    if (OF_THE_WHOLE.has(draft.kind)) return true
    const own = draft.only ? [draft.only] : SIDES
    const leading = own.flatMap((side) => claimsOf(material, side, draft))
    const groups = SIDES.flatMap((side) => draft[side].flatMap((id) => material.groupsOf(id)))
    const isOne = draft.us.length > 0 && draft.cn.length > 0
    const row = [...new Set(groups)].filter(
      ({ us, cn }) =>
        isOne && us.some((id) => draft.us.includes(id)) && cn.some((id) => draft.cn.includes(id))
    )
    const isTold = (side: Side): boolean => claimsOf(material, side, draft).every((claim) => told.has(claim))
    // Another figure is news, whatever was told of the claim that it stands against.
    if (OF_RIVALS.test(draft.rule) ? SIDES.every(isTold) : OF_A_PAIR.test(draft.rule) && SIDES.some(isTold))
      return false
    const shown = inSentence(draft)
    const all = SIDES.map((side) => claimsOf(material, side, shown)).filter((claims) => claims.length > 0)
    const isQuoted = (claims: readonly string[]): boolean => claims.every((claim) => quoted.has(claim))
    const isOld = SIDE_BY_SIDE.test(draft.rule) ? all.some(isQuoted) : all.length > 1 && all.every(isQuoted)
    if (isOld && !OF_RIVALS.test(draft.rule) && !draft.rule.startsWith(OF_A_WORD)) return false
    if (!draft.rule.startsWith(OF_A_WORD) && leading.length > 0 && leading.every((claim) => told.has(claim)))
      return false
    if (row.some(({ id }) => (rows.get(id) ?? 0) >= MOST_OF_A_ROW)) return false
    if (!draft.rule.startsWith(OF_A_WORD)) for (const claim of leading) told.add(claim)
    for (const { id } of row) rows.set(id, (rows.get(id) ?? 0) + 1)
    if (said.has(draft.say)) return false
    said.add(draft.say)
    if (!draft.rule.startsWith(OF_A_WORD)) for (const claim of all.flat()) quoted.add(claim)
    return true
  })
}
