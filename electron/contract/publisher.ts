import publisher from '../packaging/publisher.json' with { type: 'json' }

/** Names under .invalid lead nowhere, by the rules of the name system: nobody has said yet who publishes. */
export const isPlaceholder = (value: string): boolean => /(?:^invalid\.|\.invalid(?:\/|$))/u.test(value)

/** Which of the publisher's entries are still placeholders; a release is refused while any is. */
export const unnamed = Object.entries(publisher).flatMap(([name, value]) =>
  isPlaceholder(value) ? [name] : []
)

/** The page that has the releases; null in a build that is of none. Shown, never asked for. */
export const releasesPage = isPlaceholder(publisher.releases) ? null : publisher.releases
