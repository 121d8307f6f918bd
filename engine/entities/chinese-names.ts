import cues from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import type { TokenisedText } from '../text/document.ts'
import type { PhraseMatch } from '../text/phrases.ts'
import {
  ChineseNameEnds,
  COMPOUND_SURNAMES,
  isChineseName,
  LONGEST_CHINESE_NAME,
  SURNAMES
} from './chinese-name-ends.ts'
import { standingMatcher, type Entry, type Known } from './standing.ts'

const TITLES = cues.titlesZh

const BY_TITLE = new RegExp(
  `(?<!\\p{Script=Han})(?:${cues.surnamesZh.join('|')})(?:${TITLES.join('|')})`,
  'gu'
)

/** 习主席, 王主任: whoever a text calls so without ever giving the full name, by a surname that Americans do not have. */
export const calledByTitle = ({ text }: TokenisedText): Entry[] =>
  [...new Set(text.match(BY_TITLE) ?? [])].map((phrase) => ({
    phrase,
    value: { kind: 'person', party: null, never: ['us'] }
  }))

/** A person's name, and the surname with each title by which a text calls him later: 习近平, 习主席. */
export const withTitles = (name: string, value: Known): Entry[] => {
  const surname = COMPOUND_SURNAMES.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1)
  const isChinese = name.length <= LONGEST_CHINESE_NAME + (surname.length - 1) && SURNAMES.has(name.charAt(0))
  return [
    { phrase: name, value },
    ...(isChinese ? TITLES.map((title) => ({ phrase: surname + title, value })) : [])
  ]
}

/**
 * What may stand between a government, its body and an office: 美国*交通部助理*部长; but not 中国商务部部长*与*美国.
 *
 * @param most number of characters
 */
export const betweenOffices = (most: number): RegExp =>
  new RegExp(`^(?![\\s\\S]*[与和同、])\\p{Script=Han}{0,${most}}$`, 'u')
const BETWEEN_OFFICES = betweenOffices(6)
/** 美国*卫生与公众服务部*部长, 美国*苏丹和非洲之角问题*特使: a body or a portfolio may join two fields. */
const JOINED_FIELDS = /^\p{Script=Han}{1,14}(?:部|局|署|委|会|办公室|问题|事务|政策)(?:助理|副)?$/u

/** The government that an office belongs to, with its bodies between the two; null where none is told. */
const countryAhead = (matches: readonly PhraseMatch<Known>[], at: number, text: string): string | null => {
  for (let next = at; next > 0; next--) {
    const [before, behind] = [matches[next - 1], matches[next]]
    const between = before && behind ? text.slice(before.end, behind.start) : ''
    if (!before || !behind || !(BETWEEN_OFFICES.test(between) || JOINED_FIELDS.test(between))) return null
    if (before.value.kind === 'party') {
      // 美国*朝鲜*政策特别代表: the second country is what the office deals with.
      const employer = matches[next - 2]
      const isEmployed = employer?.value.kind === 'party' && employer.end === before.start
      return (isEmployed ? employer : before).value.party
    }
    if (before.value.kind === 'person') return null
  }
  return null
}

/** People whom a Chinese text introduces by office and name. */
export const introducedInChinese = ({ text, tokens }: TokenisedText): Entry[] => {
  if (!/\p{Script=Han}/u.test(text)) return []
  const ends = new ChineseNameEnds({ text, tokens })
  const matches = standingMatcher.findLongest(tokens)
  return matches.flatMap((match, at) => {
    if (match.value.kind !== 'office') return []
    const country = countryAhead(matches, at, text)
    const name = ends.after(match.end, country !== null && country !== cues.pinyin)
    // A name of the Chinese form behind an office that no country is told of is a Chinese official's.
    const party =
      country ?? match.value.party ?? (name !== null && isChineseName(name.whole) ? cues.pinyin : null)
    if (name === null || (party === null && match.value.never.length === 0)) return []
    const value: Known = {
      kind: 'person',
      party,
      never: match.value.never,
      ...(party === null ? { chinese: false } : {})
    }
    return [
      ...withTitles(name.taken, value),
      ...(name.whole === name.taken ? [] : [{ phrase: name.whole, value }])
    ]
  })
}
