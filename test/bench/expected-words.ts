/** Words that say nothing of what a finding is about. */
const SMALL = new Set(
  'the a an of to and in on for with that is are was were be it its by as at from this not no has have will said says'.split(
    ' '
  )
)

/** The content words of quotations, each once: what an expected finding and one that is told are matched by. */
export const contentOf = (quotations: readonly string[] = []): Set<string> =>
  new Set(
    (
      quotations
        .join(' ')
        .toLowerCase()
        .match(/[\p{L}\p{N}'’-]+/gu) ?? []
    ).filter((word) => !SMALL.has(word))
  )
