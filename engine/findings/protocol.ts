import { protocol as features, protocolMentions, unheld, type ProtocolFeature } from '../lexicon/framing.ts'
import { calls } from '../lexicon/places.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { otherSide, SIDES, type Side, type Span } from '../model.ts'
import { within } from '../text/spans.ts'
import { bySide, finding, quoted, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { tell } from './sentences.ts'

/** What a text tells of the form of a meeting by naming one side: who asked for it, who invited. */
interface Told {
  feature: ProtocolFeature
  quote: Quote
  /** Whose request or invitation it was; null where the text names nobody of the two. */
  whose: Side | null
}

/** What both tell, each of the other side, says more than what one tells alone. */
const CLASH = 0.8
const LONE = 0.85
/** "At the request of" wants whose it was. */
const WHOSE =
  /^(?:\p{Lu}\.(?=\p{Lu}|\s+\p{Ll})|(?! (?:with|in|on|and|for|to|lasted|took|was|were) )[^,.;:（，。]){1,90}(?![\p{L}’])/u

/** "Who had asked for *the call*". */
const ASKED_FOR = /^ (?:it|(?:the|this|a) \p{L}+)(?![\p{L}’])/u

/** The words of a feature with whoever, or whatever was asked for, is named behind them. */
const phraseAround = (
  { sides }: Material,
  { side, sentence }: Passage,
  span: Span,
  isOpen: boolean
): Span => {
  const { text } = sides[side]
  const isHungry = text.slice(span.start, span.end).endsWith(' for')
  const wanted = isOpen ? WHOSE : isHungry ? ASKED_FOR : undefined
  const behind = wanted?.exec(text.slice(span.end, sentence.end))?.[0].length ?? 0
  return { start: span.start, end: span.end + behind }
}

const whoseOf = (passage: Passage, { whose }: ProtocolFeature, words: Span, phrase: Span): Side | null => {
  const named = passage.named.flatMap(({ start, end, bearer }) =>
    bearer === 'both' ? [] : [{ start, end, bearer }]
  )
  const inPhrase = named.find((place) => within(place, phrase))
  if (inPhrase) return inPhrase.bearer
  if (whose === 'other') return otherSide(passage.side)
  return whose === 'before' || whose === 'owner'
    ? (named.findLast(({ end }) => end <= words.start)?.bearer ?? null)
    : null
}

/** "*At* Beijing's request": so few words stand between. */
const NEAR = 6
/** Where the phrase begins that names whose request it was; undefined for "a request of the Minister's". */
const atBefore = ({ tokens }: Passage, start: number): number | undefined =>
  tokens
    .filter((token) => token.start < start)
    .slice(-NEAR)
    .findLast(({ text }) => text === 'at' || text === 'on' || text === 'upon')?.start

/** The first of each feature that a text tells in its own name. */
const toldIn = (material: Material, side: Side): Map<string, Told> => {
  const found = new Map<string, Told>()
  for (const passage of material.sides[side].passages)
    if (passage.sentence.speaker === 'narrator' && unheld.findLongest(passage.tokens).length === 0)
      for (const { value: feature, start, end } of features.findLongest(passage.tokens)) {
        const from = feature.whose === 'owner' ? atBefore(passage, start) : start
        if (found.has(feature.id) || from === undefined) continue
        const span = phraseAround(material, passage, { start: from, end }, feature.whose === 'behind')
        const whose = whoseOf(passage, feature, { start, end }, span)
        found.set(feature.id, { feature, quote: { passage, span }, whose })
      }
  return found
}

/** What the two may have held, as the sentences of the catalogue call it. */
const HELD = new Set(['call', 'meeting'])

/** Whether a text may tell, in words that are not read, who asked or invited: then the other does not tell it alone. */
const mayTell = (material: Material, side: Side): boolean =>
  material.sides[side].passages.some(
    ({ tokens, sentence }) =>
      features.findLongest(tokens).some(({ value }) => value.whose !== 'owner') ||
      // "We asked for this call": also where a side says so itself.
      ((sentence.speaker === 'narrator' || tokens.some(({ text }) => HELD.has(text))) &&
        protocolMentions.findLongest(tokens).length > 0)
  )

/** Whether the first that either text tells is that they spoke by telephone or video, or a sentence calls it a call. */
const isCall = ({ sides }: Material, quotes: readonly Quote[]): boolean =>
  [
    ...SIDES.map((side) => sides[side].passages.find(({ sentence }) => sentence.speaker === 'narrator')),
    ...quotes.map(({ passage }) => passage)
  ].some((one) => one !== undefined && calls.findLongest(one.tokens).length > 0)

/**
 * Protocol: at whose request or invitation the two met, where one text alone tells, or each names another. Whoever asks for a
 * meeting is taken to need it more, so that each side tells that it was asked.
 */
export const protocol = (material: Material): FindingDraft[] => {
  const told = { us: toldIn(material, 'us'), cn: toldIn(material, 'cn') }
  const capital = (side: Side): string => material.capitals[side]
  return SIDES.flatMap((side) =>
    [...told[side].values()].flatMap(({ feature, quote, whose }): FindingDraft[] => {
      const other = told[otherSide(side)].get(feature.id)
      if (whose === null) return []
      const held = isCall(material, [quote, ...(other ? [other.quote] : [])]) ? 'call' : 'meeting'
      const toldOf = (by: ProtocolFeature, who: Side): string =>
        by.told.replace('{whom}', capital(who)).replace('{held}', held)
      const what = toldOf(feature, whose)
      const said = quoted(wordsOf(material, quote))
      if (!other)
        return mayTell(material, otherSide(side))
          ? []
          : [
              finding(material, {
                kind: 'protocol',
                rule: 'protocol',
                topic: NARRATION_TOPIC,
                quotes: bySide(side, [quote], []),
                say: tell(material, 'protocol:lone', side, { what, said }),
                weight: feature.weight * LONE,
                only: side
              })
            ]
      if (side !== material.firstInTie || other.whose === null || other.whose === whose) return []
      return [
        finding(material, {
          kind: 'clash',
          rule: 'protocol:clash',
          topic: NARRATION_TOPIC,
          quotes: bySide(side, [quote], [other.quote]),
          say: tell(material, 'protocol:clash', side, {
            what,
            said,
            other: toldOf(other.feature, other.whose),
            answer: quoted(wordsOf(material, other.quote))
          }),
          weight: CLASH
        })
      ]
    })
  )
}
