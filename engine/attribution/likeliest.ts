import data from '../lexicon/data/attribution-weights.json' with { type: 'json' }
import type { Language } from '../model.ts'
import type { AttributionContext } from './stands-for.ts'
import { ROLES, signsAfter, signsOf, type Readings, type Role } from './signs.ts'
import { largest, normalised, summed, type SignWeights } from './weighing.ts'

const weightsOf = (language: Language): SignWeights => new Map(Object.entries(data.weights[language]))

const WEIGHTS: Record<Language, SignWeights> = { en: weightsOf('en'), zh: weightsOf('zh') }

const NOTHING = ROLES.map(() => 0)

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
    const alone = summed(signsOf(readings, at, language, context), weights, NOTHING)
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
