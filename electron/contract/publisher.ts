import publisher from '../packaging/publisher.json'

/** Addresses under this name lead nowhere, by the rules of the name system: nobody has said yet who publishes. */
const PLACEHOLDER = /(?:^invalid\.|\.invalid(?:\/|$))/u

/** Which of the publisher's entries are still placeholders; a release is refused while any is. */
export const unnamed = Object.entries(publisher).flatMap(([name, value]) =>
  PLACEHOLDER.test(value) ? [name] : []
)

/** The page that has the releases; null in a build that is of none. Shown, never asked for. */
export const releasesPage = PLACEHOLDER.test(publisher.releases) ? null : publisher.releases
