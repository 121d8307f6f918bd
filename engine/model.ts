import type { ImportReport } from './ingest/report.ts'

/**
 * What the engine takes and gives: plain values, the same for the same input, engine version and lexicon.
 *
 * All offsets are UTF-16 code units into the text of the readout (the decoded file, byte order mark removed),
 * `start` inclusive and `end` exclusive, so that `text.slice(start, end)` cuts the exact words.
 *
 * The two places of a comparison are called `us` and `cn` after the case the product is made for. They are
 * places, not nationalities: in a comparison of a US and a Japanese readout `cn` stands for Japan, and a speaker
 * `cn` is the party whose readout stands in that place.
 */

export type {
  InputProblem,
  InputProblemCode,
  ReadoutText,
  StatementSource,
  StoryMeeting,
  StoryOrigin
} from './input.ts'

export const SIDES = ['us', 'cn'] as const
export type Side = (typeof SIDES)[number]

export const otherSide = (side: Side): Side => (side === 'us' ? 'cn' : 'us')

/** Whose position or statement a sentence reports: one side's, the two together, or the issuer's own narration. */
export type Speaker = Side | 'both' | 'narrator'

/** `mixed` is never given: the language is that of most of the letters. */
export type Language = 'en' | 'zh'

export interface Span {
  start: number
  end: number
}

export interface TopicWeight {
  /** A first-level topic of the lexicon (`taiwan`, `trade`, ...). */
  id: string
  /** 0 to 1, strongest first. */
  weight: number
}

/** Why the engine names this speaker, so that the screen can say it. */
export interface Attribution {
  /**
   * `named`: the sentence says who; `continued`: carried over from the sentence before; `assumed`: it names
   * nobody, and is another’s than the one before.
   */
  how: 'named' | 'continued' | 'assumed'
  /** The words that name the source ("The Secretary", "王毅"), where the sentence has them. */
  source?: Span
  /** The reporting verb with its place in the text and its strength, 1 (weak) to 5 (strong). */
  verb?: Span & { lemma: string; act: string; strength: number }
  /** Who is spoken to (`told`), or asked to do or leave something (`asked`), where the sentence says so. */
  addressee?: Span & { speaker: Side | 'both'; how: 'told' | 'asked' }
  /** Whose words the statement reports in its turn: "Xi said that the President had promised …". */
  within?: {
    speaker: Side | 'both'
    source: Span
    verb: Span & { lemma: string; act: string; strength: number }
  }
}

/** What a sentence or a group is about, finer than its topic. */
export interface Matter {
  /** To be shown: "One China", or a phrase of the text where the lexicon has nothing for it. */
  label: string
  /** The second-level topic. */
  part?: string
  /** The label is a phrase of the text. */
  outside?: boolean
}

export const CLAIM_KINDS = [
  'fact',
  'view',
  'commitment',
  'demand',
  'hope',
  'warning',
  'condition',
  'assurance',
  'talks'
] as const
/**
 * What a claim is: a fact told, a view, a commitment, a demand or request, a hope, a warning, a condition, an assurance
 * about oneself, a description of the talks.
 */
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** A number or a date of a claim; `value` is the same for the same figure in either language. */
export interface Figure extends Span {
  kind: 'number' | 'money' | 'percent' | 'period' | 'date'
  /** "8000000", "04-03" for a day, "03" for a month, "2027" for a year; "03-end" for its end. */
  value: string
}

/** One thing that a sentence says. */
export interface Claim {
  /** A whole clause with all that governs it, but for what `governor` has. */
  span: Span
  /** Words at its beginning that lead in what is said: "The Secretary said that". */
  lead?: Span
  /** Words of an earlier claim of its sentence that govern this one too: "it is hoped that". */
  governor?: Span
  speaker: Speaker
  addressee: Side | 'both' | null
  /** The act that the reporting verb reports; null where the claim has none. */
  act: string | null
  polarity: 'asserted' | 'denied' | 'refused'
  kind: ClaimKind
  /** Who is to do it or has done it, or whose view it is; `other` for third parties and things. */
  actor: Side | 'both' | 'other'
  /** First-level topics and concepts that its own words name, in their order. */
  topics: string[]
  concepts: string[]
  figures: Figure[]
  /** What it is made to depend on, in it or ahead of it: "provided that the duties are lifted", "If they are lifted, …". */
  condition: Span | null
}

