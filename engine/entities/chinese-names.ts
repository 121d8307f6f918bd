import cues from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import verbs from '../lexicon/data/reporting-verbs.json' with { type: 'json' }
import type { TokenisedText } from '../text/document.ts'
import { PhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import { standingMatcher, type Entry, type Known } from './standing.ts'

const chineseSpeech = new PhraseMatcher(
  verbs.zh
    .filter(({ act }) => act === 'inform' || act === 'criticise')
    .flatMap(({ forms }) => forms.map((phrase) => ({ phrase, value: phrase })))
)
const SHORTEST_CHINESE_NAME = 2
const LONGEST_CHINESE_NAME = 7
/** With a mark inside: 德尔加多-埃姆斯. */
const LONGEST_JOINED_NAME = 10

/** All that stands right before a verb of speech in a Chinese text, at every length that a name can have. */
const beforeSpeech = (tokens: readonly Token[], text: string): Set<string> => {
  const found = new Set<string>()
  for (const { start } of chineseSpeech.findAll(tokens))
    for (let length = SHORTEST_CHINESE_NAME; length <= LONGEST_JOINED_NAME; length++)
      found.add(text.slice(Math.max(0, start - length), start))
  return found
}

/** Surnames of two characters. */
const COMPOUND_SURNAMES = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '夏侯',
  '皇甫',
  '东方',
  '尉迟',
  '公孙'
])
const SURNAMES = new Set(cues.surnamesZh)
const TITLES = cues.titlesZh
const AFTER_NAME = new Set(cues.afterNameZh)
const BEGINS_NO_NAME = new Set(cues.beginsNoNameZh)
const LONGEST_CHINESE_OWN_NAME = 3
/** 奥卡福-莱恩, 朱利安·卡拉韦: what a name is written with. */
const NAME = /^\p{Script=Han}(?:[-－‑–·•]?\p{Script=Han})+$/u
/** Characters of grammar, which are in no name. */
const IN_NO_NAME = /[的在将就对也还不这那]/u
/** 总统*感谢*魏崇远: what begins with a verb is no name. */
const reporting = verbs.zh.flatMap(({ forms }) => forms).filter((form) => form.length > 1)

const isName = (text: string): boolean =>
  NAME.test(text) &&
  (text.length <= LONGEST_CHINESE_NAME || !/^\p{Script=Han}+$/u.test(text)) &&
  !IN_NO_NAME.test(text) &&
  !reporting.some((form) => text.startsWith(form))

/**
 * The name right after an office in Chinese, where no space shows its end: the longest run of characters there that
 * elsewhere in the text stands before a verb of speech; else one that a mark or a particle ends. None where the office is
 * part of a longer word: 外长会期间.
 *
 * @param isForeign whether the office is another country's, whose names begin with surnames like 惠 and 范, too
 */
const chineseNameAt = (
  text: string,
  start: number,
  speakers: ReadonlySet<string>,
  isForeign: boolean
): string | null => {
  if (BEGINS_NO_NAME.has(text.charAt(start))) return null
  for (let length = LONGEST_JOINED_NAME; length >= SHORTEST_CHINESE_NAME; length--) {
    const name = text.slice(start, start + length)
    if (isName(name) && speakers.has(name)) return name
  }
  const isChinese =
    !isForeign && (SURNAMES.has(text.charAt(start)) || COMPOUND_SURNAMES.has(text.slice(start, start + 2)))
  const longest = isChinese ? LONGEST_CHINESE_OWN_NAME : LONGEST_JOINED_NAME
  for (let length = SHORTEST_CHINESE_NAME; length <= longest; length++) {
    const name = text.slice(start, start + length)
    if (AFTER_NAME.has(text.charAt(start + length))) return isName(name) ? name : null
  }
  return null
}

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

/** Whether a name has the form of a Chinese one: a surname and one or two characters. */
export const isChineseName = (name: string): boolean =>
  name.length >= SHORTEST_CHINESE_NAME &&
  name.length <= LONGEST_CHINESE_OWN_NAME &&
  SURNAMES.has(name.charAt(0))

/** A person's name, and the surname with each title by which a text calls him later: 习近平, 习主席. */
export const withTitles = (name: string, value: Known): Entry[] => {
  const surname = COMPOUND_SURNAMES.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1)
  const isChinese =
    name.length <= LONGEST_CHINESE_OWN_NAME + (surname.length - 1) && SURNAMES.has(name.charAt(0))
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
  const speakers = beforeSpeech(tokens, text)
  const matches = standingMatcher.findLongest(tokens)
  return matches.flatMap((match, at) => {
    if (match.value.kind !== 'office') return []
    const country = countryAhead(matches, at, text)
    const name = chineseNameAt(text, match.end, speakers, country !== null && country !== cues.pinyin)
    // A name of the Chinese form behind an office that no country is told of is a Chinese official's.
    const party = country ?? match.value.party ?? (name !== null && isChineseName(name) ? cues.pinyin : null)
    if (name === null || (party === null && match.value.never.length === 0)) return []
    return withTitles(name, { kind: 'person', party, never: match.value.never })
  })
}
