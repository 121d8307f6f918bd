import { otherSide, type Finding, type FindingKind, type Side, type Span } from '../model.ts'
import { within } from '../text/spans.ts'
import { AT_LARGE } from '../topics/matter.ts'
import { inThousandths } from '../rounded.ts'
import { type Material, type Passage } from './material.ts'

/** Words of a sentence that a finding rests on. */
export interface Quote {
  passage: Passage
  span: Span
  /** What of it is left out where it is told: the items of a list before the one that is meant. */
  elided?: Span
}

export type FindingDraft = Omit<Finding, 'id'>

interface Parts {
  kind: FindingKind
  rule: string
  quotes: Record<Side, readonly Quote[]>
  say: string
  weight: number
  note?: string | undefined
  only?: Side | undefined
  /** The topic, where it is not that of the first words. */
  topic?: string | undefined
}

/** Quotation marks that words open and do not close, or the text closes with a stop before. */
const isLeftOpen = (words: string): boolean =>
  words.split('“').length > words.split('”').length ||
  (words.split('"').length % 2 === 0 && /(?:^|[\s(])"[^"]*$/u.test(words))

/** "“a”, “b” and “c”". */
export const listed = (items: readonly string[]): string =>
  items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`

/** Stands in words before the items of a list whose end is not quoted: there the quotation is taken apart. */
export const PARTED = '\u2063'
const MARKED = new RegExp(`,?\\s*${PARTED}\\s*`, 'u')
/** Between items that are quoted each for itself. */
const BETWEEN_ITEMS = /”(?:,| and) “/gu

/** A sentence as it reads with its lists in one piece: for finding in it what was quoted. */
export const inOnePiece = (say: string): string => say.replace(BETWEEN_ITEMS, ', ')

/**
 * Words as they stand, in quotation marks; quotation marks of the text itself become single ones, and a stop at the end goes.
 * Items of a list without its end are joined: “does not seek conflict” and “does not support it”.
 */
export const quoted = (words: string): string => {
  const closed = isLeftOpen(words) ? `${words}”` : words
  const items = closed
    .replace(/\s+/gu, ' ')
    .replace(/[.,](?=[”"]$)/u, '')
    .replace(/“|(?<=^|[\s(])"/gu, '‘')
    .replace(/[”"]/gu, '’')
    .split(MARKED)
  return listed(items.map((item) => `“${item}”`))
}

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What a topic, or its second level where that says more, is called at the head of a finding. */
export const matterLabel = ({ lexicon }: Material, topic: string, part?: string): string =>
  (part !== undefined && part !== AT_LARGE ? lexicon.partLabel(topic, part) : undefined) ??
  lexicon.label(topic)

export const wordsOf = ({ sides }: Material, { passage, span }: Quote): string =>
  sides[passage.side].text.slice(span.start, span.end)

/** Quotes a few of the words, each once. */
export const quotedList = (material: Material, quotes: readonly Quote[], most = 3): string =>
  listed([...new Set(inOrder(quotes).map((quote) => quoted(wordsOf(material, quote))))].slice(0, most))

/** What a finding quotes of a side, each place with the sentence that it stands in. */
export const quotesOf = (material: Material, draft: FindingDraft, side: Side): Quote[] =>
  draft.spans[side].flatMap((span) =>
    draft[side].flatMap((id) => {
      const passage = material.passage(id)
      return passage && within(span, passage.sentence) ? [{ passage, span }] : []
    })
  )

/** In the order of the text; where two places overlap, the one that begins first. */
export const inOrder = (quotes: readonly Quote[]): Quote[] => {
  const sorted = [...quotes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const kept: Quote[] = []
  for (const quote of sorted) if (quote.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(quote)
  return kept
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

/** Topics of the quoted sentences: one that both sides have first, else that of the side with more. */
const topicOf = (us: readonly Quote[], cn: readonly Quote[], lexicon: Material['lexicon']): string => {
  const counts = new Map<string, number>()
  for (const { passage } of [...us, ...cn])
    for (const [rank, { id }] of passage.sentence.topics.entries())
      counts.set(id, (counts.get(id) ?? 0) + (lexicon.isGeneric(id) ? 0.6 : 1) / (1 + rank))
  return (
    [...counts].sort((a, b) => Math.round((b[1] - a[1]) * 1e6) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'meeting'
  )
}

/** A finding made of quotes, with its places and words in the order of the texts. */
export const finding = (
  material: Material,
  { kind, rule, quotes, say, weight, note, only, topic }: Parts
): FindingDraft => {
  const [us, cn] = [inOrder(quotes.us), inOrder(quotes.cn)]
  return {
    kind,
    topic: topic ?? topicOf(us, cn, material.lexicon),
    us: unique(us.map(({ passage }) => passage.sentence.id)),
    cn: unique(cn.map(({ passage }) => passage.sentence.id)),
    words: {
      us: us.map((quote) => wordsOf(material, quote)),
      cn: cn.map((quote) => wordsOf(material, quote))
    },
    spans: { us: us.map(({ span }) => span), cn: cn.map(({ span }) => span) },
    rule,
    say: capitalised(say),
    ...(note ? { note } : {}),
    ...(only ? { only } : {}),
    weight: inThousandths(Math.max(0, Math.min(1, weight)))
  }
}

/** Puts what each side has in the places of a side and the other. */
export const bySide = <T>(side: Side, own: T, others: T): Record<Side, T> =>
  side === 'us' ? { us: own, cn: others } : { us: others, cn: own }

/**
 * Strongest first; of equal weight in an order that goes by what is quoted and not by the places of the texts, so that
 * a comparison and its mirror image have theirs alike.
 */
export const byWeightIn = ({ firstInTie }: Material): ((a: FindingDraft, b: FindingDraft) => number) => {
  const key = ({ kind, words, rule, spans, only }: FindingDraft): string =>
    [
      kind,
      rule,
      ...[words.us.join(' '), words.cn.join(' ')].sort(),
      words[firstInTie].join(' '),
      only === undefined ? '' : String(only === firstInTie),
      // A sentence may stand twice in either text.
      ...[firstInTie, otherSide(firstInTie)].map((side) =>
        String(spans[side][0]?.start ?? 0).padStart(9, '0')
      )
    ].join('\n')
  return (a, b) => {
    const [one, other] = [key(a), key(b)]
    return b.weight - a.weight || (one < other ? -1 : one > other ? 1 : 0)
  }
}
