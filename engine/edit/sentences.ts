import type { Comparison, Readout, Sentence, Side } from '../model.ts'
import { countWords } from '../wording/marks.ts'
import { copiedTags, retargeted } from './annotations.ts'
import { joined, piece } from './extent.ts'
import { alreadySo, done, refused, type Context, type Outcome } from './ground.ts'
import type { Operation } from './operation.ts'
import { placesOf } from './places.ts'
import { marked, matterOf, reframed } from './regroup.ts'
import { settled } from './restore-invariants.ts'
import type { Work } from './work.ts'

/** Where sentences begin and end, who speaks in them and what they are about. */

type Of<T extends Operation['do']> = Extract<Operation, { do: T }>

const NO_SENTENCE = 'This sentence is no longer there.'

const MOST_TOPICS = 3

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Whether a cut at this place would part what is one character to the reader. */
const cutsCharacter = (text: string, at: number): boolean =>
  graphemes.segment(text).containing(at)?.index !== at

const saysAnything = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** A side with sentences put in the place of others; its words follow. */
const withSentences = (
  { readouts }: Comparison,
  side: Side,
  from: number,
  count: number,
  ...pieces: readonly Sentence[]
): Record<Side, Readout> => {
  const readout = readouts[side]
  const { language } = readout
  const sentences = readout.sentences.toSpliced(
    from,
    count,
    ...pieces.map((sentence) => ({ ...sentence, words: countWords(sentence, language) }))
  )
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0)
  return { ...readouts, [side]: { ...readout, sentences, words } }
}

/** Ids with others in the place of one, each once. */
const exchanged = (ids: readonly string[], from: string, to: readonly string[]): string[] =>
  ids.includes(from) ? [...new Set(ids.flatMap((id) => (id === from ? to : [id])))] : [...ids]

/** A work whose sentences have changed, with what is told beside the groups that these are in. */
const finish = (
  work: Work,
  change: Pick<Comparison, 'readouts'> & Partial<Comparison>,
  touched: ReadonlySet<string>,
  context: Context
): Outcome => {
  const comparison: Comparison = { ...work.comparison, ...change }
  const groups = comparison.groups.map((group) =>
    group.us.some((id) => touched.has(id)) || group.cn.some((id) => touched.has(id))
      ? reframed(group, comparison)
      : group
  )
  return done(settled(work, { ...change, groups }, context))
}

export const splitSentence = (
  work: Work,
  { sentence: id, at }: Of<'split-sentence'>,
  context: Context
): Outcome => {
  const { comparison } = work
  const place = placesOf(comparison).get(id)
  if (!place) return refused(NO_SENTENCE)
  const { side, sentence } = place
  const { start, end, text } = sentence
  if (!Number.isInteger(at) || at <= start || at >= end)
    return refused('A sentence can only be split inside it.')
  if (cutsCharacter(text, at - start)) return refused('A sentence cannot be split inside a character.')
  const [first, second] = [piece(sentence, start, at), { ...piece(sentence, at, end), id: context.id }]
  if (!saysAnything(first.text) || !saysAnything(second.text))
    return refused('Each part of the sentence needs a word of its own.')
  const ids = [first.id, second.id]
  const findings = comparison.findings.map((finding) => {
    if (!finding[side].includes(id)) return finding
    const touched = [first, second].filter(({ start: from, end: to }) =>
      finding.spans[side].some((span) => span.start < to && from < span.end)
    )
    const pieces = touched.length > 0 ? touched.map((part) => part.id) : ids
    return { ...finding, [side]: exchanged(finding[side], id, pieces) }
  })
  const groups = comparison.groups.map((group) =>
    group[side].includes(id) ? { ...group, [side]: exchanged(group[side], id, ids) } : group
  )
  return finish(
    copiedTags(work, { on: 'sentence', id }, { on: 'sentence', id: second.id }),
    { readouts: withSentences(comparison, side, place.at, 1, first, second), findings, groups },
    new Set(ids),
    context
  )
}

