import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { likeliestRoles } from '../../engine/attribution/likeliest.ts'
import type { SignWeights } from '../../engine/attribution/weighing.ts'
import { readingsOf } from '../../engine/attribution/readout.ts'
import {
  roleOf,
  ROLES,
  signsAfter,
  signsOf,
  type Readings,
  type Role
} from '../../engine/attribution/signs.ts'
import type { AttributionContext } from '../../engine/attribution/stands-for.ts'
import { indexEntities } from '../../engine/entities/entity-index.ts'
import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { SIDES, type Language, type Side, type Speaker } from '../../engine/model.ts'
import { readPair } from '../../engine/pair.ts'
import { readDocument } from '../../engine/text/document.ts'
import { fitSigns } from './sign-weights.ts'

/** A readout with the role of each sentence; null where no annotator says. */
export interface LabelledReadout {
  /** Texts of one batch have the same authors; what is fitted is judged by batches that it has not seen. */
  batch: string
  language: Language
  readings: Readings
  roles: (Role | null)[]
  context: AttributionContext
  /** How often each of its sentences counts in fitting. */
  weight: number
}

/** Signs of words and clauses that fewer sentences than this have are chance. */
const RARE = 3
const PULL = 1
/** Real readouts of meetings with anybody count less than pairs in the genre. */
const READING_WEIGHT = 0.5

interface GoldFile {
  us: { text: string; speaker: Speaker }[]
  cn: { text: string; speaker: Speaker }[]
}

const VARIANTS = [
  { cn: 'cn.txt', gold: 'gold.json' },
  { cn: 'cn.zh.txt', gold: 'gold.zh.json' }
] as const

/** The speaker of the gold sentence that covers most of each place; null where none does. */
const speakersAt = (
  text: string,
  gold: GoldFile['us'],
  spans: readonly { start: number; end: number }[]
): (Speaker | null)[] => {
  let from = 0
  const placed = gold.map(({ text: words, speaker }) => {
    const start = text.indexOf(words, from)
    from = start + 1
    return { start, end: start + words.length, speaker }
  })
  return spans.map(({ start, end }) => {
    let best = 0
    let found: Speaker | null = null
    for (const other of placed) {
      const overlap = Math.min(end, other.end) - Math.max(start, other.start)
      if (overlap > best) [best, found] = [overlap, other.speaker]
    }
    return found
  })
}

/** One side of a pair, not yet annotated. */
const readLabelled = (texts: Record<Side, string>, side: Side, batch: string): LabelledReadout => {
  const paired = readPair({ us: { name: 'us', text: texts.us }, cn: { name: 'cn', text: texts.cn } })
  if (!paired.ok) throw new Error(`${batch}: ${paired.problem.message}`)
  const { parts, entities, parties } = paired.pair
  const { document } = parts[side]
  const context = { side, parties, entities, verbs: standardLexicon.verbs }
  const readings = readingsOf(document, context)
  return { batch, language: document.language, readings, roles: [], context, weight: 1 }
}

/**
 * The readouts of a folder of annotated pairs. Of a Chinese original only its own side counts: the other is that of the
 * English pair.
 */
export const labelledIn = (folder: string, batchOf: (pair: string) => string): LabelledReadout[] =>
  readdirSync(folder)
    .sort()
    .flatMap((pair) =>
      VARIANTS.flatMap(({ cn, gold: goldName }): LabelledReadout[] => {
        const at = (file: string): string => join(folder, pair, file)
        if (!existsSync(at(cn)) || !existsSync(at(goldName))) return []
        const read = (file: string): string => readFileSync(at(file), 'utf8').replace(/^\uFEFF/u, '')
        const texts = { us: read('us.txt'), cn: read(cn) }
        const gold = JSON.parse(read(goldName)) as GoldFile
        return SIDES.filter((side) => side === 'cn' || cn === 'cn.txt').map((side) => {
          const labelled = readLabelled(texts, side, batchOf(pair))
          const roles = speakersAt(
            texts[side],
            gold[side],
            labelled.readings.map(({ sentence }) => sentence)
          ).map((speaker) => (speaker === null ? null : roleOf(speaker, side)))
          return { ...labelled, roles }
        })
      })
    )

