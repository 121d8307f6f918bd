import { SIDES, type Finding, type Group, type Sentence, type Side, type Span } from '../model.ts'
import type { Ground } from './ground.ts'
import { LEAST_LIKENESS, likeness } from './likeness.ts'
import { movedText, type MovedText } from './moved-text.ts'
import { placesOf, type Places } from './places.ts'
import type { Work } from './work.ts'

/** Groups of which this share of the links is the same, counted by the larger, are one. */
const LEAST_OVERLAP = 0.25
/** Findings of a rule with this share of their words in common are one. */
const LEAST_SAME_WORDS = 0.5

const overlapOf = (one: Span, other: Span): number =>
  Math.min(one.end, other.end) - Math.max(one.start, other.start)

const middleOf = ({ start, end }: Span): number => (start + end) / 2

/** The sentences that a span is the most of; or else the one that holds the most of the span. */
const covered = (span: Span, sentences: readonly Sentence[]): Sentence[] => {
  const inside = sentences.filter((sentence) => {
    const overlap = overlapOf(span, sentence)
    return overlap > 0 && 2 * overlap >= sentence.end - sentence.start
  })
  if (inside.length > 0) return inside
  return sentences.filter((sentence) => {
    const overlap = overlapOf(span, sentence)
    return overlap > 0 && 2 * overlap >= span.end - span.start
  })
}

const nearest = (sentences: readonly Sentence[], to: number): Sentence | undefined =>
  [...sentences].sort((a, b) => Math.abs(middleOf(a) - to) - Math.abs(middleOf(b) - to))[0]

/** What findings are known by, beside their rule: their exact words. */
const wordsOf = ({ words }: Finding): string[] =>
  SIDES.flatMap((side) => words[side].map((some) => `${side} ${some}`))

const sameWords = (one: Finding, other: Finding): number => {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))]
  if (a.size + b.size === 0) return 1
  const common = [...a].filter((words) => b.has(words)).length
  return common / (a.size + b.size - common)
}

/** Finds what stands in one work in another, made of the same texts or of corrected ones by another engine. */
export interface Anchors {
  /** The sentences that a sentence of the old work is in the new one; none where it has lost its place. */
  sentences: (id: string, before: Work, after: Work) => string[]
  group: (group: Group, before: Work, after: Work) => Group | undefined
  finding: (finding: Finding, after: Work) => Finding | undefined
  /** Where words of the old text are in the new one. */
  words: (span: Span, side: Side) => Span | undefined
  /** An offset inside a sentence; the same where the text is. */
  offset: (at: number, side: Side) => number | undefined
}

export const anchorsBetween = (from: Ground, to: Ground): Anchors => {
  const moved: Record<Side, MovedText> = {
    us: movedText(from.texts.us, to.texts.us),
    cn: movedText(from.texts.cn, to.texts.cn)
  }
  const isLike = (one: string, other: string): boolean => likeness(one, other) >= LEAST_LIKENESS

  const find = (sentence: Sentence, side: Side, before: Work, after: Work): Sentence[] => {
    const own = before.comparison.readouts[side].sentences
    const sentences = after.comparison.readouts[side].sentences
    const place = moved[side].placeOf(sentence)
    if (place && isLike(sentence.text, to.texts[side].slice(place.start, place.end))) {
      const found = covered(place, sentences)
      if (found.length > 0) return found
    }
    // It was moved to another place, or the two texts are too different to tell places by one another.
    const about = place ? middleOf(place) : middleOf(sentence)
    const same = nearest(
      sentences.filter(({ text }) => text === sentence.text),
      about
    )
    if (same) return [same]
    const taken = new Set(own.map(({ text }) => text))
    const [best] = sentences
      .filter(({ text }) => !taken.has(text))
      .map((other) => ({ other, value: likeness(sentence.text, other.text) }))
      .filter(({ value }) => value >= LEAST_LIKENESS)
      .sort(
        (a, b) =>
          b.value - a.value || Math.abs(middleOf(a.other) - about) - Math.abs(middleOf(b.other) - about)
      )
    return best ? [best.other] : []
  }

  /** Found once for the sentences as they are, whatever else changes around them. */
  const known = new WeakMap<Places, WeakMap<Sentence, string[]>>()
  const sentences: Anchors['sentences'] = (id, before, after) => {
    const place = placesOf(before.comparison).get(id)
    if (!place) return []
    const places = placesOf(after.comparison)
    const cache = known.get(places) ?? new WeakMap<Sentence, string[]>()
    known.set(places, cache)
    const cached = cache.get(place.sentence)
    if (cached) return cached
    const found = find(place.sentence, place.side, before, after).map((sentence) => sentence.id)
    cache.set(place.sentence, found)
    return found
  }

  const group: Anchors['group'] = (old, before, after) => {
    const us = new Set(old.us.flatMap((id) => sentences(id, before, after)))
    const cn = new Set(old.cn.flatMap((id) => sentences(id, before, after)))
    let best: { group: Group; value: number } | undefined
    for (const other of after.comparison.groups) {
      const common = other.us.filter((id) => us.has(id)).length * other.cn.filter((id) => cn.has(id)).length
      const value = common / Math.max(us.size * cn.size, other.us.length * other.cn.length)
      const isBetter = !best || value > best.value || (value === best.value && other.id === old.id)
      if (value >= LEAST_OVERLAP && isBetter) best = { group: other, value }
    }
    return best?.group
  }

  const finding: Anchors['finding'] = (old, after) =>
    after.comparison.findings
      .filter(({ rule }) => rule === old.rule)
      .map((other) => ({ other, words: sameWords(old, other) }))
      .filter(({ words }) => words >= LEAST_SAME_WORDS)
      .sort(
        (a, b) =>
          b.words - a.words ||
          Number(b.other.kind === old.kind) - Number(a.other.kind === old.kind) ||
          Number(b.other.say === old.say) - Number(a.other.say === old.say) ||
          Number(b.other.id === old.id) - Number(a.other.id === old.id)
      )[0]?.other

  const words: Anchors['words'] = (span, side) => {
    const [before, after] = [from.texts[side], to.texts[side]]
    const place = moved[side].placeOf(span)
    const old = before.slice(span.start, span.end)
    if (place && isLike(old, after.slice(place.start, place.end))) return place
    const about = place?.start ?? span.start
    const [before1, after1] = [after.lastIndexOf(old, about), after.indexOf(old, about)]
    const starts = [before1, after1].filter((at) => at >= 0)
    const [start] = starts.sort((a, b) => Math.abs(a - about) - Math.abs(b - about))
    return start === undefined ? undefined : { start, end: start + old.length }
  }

  const offset: Anchors['offset'] = (at, side) =>
    moved[side].same ? at : moved[side].placeOf({ start: at, end: at + 1 })?.start

  return { sentences, group, finding, words, offset }
}
