import { SIDES, type Comparison, type Finding, type Readout, type Side } from '../model.ts'
import { answersOf } from '../matters/answers.ts'
import { countsOf, percent } from './overview.ts'

/** How an analyst would order what there is to say. */
export const SECTIONS = ['different', 'only-us', 'only-cn', 'said', 'shared', 'translation', 'form'] as const
export type SectionId = (typeof SECTIONS)[number]

/** So many findings of a section are read aloud; the rest is in the list. */
const MOST: Record<SectionId, number> = {
  shared: 2,
  different: 4,
  'only-us': 2,
  'only-cn': 2,
  said: 2,
  translation: 3,
  form: 3
}
/** So many differences stand out. */
const FOREMOST = 3

/** The part of the page that a finding belongs to. */
export const sectionOf = ({ kind, only, us, cn }: Finding): SectionId => {
  if (kind === 'agreement') return 'shared'
  if (kind === 'reported_for_other') return 'said'
  if (kind === 'translation') return 'translation'
  if (kind === 'tone' || kind === 'protocol' || kind === 'order_weight') return 'form'
  // What answers it on the other side makes it a difference and no omission.
  const isAnswered = us.length > 0 && cn.length > 0
  if (only && (kind === 'omission' || !isAnswered)) return only === 'us' ? 'only-us' : 'only-cn'
  return 'different'
}

/** What a side's text is: its own readout, or what a news story has it say. */
const textName = ({ partyAdjective, fromStory }: Readout): string =>
  fromStory ? `${partyAdjective} part of the story` : `${partyAdjective} readout`

export const sectionTitle = ({ readouts }: Comparison, section: SectionId): string => {
  const titles: Record<SectionId, string> = {
    shared: 'Alike',
    different: 'Differs',
    'only-us': `Only the ${textName(readouts.us)}`,
    'only-cn': `Only the ${textName(readouts.cn)}`,
    said: 'Said for the other side',
    translation: 'One side in two languages',
    form: 'Tone, order and form'
  }
  return titles[section]
}

export interface Verdict {
  /** How much the two texts have in common. */
  opening: string
  /** The differences that stand out, strongest first. */
  foremost: Finding[]
  sections: { id: SectionId; title: string; findings: Finding[] }[]
}

/** "The US readout, 26 sentences: 4 alike, …" */
const sideLine = (comparison: Comparison, side: Side): string =>
  `The ${textName(comparison.readouts[side])}, ${countsOf(comparison, side)}.`

/** A difference that readers ask for first: not agreement, not form. */
const isDifference = (finding: Finding): boolean =>
  !['shared', 'translation', 'form'].includes(sectionOf(finding))

/** The strongest of different kinds, and no two on the same sentences. */
const foremostOf = (findings: readonly Finding[]): Finding[] => {
  const chosen: Finding[] = []
  for (const finding of findings.filter(isDifference)) {
    const repeats = chosen.some(
      (other) =>
        other.kind === finding.kind ||
        (SIDES.every((side) => other[side].some((id) => finding[side].includes(id))) &&
          other.topic === finding.topic)
    )
    if (!repeats) chosen.push(finding)
    if (chosen.length === FOREMOST) break
  }
  return chosen
}

/** The page that an analyst would write of a comparison: in sentences, and nothing that the texts do not carry. */
export const verdictOf = (comparison: Comparison): Verdict => {
  const { readouts, findings, groups } = comparison
  const { us, cn } = readouts
  const { share } = answersOf(comparison)
  const opening =
    groups.length === 0
      ? `The ${textName(us)} has ${us.words} words, the ${textName(cn)} ${cn.words}; they have no matter in common that could be found.`
      : `The ${textName(us)} has ${us.words} words, the ${textName(cn)} ${cn.words}. ${percent(share.us)} of the first and ${percent(share.cn)} of the second answer each other. ${sideLine(comparison, 'us')} ${sideLine(comparison, 'cn')}`
  return {
    opening,
    foremost: foremostOf(findings),
    sections: SECTIONS.map((id) => ({
      id,
      title: sectionTitle(comparison, id),
      findings: findings.filter((finding) => sectionOf(finding) === id)
    })).filter((section) => section.findings.length > 0)
  }
}

/** A finding as it is read aloud: its sentence, and what the choice of words signals. */
export const spoken = ({ kind, say, note }: Finding): string =>
  note && kind === 'contested_term' ? `${say} The choice: ${note}.` : say

/** The findings of a section that are read aloud. */
export const foremostIn = ({ id, findings }: Verdict['sections'][number]): Finding[] =>
  findings.slice(0, MOST[id])
