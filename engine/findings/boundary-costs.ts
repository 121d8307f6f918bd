import { negations } from '../lexicon/framing.ts'
import type { Token } from '../text/tokens.ts'

/** Words after which an excerpt may begin; before "and" and its like one may end, too. */
const JOINING = new Set(['and', 'but', 'while', 'because'])
/** Words that lead in a clause, after which it stands by itself. */
const LEADING = new Set(['that', 'which'])
/** Words that open a question, which is none without them. */
const ASKING = new Set(['whether', 'how', 'what', 'why'])
const ENDING = new Set([...JOINING, 'or', 'whereas', 'since', 'so'])
/** Words that make a condition of what comes after them. */
export const CONDITIONAL: ReadonlySet<string> = new Set(['if', 'unless'])
export const PREPOSITIONS = new Set([
  'in',
  'on',
  'for',
  'with',
  'by',
  'as',
  'from',
  'at',
  'over',
  'under',
  'through',
  'during',
  'against',
  'between',
  'among',
  'including',
  'toward',
  'towards',
  'across',
  'around',
  'without',
  'after',
  'before',
  'into'
])
/** Words that want what comes after them. */
const HUNGRY = new Set([
  'a',
  'an',
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
  'this',
  'these',
  'those',
  'such',
  'other',
  'all',
  'both',
  'each',
  'more',
  'most',
  'no',
  'not',
  'very',
  'of',
  'to',
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'has',
  'have',
  'had',
  'will',
  'would',
  'should',
  'must',
  'can',
  'could',
  'may',
  'does',
  'do',
  'did',
  ...ENDING,
  ...LEADING,
  ...ASKING,
  ...PREPOSITIONS
])
/** Determiners, with which a phrase begins. */
const OPENING = new Set(['the', 'a', 'an', 'its', 'their', 'our', 'his', 'her', ...PREPOSITIONS])
/** Endings of words that mostly stand before a noun: "economic", "cooperative", "long-standing". */
const ADJECTIVAL = /(?:ic|al|ive|ous|able|ible|ful|less|ary|ing|ed|ent|ant)$/u
const STRICTLY_ADJECTIVAL = /(?:ic|al|ive|ous|able|ible|ful)$/u
/** What is denied before these is not denied after them. */
const PARTING = new Set(['and', 'but', ...LEADING])
/** Words that may stand before a name. */
const ARTICLES = new Set(['the', 'a', 'an'])
/** A negation so many words before an excerpt would be lost with what it denies. */
const DENIED_WITHIN = 5

/** What a cut costs: a clause begins or ends here; a joining word is here; a phrase; nothing speaks for a cut. */
const AFTER_JOINING = 0.3
/** What follows "and" may share what stands before it. */
const AMID_JOINED = 1.8
const AT_LIST = 1
const AT_PHRASE = 2.5
const BEFORE_PHRASE = 1.5
const BEFORE_OF = 4
const ANYWHERE = 5
const LEFT_HUNGRY = 5
const DENIAL_LOST = 8
const CONDITION_LOST = 4
/** What a condition would come to stands by itself, though it says less. */
const AFTER_CONDITION = 1

/** "The United States | and the PRC": cut there, what is said of both would be said of one. */
const joinsNames = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at]?.text !== 'and') return false
  const next = tokens[at + (ARTICLES.has(tokens[at + 1]?.text ?? '') ? 2 : 1)]
  return tokens[at - 1]?.capital === true && next?.capital === true
}

/** "Abusing | or overstretching", "economic | and trade ties": what both are said of comes after the second. */
const sharesItsObject = (one: string, other: string): boolean =>
  STRICTLY_ADJECTIVAL.test(other) ||
  (ADJECTIVAL.test(one) && (ADJECTIVAL.test(other) || !one.endsWith('ing')))

/** Whether the mark of a Chinese list stands after a token: 香港、人权. */
const isListed = (text: string, tokens: readonly Token[], at: number): boolean =>
  text.slice(tokens[at]?.end, tokens[at + 1]?.start) === '、'

/** "Does nothing but harm" would say the opposite without its end. */
const isButOnly = (one: string, other: string): boolean => other === 'but' && one === 'nothing'

/** "And", with which no excerpt begins. */
export const isJoining = (token: Token | undefined): boolean => JOINING.has(token?.text ?? '')

/** Whether something before a token, in its clause, denies what comes with it. */
const isDenied = (tokens: readonly Token[], at: number, first: number): boolean => {
  const before = tokens.slice(Math.max(first, at - DENIED_WITHIN), at)
  const opened = before.findLastIndex(({ text }) => PARTING.has(text))
  return negations.findLongest(before.slice(opened + 1)).length > 0
}

/**
 * What it costs to begin an excerpt at a token that does not begin its clause.
 *
 * @param first token at which the clause begins
 */
export const startCost = (text: string, tokens: readonly Token[], at: number, first: number): number => {
  const [before, own] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? '']
  const isConditional = tokens.slice(first, at).some(({ text }) => CONDITIONAL.has(text))
  const denial = (isDenied(tokens, at, first) ? DENIAL_LOST : 0) + (isConditional ? CONDITION_LOST : 0)
  if (isConditional && text.slice(tokens[at - 1]?.end, tokens[at]?.start) === ', ') return AFTER_CONDITION
  if (isListed(text, tokens, at - 1)) return AT_LIST + denial
  if (joinsNames(tokens, at - 1)) return ANYWHERE + denial
  if (LEADING.has(before) || ASKING.has(own)) return denial
  if (JOINING.has(before)) {
    if (isButOnly(tokens[at - 2]?.text ?? '', before)) return ANYWHERE + denial
    return (OPENING.has(own) || tokens[at]?.capital ? AFTER_JOINING : AMID_JOINED) + denial
  }
  if (OPENING.has(own)) return AT_PHRASE + denial
  return ANYWHERE + denial
}

/** What it costs to end an excerpt with a token that does not end its clause. */
export const endCost = (text: string, tokens: readonly Token[], at: number): number => {
  if (isListed(text, tokens, at)) return AT_LIST
  const [own, next, third] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? '', tokens[at + 2]?.text ?? '']
  const hungry = HUNGRY.has(own) ? LEFT_HUNGRY : 0
  if (LEADING.has(next) || ASKING.has(next)) return BEFORE_OF + hungry
  if (ENDING.has(next)) {
    const isOne = joinsNames(tokens, at + 1) || isButOnly(own, next) || sharesItsObject(own, third)
    return (isOne ? ANYWHERE : AFTER_JOINING) + hungry
  }
  // "Prevent … | from" and "… | of" say half of it.
  if (next === 'of' || next === 'from') return BEFORE_OF + hungry
  if (next === 'to') return AT_PHRASE + hungry
  // "Hand | in hand".
  if (PREPOSITIONS.has(next)) return (own === third ? ANYWHERE : BEFORE_PHRASE) + hungry
  return ANYWHERE + hungry
}
