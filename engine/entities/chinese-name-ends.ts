import cues from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import verbs from '../lexicon/data/reporting-verbs.json' with { type: 'json' }
import storyCues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { standardLexicon } from '../lexicon/lexicon.ts'
import type { Side } from '../model.ts'
import type { TokenisedText } from '../text/document.ts'
import { PhraseMatcher } from '../text/phrases.ts'
import { tokenise } from '../text/tokens.ts'
import type { Mention } from './entity-index.ts'

/** Where a Chinese name ends, which no blank and no capital tells. */

const speech = new PhraseMatcher(
  verbs.zh
    .filter(({ act }) => act === 'inform' || act === 'criticise')
    .flatMap(({ forms }) => forms.map((phrase) => ({ phrase, value: phrase })))
)
const SHORTEST_NAME = 2
export const LONGEST_CHINESE_NAME = 3
/** Of a foreign name in Chinese; with a mark inside: 德尔加多-埃姆斯; and with all its parts: 杰弗里·凯斯勒. */
const LONGEST_FOREIGN_NAME = 7
const LONGEST_JOINED_NAME = 10
const LONGEST_DOTTED_NAME = 24
/** What comes again in a text is shorter: 国务卿*艾德顿*. */
const LONGEST_REPEATED_NAME = 5

/** Surnames of two characters. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set([
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
export const SURNAMES: ReadonlySet<string> = new Set(cues.surnamesZh)
const AFTER_NAME = new Set(cues.afterNameZh)
/** Characters before which a name ends, and which few names have inside. */
const NOT_IN_NAMES = new Set(cues.notInNamesZh)
/** 奥卡福-莱恩: what a name is written with. */
const NAME = /^\p{Script=Han}(?:[-－‑–·•]?\p{Script=Han})+$/u
/** Characters of grammar, which are in no name. */
const IN_NO_NAME = /[的在将就对也还不这那]/u
/** 总统*感谢*魏崇远: what begins with a verb is no name. */
const reporting = verbs.zh.flatMap(({ forms }) => forms).filter((form) => form.length > 1)
/** 发言人*周三*说, 总统*通电话*: a day, or what was done, and no name. */
const NO_NAME = new RegExp(
  `^(?:${[...cues.beginsNoNameZh, ...cues.meeting.zh, ...cues.meetingNouns.zh].join('|')})`,
  'u'
)
/** 杰弗里·*凯斯勒* */
const DOTTED = /^(?:\p{Script=Han}{1,6}[·•・‧]){1,2}(\p{Script=Han}{2,5})/u

const isName = (text: string): boolean =>
  NAME.test(text) &&
  (text.length <= LONGEST_FOREIGN_NAME || !/^\p{Script=Han}+$/u.test(text)) &&
  !IN_NO_NAME.test(text) &&
  !reporting.some((form) => text.startsWith(form))

/** Whether a name has the form of a Chinese one: a surname and one or two characters. */
export const isChineseName = (name: string): boolean =>
  name.length >= SHORTEST_NAME && name.length <= LONGEST_CHINESE_NAME && SURNAMES.has(name.charAt(0))

/** All that stands right before a verb of speech in a Chinese text, at every length that a name can have. */
const beforeSpeech = ({ tokens, text }: TokenisedText): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { start } of speech.findAll(tokens))
    for (let length = SHORTEST_NAME; length <= LONGEST_JOINED_NAME; length++)
      found.add(text.slice(Math.max(0, start - length), start))
  return found
}

/** A name as it stands behind its office, and what of it the text takes up again: of 杰弗里·凯斯勒 the surname. */
export interface ChineseName {
  whole: string
  taken: string
}

const alone = (name: string): ChineseName => ({ whole: name, taken: name })

/** Finds the names of a text behind offices, where nothing parts the two. */
export class ChineseNameEnds {
  readonly #text: string
  readonly #speakers: ReadonlySet<string>

  constructor(text: TokenisedText) {
    this.#text = text.text
    this.#speakers = /\p{Script=Han}/u.test(text.text) ? beforeSpeech(text) : new Set()
  }

  /**
   * The name that begins at a place: what elsewhere stands before a verb of speech, what a mark or a particle ends, or
   * what comes again. None where the office is part of a longer word: 外长会期间.
   *
   * @param isForeign whether the office is another country's, whose names begin with surnames like 惠 and 范, too
   */
  after(at: number, isForeign = false): ChineseName | null {
    const behind = this.#text.slice(at, at + LONGEST_REPEATED_NAME)
    if (NO_NAME.test(behind) || standardLexicon.verbs.zh.findLongest(tokenise(behind))[0]?.from === 0)
      return null
    const inParts = this.#inParts(at)
    if (inParts) return inParts
    const ended = this.#said(at, isForeign) ?? this.#ended(at, isForeign)
    const name = ended === null ? this.#again(at, isForeign) : this.#withoutRest(ended)
    return name === null ? null : alone(name)
  }

