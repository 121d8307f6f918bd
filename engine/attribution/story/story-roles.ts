import data from '../../lexicon/data/story-weights.json' with { type: 'json' }
import type { Language } from '../../model.ts'
import { largest, normalised, summed, type SignWeights } from '../weighing.ts'
import { mirrored, signsAfter, signsAt, STORY_ROLES, type StoryRole, type Unit } from './signs.ts'

/** Weights of all signs, from those of one of each two that mirror each other. */
export const storyWeights = (half: Readonly<Record<string, number[]>>): SignWeights =>
  new Map(
    Object.entries(half).flatMap(([name, [us = 0, cn = 0, ...others]]) => [
      [mirrored(name), [cn, us, ...others]],
      [name, [us, cn, ...others]]
    ])
  )

/** Made when the first story of a language is read: most sessions read none. */
const made = new Map<Language, SignWeights>()
const weightsOf = (language: Language): SignWeights => {
  const known = made.get(language)
  if (known) return known
  const weights = storyWeights(data.weights[language])
  made.set(language, weights)
  return weights
}

const NOTHING = STORY_ROLES.map(() => 0)

/** The likeliest story up to a part, of those in which the part is whose it is and the last statement was whose it was. */
interface State {
  role: StoryRole
  spoke: StoryRole
  score: number
  before: State | null
}

/**
 * What the rules’ own answer counts beyond its fitted weight, for the side that they name or, where they name none,
 * against either side: the stories that they were made for are most of those fitted to. Of what both sides said they know
 * nothing.
 */
const TRUST = { side: 2, nobody: 1 }

const trusting = ({ byRule }: Unit, sums: readonly number[]): number[] =>
  sums.map((sum, at) => {
    const role = STORY_ROLES[at]
    if (byRule === 'nobody') return role === 'us' || role === 'cn' ? sum - TRUST.nobody : sum
    return byRule === `@${role}` ? sum + TRUST.side : sum
  })

/**
 * The likeliest roles of a story's parts, by a maximum-entropy Markov model whose states also remember whose the last
 * statement was: "he said" behind the journalist's own words.
 */
export const likeliestStory = (
  units: readonly Unit[],
  language: Language,
  weights: SignWeights = weightsOf(language)
): StoryRole[] => {
  let states: State[] = []
  for (const [at, unit] of units.entries()) {
    const alone = trusting(unit, summed(signsAt(units, at), weights, NOTHING))
    const next = new Map<string, State>()
    for (const before of at === 0 ? [null] : states) {
      const spoke = before?.spoke ?? 'nobody'
      const shares = normalised(summed(signsAfter(unit, before?.role, spoke), weights, alone))
      for (const [index, share] of shares.entries()) {
        const role = STORY_ROLES[index] ?? 'nobody'
        if (unit.isLabelled && unit.byRule !== `@${role}`) continue
        const state = {
          role,
          spoke: role === 'nobody' ? spoke : role,
          score: share + (before?.score ?? 0),
          before
        }
        const key = `${state.role} ${state.spoke}`
        if (state.score > (next.get(key)?.score ?? -Infinity)) next.set(key, state)
      }
    }
    states = [...next.values()]
  }
  const roles: StoryRole[] = []
  let state = states[largest(states.map(({ score }) => score))] ?? null
  for (; state; state = state.before) roles.push(state.role)
  return roles.reverse()
}
