import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../../engine/compare.ts'
import type { Comparison, Side, Span } from '../../engine/model.ts'

/** A gold alignment as the corpus folders hold it (gold.json, gold.zh.json). */
interface GoldFile {
  us: GoldSentence[]
  cn: GoldSentence[]
  groups: { us: string[]; cn: string[]; relation: string }[]
  only_us: string[]
  only_cn: string[]
}
interface GoldSentence {
  id: string
  text: string
  speaker: string
  topics: string[]
}

/** A pair with its gold, in terms of the engine's own sentences. */
export interface Gold {
  /** Name of the meeting; the same for its English and its Chinese pair. */
  meeting: string
  folder: string
  language: 'en' | 'zh'
  texts: Record<Side, string>
  /** Gold groups by the indices of the engine's sentences. */
  groups: { us: number[]; cn: number[]; relation: string }[]
  /** Links as "usIndex cnIndex". */
  links: Set<string>
  /** Indices of the sentences that have no counterpart. */
  only: Record<Side, Set<number>>
  /** Gold speaker and first topic, by the engine's sentence index. */
  speakers: Record<Side, Map<number, string>>
  topics: Record<Side, Map<number, string>>
  /** What its author expects to be found, strongest first; empty where nobody wrote it down. */
  expected: Expected[]
}

/** A pair with its gold, compared. */
export interface GoldPair extends Gold {
  comparison: Comparison
}

/** A difference that an author expects, by the indices of the engine's sentences. */
export interface Expected {
  us: number[]
  cn: number[]
  /** Words that carry it, on each side that it names. */
  words: Partial<Record<Side, string[]>>
}
interface ExpectedFile {
  us?: string[]
  cn?: string[]
  words?: Partial<Record<Side, string[]>>
}

/** A gold as its files have it, with the texts. */
interface GoldFound {
  meeting: string
  folder: string
  language: 'en' | 'zh'
  texts: Record<Side, string>
  gold: GoldFile
  expected: ExpectedFile[]
}

/** The batch of a meeting: those that one author wrote. */
export const batchOf = (meeting: string): string => /^p\d+/u.exec(meeting)?.[0] ?? meeting.slice(0, 1)

/** The engine's sentence that covers most of each gold sentence; gold sentences come in the order of the text. */
const placesOf = (
  text: string,
  gold: readonly GoldSentence[],
  sentences: readonly Span[]
): Map<string, number> => {
  const places = new Map<string, number>()
  let from = 0
  for (const { id, text: words } of gold) {
    const start = text.indexOf(words, from)
    from = start + words.length
    let best = 0
    for (const [index, sentence] of sentences.entries()) {
      const overlap = Math.min(from, sentence.end) - Math.max(start, sentence.start)
      if (overlap > best) {
        best = overlap
        places.set(id, index)
      }
    }
  }
  return places
}

const VARIANTS = [
  { language: 'en', cn: 'cn.txt', gold: 'gold.json' },
  { language: 'zh', cn: 'cn.zh.txt', gold: 'gold.zh.json' }
] as const

/** What a gold says of a text pair, by the places of its sentences as the engine parts them. */
export const goldOf = (
  found: GoldFound,
  sentencesOf: (side: Side) => readonly Span[]
): Pick<Gold, 'groups' | 'links' | 'only' | 'expected' | 'speakers' | 'topics'> => {
  const { gold, texts } = found
  const places = {
    us: placesOf(texts.us, gold.us, sentencesOf('us')),
    cn: placesOf(texts.cn, gold.cn, sentencesOf('cn'))
  }
  const indices = (side: Side, ids: readonly string[]): number[] =>
    ids.flatMap((id) => places[side].get(id) ?? [])
  const byIndex = (side: Side, value: (sentence: GoldSentence) => string): Map<number, string> =>
    new Map(
      gold[side].flatMap((sentence) =>
        indices(side, [sentence.id]).map((index) => [index, value(sentence)] as const)
      )
    )
  const both = <T>(make: (side: Side) => T): Record<Side, T> => ({ us: make('us'), cn: make('cn') })
  return {
    groups: gold.groups.map(({ us, cn, relation }) => ({
      us: indices('us', us),
      cn: indices('cn', cn),
      relation
    })),
    links: new Set(
      gold.groups.flatMap((group) =>
        indices('us', group.us).flatMap((us) => indices('cn', group.cn).map((other) => `${us} ${other}`))
      )
    ),
    only: { us: new Set(indices('us', gold.only_us)), cn: new Set(indices('cn', gold.only_cn)) },
    expected: found.expected.map(({ us = [], cn = [], words = {} }) => ({
      us: indices('us', us),
      cn: indices('cn', cn),
      words
    })),
    speakers: both((side) => byIndex(side, ({ speaker }) => speaker)),
    topics: both((side) => byIndex(side, ({ topics }) => topics[0] ?? ''))
  }
}