  #longest(at: number, isForeign: boolean): number {
    if (isForeign) return LONGEST_JOINED_NAME
    if (COMPOUND_SURNAMES.has(this.#text.slice(at, at + 2))) return LONGEST_CHINESE_NAME + 1
    return SURNAMES.has(this.#text.charAt(at)) ? LONGEST_CHINESE_NAME : LONGEST_JOINED_NAME
  }

  #said(at: number, isForeign: boolean): string | null {
    for (let length = this.#longest(at, isForeign); length >= SHORTEST_NAME; length--) {
      const name = this.#text.slice(at, at + length)
      if (isName(name) && this.#speakers.has(name)) return name
    }
    return null
  }

  #ended(at: number, isForeign: boolean): string | null {
    const longest = this.#longest(at, isForeign)
    const ends = (behind: number): boolean => {
      const mark = this.#text.charAt(behind)
      return (
        AFTER_NAME.has(mark) ||
        (longest < LONGEST_JOINED_NAME && NOT_IN_NAMES.has(mark)) ||
        // 方丽媛*星期天*回应时说
        NO_NAME.test(this.#text.slice(behind, behind + LONGEST_REPEATED_NAME))
      )
    }
    for (let length = SHORTEST_NAME; length <= longest; length++) {
      const name = this.#text.slice(at, at + length)
      if (ends(at + length)) return isName(name) ? name : null
    }
    return null
  }

  #again(at: number, isForeign: boolean): string | null {
    const longest = Math.min(LONGEST_REPEATED_NAME, this.#longest(at, isForeign))
    const run = /^\p{Script=Han}+/u.exec(this.#text.slice(at, at + longest))?.[0] ?? ''
    for (let length = run.length; length >= SHORTEST_NAME; length--) {
      const name = run.slice(0, length)
      if (Array.from(name).some((character) => NOT_IN_NAMES.has(character))) continue
      if (this.#text.includes(name, at + length)) return name
    }
    return null
  }

  /** 何亚东*周六*表示, 海尔*告诉记者*: what stands between a name and its verb, where the name comes elsewhere without it. */
  #withoutRest(name: string): string {
    for (let length = SHORTEST_NAME; length < name.length; length++)
      if (this.#endsElsewhere(name.slice(0, length), name.charAt(length))) return name.slice(0, length)
    return name
  }

  /** Whether some characters end elsewhere as names do, and do not go on with the same one. */
  #endsElsewhere(name: string, next: string): boolean {
    for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + 1)) {
      const behind = this.#text.charAt(at + name.length)
      if (behind !== next && (AFTER_NAME.has(behind) || NOT_IN_NAMES.has(behind))) return true
    }
    return false
  }

  /** 杰弗里·*凯斯勒*: the surname of a foreign name, which later stands alone, or is ended by a mark or a word that is in no name. */
  #inParts(at: number): ChineseName | null {
    const found = DOTTED.exec(this.#text.slice(at, at + LONGEST_DOTTED_NAME))
    const run = found?.[1]
    if (!found || !run) return null
    const given = found[0].length - run.length
    const named = (length: number): ChineseName => ({
      whole: found[0].slice(0, given + length),
      taken: run.slice(0, length)
    })
    for (let length = run.length; length >= SHORTEST_NAME; length--)
      if (this.#text.includes(run.slice(0, length), at + found[0].length)) return named(length)
    const end = Array.from(run).findIndex((character) => NOT_IN_NAMES.has(character))
    if (end < 0) return named(run.length)
    return end >= SHORTEST_NAME ? named(end) : null
  }
}

/** 国防部长*阿兹曼·哈欣*: a name in two parts is no Chinese one. */
const NAME_IN_PARTS = /^\p{Script=Han}{1,8}[·・‧]/u
const LONGEST_PART = 10
export const hasNameInParts = ({ end }: Mention, text: string): boolean =>
  NAME_IN_PARTS.test(text.slice(end, end + LONGEST_PART))

/** "外交部长": in Chinese, without a country before it, an office that only China’s government has of the two. */
export const chineseByOffice = (mention: Mention, text: string): Side | null => {
  const { kind, never, start, text: office } = mention
  const isChinese =
    kind === 'office' &&
    !hasNameInParts(mention, text) &&
    /\p{Script=Han}/u.test(office) &&
    never.includes('us') &&
    !never.includes('cn') &&
    !storyCues.elsewhere.zh.some((place) => text.endsWith(place, start))
  return isChinese ? 'cn' : null
}