/** A few sentences behind an opening, each for a construction. */
interface Construction {
  side: string
  language: string
  body: string
  expected: string[]
}

/** Constructions as readouts of their own; the opening tells of the meeting. */
export const labelledConstructions = (
  openings: { us: string; cn: string; zh: string },
  rows: readonly Construction[]
): LabelledReadout[] =>
  rows.map(({ side: place, language, body, expected }) => {
    const side = place === 'us' ? 'us' : 'cn'
    const chinese = language === 'zh' ? openings.zh : openings.cn
    const texts = {
      us: side === 'us' ? `${openings.us}\n\n${body}` : openings.us,
      cn: side === 'cn' ? `${chinese}\n\n${body}` : chinese
    }
    const labelled = readLabelled(texts, side, 'constructions')
    const roles = ['narrator' as const, ...expected.map((speaker) => roleOf(speaker as Speaker, side))]
    return { ...labelled, roles: labelled.readings.map((_, at) => roles[at] ?? null) }
  })

/** Marks of one annotator in one real readout: where each sentence begins, and its role. */
interface MarkedReading {
  file: string
  starts: number[]
  roles: string[]
}

/** The party other than the issuer that a readout names most, for a readout that stands alone; null for none. */
const otherIn = (mentions: readonly { party: string | null }[], issuer: string): string | null => {
  const counts = new Map<string, number>()
  for (const { party } of mentions)
    if (party !== null && party !== issuer) counts.set(party, (counts.get(party) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null
}

/** Real readouts that stand alone, annotated by place; the texts themselves are beside the project. */
export const labelledReadings = (folder: string, marks: readonly MarkedReading[]): LabelledReadout[] =>
  marks.map(({ file, starts, roles }) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const document = readDocument(text)
    const entities = indexEntities([document])
    const side = document.language === 'zh' ? 'cn' : 'us'
    const other = otherIn(entities.mentionsIn(document.tokens, text), side)
    const parties = side === 'us' ? { us: 'us', cn: other } : { us: other, cn: 'cn' }
    const context = { side, parties, entities, verbs: standardLexicon.verbs } as const
    return {
      batch: `reading/${dirname(file)}`,
      language: document.language,
      readings: readingsOf(document, context),
      roles: document.sentences.map(
        ({ start }) => ROLES.find((role) => role === roles[starts.indexOf(start)]) ?? null
      ),
      context,
      weight: READING_WEIGHT
    }
  })

interface SignExample {
  weight: number
  alone: string[]
  after: string[]
  role: Role
}

/** Each annotated sentence with its signs, given the annotated role of the sentence before it. */
const examplesOf = ({ readings, roles, language, context, weight }: LabelledReadout): SignExample[] =>
  roles.flatMap((role, at): SignExample[] => {
    if (role === null) return []
    const before = at === 0 ? null : (roles[at - 1] ?? null)
    // What stands before is not known: the sentence tells of itself alone.
    const after = at === 0 || before !== null ? signsAfter(readings, at, before, context) : []
    return [{ alone: signsOf(readings, at, language, context), after, role, weight }]
  })

/** Weights of the signs of one language, fitted to annotated readouts. */
export const fitSpeakers = (readouts: readonly LabelledReadout[]): Map<string, number[]> => {
  const examples = readouts.flatMap(examplesOf)
  const counts = new Map<string, number>()
  for (const { alone } of examples)
    for (const name of new Set(alone)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return fitSigns(
    examples.map(({ alone, after, role, weight }) => ({
      signs: [...alone.filter((name) => (counts.get(name) ?? 0) >= RARE), ...after],
      label: ROLES.indexOf(role),
      weight
    })),
    ROLES.length,
    PULL
  )
}

/** How many annotated sentences get the right role, and of how many. */
export const rightIn = (
  readouts: readonly LabelledReadout[],
  weights: SignWeights
): { right: number; all: number } => {
  let [right, all] = [0, 0]
  for (const { readings, roles, language, context } of readouts) {
    const found = likeliestRoles(readings, language, context, weights)
    for (const [at, role] of roles.entries())
      if (role !== null) {
        all++
        if (found[at] === role) right++
      }
  }
  return { right, all }
}
