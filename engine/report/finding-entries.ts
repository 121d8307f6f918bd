import { SIDES, type Comparison, type Finding, type Side } from '../model.ts'
import type { Annotate, Annotation } from './annotations.ts'
import { glossed } from '../wording/glossed.ts'
import { KIND_NAMES, topicName } from '../wording/names.ts'

/** A finding as a report lists it. */
export interface FindingEntry extends Annotation {
  id: string
  kind: string
  topic: string
  say: string
  /** What the choice of words signals. */
  signals: string | null
  /** What terms in its Chinese quotations mean. */
  terms: string | null
  /** The exact words of each side. */
  words: Record<Side, readonly string[]>
  sentences: Record<Side, readonly string[]>
  /** Whose readout alone has it, by name. */
  only: string | null
  weight: number
  rule: string
  /** What the researcher did to it: "accepted", "made by hand", "relabelled by hand". */
  marks: string[]
}

const marksOf = ({ judged, byHand }: Finding): string[] => [
  ...(judged === 'accepted' ? ['accepted'] : []),
  ...(byHand === undefined ? [] : [`${byHand} by hand`])
]

/** All findings of a comparison, strongest first. */
export const findingEntries = (comparison: Comparison, annotate: Annotate): FindingEntry[] =>
  comparison.findings.map((finding) => {
    // A translation is about two texts of one side: both are quoted in its place.
    const own = SIDES.find((side) => finding[side].length > 0) ?? 'us'
    const translated = finding.inOtherLanguage?.words ?? []
    const words = { ...finding.words, [own]: [...finding.words[own], ...translated] }
    return {
      id: finding.id,
      kind: KIND_NAMES[finding.kind].name,
      topic: topicName(comparison, finding.topic),
      say: finding.say,
      signals: finding.note ?? null,
      terms: glossed(finding),
      words,
      sentences: { us: finding.us, cn: finding.cn },
      only: finding.only === undefined ? null : comparison.readouts[finding.only].partyName,
      weight: finding.weight,
      rule: finding.rule,
      marks: marksOf(finding),
      ...annotate({ on: 'finding', id: finding.id })
    }
  })
