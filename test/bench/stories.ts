import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SignWeights } from '../../engine/attribution/weighing.ts'
import {
  mirrored,
  signsAfter,
  signsAt,
  STORY_ROLES,
  type StoryRole,
  type Unit
} from '../../engine/attribution/story/signs.ts'
import { likeliestStory, storyWeights } from '../../engine/attribution/story/story-roles.ts'
import { partsOfStory } from '../../engine/attribution/story/story.ts'
import { detectLanguage } from '../../engine/text/language.ts'
import type { Language, Span } from '../../engine/model.ts'
import { ownerOf, shared, unmark } from '../unit/engine/attribution/story/marked.ts'
import { fitSigns } from './sign-weights.ts'

/** A marked story with the role of each part; null where careful readers differ, or a part is of several. */
export interface LabelledStory {
  /** Stories of one batch have the same authors; what is fitted is judged by batches that it has not seen. */
  batch: string
  /** The rules were made for it, and tell nothing of how far they are to be trusted. */
  isKnownToRules: boolean
  language: Language
  units: Unit[]
  roles: (StoryRole | null)[]
}

/** Signs that fewer parts than this have are chance. */
const RARE = 3
const PULL = 0.28
/** How much a story that the rules were made for counts with what they say hidden, and with it. */
const HIDDEN = 0.7
const SHOWN = 0.3
/** Of a part so much may be in doubt, or another’s, without its role being unknown. */
const DOUBT = 0.2
const MIXED = 0.35
const OF_RULES = /\bby rule\b/u

const roleOf = (span: Span, { marks, doubtful }: ReturnType<typeof unmark>): StoryRole | null => {
  const length = span.end - span.start
  const letters = (spans: readonly Span[]): number =>
    spans.reduce((sum, other) => sum + shared(span, other), 0)
  if (letters(doubtful) > DOUBT * length) return null
  return ownerOf(span, marks) ?? (letters(marks) > MIXED * length ? null : 'nobody')
}

