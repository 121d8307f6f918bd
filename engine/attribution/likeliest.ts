import data from '../lexicon/data/attribution-weights.json' with { type: 'json' }
import type { Language } from '../model.ts'
import type { AttributionContext } from './stands-for.ts'
import { ROLES, signsAfter, signsOf, type Readings, type Role } from './signs.ts'

/** For each sign what it weighs for each role, in the order of `ROLES`. */
export type SignWeights = ReadonlyMap<string, readonly number[]>

const weightsOf = (language: Language): SignWeights =>
  new Map(Object.entries(data.weights[language] as Record<string, number[]>))

const WEIGHTS: Record<Language, SignWeights> = { en: weightsOf('en'), zh: weightsOf('zh') }

const NOTHING = ROLES.map(() => 0)

/** Adds up what signs weigh. */
export const summed = (
  signs: readonly string[],
  weights: SignWeights,
  start: readonly number[] = NOTHING
): number[] => {
  const sums = [...start]
  for (const name of signs) {
    const weight = weights.get(name)
    if (weight)
      for (let role = 0; role < sums.length; role++) sums[role] = (sums[role] ?? 0) + (weight[role] ?? 0)
  }
  return sums
}

/** Sums as logarithms of shares that make 1. */
export const normalised = (sums: readonly number[]): number[] => {
  const most = Math.max(...sums)
  const total = most + Math.log(sums.reduce((all, sum) => all + Math.exp(sum - most), 0))
  return sums.map((sum) => sum - total)
}

export const largest = (values: readonly number[]): number =>
  values.reduce((best, value, at) => (value > (values[best] ?? -Infinity) ? at : best), 0)

/**
 * The likeliest roles of a text's sentences: a maximum-entropy Markov model (McCallum, Freitag & Pereira 2000), whose
 * weights are data. A paragraph is chosen as a whole, after what the one before came to, so that no paragraph changes
 * what those before it say.
 */
export const likeliestRoles = (
  readings: Readings,
  language: Language,
  context: AttributionContext,
  weights: SignWeights = WEIGHTS[language]
): Role[] => {
  const chosen: Role[] = []
  /** Of the open paragraph: for each sentence and role, the role before that it best follows. */
  let from: number[][] = []
  let totals: number[] = []
  const close = (): void => {
    let role = largest(totals)
    const roles = [role]
    for (const steps of from.slice(1).reverse()) roles.push((role = steps[role] ?? 0))
    chosen.push(...roles.reverse().map((at) => ROLES[at] ?? 'narrator'))
    from = []
  }
  for (const [at, reading] of readings.entries()) {
    const alone = summed(signsOf(readings, at, language, context), weights)
    const after = (before: Role | null): number[] =>
      normalised(summed(signsAfter(readings, at, before, context), weights, alone))
    if (reading.opensParagraph || at === 0) {
      if (at > 0) close()
      totals = after(chosen.at(-1) ?? null)
      from = [[]]
      continue
    }
    const steps = ROLES.map((before, index) => after(before).map((share) => share + (totals[index] ?? 0)))
    const best = ROLES.map((_, role) => largest(steps.map((shares) => shares[role] ?? -Infinity)))
    totals = best.map((before, role) => steps[before]?.[role] ?? -Infinity)
    from.push(best)
  }
  if (readings.length > 0) close()
  return chosen
}
