import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import type { Language } from '../../engine/model.ts'
import { fitClasses } from './maximum-entropy.ts'

/** Fits weights to signs by their names, and writes them as the lexicon has them. */

/** What something shows, and of which class it is. */
export interface NamedExample {
  signs: readonly string[]
  label: number
  /** How often it counts. */
  weight: number
}

/** Weights are written with so many decimals; what is smaller than this for all classes is left out. */
const DECIMALS = 2
const NEGLIGIBLE = 0.03

/**
 * The weights of each sign, one a class and their mean nothing, in the order in which the signs first stand.
 *
 * @param classes number of classes
 */
export const fitSigns = (
  examples: readonly NamedExample[],
  classes: number,
  pull: number
): Map<string, number[]> => {
  const places = new Map<string, number>()
  const placeOf = (name: string): number => {
    const place = places.get(name) ?? places.size
    places.set(name, place)
    return place
  }
  const placed = examples.map(({ signs, label, weight }) => ({ features: signs.map(placeOf), label, weight }))
  const weights = fitClasses(placed, places.size, classes, pull)
  return new Map(
    [...places].map(([name, place]) => {
      const all = [...weights.subarray(place * classes, (place + 1) * classes)]
      const mean = all.reduce((sum, weight) => sum + weight, 0) / all.length
      return [name, all.map((weight) => weight - mean)]
    })
  )
}

/** Writes the weights of both languages into a file of the lexicon, by name. */
export const writeWeights = async (
  file: string,
  about: string,
  fitted: Readonly<Record<Language, Iterable<[string, number[]]>>>
): Promise<void> => {
  const written = (weights: Iterable<[string, number[]]>): Record<string, number[]> =>
    Object.fromEntries(
      [...weights]
        .filter(([, all]) => all.some((weight) => Math.abs(weight) >= NEGLIGIBLE))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, all]) => [name, all.map((weight) => Number(weight.toFixed(DECIMALS)))])
    )
  const page = JSON.stringify({ about, weights: { en: written(fitted.en), zh: written(fitted.zh) } })
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), parser: 'json' }))
}
