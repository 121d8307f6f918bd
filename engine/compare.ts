import { align } from './align/align.ts'
import { attribute } from './attribute/attribute.ts'
import { castOf, type Cast } from './attribute/cast.ts'
import type { SentenceDraft } from './draft.ts'
import { frame } from './frame/findings.ts'
import { materialOf } from './frame/material.ts'
import { partyAdjective, partyInText, partyName } from './lexicon/parties.ts'
import { SPEECH_TOPIC, standardLexicon, type Lexicon } from './lexicon/lexicon.ts'
import {
  SIDES,
  type Comparison,
  type InputProblem,
  type Language,
  type Readout,
  type ReadoutText,
  type Sentence,
  type Side,
  type TopicShare
} from './model.ts'
import { tokenise, type Token } from './match/tokens.ts'
import { meetingDate } from './recognise/date.ts'
import { detectLanguage, isReadableScript } from './recognise/language.ts'
import { partiesOf, recognise, signsOf, type Sign } from './recognise/side.ts'
import { segment, type Segmentation } from './segment/segment.ts'
import { matterOfSentence } from './topics/matter.ts'
import { topicsOf } from './topics/topics.ts'
import { ENGINE_VERSION, LEXICON_VERSION } from './version.ts'
import { countWords } from './words/marks.ts'

export type Compared = { ok: true; comparison: Comparison } | { ok: false; problem: InputProblem }

/** What each place is called where a text does not tell its party. */
const PLACE_NAMES: Record<Side, string> = { us: 'us', cn: 'cn' }
const ID_LETTER: Record<Side, string> = { us: 'u', cn: 'c' }

/** The text of a readout's title, and of its title and datelines together. */
const headOf = (text: string, { paragraphs }: Segmentation): { title: string | null; head: string } => {
  const cut = (kinds: readonly string[]): string[] =>
    paragraphs.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => text.slice(start, end))
  return { title: cut(['title'])[0] ?? null, head: cut(['title', 'dateline']).join('\n') }
}

/** So much of a text, from its beginning, tells whose it is; there are texts of a book's length. */
const ENOUGH = 20_000
const telling = ({ text }: ReadoutText): string => text.slice(0, ENOUGH)

interface Part {
  readout: ReadoutText
  language: Language
  segmentation: Segmentation
  signs: Sign[]
}

const readoutOf = (
  side: Side,
  { readout, language, segmentation, signs }: Part,
  parties: Record<Side, string | null>,
  cast: Cast,
  lexicon: Lexicon
): { readout: Readout; tokens: Token[][] } => {
  const { name, text } = readout
  const attributed = attribute(text, segmentation, { language, side, parties, cast })
  const drafts: SentenceDraft[] = segmentation.sentences.flatMap((span, at) => {
    const source = attributed[at]
    const words = text.slice(span.start, span.end)
    return source
      ? [
          {
            id: `${ID_LETTER[side]}${at + 1}`,
            ...span,
            text: words,
            ...source,
            words: countWords({ ...span, text: words }, language)
          }
        ]
      : []
  })
  const tokens = drafts.map((sentence) => tokenise(sentence.text, sentence.start))
  const topicWeights = topicsOf(drafts, tokens, lexicon)
  const sentences: Sentence[] = drafts.map((draft, at) => {
    const { topics, goesOn } = topicWeights[at] ?? { topics: [], goesOn: false }
    const topic = topics[0]?.id ?? SPEECH_TOPIC
    return { ...draft, topics, matter: matterOfSentence(topic, goesOn, text, tokens[at] ?? [], lexicon) }
  })
  const { title, head } = headOf(text, segmentation)
  return {
    tokens,
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
      paragraphs: segmentation.paragraphs,
      sentences
    }
  }
}

/** How each side spreads its words over the topics, in the order of the lexicon. */
const sharesOf = (us: Readout, cn: Readout, lexicon: Lexicon): TopicShare[] => {
  const share = (readout: Readout, topic: string): { words: number; ids: string[] } => {
    const about = readout.sentences.filter(({ topics: [first] }) => first?.id === topic)
    const words = about.reduce((sum, sentence) => sum + sentence.words, 0)
    return {
      words: Math.round((words / Math.max(1, readout.words)) * 1000) / 1000,
      ids: about.map(({ id }) => id)
    }
  }
  return lexicon.topics.flatMap(({ id }) => {
    const [one, other] = [share(us, id), share(cn, id)]
    return one.ids.length + other.ids.length === 0
      ? []
      : [
          {
            topic: id,
            label: lexicon.label(id),
            us: one.words,
            cn: other.words,
            usSentences: one.ids,
            cnSentences: other.ids
          }
        ]
  })
}

/**
 * Compares two readouts of one meeting. Pure: the same texts give the same comparison, byte for byte, and exchanging
 * them gives its mirror image.
 *
 * @param lexicon the lexicon as it ships, or one with changes of the reader's own
 * @returns the comparison; or what is wrong with one of the texts, for a text without sentences
 */
export const compare = (us: ReadoutText, cn: ReadoutText, lexicon: Lexicon = standardLexicon): Compared => {
  const inputs = { us, cn }
  const cast = castOf([us.text, cn.text])
  const parts = {} as Record<Side, Part>
  for (const side of SIDES) {
    const readout = inputs[side]
    const language = detectLanguage(readout.text)
    const segmentation = segment(readout.text, language)
    if (segmentation.sentences.length === 0 || !isReadableScript(readout.text))
      return {
        ok: false,
        problem: {
          code: 'no-sentences',
          name: readout.name,
          message: `“${readout.name}” has no sentences in English or Chinese to compare. Check that it is the text of a readout.`
        }
      }
    parts[side] = { readout, language, segmentation, signs: signsOf(telling(readout), language, cast) }
  }
  const [first, second] = partiesOf(
    { text: telling(us), signs: parts.us.signs },
    { text: telling(cn), signs: parts.cn.signs },
    cast
  )
  const parties = { us: first, cn: second }
  const read = {
    us: readoutOf('us', parts.us, parties, cast, lexicon),
    cn: readoutOf('cn', parts.cn, parties, cast, lexicon)
  }
  const readouts = { us: read.us.readout, cn: read.cn.readout }
  const alignment = align(
    { ...readouts.us, text: us.text, tokens: read.us.tokens },
    { ...readouts.cn, text: cn.text, tokens: read.cn.tokens },
    { us: readouts.us.partyInText, cn: readouts.cn.partyInText },
    lexicon
  )
  const material = materialOf(
    {
      us: { readout: readouts.us, text: us.text, tokens: read.us.tokens },
      cn: { readout: readouts.cn, text: cn.text, tokens: read.cn.tokens }
    },
    alignment.groups,
    parties,
    cast,
    lexicon
  )
  const comparison: Comparison = {
    version: 1,
    engine: {
      version: ENGINE_VERSION,
      lexicon: LEXICON_VERSION,
      ...(lexicon.own ? { own: lexicon.own } : {})
    },
    readouts,
    ...alignment,
    ...frame(material),
    topics: sharesOf(readouts.us, readouts.cn, lexicon)
  }
  return { ok: true, comparison }
}

/** A comparison as the text of a file: the same comparison gives the same bytes. */
export const serialise = (comparison: Comparison): string => `${JSON.stringify(comparison, null, 2)}\n`
