import { protocol as features, type ProtocolFeature } from '../lexicon/framing.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { otherSide, SIDES, type Side, type Span } from '../model.ts'
import { finding, listed, quoted, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { tell } from './sentences.ts'

const MOST_FEATURES = 3
/** Features weaker than this are not worth a finding by themselves. */
const LEAST = 0.3

interface Found {
  feature: ProtocolFeature
  quote: Quote
}

/** A short sentence is quoted whole: who was there is told by the names, not by "others were present". */
const WHOLE = 14
const whole = ({ sentence: { start, words }, tokens }: Passage): Span | undefined => {
  const last = tokens.at(-1)
  return last && words <= WHOLE ? { start, end: last.end } : undefined
}

const featuresOf = (material: Material, side: Side): Map<string, Found> => {
  const found = new Map<string, Found>()
  for (const passage of material.sides[side].passages)
    if (passage.sentence.speaker === 'narrator')
      for (const { value, start, end } of features.findLongest(passage.tokens))
        if (!found.has(value.id))
          found.set(value.id, {
            feature: value,
            quote: { passage, span: whole(passage) ?? material.excerpt(passage, { start, end }) }
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
  // Both tell the rank in the party, each in its own words: that is worth both.
  const both = ['party-rank'].flatMap((id) => {
    const [one, other] = [found.us.get(id), found.cn.get(id)]
    return one && other ? [{ us: one, cn: other }] : []
  })
  const lone = { us: only('us'), cn: only('cn') }
  const all = [...lone.us, ...lone.cn, ...both.map(({ us }) => us)]
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
    const own = [...lone[side].map(({ quote }) => quote), ...both.map((entry) => entry[side].quote)]
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
  const sayBoth = both.map(({ us, cn }) =>
    tell(material, 'protocol:both', 'us', {
      what: us.feature.name,
      said: quoted(wordsOf(material, us.quote)),
      answer: quoted(wordsOf(material, cn.quote))
    })
  )
  return [
    finding(material, {
      kind: 'protocol',
      rule: 'protocol',
      topic: NARRATION_TOPIC,
      quotes,
      say: `${[...SIDES.flatMap(sayLone), ...sayBoth].join('; ')}.`,
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
