import type { Comparison } from '../model.ts'

/** A comparison as it is reported: what the researcher dismissed is neither a finding nor a difference of a passage. */
export const withoutDismissed = (comparison: Comparison): Comparison => {
  const dismissed = new Set(
    comparison.findings.filter(({ judged }) => judged === 'dismissed').map(({ id }) => id)
  )
  if (dismissed.size === 0) return comparison
  return {
    ...comparison,
    findings: comparison.findings.filter(({ id }) => !dismissed.has(id)),
    groups: comparison.groups.map((group) => ({
      ...group,
      framing: group.framing.filter(({ finding }) => finding === undefined || !dismissed.has(finding))
    }))
  }
}
