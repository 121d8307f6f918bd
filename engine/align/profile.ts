import type { ConceptUse, Lexicon } from '../lexicon/lexicon.ts'
import { synonymSetsIn } from '../lexicon/synonyms.ts'
import { bearingOf, type Bearing } from '../meaning/bearing.ts'
import { contentOf, type Content } from '../meaning/content.ts'
import { standingContent } from '../meaning/withdrawn.ts'
import type { Language, Sentence } from '../model.ts'
import type { ReadoutDraft } from '../draft.ts'
import type { Token } from '../text/tokens.ts'
import { readingSigns, topicChances } from '../topics/reading.ts'
import { isSetting, marksOf } from './marks.ts'
import { contentStems, rootOf } from '../wording/stem.ts'

/** What the alignment knows of a sentence. */
export interface Profile {
  sentence: Sentence
  tokens: readonly Token[]
  /** Place among the sentences of its readout that name a concept, 0 (first) to 1 (last). */
  position: number
  /** Concepts that the sentence itself names, by id. */
  own: Map<string, ConceptUse>
  /** Concepts of the sentences before it in its passage, which it goes on about, with what is left of them. */
  carried: Map<string, { topic: string; weight: number }>
  /** Stems of its content words with their count. */
  stems: Map<string, number>
  /** Those of the stems that only say where or who. */
  settings: ReadonlySet<string>
  /** What its longer words begin with, under what their relations begin with too. */
  roots: Set<string>
  /** Sets of synonyms of which it has a word. */
  synonyms: Set<string>
  /** Figures and capitalised words that the other side, in either language, could share. */
  marks: Set<string>
  /** What its words mean. */
  content: Content
  /** Where it points among the matters of readouts. */
  bearing: Bearing | undefined
  /** How likely each topic is to be the one it is on. */
  chances: readonly number[]
  language: Language
  /** Its words in a row, by which a sentence is known to be the same as another. */
  wording: string
}

/** What a concept counts one sentence on, two sentences on, ... */
const CARRY = 0.55
const LEAST_CARRIED = 0.15

const counted = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Whether a sentence stays in the passage of the one before it: same paragraph, same speaker. */
export const goesOn = (before: Sentence, sentence: Sentence): boolean =>
  before.paragraph === sentence.paragraph && before.speaker === sentence.speaker

/**
 * A matter runs over several sentences that do not name it again, so what a sentence is about is what it names and,
 * fading, what its passage named before it.
 */
export const profilesOf = (
  { sentences, language, tokens: allTokens }: ReadoutDraft,
  lexicon: Lexicon
): Profile[] => {
  const profiles: Profile[] = []
  for (const [at, sentence] of sentences.entries()) {
    const tokens = allTokens[at] ?? []
    const uses = lexicon.conceptsIn(tokens)
    const content = contentOf(tokens)
    const named = (words: readonly string[]): string[] => words.map((word) => `${language}:${word}`)
    const stems = contentStems(tokens)
    const bearing = bearingOf(tokens, lexicon)
    const own = new Map(uses.map((use) => [use.concept.id, use]))
    const before = profiles[at - 1]
    const carried: Profile['carried'] = new Map()
    const ownTopics = new Set(
      [...own.values()].map(({ concept }) => concept.topic).filter((id) => !lexicon.isGeneric(id))
    )
    if (before && goesOn(before.sentence, sentence)) {
      const inherit = (id: string, topic: string, weight: number): void => {
        // Once a sentence names a specific matter of its own, only that matter goes on.
        if (lexicon.isGeneric(topic) || (ownTopics.size > 0 && !ownTopics.has(topic))) return
        const left = weight * CARRY
        if (left >= LEAST_CARRIED)
          carried.set(id, { topic, weight: Math.max(carried.get(id)?.weight ?? 0, left) })
      }
      for (const [id, { concept }] of before.own) inherit(id, concept.topic, 1)
      for (const [id, { topic, weight }] of before.carried) inherit(id, topic, weight)
    }
    profiles.push({
      sentence,
      tokens,
      position: 0,
      own,
      carried,
      content,
      bearing,
      chances: [
        ...topicChances(
          readingSigns(uses, standingContent(tokens, lexicon), bearing, sentence, at === 0)
        ).values()
      ],
      language,
      wording: tokens.map(({ text }) => text).join(' '),
      stems: counted(named(stems)),
      settings: new Set(named(contentStems(tokens.filter(({ text }) => isSetting(text))))),
      roots: new Set(stems.flatMap((word) => rootOf(word) ?? [])),
      synonyms: new Set(synonymSetsIn(tokens)),
      marks: marksOf(sentence.text, tokens)
    })
  }
  return placed(profiles)
}

/** Places are counted in sentences that name a concept, so that a paragraph on another matter moves none of them. */
const placed = (profiles: Profile[]): Profile[] => {
  const all = profiles.filter(({ own }) => own.size > 0).length
  let before = 0
  for (const profile of profiles) {
    profile.position = all > 1 ? Math.min(1, before / (all - 1)) : 0
    if (profile.own.size > 0) before++
  }
  return profiles
}