export const labelledStories = (
  folder: string,
  batchOf: (name: string) => string,
  isKnownToRules: boolean
): LabelledStory[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.marked.txt'))
    .sort()
    .map((name) => {
      const unmarked = unmark(readFileSync(join(folder, name), 'utf8'))
      const parts = partsOfStory(unmarked.text).flatMap((part) =>
        part.unit ? [{ unit: part.unit, role: roleOf(part, unmarked) }] : []
      )
      return {
        batch: batchOf(name),
        isKnownToRules,
        language: detectLanguage(unmarked.text),
        units: parts.map(({ unit }) => unit),
        roles: parts.map(({ role }) => role)
      }
    })

const OPENING = 'Secretary of State Paula Renner met Chinese Foreign Minister Gao Weimin in Oslo.'
const BEFORE: Record<string, string> = {
  us: `${OPENING} Beijing said they were candid. Washington said the talks were useful.\n\n`,
  cn: `${OPENING} Washington said the talks were useful. Beijing said they were candid.\n\n`,
  zh: '美国国务卿卢比奥周四在奥斯陆会见中国外交部长王毅。美方说会谈有益。中方说会谈坦诚。\n\n'
}

/** Lines of a file of sentences; its first line tells what they are. */
export const linesIn = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')

const roleByRule = ({ byRule }: Unit): StoryRole =>
  byRule === '@us' ? 'us' : byRule === '@cn' ? 'cn' : 'nobody'

/** Sentences that the rules were made for, each behind an opening: what the rules say of them is held by tests. */
export const labelledSentences = (
  lines: readonly string[],
  isAlone: boolean,
  batchOf: (line: string) => string
): LabelledStory[] =>
  lines.map((line) => {
    const words = line.replace(/^[a-z ]+\|/u, '').replaceAll(String.raw`\n`, '\n')
    const language = detectLanguage(words)
    const before = BEFORE[language === 'zh' ? 'zh' : isAlone ? line.slice(0, 2) : 'cn'] ?? ''
    const parts = partsOfStory(before + words).flatMap(({ unit, end }) =>
      unit ? [{ unit, isAsked: end > before.length }] : []
    )
    const units = parts.map(({ unit }) => unit)
    // Of what both sides said the rules know nothing.
    const isOfBoth = /^both(?: both)*\|/u.test(line)
    const roles = parts.map(({ isAsked, unit }) =>
      isAsked && isOfBoth ? ('both' as const) : roleByRule(unit)
    )
    return { batch: batchOf(line), isKnownToRules: true, language, units, roles }
  })

/** Sentences written for fitting, each with whose it is; no rule was made for them. */
export const weighedSentences = (lines: readonly string[]): LabelledStory[] =>
  lines.map((line) => {
    const [role = '', words = ''] = line.split('|')
    const language = detectLanguage(words)
    const before = BEFORE[language === 'zh' ? 'zh' : 'cn'] ?? ''
    const parts = partsOfStory(before + words).flatMap(({ unit, end }) =>
      unit ? [{ unit, isAsked: end > before.length }] : []
    )
    const said = STORY_ROLES.find((other) => other === role) ?? null
    return {
      batch: 'weighed',
      isKnownToRules: false,
      language,
      units: parts.map(({ unit }) => unit),
      roles: parts.map(({ isAsked, unit }): StoryRole | null => (isAsked ? said : roleByRule(unit)))
    }
  })

interface SignExample {
  signs: string[]
  role: StoryRole
  weight: number
}

/** Each part with its signs, given the marked role of the part before it and of the last statement. */
const examplesOf = ({ units, roles, isKnownToRules }: LabelledStory): SignExample[] => {
  let spoke: StoryRole = 'nobody'
  return roles.flatMap((role, at): SignExample[] => {
    const unit = units[at]
    const last = spoke
    if (role && role !== 'nobody') spoke = role
    if (!role || !unit) return []
    const before = at === 0 ? undefined : roles[at - 1]
    // What stands before is not known: the part tells of itself alone.
    const signs = [...signsAt(units, at), ...(before === null ? [] : signsAfter(unit, before, last))]
    if (!isKnownToRules) return [{ signs, role, weight: 1 }]
    return [
      { signs: signs.filter((name) => !OF_RULES.test(name)), role, weight: HIDDEN },
      { signs, role, weight: SHOWN }
    ]
  })
}

const exchanged = (role: StoryRole): StoryRole => (role === 'us' ? 'cn' : role === 'cn' ? 'us' : role)

/**
 * Weights of the signs of one language, fitted to marked stories. Each story is also read with its sides exchanged, so
 * that a sign weighs for one side what its mirrored one weighs for the other: of the two only one is returned.
 */
export const fitStories = (stories: readonly LabelledStory[]): Record<string, number[]> => {
  const examples = stories.flatMap(examplesOf)
  const counts = new Map<string, number>()
  for (const { signs } of examples)
    for (const name of signs)
      for (const one of new Set([name, mirrored(name)])) counts.set(one, (counts.get(one) ?? 0) + 1)
  const both = examples.flatMap(({ signs, role, weight }) => {
    const common = signs.filter((name) => (counts.get(name) ?? 0) >= RARE)
    const half = weight / 2
    return [
      { signs: common, label: STORY_ROLES.indexOf(role), weight: half },
      { signs: common.map(mirrored), label: STORY_ROLES.indexOf(exchanged(role)), weight: half }
    ]
  })
  return Object.fromEntries(
    [...fitSigns(both, STORY_ROLES.length, PULL)].filter(([name]) => name >= mirrored(name))
  )
}

/** How many parts with a statement get the right role, of how many; and how many that are nobody’s get one. */
export const judged = (
  stories: readonly LabelledStory[],
  fitted: Record<string, number[]>
): { right: number; statements: number; narration: number } => {
  const weights: SignWeights = storyWeights(fitted)
  const sums = { right: 0, statements: 0, narration: 0 }
  for (const { units, roles, language } of stories) {
    const found = likeliestStory(units, language, weights)
    for (const [at, role] of roles.entries()) {
      if (role === 'nobody' && found[at] !== 'nobody') sums.narration++
      if (role === null || role === 'nobody') continue
      sums.statements++
      if (found[at] === role) sums.right++
    }
  }
  return sums
}
