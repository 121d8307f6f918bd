import { contentOf } from '../meaning/content.ts'
import { likeness } from '../meaning/vectors.ts'
import {
  SIDES,
  type Difference,
  type Language,
  type Sentence,
  type Side,
  type Span,
  type Speaker
} from '../model.ts'
import { onceFor } from '../once-for.ts'
import { tokensWithin, type Token } from '../text/tokens.ts'
import { isContentWord } from '../wording/stem.ts'
import type { Rarity, Weighed } from './weigh.ts'

const MOST_DIFFERENCES = 4
const MOST_TERMS = 3
/** Concepts below this weight are common phrases, whose absence says nothing. */
const LEAST_TERM_WEIGHT = 0.6
/** Verbs are mostly neutral; a gap of one step is within what translators choose freely. */
const LEAST_VERB_GAP = 2
/** One side's passage this many times longer is a difference in itself. */
const LARGE_EXTENT = 3

/** Names of the places, for the sentences below. */
export type Names = Record<Side, string>

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** The sources of statements, as a reader would put it. */
const saidBy = (speaker: Speaker, names: Names): string =>
  speaker === 'narrator'
    ? 'in its own voice'
    : `as said by ${speaker === 'both' ? 'both together' : names[speaker]}`

/** Whose statement most of a passage's words are. */
const mainSpeaker = (sentences: readonly Sentence[]): Speaker => {
  const words = new Map<Speaker, number>()
  for (const { speaker, words: count } of sentences) words.set(speaker, (words.get(speaker) ?? 0) + count)
  return [...words].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'narrator'
}

const speakerDifference = (us: readonly Sentence[], cn: readonly Sentence[], names: Names): Difference[] => {
  const [one, other] = [mainSpeaker(us), mainSpeaker(cn)]
  if (one === other) return []
  if (one === 'us' && other === 'cn')
    return [
      { kind: 'speaker', say: 'Each text reports its own side’s words here.', weight: 0.2, us: [], cn: [] }
    ]
  const source = (sentences: readonly Sentence[]): Span[] =>
    sentences.flatMap(({ attribution }) => (attribution.source ? [attribution.source] : []))
  return [
    {
      kind: 'speaker',
      say: `The text of ${names.us} tells this ${saidBy(one, names)}, that of ${names.cn} ${saidBy(other, names)}.`,
      weight: 0.6,
      us: source(us),
      cn: source(cn)
    }
  ]
}

type Verb = NonNullable<Sentence['attribution']['verb']>

const strongest = (sentences: readonly Sentence[]): Verb | undefined =>
  sentences
    .flatMap(({ attribution }) => (attribution.verb ? [attribution.verb] : []))
    .sort((a, b) => b.strength - a.strength)[0]

const verbDifference = (us: readonly Sentence[], cn: readonly Sentence[], names: Names): Difference[] => {
  const [one, other] = [strongest(us), strongest(cn)]
  if (!one || !other || Math.abs(one.strength - other.strength) < LEAST_VERB_GAP) return []
  const [stronger, weaker] = one.strength > other.strength ? (['us', 'cn'] as const) : (['cn', 'us'] as const)
  const verbs = { us: one, cn: other }
  const gap = Math.abs(one.strength - other.strength)
  return [
    {
      kind: 'verb',
      say: `The text of ${names[stronger]} puts it more strongly: “${verbs[stronger].lemma}” (${verbs[stronger].strength} of 5) against “${verbs[weaker].lemma}” (${verbs[weaker].strength}).`,
      weight: Math.round((0.4 + 0.15 * gap) * 100) / 100,
      us: [{ start: one.start, end: one.end }],
      cn: [{ start: other.start, end: other.end }]
    }
  ]
}

/** All that a readout names, and its words in a row, by which it is known whether something stands in it anywhere. */
export interface WholeReadout {
  concepts: ReadonlySet<string>
  wording: string
  language: Language | undefined
  sentences: readonly (readonly Token[])[]
}

export const wholeOf = (profiles: readonly Weighed[]): WholeReadout => ({
  concepts: new Set(profiles.flatMap(({ own }) => [...own.keys()])),
  wording: ` ${profiles.map(({ wording }) => wording).join(' ')} `,
  language: profiles[0]?.language,
  sentences: profiles.map(({ tokens }) => tokens)
})

/** The meanings of a text's words, each once: asked for only beside a text of another language. */
const meaningsOf = onceFor(({ sentences }: WholeReadout): readonly Int8Array[] => [
  ...new Map(
    sentences.flatMap((tokens) => contentOf(tokens).map(({ word, vector }) => [word, vector] as const))
  ).values()
])

/** A word of one language and its translation mean at least so much the same: 会晤 and "met", 乌克兰 and "Ukraine". */
const TRANSLATED = 0.45

/**
 * Whether all that words say may stand in a text of another language, in words of its own. What no table knows cannot be
 * looked up, and then nobody can say that it stands on one side only.
 */
const mayBeTranslated = (tokens: readonly Token[], whole: WholeReadout): boolean =>
  contentOf(tokens).every(({ vector }) =>
    meaningsOf(whole).some((other) => likeness(vector, other) >= TRANSLATED)
  )

