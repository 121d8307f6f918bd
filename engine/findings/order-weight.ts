import { SPEECH_TOPIC } from '../lexicon/lexicon.ts'
import type { Side } from '../model.ts'
import { gist } from './counterparts.ts'
import { finding, type FindingDraft } from './draft.ts'
import { type Material, type Passage } from './material.ts'
import { inSentence, tell } from './sentences.ts'

/** Order: what each text comes to first, where that is not the same, and where the other comes to it. */
export const leads = (material: Material): FindingDraft[] => {
  // A sentence on the relationship at large may name the first matter of its own in passing.
  const specificOf = ({ sentence, uses }: Passage): string | undefined =>
    sentence.topics.find(
      ({ id }) =>
        !material.lexicon.isGeneric(id) &&
        id !== SPEECH_TOPIC &&
        uses.some(({ concept }) => concept.topic === id && concept.weight >= LEAST_LEAD)
    )?.id
  const firstOf = (side: Side): Passage | undefined =>
    material.sides[side].passages.find(
      (passage) =>
        passage.sentence.speaker !== 'narrator' &&
        passage.uses.length > 0 &&
        specificOf(passage) !== undefined
    )
  const [us, cn] = [firstOf('us'), firstOf('cn')]
  const topics = { us: us && specificOf(us), cn: cn && specificOf(cn) }
  if (!us || !cn || topics.us === undefined || topics.cn === undefined || topics.us === topics.cn) return []
  const firstOn = (side: Side, topic: string): Passage | undefined =>
    material.sides[side].passages.find(
      ({ sentence }) => sentence.topics[0]?.id === topic && sentence.speaker !== 'narrator'
    )
  const later = { us: firstOn('us', topics.cn), cn: firstOn('cn', topics.us) }
  if (!later.us || !later.cn) return []
  return [
    finding(material, {
      kind: 'order_weight',
      rule: 'order-weight:lead',
      topic: topics.us < topics.cn ? topics.us : topics.cn,
      quotes: {
        us: [gist(material, us, topics.us), gist(material, later.us, topics.cn)],
        cn: [gist(material, cn, topics.cn), gist(material, later.cn, topics.us)]
      },
      say: tell(material, 'order:lead', 'us', {
        mine: inSentence(material.lexicon.label(topics.us)),
        theirs: inSentence(material.lexicon.label(topics.cn))
      }),
      weight: LEAD_WEIGHT
    })
  ]
}

const LEAD_WEIGHT = 0.36
/** A concept weaker than this is named in passing: "as the two largest economies". */
const LEAST_LEAD = 0.6
