import { attribute } from './attribution/readout.ts'
import { claimsOf } from './claims/claims.ts'
import type { EntityIndex } from './entities/entity-index.ts'
import type { SentenceDraft } from './draft.ts'
import { partyAdjective, partyInText, partyName } from './lexicon/parties.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { SPEECH_TOPIC } from './lexicon/topics.ts'
import type { Language, Readout, ReadoutText, Sentence, Side } from './model.ts'
import type { Document } from './text/document.ts'
import type { Word } from './syntax/word.ts'
import type { Token } from './text/tokens.ts'
import { meetingDate } from './identify/date.ts'
import { isReadableScript } from './text/language.ts'
import { recognise, signsOf, type Sign } from './identify/side.ts'
import { matterOfSentence } from './topics/matter.ts'
import { topicsOf } from './topics/topics.ts'
import { countWords } from './wording/marks.ts'

/** What each place is called where a text does not tell its party. */
const PLACE_NAMES: Record<Side, string> = { us: 'us', cn: 'cn' }
const ID_LETTER: Record<Side, string> = { us: 'u', cn: 'c' }

/** The text of a readout's title, and of its title and datelines together. */
const headOf = ({ text, paragraphs }: Document): { title: string | null; head: string } => {
  const cut = (kinds: readonly string[]): string[] =>
    paragraphs.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => text.slice(start, end))
  return { title: cut(['title'])[0] ?? null, head: cut(['title', 'dateline']).join('\n') }
}

/** A text that was read, with what tells whose it is. */
export interface Part {
  readout: ReadoutText
  document: Document
  language: Language
  signs: Sign[]
}

/** A part in full, with the tokens of each sentence. */
export interface Read {
  readout: Readout
  tokens: (readonly Token[])[]
  /** Its words with their parts of speech; none in Chinese. */
  words: (readonly Word[])[]
}

/**
 * Says of each sentence who speaks and what it is about.
 *
 * @param letters with which the ids of its sentences begin
 */
export const readPart = (
  side: Side,
  { readout, document, language, signs }: Part,
  parties: Record<Side, string | null>,
  entities: EntityIndex,
  lexicon: Lexicon,
  letters = ID_LETTER[side]
): Read => {
  const { name, text } = readout
  const context = { side, parties, entities, verbs: lexicon.verbs }
  const attributed = attribute(document, context)
  const drafts: SentenceDraft[] = document.sentences.flatMap(({ start, end, paragraph }, at) => {
    const source = attributed[at]
    const span = { start, end, paragraph }
    const words = text.slice(start, end)
    return source
      ? [
          {
            id: `${letters}${at + 1}`,
            ...span,
            text: words,
            ...source,
            words: countWords({ ...span, text: words }, language)
          }
        ]
      : []
  })
  const tokens = document.sentences.map((sentence) => sentence.tokens)
  // Once for all who ask later: only here the parts of speech are at hand.
  for (const sentence of document.sentences) lexicon.conceptsIn(sentence.tokens, () => sentence.words)
  const topicWeights = topicsOf(drafts, tokens, lexicon)
  const sentences: Sentence[] = drafts.map((draft, at) => {
    const { topics, goesOn } = topicWeights[at] ?? { topics: [], goesOn: false }
    const topic = topics[0]?.id ?? SPEECH_TOPIC
    const source = document.sentences[at]
    return {
      ...draft,
      topics,
      matter: matterOfSentence(topic, goesOn, text, tokens[at] ?? [], lexicon),
      claims: source ? claimsOf(source, draft, document, context, lexicon) : [],
      ...quoteOf(readout, side, draft)
    }
  })
  const { title, head } = headOf(document)
  return {
    tokens,
    words: document.sentences.map(({ words }) => words),
    readout: {
      side,
      name,
      title,
      language,
      date: meetingDate(head, sentences[0]?.text ?? ''),
      recognition: recognise(signs),
      partyName: partyName(parties[side] ?? PLACE_NAMES[side]),
      partyInText: partyInText(parties[side] ?? PLACE_NAMES[side]),
      partyAdjective: partyAdjective(parties[side] ?? PLACE_NAMES[side]),
      words: sentences.reduce((sum, sentence) => sum + sentence.words, 0),
      paragraphs: document.paragraphs,
      sentences,
      ...importOf(readout)
    }
  }
}

/** Where a sentence stands in the news story that its text was taken from; there it is always its side's statement. */
export const quoteOf = (
  { story }: ReadoutText,
  side: Side,
  { start, end, speaker }: Pick<SentenceDraft, 'start' | 'end' | 'speaker'>
): Pick<Sentence, 'quote' | 'attributedTo' | 'speaker' | 'meeting'> => {
  const source = story?.sources.findLast(({ at }) => at <= start)
  if (!story || !source) return { speaker }
  const [from, to] = [source.start + start - source.at, source.start + end - source.at]
  return {
    speaker: side,
    quote: { start: from, end: to, words: story.text.slice(from, to) },
    attributedTo: source.attributedTo,
    ...(source.meeting === undefined ? {} : { meeting: source.meeting })
  }
}

/** The report on a text's import; and the text itself, where no text file has it to the letter. */
const importOf = ({
  text,
  report,
  story
}: ReadoutText): Pick<Readout, 'import' | 'source' | 'fromStory'> => ({
  ...(report ? { import: report } : {}),
  ...(story ? { source: text, fromStory: true as const } : {}),
  ...(report && !story && (report.format !== 'text' || report.cut.length > 0) ? { source: text } : {})
})

/** A text with what tells whose it is; null for one without sentences in English or Chinese. */
export const partOf = (readout: ReadoutText, document: Document, entities: EntityIndex): Part | null => {
  if (document.sentences.length === 0 || !isReadableScript(readout.text)) return null
  return { readout, document, language: document.language, signs: signsOf(document, entities) }
}
