import type { ReadoutDraft } from '../draft.ts'
import { inThousandths } from '../rounded.ts'
import type { ConceptUse, Lexicon } from '../lexicon/lexicon.ts'
import { SPEECH_TOPIC } from '../lexicon/topics.ts'
import type { Group, Perhaps, Side } from '../model.ts'
import { commonTopic } from '../topics/common-topic.ts'
import { matterOfGroup } from '../topics/matter.ts'
import { wordMarks } from '../wording/marks.ts'
import { differencesBetween, wholeOf, type Names, type WholeReadout } from './differences.ts'
import { tiesOf } from './together.ts'
import { evidenceFor } from './evidence.ts'
import { bundlesOf, type Bundle } from './groups.ts'
import { linksOf } from './links.ts'
import { prepare, type Prepared } from './prepare.ts'
import { alignmentModel } from './score.ts'

export interface Alignment {
  /** Whether they report the same, the framing analysis decides. */
  groups: Omit<Group, 'relation'>[]
  onlyUs: string[]
  onlyCn: string[]
  perhaps: Perhaps[]
}

const groupOf = (
  bundle: Bundle,
  prepared: Prepared,
  readouts: { us: ReadoutDraft; cn: ReadoutDraft },
  whole: Record<Side, WholeReadout>,
  names: Names
): Omit<Group, 'id' | 'relation'> => {
  const profiles = {
    us: bundle.us.flatMap((at) => prepared.us[at] ?? []),
    cn: bundle.cn.flatMap((at) => prepared.cn[at] ?? [])
  }
  const us = profiles.us.map(({ sentence }) => sentence)
  const cn = profiles.cn.map(({ sentence }) => sentence)
  const framing = differencesBetween(profiles.us, profiles.cn, whole, prepared.rarity, names)
  const marks = wordMarks(us, cn, readouts)
  const topic = commonTopic(us, cn, (id) => prepared.lexicon.isGeneric(id)) ?? SPEECH_TOPIC
  const usesOf = (side: 'us' | 'cn'): ConceptUse[] => profiles[side].flatMap(({ own }) => [...own.values()])
  return {
    topic,
    matter: matterOfGroup(
      topic,
      { us: usesOf('us'), cn: usesOf('cn') },
      { us: us.map(({ matter }) => matter), cn: cn.map(({ matter }) => matter) },
      prepared.lexicon
    ),
    us: us.map(({ id }) => id),
    cn: cn.map(({ id }) => id),
    score: bundle.score,
    evidence: evidenceFor(bundle, prepared, alignmentModel),
    framing,
    ...(marks ? { wordMarks: marks } : {})
  }
}

/**
 * Sets the sentences of two readouts side by side: many-to-many groups of what treats one matter, and what only one
 * side reports. Matters first, then sentences within a matter, as for comparable texts (Barzilay & Elhadad 2003);
 * the order of the texts hardly counts.
 */
export const align = (us: ReadoutDraft, cn: ReadoutDraft, names: Names, lexicon: Lexicon): Alignment => {
  const prepared = prepare(us, cn, alignmentModel, lexicon)
  const { links, perhaps } = linksOf(prepared, alignmentModel)
  const whole = { us: wholeOf(prepared.us), cn: wholeOf(prepared.cn) }
  // Decided by the texts and not by their places, so that exchanging the readouts mirrors the groups.
  const firstInTie = us.text <= cn.text ? 'us' : 'cn'
  const groups = bundlesOf(
    links,
    tiesOf(links, prepared, alignmentModel),
    alignmentModel.unlinkedCost,
    firstInTie
  ).map((bundle, at) => ({
    id: `g${at + 1}`,
    ...groupOf(bundle, prepared, { us, cn }, whole, names)
  }))
  const linked = new Set(groups.flatMap((group) => [...group.us, ...group.cn]))
  const alone = (readout: ReadoutDraft): string[] =>
    readout.sentences.map(({ id }) => id).filter((id) => !linked.has(id))
  return {
    groups,
    onlyUs: alone(us),
    onlyCn: alone(cn),
    perhaps: perhaps.flatMap((link) => {
      const [one, other] = [us.sentences[link.us], cn.sentences[link.cn]]
      return one && other ? [{ us: one.id, cn: other.id, score: inThousandths(link.score) }] : []
    })
  }
}