export const mergeSentences = (
  work: Work,
  { first: id, second: next }: Of<'merge-sentences'>,
  context: Context
): Outcome => {
  const { comparison } = work
  const places = placesOf(comparison)
  const [one, other] = [places.get(id), places.get(next)]
  if (!one || !other) return refused(NO_SENTENCE)
  if (one.side !== other.side || other.at !== one.at + 1)
    return refused('A sentence can only be joined with the one right after it.')
  if (one.sentence.paragraph !== other.sentence.paragraph)
    return refused('These sentences stand in different paragraphs.')
  const { side } = one
  const whole = joined(one.sentence, other.sentence, context.texts[side])
  if (!whole) return refused('These sentences stand apart from each other in the news story they come from.')
  const findings = comparison.findings.map((finding) =>
    finding[side].includes(next) ? { ...finding, [side]: exchanged(finding[side], next, [id]) } : finding
  )
  const groups = comparison.groups.map((group) =>
    group[side].includes(next) ? { ...group, [side]: exchanged(group[side], next, [id]) } : group
  )
  return finish(
    retargeted(work, { on: 'sentence', id: next }, { on: 'sentence', id }),
    { readouts: withSentences(comparison, side, one.at, 2, whole), findings, groups },
    new Set([id]),
    context
  )
}

/** A sentence that says something else of itself than the machine does. */
const relabelled = (work: Work, id: string, change: Partial<Sentence>, context: Context): Outcome => {
  const { comparison } = work
  const place = placesOf(comparison).get(id)
  if (!place) return refused(NO_SENTENCE)
  const { side, at } = place
  const readout = comparison.readouts[side]
  const sentences = readout.sentences.with(at, { ...place.sentence, ...change })
  const readouts = { ...comparison.readouts, [side]: { ...readout, sentences } }
  return finish(work, { readouts }, change.speaker === undefined ? new Set() : new Set([id]), context)
}

export const setSpeaker = (
  work: Work,
  { sentence: id, speaker }: Of<'set-speaker'>,
  context: Context
): Outcome => {
  const place = placesOf(work.comparison).get(id)
  if (!place) return refused(NO_SENTENCE)
  if (place.sentence.speaker === speaker) return alreadySo('This sentence has this speaker already.')
  const { claims, byHand } = place.sentence
  return relabelled(
    work,
    id,
    {
      speaker,
      ...(claims ? { claims: claims.map((claim) => ({ ...claim, speaker })) } : {}),
      byHand: marked(byHand, 'speaker')
    },
    context
  )
}

const setGroupTopic = (work: Work, id: string, topic: string, context: Context): Outcome => {
  const { groups } = work.comparison
  const group = groups.find((other) => other.id === id)
  if (!group) return refused('This passage is no longer there.')
  if (group.topic === topic) return alreadySo('This passage has this topic already.')
  const changed = {
    ...group,
    topic,
    matter: matterOf(context.topics, topic),
    byHand: marked(group.byHand, 'topic')
  }
  return done(settled(work, { groups: groups.map((other) => (other === group ? changed : other)) }, context))
}

export const setTopic = (work: Work, { target, topic }: Of<'set-topic'>, context: Context): Outcome => {
  if (!context.topics.some(({ id }) => id === topic)) return refused('There is no such topic in the lexicon.')
  if (target.on === 'group') return setGroupTopic(work, target.id, topic, context)
  const place = placesOf(work.comparison).get(target.id)
  if (!place) return refused(NO_SENTENCE)
  const { topics, byHand } = place.sentence
  if (topics[0]?.id === topic) return alreadySo('This sentence has this topic already.')
  return relabelled(
    work,
    target.id,
    {
      topics: [{ id: topic, weight: 1 }, ...topics.filter(({ id }) => id !== topic)].slice(0, MOST_TOPICS),
      matter: matterOf(context.topics, topic),
      byHand: marked(byHand, 'topic')
    },
    context
  )
}