export interface Sentence extends Span {
  /** `u1`, `u2`, ... on the US side; `c1`, `c2`, ... on the Chinese side; in the order of the text. */
  id: string
  text: string
  /** Index into the readout's `paragraphs`. */
  paragraph: number
  speaker: Speaker
  attribution: Attribution
  /** One to three, strongest first; never empty. */
  topics: TopicWeight[]
  matter: Matter
  /** What it says, in the order of its words; absent in comparisons of older engines. */
  claims?: Claim[]
  /** Its words as they stand in the news story it was taken from, and where; the story's words for its source. */
  quote?: Span & { words: string }
  attributedTo?: string
  /** The meeting that it belongs to, of several that the story tells of; absent where it belongs to none. */
  meeting?: string
  /** What the researcher changed of it. */
  byHand?: ('extent' | 'speaker' | 'topic')[]
  /** Count of words (Chinese: words by segmentation, not characters). */
  words: number
}

/** `body` and `item` hold sentences; the others are shown but never aligned. */
export type ParagraphKind = 'notice' | 'title' | 'heading' | 'dateline' | 'body' | 'item' | 'end'

export interface Paragraph extends Span {
  kind: ParagraphKind
}

/** Whose readout a text is, and why the engine thinks so. */
export interface Recognition {
  /** The issuing government: a party id of the lexicon (`us`, `cn`, `jp`, ...), null where nothing tells. */
  party: string | null
  /** 0 to 1. */
  confidence: number
  /** In plain words, strongest first: "calls the other side “the PRC”". */
  reasons: string[]
}

export interface Readout {
  side: Side
  /** Name of the file or "pasted text"; for the reader only. */
  name: string
  title: string | null
  language: Language
  /** ISO date of the meeting as the text gives it, null where not found. */
  date: string | null
  recognition: Recognition
  /** How the reader may call this party: "United States", "China", "Japan". */
  partyName: string
  /** The same inside a sentence: "the United States". */
  partyInText: string
  /** Before "readout": "US", "Chinese". */
  partyAdjective: string
  words: number
  paragraphs: Paragraph[]
  sentences: Sentence[]
  /** What became of the document it was read from. */
  import?: ImportReport
  /** It is not an official text but what a news story reports. */
  fromStory?: true
  /** The text that the offsets cut, where it is not that of a text file to the letter. */
  source?: string
  /** The same side's text in the other language, where it is there. */
  inOtherLanguage?: Pick<Readout, 'name' | 'title' | 'language' | 'words' | 'paragraphs' | 'sentences'>
}

/** One reason for two passages to stand side by side. */
export interface Evidence {
  kind: 'concept' | 'topic' | 'name' | 'words' | 'passage' | 'speaker' | 'position'
  /** In plain words: "both name the Taiwan Strait". */
  say: string
  /** Share of the group's score that rests on it, 0 to 1. */
  weight: number
  us: Span[]
  cn: Span[]
}

/** One difference inside a group, for the column between the two texts. */
export interface Difference {
  kind: 'finding' | 'speaker' | 'verb' | 'term' | 'words' | 'extent'
  /** Id of the finding it is, where it is one. */
  finding?: string
  /** One plain sentence. */
  say: string
  /** 0 to 1, strongest first. */
  weight: number
  us: Span[]
  cn: Span[]
}

/** Word-level differences of the two passages; absent where they are in different languages. */
export interface WordMarks {
  /** Words that stand in both, in the same order. */
  sameUs: Span[]
  sameCn: Span[]
  /** Content words of one side alone. */
  onlyUs: Span[]
  onlyCn: Span[]
}

export interface Group {
  id: string
  topic: string
  matter: Matter
  us: string[]
  cn: string[]
  relation: 'shared' | 'differ'
  /** 0 to 1: the engine's confidence that these belong together. */
  score: number
  evidence: Evidence[]
  framing: Difference[]
  wordMarks?: WordMarks
  /** What the researcher changed of it; `made`: the machine has no such group. */
  byHand?: ('made' | 'members' | 'topic' | 'relation')[]
}

