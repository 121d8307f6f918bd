import type { Mention } from './entity-index.ts'
import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { parties } from '../lexicon/parties.ts'
import { PhraseMatcher } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import { SIDES } from '../model.ts'
import { isBehindThird } from './third-parties.ts'
import { wordSet } from '../text/word-sets.ts'

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

/** The party of an office that is a third country’s, whichever that is. */
const A_THIRD = 'a third country'

const isOfNeither = ({ party }: Mention): boolean => party !== null && party !== 'us' && party !== 'cn'

/**
 * "美国*商务部*", "the Philippine *foreign ministry*": an office is of the country that stands right before it; in English only
 * of a third one, since a side’s own offices are named without it.
 */
const ofCountryBefore = (mentions: readonly Mention[], tokens: readonly Token[], text: string): Mention[] =>
  mentions.map((mention) => {
    if (mention.kind !== 'office') return mention
    const country = mentions.find(({ kind, to }) => kind === 'party' && to === mention.from)
    if (/\p{Script=Han}/u.test(mention.text))
      return country && country.party !== mention.party ? { ...mention, party: country.party } : mention
    const isThird = (country && isOfNeither(country)) ?? isBehindThird(tokens, mention.from)
    const isBeside = /^(?:['’]s)? $/u.test(text.slice(tokens[mention.from - 1]?.end, mention.start))
    return isThird && isBeside ? { ...mention, party: country?.party ?? A_THIRD } : mention
  })

/** "*In Taipei*, the president’s office", "Oman was not asked, *its* foreign ministry": an office that names no country is of that place. */
export const ofPlace = (mentions: readonly Mention[]): Mention[] =>
  mentions.map((mention) =>
    mention.kind === 'office' && !(mention.party === 'us' && /\p{Lu}/u.test(mention.text))
      ? { ...mention, party: A_THIRD }
      : mention
  )

/** "the deputy secretary general *of China’s* narcotics commission": an office is of the country that it names behind it. */
const OF_A_COUNTRY = /^(?: \p{Ll}+)? of (?:the )?$/u
/** The same of a third country, with the name between: "President Ferdinand Marcos Jr. *of the Philippines*". */
const NAME_OF_A_COUNTRY = /^(?: \p{Lu}[\p{L}.’'-]*){0,4},? of (?:the )?$/u
const ofCountryBehind = (mentions: readonly Mention[], text: string): Mention[] =>
  mentions.map((mention) => {
    const country =
      mention.kind === 'office' &&
      mentions.find(
        (other) =>
          other.kind === 'party' &&
          other.start > mention.end &&
          (/['’]s$/u.test(other.text)
            ? OF_A_COUNTRY.test(text.slice(mention.end, other.start))
            : isOfNeither(other) && NAME_OF_A_COUNTRY.test(text.slice(mention.end, other.start)))
      )
    return country && country.party !== mention.party ? { ...mention, party: country.party } : mention
  })

/** All who are named in a story's words as possible sources, in their order: whom any text would name by them, and issuers. */
export const withIssuers = (
  named: readonly Mention[],
  tokens: readonly Token[],
  text: string
): readonly Mention[] =>
  ofCountryBehind(
    ofCountryBefore(
      withoutGeneric(
        [
          ...named,
          ...issuers.findLongest(tokens).map(({ value, ...place }) => ({
            ...place,
            kind: 'office' as const,
            party: value,
            never: [],
            text: text.slice(place.start, place.end)
          }))
        ].sort((a, b) => a.from - b.from)
      ),
      tokens,
      text
    ),
    text
  )
