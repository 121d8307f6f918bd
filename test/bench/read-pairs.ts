import { align } from '../../engine/align/align.ts'
import type { ReadoutDraft } from '../../engine/draft.ts'
import type { EntityIndex } from '../../engine/entities/entity-index.ts'
import { materialOf, type Material } from '../../engine/findings/material.ts'
import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { SPEECH_TOPIC } from '../../engine/lexicon/topics.ts'
import type { Group, Side } from '../../engine/model.ts'
import { understand } from '../../engine/originals.ts'
import { readPair } from '../../engine/pair.ts'
import { readPart, type Read } from '../../engine/read.ts'
import { inOriginal } from '../../engine/text/offsets.ts'
import { matterOfSentence } from '../../engine/topics/matter.ts'
import { topicsOf } from '../../engine/topics/topics.ts'
import { goldOf, goldsIn, type Gold } from './gold.ts'

/**
 * Pairs with their gold as a fit needs them: read once, since who speaks and what is claimed rests on nothing that is
 * fitted here; topics and groups are given anew whenever what gives them has learnt. Their texts are as they are
 * understood.
 */
export interface ReadPair extends Gold {
  read: Record<Side, Read>
  parties: Record<Side, string | null>
  entities: EntityIndex
}

/** The pairs of a corpus folder, read. */
export const readPairs = (folder: string): ReadPair[] =>
  goldsIn(folder).map((found) => {
    const { meeting, language, texts } = found
    const understood = {
      us: understand({ name: 'us', text: texts.us }),
      cn: understand({ name: 'cn', text: texts.cn })
    }
    const paired = readPair({ us: understood.us.text, cn: understood.cn.text })
    if (!paired.ok) throw new Error(`${meeting}: ${paired.problem.message}`)
    const { parts, parties, entities, isTurned } = paired.pair
    if (isTurned) throw new Error(`${meeting}: its texts are in each other's place`)
    const read = {
      us: readPart('us', parts.us, parties, entities, standardLexicon),
      cn: readPart('cn', parts.cn, parties, entities, standardLexicon)
    }
    return {
      meeting,
      folder,
      language,
      texts: { us: understood.us.text.text, cn: understood.cn.text.text },
      read,
      parties,
      entities,
      ...goldOf(found, (side) =>
        read[side].readout.sentences.map((sentence) => inOriginal(understood[side].own, sentence))
      )
    }
  })

/** The same pair with the topics that its sentences are given now. */
export const withTopics = (pair: ReadPair): ReadPair => {
  const side = ({ readout, tokens, words }: Read, text: string): Read => {
    const given = topicsOf(readout.sentences, tokens, standardLexicon)
    return {
      tokens,
      words,
      readout: {
        ...readout,
        sentences: readout.sentences.map((sentence, at) => {
          const { topics, goesOn } = given[at] ?? { topics: [], goesOn: false }
          return {
            ...sentence,
            topics,
            matter: matterOfSentence(
              topics[0]?.id ?? SPEECH_TOPIC,
              goesOn,
              text,
              tokens[at] ?? [],
              standardLexicon
            )
          }
        })
      }
    }
  }
  const { read, texts } = pair
  return { ...pair, read: { us: side(read.us, texts.us), cn: side(read.cn, texts.cn) } }
}

/** What the alignment needs of one side. */
export const draftOf = ({ read, texts }: ReadPair, side: Side): ReadoutDraft => ({
  ...read[side].readout,
  text: texts[side],
  tokens: read[side].tokens
})

/** The groups that a pair has now, with what the rules of framing work on. */
export const groupsOf = (pair: ReadPair): { groups: Omit<Group, 'relation'>[]; material: Material } => {
  const { read, parties, entities, texts } = pair
  const { groups, perhaps } = align(
    draftOf(pair, 'us'),
    draftOf(pair, 'cn'),
    { us: read.us.readout.partyInText, cn: read.cn.readout.partyInText },
    standardLexicon
  )
  const source = (side: Side) => ({ ...read[side], text: texts[side] })
  return {
    groups,
    material: materialOf(
      { us: source('us'), cn: source('cn') },
      groups,
      parties,
      entities,
      standardLexicon,
      perhaps
    )
  }
}
