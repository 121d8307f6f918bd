import type { ContentWord } from '../meaning/content.ts'
import { likeness } from '../meaning/vectors.ts'
import type { Evidence, Span } from '../model.ts'
import type { Bundle } from './groups.ts'
import type { Prepared } from './prepare.ts'
import { sharedMatters } from './features.ts'
import type { Weighed } from './weigh.ts'
import type { AlignmentModel } from './score.ts'

const MOST_EVIDENCE = 5
const MOST_WORDS = 4
/** Of a large bundle so many pairs, those most surely linked, are asked for their reasons. */
const MOST_PAIRS = 3
const MOST_ALIKE = 2
/** From this cosine on two words are said to mean about the same. */
const LEAST_ALIKE = 0.5
/** Evidence below this share of the whole is not worth the reader's time. */
const LEAST_SHARE = 0.05

interface Reason {
  kind: Evidence['kind']
  say: string
  worth: number
  us: Span[]
  cn: Span[]
}

const wordsAt = (profile: Weighed, [span]: readonly Span[]): string =>
  span
    ? profile.sentence.text.slice(span.start - profile.sentence.start, span.end - profile.sentence.start)
    : ''

/** A concept's words on each side, quoted once where they are the same. */
const quoteBoth = (one: string, other: string): string =>
  one.toLowerCase() === other.toLowerCase() ? `both name “${one}”` : `“${one}” and “${other}” name the same`

const conceptReasons = (one: Weighed, other: Weighed, prepared: Prepared, weight: number): Reason[] =>
  [...one.own].flatMap(([id, use]) => {
    const partner = other.own.get(id)
    if (!partner) return []
    return [
      {
        kind: 'concept' as const,
        say: quoteBoth(wordsAt(one, use.spans), wordsAt(other, partner.spans)),
        worth: weight * use.concept.weight * prepared.rarity.concept(id),
        us: use.spans,
        cn: partner.spans
      }
    ]
  })

