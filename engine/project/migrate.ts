/** Everything at the top of a project file, of whatever version. */
export type Content = Readonly<Record<string, unknown>>

/** Makes what a file of one version holds into what the next version holds. */
export type Step = (content: Content) => Content

/** By the version they start from. A new version of the file adds its step and leaves the others as they are. */
export const STEPS: ReadonlyMap<number, Step> = new Map()

/**
 * Brings a file's content up to a version, step by step.
 *
 * @returns null where a step is missing
 */
export const migrate = (
  content: Content,
  from: number,
  to: number,
  steps: ReadonlyMap<number, Step>
): Content | null => {
  let current = content
  for (let version = from; version < to; version++) {
    const step = steps.get(version)
    if (!step) return null
    current = { ...step(current), version: version + 1 }
  }
  return current
}