/** A place without the words at its ends that say nothing by themselves: "democracy", not "democracy and". */
const trimmed = (all: readonly Token[], place: Span): readonly Token[] => {
  const tokens = tokensWithin(all, place.start, place.end)
  const says = ({ text }: Token): boolean => isContentWord(text) || /\p{Script=Han}/u.test(text)
  return tokens.slice(Math.max(0, tokens.findIndex(says)), tokens.findLastIndex(says) + 1)
}

/** "Only China has “Cold War”; only the United States has “rules”."; empty where neither has anything. */
export const sayOnly = (words: Record<Side, readonly string[]>, names: Names): string => {
  const parts = SIDES.filter((side) => words[side].length > 0).map(
    (side) => `only ${names[side]} has ${words[side].map((one) => `“${one}”`).join(', ')}`
  )
  return parts.length === 0 ? '' : capitalised(`${parts.join('; ')}.`)
}

/** Concepts that only one side names, in its whole readout, and that its passage here has, the rarest first. */
const termDifference = (
  us: readonly Weighed[],
  cn: readonly Weighed[],
  whole: Record<Side, WholeReadout>,
  rarity: Rarity,
  names: Names
): Difference[] => {
  const only = (
    own: readonly Weighed[],
    other: WholeReadout
  ): { words: string; span: Span; worth: number }[] => {
    const found = new Map<string, { words: string; span: Span; worth: number }>()
    for (const profile of own)
      for (const [id, { concept, spans }] of profile.own) {
        const { text, start } = profile.sentence
        const tokens = spans[0] ? trimmed(profile.tokens, spans[0]) : []
        const [first, last] = [tokens[0], tokens.at(-1)]
        if (concept.weight < LEAST_TERM_WEIGHT || other.concepts.has(id) || found.has(id)) continue
        if (!first || !last) continue
        const span = { start: first.start, end: last.end }
        const words = text.slice(span.start - start, span.end - start)
        const wording = tokens.map(({ text: word }) => word)
        if (other.wording.includes(` ${wording.join(' ')} `)) continue
        if (other.language !== profile.language && mayBeTranslated(tokens, other)) continue
        found.set(id, { words, span, worth: concept.weight * rarity.concept(id) })
      }
    const ranked = [...found.values()].sort((a, b) => b.worth - a.worth || a.span.start - b.span.start)
    // "Weapons" beside "weapons proliferation", or one word of two concepts, is told once.
    return ranked
      .filter(
        ({ words }, at) =>
          !ranked.some(
            (one, place) => one.words.includes(words) && (one.words.length > words.length || place < at)
          )
      )
      .slice(0, MOST_TERMS)
  }
  const terms = { us: only(us, whole.cn), cn: only(cn, whole.us) }
  const say = sayOnly(
    { us: terms.us.map(({ words }) => words), cn: terms.cn.map(({ words }) => words) },
    names
  )
  if (say === '') return []
  return [
    {
      kind: 'term',
      say,
      weight: Math.min(0.75, 0.35 + 0.1 * (terms.us.length + terms.cn.length)),
      us: terms.us.map(({ span }) => span),
      cn: terms.cn.map(({ span }) => span)
    }
  ]
}

const extentDifference = (us: readonly Sentence[], cn: readonly Sentence[], names: Names): Difference[] => {
  const words = (sentences: readonly Sentence[]): number =>
    sentences.reduce((sum, sentence) => sum + sentence.words, 0)
  const counts = { us: words(us), cn: words(cn) }
  const [longer, shorter] = counts.us >= counts.cn ? (['us', 'cn'] as const) : (['cn', 'us'] as const)
  if (counts[longer] < LARGE_EXTENT * counts[shorter]) return []
  return [
    {
      kind: 'extent',
      say: capitalised(
        `${names[longer]} gives it ${counts[longer]} words, ${names[shorter]} ${counts[shorter]}.`
      ),
      weight: 0.3,
      us: [],
      cn: []
    }
  ]
}

/** What differs between two passages as far as their speakers, verbs and lengths tell, which needs no lexicon. */
export const plainDifferences = (
  us: readonly Sentence[],
  cn: readonly Sentence[],
  names: Names
): Difference[] => [
  ...speakerDifference(us, cn, names),
  ...verbDifference(us, cn, names),
  ...extentDifference(us, cn, names)
]

/** What differs between the two passages of a group, strongest first. */
export const differencesBetween = (
  us: readonly Weighed[],
  cn: readonly Weighed[],
  whole: Record<Side, WholeReadout>,
  rarity: Rarity,
  names: Names
): Difference[] => {
  const sentences = { us: us.map(({ sentence }) => sentence), cn: cn.map(({ sentence }) => sentence) }
  return [
    ...speakerDifference(sentences.us, sentences.cn, names),
    ...verbDifference(sentences.us, sentences.cn, names),
    ...termDifference(us, cn, whole, rarity, names),
    ...extentDifference(sentences.us, sentences.cn, names)
  ]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_DIFFERENCES)
}
