import { protocol as features, type ProtocolFeature } from '../lexicon/framing.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { otherSide, SIDES, type Side, type Span } from '../model.ts'
import { finding, listed, quoted, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { tell } from './sentences.ts'

const MOST_FEATURES = 2
/** Features weaker than this are marked in the texts and not worth a finding. */
const LEAST = 0.4

interface Found {
  feature: ProtocolFeature
  quote: Quote
}

/** What leads in how long it took: "for nearly", "ran about". */
const MEASURE = /\b(?:for|lasting|lasted|ran|over|some|nearly|about|in)\b[^,.;]{0,40}$/u
/** "At the request of" wants whose it was. */
const WHOSE = /^(?:\p{Lu}\.|[^,.;:（，。]){1,90}(?![\p{L}’])/u

/** The few words that tell a feature. */
const phraseAround = ({ sides }: Material, { side, sentence }: Passage, { start, end }: Span): Span => {
  const { text } = sides[side]
  const before = MEASURE.exec(text.slice(sentence.start, start))
  const isOpen = /\bof$/u.test(text.slice(start, end))
  const behind = isOpen ? (WHOSE.exec(text.slice(end, sentence.end))?.[0].length ?? 0) : 0
  const isMeasure = /(?:hours|minutes)$/u.test(text.slice(start, end))
  return { start: isMeasure && before ? sentence.start + before.index : start, end: end + behind }
}

const featuresOf = (material: Material, side: Side): Map<string, Found> => {
  const found = new Map<string, Found>()
  for (const passage of material.sides[side].passages)
    if (passage.sentence.speaker === 'narrator')
      for (const { value, start, end } of features.findLongest(passage.tokens))
        if (!found.has(value.id))
          found.set(value.id, {
            feature: value,
            quote: { passage, span: phraseAround(material, passage, { start, end }) }
          })
  return found
}

/** Features that a text names anywhere, whoever speaks: what only one text tells is told nowhere in the other. */
const namedIn = (material: Material, side: Side): Set<string> =>
  new Set(
    material.sides[side].passages.flatMap(({ tokens }) =>
      features.findLongest(tokens).map(({ value }) => value.id)
    )
  )

/** Protocol: at whose request, titles and rank, how long and where, who was there; told by what only one text has. */
export const protocol = (material: Material): FindingDraft[] => {
  const found = { us: featuresOf(material, 'us'), cn: featuresOf(material, 'cn') }
  const anywhere = { us: namedIn(material, 'us'), cn: namedIn(material, 'cn') }
  const only = (side: Side): Found[] =>
    [...found[side].values()]
      .filter(({ feature }) => !anywhere[otherSide(side)].has(feature.id) && feature.weight >= LEAST)
      .sort((a, b) => b.feature.weight - a.feature.weight || (a.feature.id < b.feature.id ? -1 : 1))
      .slice(0, MOST_FEATURES)
  const lone = { us: only('us'), cn: only('cn') }
  const all = [...lone.us, ...lone.cn]
  if (all.length === 0) return []
  const opening = (side: Side): Quote[] => {
    const narration = material.sides[side].passages.filter(({ sentence }) => sentence.speaker === 'narrator')
    // Before the sentence that tells of the meeting there may be one that names the spokesperson.
    const first =
      narration.find(({ uses }) => uses.some(({ concept }) => concept.topic === NARRATION_TOPIC)) ??
      narration[0]
    return first ? [{ passage: first, span: headOf(first) }] : []
  }
  const quotesOf = (side: Side): Quote[] => {
    const own = lone[side].map(({ quote }) => quote)
    return own.length > 0 ? own : opening(side)
  }
  const quotes = { us: quotesOf('us'), cn: quotesOf('cn') }
  const sayLone = (side: Side): string[] =>
    lone[side].length > 0
      ? [
          tell(material, 'protocol:lone', side, {
            said: listed(
              lone[side].map(({ feature, quote }) => `${feature.name} (${quoted(wordsOf(material, quote))})`)
            )
          })
        ]
      : []
  return [
    finding(material, {
      kind: 'protocol',
      rule: 'protocol',
      topic: NARRATION_TOPIC,
      quotes,
      say: `${SIDES.flatMap(sayLone).join('; ')}.`,
      weight: Math.max(...all.map(({ feature }) => feature.weight)) * 0.85
    })
  ]
}

/** So many words of the opening tell what kind of meeting it was. */
const OPENING = 14
const headOf = ({ tokens, sentence }: Passage): Span => ({
  start: sentence.start,
  end: tokens[Math.min(tokens.length, OPENING) - 1]?.end ?? sentence.end
})
