import cues from '../lexicon/data/attribution-cues.json' with { type: 'json' }
import verbs from '../lexicon/data/reporting-verbs.json' with { type: 'json' }
import type { TokenisedText } from '../text/document.ts'
import { PhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import { isPinyinName, ONE_SYLLABLE, PINYIN } from './pinyin.ts'
import { RANKS } from './ranks.ts'
import { countryOfSurname, standingMatcher, type Entry, type Known } from './standing.ts'

/** A surname this short, or like a pronoun, is only taken for one right after an office or the given name. */
export const SHORTEST_LONE_SURNAME = 3
export const PRONOUNS: ReadonlySet<string> = new Set(cues.pronouns.en.map((word) => word.toLowerCase()))

/** Most words of a name that an office introduces, and how far before the office its country may stand. */
const LONGEST_NAME = 4
const COUNTRY_REACH = 3
/** Between an office and what it deals with, and most words of that with the name behind it. */
const PORTFOLIO = new Set(['for', 'of', 'to', 'on', 'and', 'the'])
const LONGEST_PORTFOLIO = 12
/** Words from a name's comma to the office it is explained by: "Hou Zhengping, *member of the Political Bureau of*". */
const APPOSITION_REACH = 12

const speech = new PhraseMatcher(
  verbs.en
    .filter(({ act }) => act === 'inform' || act === 'criticise' || act === 'warn')
    .flatMap(({ forms }) => forms.map((phrase) => ({ phrase, value: true })))
)

/** Whose names are spelt in pinyin. */
const CHINA = cues.pinyin

/** Between a country and the office: "Chinese", "China’s new", "the PRC’s". */
const ADJACENT = /^(?:[’']s?)?\)?(?:[ \u00a0]\p{Ll}+)*[ \u00a0]$/u

/** In a line whose words nearly all have capitals, as titles do, a capital shows no name. */
const LEAST_TITLE_WORDS = 4
const LEAST_IN_CAPITALS = 0.8
const SHORTEST_TITLE_WORD = 4

/** What stands before a place or a body, and before no person who acts. */
const BEFORE_NO_PERSON = new Set(['in', 'at', 'near', 'outside', 'of', 'the'])

type Office = PhraseMatch<Known>

/**
 * Whoever a readout names is of one of its two sides; a news story names analysts, critics and bystanders too, and of them
 * only those count who hold an office.
 */
export type Genre = 'readout' | 'story'

/** The tokens of lines that are set as titles are, with capitals throughout. */
const inTitles = (text: string, tokens: readonly Token[]): ReadonlySet<Token> => {
  const found = new Set<Token>()
  let at = 0
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const from = at
    let [words, capitals] = [0, 0]
    for (; (tokens[at]?.start ?? Infinity) < end; at++) {
      if ((tokens[at]?.text.length ?? 0) < SHORTEST_TITLE_WORD) continue
      words++
      if (tokens[at]?.capital) capitals++
    }
    const isSentence = /[.!?]\s*$/u.test(text.slice(start, end))
    if (!isSentence && words >= LEAST_TITLE_WORDS && capitals >= LEAST_IN_CAPITALS * words)
      for (const token of tokens.slice(from, at)) found.add(token)
    start = end + 1
  }
  return found
}

/** A text in which names are looked for, with the governments and offices that stand in it. */
class Introductions {
  readonly #genre: Genre
  readonly #text: string
  readonly #tokens: readonly Token[]
  readonly #standing: readonly Office[]
  /** Words with capitals outside of titles. */
  readonly #capitals: ReadonlySet<string>
  readonly #inTitles: ReadonlySet<Token>
  /** Indices of the tokens with which a government or an office begins. */
  readonly #beginnings: ReadonlySet<number>

  constructor({ text, tokens }: TokenisedText, genre: Genre) {
    this.#genre = genre
    this.#text = text
    this.#tokens = tokens
    this.#standing = standingMatcher
      .findLongest(tokens)
      .filter(({ from, value }) => tokens[from]?.capital === true || value.kind === 'party')
    this.#inTitles = inTitles(text, tokens)
    this.#beginnings = new Set(this.#standing.map(({ from }) => from))
    this.#capitals = new Set(
      tokens.filter((token) => token.capital && !this.#inTitles.has(token)).map((token) => token.text)
    )
  }

  /** Names with what is known of them. */
  found(): Entry[] {
    const introduced = [...this.#behindOffices(), ...this.#behindPortfolios()]
    return this.#genre === 'story'
      ? introduced
      : [...introduced, ...this.#beforeOffices(), ...this.#speakers()]
  }

  /** "Chinese Foreign Minister *Shen Rui*" */
  #behindOffices(): Entry[] {
    return this.#standing.flatMap((office, at) => {
      if (office.value.kind !== 'office') return []
      const words = this.#nameFrom(office.to)
      const party = office.value.party ?? this.#countryBefore(at)
      return this.#entries(words, party, office.value.never)
    })
  }

  /** "Special Envoy for Climate Change *Gu Hongzhi*": behind what an office deals with. */
  #behindPortfolios(): Entry[] {
    return this.#standing.flatMap((office, at) => {
      if (office.value.kind !== 'office' || !PORTFOLIO.has(this.#tokens[office.to]?.text ?? '')) return []
      let end = office.to + 1
      for (; end <= office.to + LONGEST_PORTFOLIO; end++) {
        const [before, token] = [this.#tokens[end - 1], this.#tokens[end]]
        const gap = this.#text.slice(before?.end ?? 0, token?.start)
        if (!token || !/^\.?[ \u00a0-]+$/u.test(gap) || !(token.capital || PORTFOLIO.has(token.text))) break
        // "… Helen Brandvold *and PRC Vice Minister* …": another official.
        if (token.text === 'and' && this.#beginnings.has(end + 1)) break
      }
      if (end > office.to + LONGEST_PORTFOLIO) return []
      const words = this.#words(end - 2, end)
      const isName =
        words.length === 2 && end - 2 > office.to + 1 && this.#isFree(end - 2, end) && this.#isTakenUp(words)
      return isName
        ? this.#entries(words, office.value.party ?? this.#countryBefore(at), office.value.never)
        : []
    })
  }

  /** Whether two words with capitals are a name: spelt as Chinese ones are, or taken up elsewhere. */
  #isTakenUp(words: readonly string[]): boolean {
    const [first = '', last = ''] = words.map((word) => word.toLowerCase())
    if (ONE_SYLLABLE.test(first) && PINYIN.test(last)) return true
    return (
      this.#standing.some(
        ({ value, to }) =>
          value.kind === 'office' && this.#tokens[to]?.text === last && this.#tokens[to].capital
      ) || this.#beginsSentence(words.join(' '))
    )
  }

  /** Whether a sentence begins with some words: "*Leonora Pike* expressed thanks for this." */
  #beginsSentence(words: string): boolean {
    for (let at = this.#text.indexOf(words); at >= 0; at = this.#text.indexOf(words, at + 1))
      if (
        /(?:^|[.!?\n][ \n]*)$/u.test(this.#text.slice(Math.max(0, at - 2), at)) &&
        /^ \p{Ll}/u.test(this.#text.slice(at + words.length))
      )
        return true
    return false
  }

  /** "*Hou Zhengping*, Director of the Office of the PRC’s Central Foreign Affairs Commission" */
  #beforeOffices(): Entry[] {
    return this.#standing.flatMap((office) => {
      if (office.value.kind !== 'office') return []
      for (let comma = office.from; comma > Math.max(0, office.from - APPOSITION_REACH); comma--) {
        const gap = this.#text.slice(this.#tokens[comma - 1]?.end ?? 0, this.#tokens[comma]?.start)
        const isAbbreviation = gap === '. ' && (this.#tokens[comma - 1]?.text.length ?? 0) === 1
        if (/[.;:!?\n]/u.test(gap) && !isAbbreviation && gap !== '.') return []
        if (!gap.startsWith(',')) continue
        const words = this.#nameUpTo(comma)
        if (words.length < 2 || this.#isNobody(comma - words.length)) return []
        const party = this.#countryWithin(office, comma) ?? office.value.party ?? this.#countryBehind(office)
        return this.#entries(words, party, office.value.never)
      }
      return []
    })
  }

  /** "Today *in San Diego*, Director …", "of *the Foreign Ministry*, and Admiral …": where something is, and nobody. */
  #isNobody(from: number): boolean {
    const before = this.#tokens[from - 1]
    return before !== undefined && !before.capital && BEFORE_NO_PERSON.has(before.text)
  }

  /** The country that an apposition names before its office, whoever else has one: "*China* International Trade Representative". */
  #countryWithin(office: Office, comma: number): string | null {
    const before = this.#standing.find(
      ({ from, to, value }) => value.kind === 'party' && from >= comma && to <= office.from
    )
    return before?.value.party ?? null
  }

  /** The country behind an office in an apposition: "Director of the Office of the *PRC*’s Commission". */
  #countryBehind(office: Office): string | null {
    const behind = this.#standing.find(
      ({ from, value }) => value.kind === 'party' && from >= office.to && from <= office.to + APPOSITION_REACH
    )
    const between = behind ? this.#text.slice(office.end, behind.start) : ''
    // Not "for North American Affairs": what somebody deals with.
    const isEmployer = /^(?: (?:of|the|at|\p{Lu}[\p{L}’'-]*))* ?(?:of|at) (?:the )?$/u.test(between)
    return behind && isEmployer ? behind.value.party : null
  }

  /** "*Hou Zhengping* pointed out": a name spelt as Chinese ones are, of somebody who speaks. */
  #speakers(): Entry[] {
    return speech.findLongest(this.#tokens).flatMap(({ from }) => {
      const words = this.#nameUpTo(from)
      return words.length === 2 && this.#isFree(from - 2, from) ? this.#entries(words, null, []) : []
    })
  }

  /** Whether no government or office of the lexicon stands there. */
  #isFree(from: number, to: number): boolean {
    return !this.#standing.some((match) => match.from < to && match.to > from)
  }

  /** A country right before an office: "Chinese", "China’s", "the PRC". */
  #countryBefore(at: number): string | null {
    const [before, office] = [this.#standing[at - 1], this.#standing[at]]
    if (before?.value.kind !== 'party' || !office || office.from - before.to > COUNTRY_REACH) return null
    const between = this.#text.slice(before.end, office.start)
    // "the Chinese delegation, Major General Meng", as journalists write.
    // "in the United States. Director Ye": only an abbreviation goes on behind its stop.
    const behind = /\.\p{L}$/u.test(this.#text.slice(before.start, before.end))
      ? between.replace(/^\./u, '')
      : between
    const isNear =
      this.#genre === 'story' ? !/[;:!?\n]|\.\s\p{Lu}\p{Ll}+\s\p{Ll}/u.test(between) : ADJACENT.test(behind)
    return isNear ? before.value.party : null
  }

  #nameFrom(office: number): string[] {
    // "Minister of National Defense *General* Pan Zhaohui".
    const isRanked = RANKS.has(this.#tokens[office]?.text ?? '') && this.#tokens[office + 1]?.capital === true
    const start = isRanked ? office + 1 : office
    let at = start
    for (; at < start + LONGEST_NAME; at++) {
      const token = this.#tokens[at]
      // "Vice Minister Qiu Lan Holds *China*-U.S. Consultations": no name goes on with a country or an office.
      if (at > start && this.#beginnings.has(at)) break
      const gap = this.#text.slice(this.#tokens[at - 1]?.end ?? 0, token?.start)
      // A stop only follows an initial ("Antony J. Blinken"); after a word it ends the sentence.
      const initial = (this.#tokens[at - 1]?.text.length ?? 0) === 1
      // "Reyes-Hart": one name.
      const joins = at > start && /^[-‑]$/u.test(gap)
      if (!token?.capital || !(joins || (initial ? /^\.?[ \u00a0]+$/u : /^[ \u00a0]+$/u).test(gap))) break
    }
    // In a title the verb behind a name has a capital too: "Under Secretary Brandvold Concludes Consultations".
    const first = this.#tokens[start]
    if (first && this.#inTitles.has(first))
      while (at > start && !this.#capitals.has(this.#tokens[at - 1]?.text ?? '')) at--
    return this.#words(start, at)
  }

  #nameUpTo(end: number): string[] {
    let at = end
    while (at > end - LONGEST_NAME) {
      const [token, next] = [this.#tokens[at - 1], this.#tokens[at]]
      const gap = token && at < end ? this.#text.slice(token.end, next?.start) : ' '
      // "… in San Diego. Luo Jinping said": a stop only follows an initial.
      const joins = token?.text.length === 1 ? /^\.?[ \u00a0-]$/u : /^[ \u00a0-]$/u
      if (!token?.capital || !joins.test(gap) || !this.#isFree(at - 1, at)) break
      at--
    }
    return this.#words(at, end)
  }

  #words(from: number, to: number): string[] {
    if (to <= from) return []
    return this.#text.slice(this.#tokens[from]?.start, this.#tokens[to - 1]?.end ?? 0).split(/\.?[ \u00a0]+/u)
  }

  /** The whole name, and its first and last word by which it is taken up again. */
  #entries(words: readonly string[], country: string | null, never: readonly string[]): Entry[] {
    const [first = '', last = ''] = [words[0], words.at(-1)]
    if (words.length === 0) return []
    // "President Xi": the office is of more than one country, the surname is known, or spelt as Chinese ones are.
    const small = words.map((word) => word.toLowerCase())
    const chinese = this.#genre === 'readout' && isPinyinName(small)
    // "Party Secretary Ren Guangyao": a surname and a given name so spelt tell more than an office.
    const full = chinese && words.length === 2 && ONE_SYLLABLE.test(small[0] ?? '')
    const of = country ?? countryOfSurname.get(last) ?? (chinese && words.length === 2 ? CHINA : '')
    if (of === '' && never.length === 0) return []
    const party = of !== '' && (full || !never.includes(of)) ? of : null
    const value: Known = { kind: 'person', party, never, ...(party === null ? { chinese } : {}) }
    const parts = [first, last].filter(
      (part) => part.length >= SHORTEST_LONE_SURNAME && !PRONOUNS.has(part.toLowerCase())
    )
    return [words.join(' '), ...parts].map((phrase) => ({ phrase, value }))
  }
}

/** People whom the texts introduce by office and name, whom no list need know. */
export const introducedInEnglish = (
  texts: readonly TokenisedText[],
  known: ReadonlySet<string>,
  genre: Genre
): Entry[] => {
  const entries = new Map<string, Known>()
  for (const text of texts)
    for (const { phrase, value } of new Introductions(text, genre).found())
      // A later, shorter mention ("Foreign Minister X") does not unlearn the country of the first.
      if (!known.has(phrase.toLowerCase()) && (entries.get(phrase)?.party ?? null) === null)
        entries.set(phrase, value)
  return [...entries].map(([phrase, value]) => ({ phrase, value }))
}