/** The golds of a corpus folder, English and Chinese; all, or those of the meetings wanted. */
export const goldsIn = (folder: string, isWanted: (meeting: string) => boolean = () => true): GoldFound[] =>
  readdirSync(folder)
    .filter(isWanted)
    .sort()
    .flatMap((meeting) =>
      VARIANTS.flatMap(({ language, cn, gold }): GoldFound[] => {
        const at = (file: string): string => join(folder, meeting, file)
        if (!existsSync(at(cn)) || !existsSync(at(gold))) return []
        return [
          {
            meeting,
            folder,
            language,
            texts: { us: readFileSync(at('us.txt'), 'utf8'), cn: readFileSync(at(cn), 'utf8') },
            gold: JSON.parse(readFileSync(at(gold), 'utf8')) as GoldFile,
            expected:
              language === 'en' && existsSync(at('findings.json'))
                ? (JSON.parse(readFileSync(at('findings.json'), 'utf8')) as ExpectedFile[])
                : []
          }
        ]
      })
    )

/** The pairs of a corpus folder, compared. */
export const goldPairs = (folder: string, isWanted?: (meeting: string) => boolean): GoldPair[] =>
  goldsIn(folder, isWanted).map((found) => {
    const { texts, meeting } = found
    const compared = compare({ name: 'us', text: texts.us }, { name: 'cn', text: texts.cn })
    if (!compared.ok) throw new Error(`${meeting}: ${compared.problem.message}`)
    const { comparison } = compared
    const { language } = found
    return {
      meeting,
      folder,
      language,
      texts,
      comparison,
      ...goldOf(found, (side) => comparison.readouts[side].sentences)
    }
  })

/** True and false positives, and false negatives. */
export interface Counts {
  tp: number
  fp: number
  fn: number
}

export const countSets = <T>(got: ReadonlySet<T>, want: ReadonlySet<T>): Counts => {
  const tp = [...got].filter((item) => want.has(item)).length
  return { tp, fp: got.size - tp, fn: want.size - tp }
}

export const addCounts = (all: readonly Counts[]): Counts =>
  all.reduce((sum, { tp, fp, fn }) => ({ tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn }), {
    tp: 0,
    fp: 0,
    fn: 0
  })

export const f1 = ({ tp, fp, fn }: Counts): number => (tp === 0 ? 0 : (200 * tp) / (2 * tp + fp + fn))

/** Counts of links and of one-sided sentences for a set of proposed links ("usIndex cnIndex"). */
export const scoreLinks = (pair: GoldPair, links: ReadonlySet<string>): { link: Counts; only: Counts } => {
  const linked = { us: new Set<number>(), cn: new Set<number>() }
  for (const link of links) {
    const [us = -1, cn = -1] = link.split(' ').map(Number)
    linked.us.add(us)
    linked.cn.add(cn)
  }
  const only = (['us', 'cn'] as const).map((side) => {
    const alone = [...pair.comparison.readouts[side].sentences.keys()].filter(
      (index) => !linked[side].has(index)
    )
    return countSets(new Set(alone), pair.only[side])
  })
  return { link: countSets(links, pair.links), only: addCounts(only) }
}

/** Of the sentences that have a counterpart, those whose likeliest proposed one is right. */
export const hitsOf = (
  pair: GoldPair,
  links: ReadonlyMap<string, number>
): { right: number; all: number } => {
  const endsOf = (link: string): string[] => link.split(' ').map((end, at) => `${at} ${end}`)
  const best = new Map<string, { link: string; score: number }>()
  for (const [link, score] of links)
    for (const end of endsOf(link))
      if (!((best.get(end)?.score ?? -1) >= score)) best.set(end, { link, score })
  const linked = new Set([...pair.links].flatMap(endsOf))
  const right = [...linked].filter((end) => pair.links.has(best.get(end)?.link ?? '')).length
  return { right, all: linked.size }
}

/** The links of the engine's own groups, with the score of the surest group of each. */
export const engineLinks = ({ comparison }: GoldPair): Map<string, number> => {
  const index = (side: Side): Map<string, number> =>
    new Map(comparison.readouts[side].sentences.map(({ id }, at) => [id, at]))
  const [us, cn] = [index('us'), index('cn')]
  const links = new Map<string, number>()
  for (const group of comparison.groups)
    for (const one of group.us)
      for (const other of group.cn) {
        const link = `${us.get(one) ?? -1} ${cn.get(other) ?? -1}`
        links.set(link, Math.max(links.get(link) ?? 0, group.score))
      }
  return links
}
