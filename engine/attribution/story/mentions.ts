import type { EntityIndex, Mention } from '../../entities/entity-index.ts'
import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import { parties } from '../../lexicon/parties.ts'
import { PhraseMatcher } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { SIDES } from '../../model.ts'
import { wordSet } from './words.ts'

/** Who is named in a story as a possible source: in one, an issuer is a source as an office is. */

const GENERIC = wordSet(cues.genericBodies)

/** In a story an issuer is a source as an office is: "the State Department said", "the ministry said". */
const issuers = new PhraseMatcher([
  ...parties.flatMap(({ id, issuers: names }) => names.map((phrase) => ({ phrase, value: id }))),
  ...SIDES.flatMap((side) => cues.sides[side].map((phrase) => ({ phrase, value: side })))
])

/** Words from a government to the body that is its own: "the PLA’s Joint Staff *Department*". */
const OWN_REACH = 3

/** A department or a ministry is of whoever stands right before it. */
const withoutGeneric = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(
    ({ text, from }) =>
      !GENERIC.has(text.toLowerCase()) ||
      !mentions.some(
        ({ party, to }) => (party === 'us' || party === 'cn') && to <= from && from - to <= OWN_REACH
      )
  )

/** "美国*商务部*": an office is of the country that stands right before it. */
const ofCountryBefore = (mentions: readonly Mention[]): Mention[] =>
  mentions.map((mention) => {
    const country = mentions.find(({ kind, to }) => kind === 'party' && to === mention.from)
    const isOffice = mention.kind === 'office' && /\p{Script=Han}/u.test(mention.text)
    return isOffice && country && country.party !== mention.party
      ? { ...mention, party: country.party }
      : mention
  })

/** "the deputy secretary general *of China’s* narcotics commission": an office is of the country that it names behind it. */
const OF_A_COUNTRY = /^(?: \p{Ll}+)? of (?:the )?$/u
const ofCountryBehind = (mentions: readonly Mention[], text: string): Mention[] =>
  mentions.map((mention) => {
    const country =
      mention.kind === 'office' &&
      mentions.find(
        ({ kind, start, text: words }) =>
          kind === 'party' &&
          start > mention.end &&
          /['’]s$/u.test(words) &&
          OF_A_COUNTRY.test(text.slice(mention.end, start))
      )
    return country && country.party !== mention.party ? { ...mention, party: country.party } : mention
  })

/** All who are named in a story's words as possible sources, in their order. */
export const mentionsIn = (entities: EntityIndex, tokens: readonly Token[], text: string): Mention[] =>
  ofCountryBehind(
    ofCountryBefore(
      withoutGeneric(
        [
          ...entities.mentionsIn(tokens, text),
          ...issuers.findLongest(tokens).map(({ value, ...place }) => ({
            ...place,
            kind: 'office' as const,
            party: value,
            never: [],
            text: text.slice(place.start, place.end)
          }))
        ].sort((a, b) => a.from - b.from)
      )
    ),
    text
  )