/**
 * How a sentence stands to the other readout. `alike`: opposite what reports the same; `differs`: opposite what puts it
 * differently; `partly`: the other readout takes up some of what it says and leaves out the rest; `only`: opposite
 * nothing. It follows from groups, claims and findings (matters/answers.ts) and is in no file.
 */
export const ANSWERS = ['alike', 'differs', 'partly', 'only'] as const
export type Answer = (typeof ANSWERS)[number]

/** Two sentences that may treat one matter, but not surely enough to stand side by side. */
export interface Perhaps {
  us: string
  cn: string
  /** 0 to 1, below that of any group. */
  score: number
}

export const FINDING_KINDS = [
  'reported_for_other',
  'duty_reversed',
  'omission',
  'contested_term',
  'demand',
  'strength',
  'label',
  'tone',
  'order_weight',
  'protocol',
  'clash',
  'contradicted',
  'refusal',
  'figure',
  'request',
  'translation',
  'agreement'
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** A term of a Chinese text with its English, for those who do not read it. */
export interface Gloss {
  words: string
  english: string
}

/** Something an analyst would note about the two readouts. */
export interface Finding {
  /** `f1`, `f2`, ..., strongest first. */
  id: string
  kind: FindingKind
  topic: string
  /** Ids of the sentences it rests on; a side may have none. */
  us: string[]
  cn: string[]
  /** The exact words, as they stand in the texts, and where. */
  words: Record<Side, string[]>
  spans: Record<Side, Span[]>
  /** Name of the rule that made it: its kind, or kind and entry of the lexicon ("term:taiwan-label"). */
  rule: string
  /** One plain sentence. */
  say: string
  /** What the choice of words signals, where the lexicon says so. */
  note?: string
  /** Whose readout alone has it; absent where both have a part. */
  only?: Side
  /** What terms in its Chinese quotations mean, in the order of the text; absent where it has none. */
  glosses?: Gloss[]
  /** The words of the same side's text in the other language, where the finding is about the two. */
  inOtherLanguage?: { sentences: string[]; words: string[]; spans: Span[] }
  /** 0 to 1. */
  weight: number
  /** What the researcher says of it; one that was dismissed stays in the list. */
  judged?: 'accepted' | 'dismissed'
  /** The researcher made it, or called it something else. */
  byHand?: 'made' | 'relabelled'
}

/** How much of each readout a first-level topic takes, and where it first comes. */
export interface TopicShare {
  topic: string
  label: string
  /**
   * Share of the side's words, 0 to 1, counted over claims, so that a topic named in passing has its part; the shares
   * of a side add up to 1 (up to rounding).
   */
  us: number
  cn: number
  /** Ids of the sentences whose first topic it is. */
  usSentences: string[]
  cnSentences: string[]
}

/** Version 1 of the file format; more fields may be added, none changed without a new version. */
export interface Comparison {
  version: 1
  engine: {
    version: string
    lexicon: string
    /** The reader's own changes to the lexicon, by number. */
    own?: { name: string; topics: number; concepts: number; terms: number; verbs: number; off: number }
  }
  readouts: Record<Side, Readout>
  /** In the order of the US text, then of the Chinese text. */
  groups: Group[]
  onlyUs: string[]
  onlyCn: string[]
  /** For sentences in no group, the likeliest counterpart where there is a likely one. */
  perhaps?: Perhaps[]
  topics: TopicShare[]
  /** Strongest first. */
  findings: Finding[]
  /** The news story that both readouts were taken from; the places of `quote` count in it. */
  story?: string
  /** Where that story tells of several meetings, which statements belong to which. */
  meetings?: MeetingsOfStory
}

/** The meetings that a news story tells of; spans are statements as they stand in the story. */
export interface MeetingsOfStory {
  /** The chief one first. */
  all: { id: string; name: string; statements: Record<Side, Span[]> }[]
  /** Statements of general policy, which belong to none of them. */
  ofNone: Record<Side, Span[]>
  /** Id of the meeting that is compared; absent where all statements are. */
  compared?: string
}
