import { SIDES, type Comparison, type Finding, type Readout } from '../model.ts'
import { answersOf } from '../matters/answers.ts'
import { percent } from './overview.ts'

/** How an analyst would order what there is to say. */
export const SECTIONS = ['different', 'only-us', 'only-cn', 'said', 'shared', 'translation', 'form'] as const
export type SectionId = (typeof SECTIONS)[number]

/** So many differences stand out: so many at least where there are as many, so many at most. */
const FOREMOST = { least: 3, most: 5 } as const
/** Beyond the first three only what weighs as much as this stands out. */
const LEAST_OF_MORE = 0.5
const MOST_OF_A_KIND = 2

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

/** A difference that readers ask for first: not agreement, not form. */
const isDifference = (finding: Finding): boolean =>
  !['shared', 'translation', 'form'].includes(sectionOf(finding))

/**
 * The differences to lead with: the first three on different topics where there are as many, and none on a
 * sentence that one before is on.
 */
const foremostOf = (findings: readonly Finding[]): Finding[] => {
  const differences = findings.filter(isDifference)
  const chosen: Finding[] = []
  const isFree = (finding: Finding): boolean =>
    !chosen.some(
      (other) =>
        other === finding || SIDES.some((side) => other[side].some((id) => finding[side].includes(id)))
    )
  const isNew = (finding: Finding): boolean => !chosen.some(({ topic }) => topic === finding.topic)
  const isRareKind = ({ kind }: Finding): boolean =>
    chosen.filter((other) => other.kind === kind).length < MOST_OF_A_KIND
  const take = (most: number, fits: (finding: Finding) => boolean): void => {
    for (const finding of differences)
      if (chosen.length < most && isFree(finding) && fits(finding)) chosen.push(finding)
  }
  take(FOREMOST.least, isNew)
  take(FOREMOST.least, isRareKind)
  take(FOREMOST.most, (finding) => finding.weight >= LEAST_OF_MORE && isRareKind(finding))
  return chosen
}

/** The page that an analyst would write of a comparison: in sentences, and nothing that the texts do not carry. */
export const verdictOf = (comparison: Comparison): Verdict => {
  const { readouts, findings, groups } = comparison
  const { us, cn } = readouts
  const { share } = answersOf(comparison)
  const length = `The ${textName(us)} has ${us.words} words, the ${textName(cn)} ${cn.words}`
  const opening =
    groups.length === 0
      ? `${length}; they have no matter in common that could be found.`
      : `${length}. The second takes up ${percent(share.us)} of what the first says, the first ${percent(share.cn)} of the second.`
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
