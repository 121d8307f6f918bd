import type { Finding, FindingKind } from '../../engine/model.ts'
import { SECTIONS, sectionOf } from '../../engine/report/verdict.ts'

/** Which readout has a finding: either, or one alone. */
export const SIDE_FILTERS = ['any', 'us', 'cn'] as const
export type SideFilter = (typeof SIDE_FILTERS)[number]

/** What the reader wants to see of the findings. */
export interface FindingFilter {
  kind: FindingKind | 'any'
  side: SideFilter
  /** The least weight, 0 to 1. */
  weight: number
  /** Whether those that the researcher dismissed are shown. */
  dismissed: boolean
}

export const NO_FILTER: FindingFilter = { kind: 'any', side: 'any', weight: 0, dismissed: false }

export const kindsIn = (findings: readonly Finding[]): { kind: FindingKind; count: number }[] => {
  const counts = new Map<FindingKind, number>()
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

/**
 * The findings that pass a filter, as the page has them: section by section, strongest first.
 *
 * @param topic the topic that the reader looks at; null for all
 */
export const filtered = (
  findings: readonly Finding[],
  { kind, side, weight, dismissed }: FindingFilter,
  topic: string | null
): Finding[] =>
  SECTIONS.flatMap((section) => findings.filter((finding) => sectionOf(finding) === section)).filter(
    (finding) =>
      (kind === 'any' || finding.kind === kind) &&
      (side === 'any' || finding.only === side) &&
      finding.weight >= weight &&
      (dismissed || finding.judged !== 'dismissed') &&
      (topic === null || finding.topic === topic)
  )
