import type { Readout } from '../model.ts'
import type { Source } from '../project/project.ts'

/** What a citation is made of; null where nobody knows. Dates are ISO dates, or words that stand as they are. */
export interface Cited {
  issuer: string | null
  title: string | null
  date: string | null
  address: string | null
  retrieved: string | null
  /** What a ministry hands out, as against a page of a news site. */
  isRelease: boolean
}

const given = (...values: (string | null | undefined)[]): string | null =>
  values
    .map((value) => value?.replace(/\s+/gu, ' ').trim())
    .find((value) => value !== undefined && value !== '') ?? null

/**
 * What is known of a text's source: first what the researcher says of it, then the text and the document it was read
 * from. The date of the meeting is not taken for that of the publication, which may be a day later.
 */
export const citedOf = (readout: Readout, source?: Source): Cited => {
  const { cited } = source ?? {}
  const found = readout.import
  const address = given(cited?.address, found?.address)
  return {
    issuer: given(cited?.issuer, found?.publisher),
    title: given(cited?.title, readout.title, found?.title, readout.name),
    date: given(cited?.date, found?.date),
    address,
    // A page was seen when it was imported; a text without an address was not retrieved from anywhere.
    retrieved: given(cited?.retrieved, address === null ? null : source?.imported.slice(0, 10)),
    isRelease: readout.fromStory === undefined
  }
}
