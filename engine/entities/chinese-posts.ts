import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import { ONE_SYLLABLE, PINYIN } from './pinyin.ts'
import type { Token } from '../text/tokens.ts'
import { afterTitle } from './beside-offices.ts'
import { matcherOf, wordSet } from '../text/word-sets.ts'

/** Chinese names beside a post that tells no country. */

const PRONOUNS = wordSet(cues.pronouns)
/** "*In* Taipei": no name, though it is spelt as one. */
const PLACING = wordSet(cues.placing)
/** "*his* counterpart", "*a* deputy minister" */
const BEFORE_POST = wordSet([...cues.articles, 'his', 'her', 'their'])
/** Words for whoever holds a post: "*spokesperson* Bai Ying". */
export const POSTS = wordSet([...cues.roles, ...cues.officials, ...cues.spokespeople])
const COUNTERPARTS = wordSet(cues.counterparts)
const OFFICES_BY_NAME = matcherOf(cues.officesByName)
/** Words of a Chinese name. */
const SHORTEST_NAME = 2

/** Two words that are spelt as a Chinese name is. */
const chineseNameAt = (text: string, tokens: readonly Token[], at: number): string[] => {
  const [surname, given] = [tokens[at], tokens[at + 1]]
  const isName =
    surname?.capital === true &&
    given?.capital === true &&
    !PRONOUNS.has(surname.text) &&
    !PLACING.has(surname.text) &&
    text.slice(surname.end, given.start) === ' ' &&
    !text.startsWith('-', given.end) &&
    PINYIN.test(surname.text) &&
    PINYIN.test(given.text)
  return isName ? [surname.text, given.text] : []
}

/**
 * Single words for whoever holds a post of any kind, beside a name with a surname of one syllable: "Agriculture *Minister*
 * Feng Guodong", "Qiu Donghai, his *counterpart*".
 */
const postsIn = (text: string, tokens: readonly Token[]): { from: number; to: number }[] =>
  tokens.flatMap(({ text: word }, at) => {
    if (!POSTS.has(word)) return []
    const before = at - (BEFORE_POST.has(tokens[at - 1]?.text ?? '') ? 1 : 0) - SHORTEST_NAME
    const surnames = [
      tokens[at + 1],
      ...(COUNTERPARTS.has(word) && text.startsWith(',', tokens[before + 1]?.end) ? [tokens[before]] : [])
    ]
    return surnames.some((token) => ONE_SYLLABLE.test(token?.text ?? '')) ? [{ from: at, to: at + 1 }] : []
  })

/** "Deputy Governor *Zou Lan*", "*Wang Ruoxi*, a deputy minister": an office that tells no country, and a Chinese name. */
export const chineseOfficials = (
  text: string,
  tokens: readonly Token[],
  isKnownOrAbroad: (from: number, to: number) => boolean
): string[] =>
  [...OFFICES_BY_NAME.findLongest(tokens), ...postsIn(text, tokens)].flatMap(({ from, to }) => {
    if (isKnownOrAbroad(from, to)) return []
    const behind = from - (BEFORE_POST.has(tokens[from - 1]?.text ?? '') ? 1 : 0)
    const isSetOff = text.slice(tokens[behind - 1]?.end, tokens[behind]?.start) === ', '
    // "Vice-Minister *of Science and Technology* Qin Mulan"
    const at = afterTitle(text, tokens, to)
    return [
      ...(/^,? $/u.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start))
        ? chineseNameAt(text, tokens, at)
        : []),
      ...(isSetOff ? chineseNameAt(text, tokens, behind - SHORTEST_NAME) : [])
    ]
  })
