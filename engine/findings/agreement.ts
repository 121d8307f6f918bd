import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { areAmong } from '../claims/figures.ts'
import type { Claim, Group, Side } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { toldAlike } from './alike.ts'
import { isPlain } from './claim-rule.ts'
import { pairsQuoted, stemsInCommon, type ClaimPair } from './claim-pairs.ts'
import { gist, sharedUses } from './counterparts.ts'
import { byWeightIn, finding, matterLabel, type FindingDraft, type Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'

/** A group less sure than this is no ground for saying that both report the same. */
const LEAST_SCORE = 0.75
const MOST_QUOTES = 2

const passagesOf = (material: Material, ids: readonly string[]): Passage[] =>
  ids.flatMap((id) => material.passage(id) ?? [])

/** What a group has in common: its words, and what they are about. */
interface Common {
  quotes: Record<Side, Quote[]>
  label: string
}

const commonOf = (material: Material, group: Group): Common => {
  const [us, cn] = [passagesOf(material, group.us), passagesOf(material, group.cn)]
  const pairs = us.flatMap((one) =>
    cn.flatMap((other) =>
      sharedUses(one, other).map(({ own, others }) => ({
        one,
        other,
        own,
        others,
        weight: own.concept.weight
      }))
    )
  )
  const [first, second] =
    material.firstInTie === 'us' ? (['own', 'others'] as const) : (['others', 'own'] as const)
  const startOf = (pair: (typeof pairs)[number], which: 'own' | 'others'): number =>
    pair[which].spans[0]?.start ?? 0
  const best = pairs
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        (a.own.concept.id < b.own.concept.id ? -1 : a.own.concept.id > b.own.concept.id ? 1 : 0) ||
        startOf(a, first) - startOf(b, first) ||
        startOf(a, second) - startOf(b, second)
    )
    .slice(0, MOST_QUOTES)
  const quote = (passage: Passage, spans: readonly { start: number; end: number }[]): Quote[] => {
    const [span] = spans
    return span ? [{ passage, span: material.excerpt(passage, span) }] : []
  }
  if (best.length === 0)
    return {
      quotes: {
        us: us.slice(0, 1).map((p) => gist(material, p)),
        cn: cn.slice(0, 1).map((p) => gist(material, p))
      },
      label: group.matter.label
    }
  const [strongest] = best
  return {
    quotes: {
      us: best.flatMap(({ one, own }) => quote(one, own.spans)),
      cn: best.flatMap(({ other, others }) => quote(other, others.spans))
    },
    label:
      strongest && strongest.own.concept.sub !== group.matter.part
        ? matterLabel(material, strongest.own.concept.topic, strongest.own.concept.sub)
        : group.matter.label
  }
}

/** Agreement: what both report in substantially the same words; the common ground that makes differences worth telling. */
export const agreements = (material: Material, groups: readonly Group[]): FindingDraft[] => {
  const told = new Map<string, FindingDraft>()
  for (const { label, draft } of agreementsIn(material, groups)) {
    const before = told.get(label)
    if (!before || byWeightIn(material)(draft, before) < 0) told.set(label, draft)
  }
  return [...told.values()]
}

interface Agreement {
  /** What it is about; of several on one matter the surest is told. */
  label: string
  draft: FindingDraft
}

/** Claims that a quotation stands in. */
const claimsOf = ({ passage, span }: Quote): Claim[] =>
  (passage.sentence.claims ?? []).filter((claim) => overlaps(claim.span, span))

/** Whether each gives the figures and dates of the other: "in Guangzhou in September" and "the time is open" do not agree. */
const haveSameFigures = (one: readonly Claim[], other: readonly Claim[]): boolean => {
  const [own, others] = [one.flatMap(({ figures }) => figures), other.flatMap(({ figures }) => figures)]
  return areAmong(own, others) && areAmong(others, own)
}

/** Whether what is quoted of both is neither denied, demanded, opposed nor, on one side alone, made conditional. */
const isAgreed = ({ us, cn }: Record<Side, readonly Quote[]>): boolean => {
  const [one, other] = [us.flatMap(claimsOf), cn.flatMap(claimsOf)]
  const isConditional = (claims: readonly Claim[]): boolean =>
    claims.some(({ condition }) => condition !== null)
  return (
    one.every(isPlain) &&
    other.every(isPlain) &&
    isConditional(one) === isConditional(other) &&
    haveSameFigures(one, other)
  )
}

/** So many rare words must two statements have in common to report the same, and this part of the longer one's words. */
const IN_COMMON = 2
const SAME = 0.5
const areOfSameWords = ({ us, cn }: ClaimPair): boolean =>
  stemsInCommon(us, cn) >= SAME * Math.max(us.stems.size, cn.stems.size)

const sayMuchAlike = (pair: ClaimPair): boolean =>
  pair.common >= IN_COMMON &&
  areOfSameWords(pair) &&
  pair.us.claim.kind === pair.cn.claim.kind &&
  pair.us.claim.act === pair.cn.claim.act

/** Whether both give figures, which are the same ones, of something that both name. */
const haveFigures = ({ us, cn, common }: ClaimPair): boolean =>
  common >= 1 && us.claim.figures.length > 0 && cn.claim.figures.length > 0

/** Whether the very claims that are quoted have words in common. */
const areAlike = (material: Material, quotes: Record<Side, readonly Quote[]>): boolean => {
  const [us, cn] = [quotes.us[0], quotes.cn[0]]
  return (
    us !== undefined &&
    cn !== undefined &&
    pairsQuoted(material, us, cn).some((pair) => haveFigures(pair) || sayMuchAlike(pair))
  )
}

const agreementsIn = (material: Material, groups: readonly Group[]): Agreement[] =>
  groups
    .filter(({ relation, topic, score, us, cn }) => {
      const passages = [...passagesOf(material, us), ...passagesOf(material, cn)]
      // That they met is no finding.
      return (
        relation === 'shared' &&
        topic !== NARRATION_TOPIC &&
        score >= LEAST_SCORE &&
        passages.some(({ sentence }) => sentence.speaker !== 'narrator')
      )
    })
    .flatMap((group) => {
      const { quotes, label } = commonOf(material, group)
      if (!isAgreed(quotes) || !areAlike(material, quotes)) return []
      const jointly = [...group.us, ...group.cn].filter(
        (id) => material.passage(id)?.sentence.speaker === 'both'
      ).length
      const specific = material.lexicon.isGeneric(group.topic) ? 0 : 0.08
      const [us, cn] = [quotes.us[0], quotes.cn[0]]
      const say = us && cn ? toldAlike(material, 'us', us, cn) : null
      if (say === null) return []
      const draft = finding(material, {
        kind: 'agreement',
        rule: 'agreement',
        topic: group.topic,
        quotes,
        say,
        weight: 0.24 + 0.2 * group.score + specific + (jointly >= 2 ? 0.08 : 0)
      })
      return [{ label, draft }]
    })