const wordReason = (one: Weighed, other: Weighed, prepared: Prepared, worth: number): Reason[] => {
  const shared = [...one.stems.keys()]
    .filter((word) => other.stems.has(word))
    .sort((a, b) => prepared.rarity.stem(b) - prepared.rarity.stem(a) || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map((word) => `“${word.slice(word.indexOf(':') + 1)}…”`)
  return shared.length > 0 && worth > 0
    ? [{ kind: 'words', say: `share rare words: ${shared.join(', ')}`, worth, us: [], cn: [] }]
    : []
}

/** Pairs of words, of one language or two, that mean about the same. */
const meaningReason = (one: Weighed, other: Weighed, worth: number): Reason[] => {
  if (worth <= 0) return []
  const pairs: { word: ContentWord; partner: ContentWord; like: number }[] = []
  for (const word of one.content)
    for (const partner of other.content) {
      if (word.word === partner.word) continue
      const like = likeness(word.vector, partner.vector)
      if (like >= LEAST_ALIKE) pairs.push({ word, partner, like })
    }
  const alike = pairs
    .sort(
      (a, b) =>
        b.like * b.word.weight * b.partner.weight - a.like * a.word.weight * a.partner.weight ||
        a.word.start - b.word.start ||
        a.partner.start - b.partner.start
    )
    .slice(0, MOST_ALIKE)
  return alike.length > 0
    ? [
        {
          kind: 'words',
          say: `words of like meaning: ${alike.map(({ word, partner }) => `“${word.word}” and “${partner.word}”`).join(', ')}`,
          worth,
          us: distinct(alike.map(({ word }) => word)),
          cn: distinct(alike.map(({ partner }) => partner))
        }
      ]
    : []
}

/** The reasons for one pair of sentences, from the features that speak for it. */
const reasonsFor = (
  one: Weighed,
  other: Weighed,
  features: Record<string, number>,
  prepared: Prepared,
  model: AlignmentModel
): Reason[] => {
  const worthOf = (name: string): number =>
    Math.max(0, (model.first.weights[name] ?? 0) * (features[name] ?? 0))
  const reasons = conceptReasons(
    one,
    other,
    prepared,
    (model.first.weights['concepts'] ?? 0) + (model.first.weights['overlap'] ?? 0) / 2
  )
  const matters = sharedMatters(one, other).map((id) => prepared.lexicon.label(id))
  const topicWorth = worthOf('specificTopic') + worthOf('genericTopic') + worthOf('loneTopic')
  if (matters.length > 0 && topicWorth > 0)
    reasons.push({
      kind: 'topic',
      say: `both are about ${matters.join(', ')}`,
      worth: topicWorth,
      us: [],
      cn: []
    })
  const meaningWorth = (['meaning', 'glosses', 'translated', 'translatedMost'] as const)
    .map(worthOf)
    .reduce((sum, worth) => sum + worth)
  reasons.push(...meaningReason(one, other, meaningWorth))
  if (worthOf('passage') + worthOf('setting') > 0)
    reasons.push({
      kind: 'passage',
      say: 'one goes on, without naming it again, about what the other names',
      worth: worthOf('passage') + worthOf('setting'),
      us: [],
      cn: []
    })
  reasons.push(...wordReason(one, other, prepared, worthOf('words')))
  if (worthOf('marks') > 0) {
    const shared = [...one.marks].filter((mark) => other.marks.has(mark)).sort()
    reasons.push({
      kind: 'name',
      say: `both have ${shared.slice(0, MOST_WORDS).join(', ')}`,
      worth: worthOf('marks'),
      us: [],
      cn: []
    })
  }
  if (worthOf('sameSpeaker') > 0)
    reasons.push({
      kind: 'speaker',
      say: 'both report the same side’s words',
      worth: worthOf('sameSpeaker'),
      us: [],
      cn: []
    })
  if (worthOf('bothOpen') > 0)
    reasons.push({
      kind: 'position',
      say: 'both open their text',
      worth: worthOf('bothOpen'),
      us: [],
      cn: []
    })
  return reasons
}

const merged = (reasons: readonly Reason[]): Reason[] => {
  const bySay = new Map<string, Reason>()
  for (const reason of reasons) {
    const known = bySay.get(reason.say)
    if (known) {
      known.worth += reason.worth
      known.us = distinct([...known.us, ...reason.us])
      known.cn = distinct([...known.cn, ...reason.cn])
    } else bySay.set(reason.say, { ...reason, us: [...reason.us], cn: [...reason.cn] })
  }
  return [...bySay.values()]
}

const distinct = (spans: readonly Span[]): Span[] =>
  [...new Map(spans.map(({ start, end }) => [`${start} ${end}`, { start, end }])).values()].sort(
    (a, b) => a.start - b.start
  )

/** Why the sentences of a bundle stand side by side, weightiest first; the weights are shares of all that speaks for it. */
export const evidenceFor = (bundle: Bundle, prepared: Prepared, model: AlignmentModel): Evidence[] => {
  const members = bundle.us
    .flatMap((us) => bundle.cn.flatMap((cn) => prepared.pairOf(us, cn) ?? []))
    .sort((a, b) => b.logit - a.logit)
    .slice(0, MOST_PAIRS)
  const reasons = merged(
    members.flatMap((pair) => {
      const [one, other] = [prepared.us[pair.us], prepared.cn[pair.cn]]
      return one && other ? reasonsFor(one, other, pair.features.values, prepared, model) : []
    })
  )
  const total = reasons.reduce((sum, { worth }) => sum + worth, 0)
  return reasons
    .map(({ worth, ...reason }) => ({ ...reason, weight: Math.round((worth / total) * 100) / 100 }))
    .filter(({ weight }) => weight >= LEAST_SHARE)
    .sort((a, b) => b.weight - a.weight || (a.say < b.say ? -1 : 1))
    .slice(0, MOST_EVIDENCE)
}
