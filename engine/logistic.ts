/** Weighing by the logistic model, for whatever is told from many signs at once. */

/** Weights of a logistic model, by feature; fitted by test/bench, which also says how well they carry over. */
export interface LogisticModel {
  bias: number
  weights: Record<string, number>
}

/** What the values of some features add to a sum; most are 0. */
export const added = <Name extends string>(
  total: number,
  { weights }: LogisticModel,
  names: readonly Name[],
  values: Record<Name, number>
): number => {
  let sum = total
  for (const name of names) {
    const value = values[name]
    if (value !== 0) sum += (weights[name] ?? 0) * value
  }
  return sum
}

/** The log odds that the values of some features give. */
export const sum = <Name extends string>(
  model: LogisticModel,
  names: readonly Name[],
  values: Record<Name, number>
): number => added(model.bias, model, names, values)

/** The log odds of whatever has these signs; a sign that was never seen tells nothing. */
export const logOdds = (model: LogisticModel, signs: Record<string, number>): number =>
  sum(model, Object.keys(signs), signs)

/** The probability of log odds. */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))
