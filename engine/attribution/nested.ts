import { strengthened } from '../lexicon/reporting-verbs.ts'
import type { Token } from '../text/tokens.ts'
import type { Attribution, Language, Side, Span } from '../model.ts'
import type { Clause, Parts } from './clause.ts'
import { obliging, telling, towards } from './cues.ts'
import { subjectBefore, type Subject } from './subject.ts'

/** The place of the side that a name, an office or "the two sides" stands for; null for a third. */
export type PlaceOf = (
  subject: Pick<Subject, 'kind'> & { party?: string | null; never?: readonly string[] }
) => Side | 'both' | null

/** Acts of someone who speaks; "China supports" inside a statement is its content. */
const SPEAKS = new Set(['inform', 'commit', 'agree', 'criticise', 'request', 'raise', 'warn'])
/** What a country inside a statement must do for its words to be reported: it states, and not merely wants or supports. */
const SAYS = new Set(['inform', 'agree'])
/** A source inside a statement stands this near its verb, in tokens. */
const NEAR: Record<Language, number> = { en: 3, zh: 2 }
/** All that may stand between a verb and whoever it is said to. */
const ARTICLES = new Set(['the', 'all', 'both', 'mr'])
/** "The U.S. side should …", "美方应……": so many tokens between who and what. */
const MODAL_REACH = 2
/** After these a verb tells what ought to be, and reports nothing. */
const NOT_SAID = new Set([
  ...['should', 'must', 'will', 'would', 'can', 'could', 'may', 'to', 'not'],
  ...['要', '应', '需', '可', '能', '愿', '将', '不']
])

interface Sentence {
  tokens: readonly Token[]
  parts: Parts
  language: Language
}

const span = ({ start, end }: Span): Span => ({ start, end })

/** Whoever a verb of telling has as its object, or a Chinese preposition before the verb. */
const told = ({ tokens, parts, language }: Sentence, placeOf: PlaceOf): Attribution['addressee'] => {
  const verbs = telling[language].findAll(tokens)
  for (const mention of parts.mentions) {
    const speaker = placeOf({ kind: 'party', party: mention.party, never: mention.never })
    if (speaker === null) continue
    const verb = verbs.find(
      ({ to, end }) =>
        to <= mention.from &&
        tokens.slice(to, mention.from).every(({ text }) => ARTICLES.has(text)) &&
        (language === 'en' || end === mention.start)
    )
    const before = tokens[mention.from - 1]?.text ?? ''
    const next = parts.verbs.find(({ from }) => from >= mention.to)
    const facing =
      language === 'zh' && towards.has(before) && next !== undefined && next.from - mention.to <= 1
    if (verb || facing) return { ...span(mention), speaker, how: 'told' }
  }
  return undefined
}

/** Whoever stands before a modal: "the U.S. side should …", "the two sides must …". */
const asked = ({ tokens, parts, language }: Sentence, placeOf: PlaceOf): Attribution['addressee'] => {
  for (const modal of obliging[language].findAll(tokens)) {
    const names = parts.mentions.map((mention) => ({ ...mention, kind: 'party' as const }))
    const together = parts.cues.flatMap((cue) =>
      cue.value === 'together' ? [{ ...cue, kind: 'together' as const }] : []
    )
    const who = [...names, ...together].find(({ to }) => to <= modal.from && modal.from - to <= MODAL_REACH)
    const speaker = who ? placeOf(who) : null
    if (who && speaker !== null) return { ...span(who), speaker, how: 'asked' }
  }
  return undefined
}

/** A source and its reporting verb inside what the sentence's own source says. */
const reportedWithin = (
  { tokens, parts, language }: Sentence,
  clause: Clause,
  placeOf: PlaceOf
): Attribution['within'] => {
  const outer = clause.verb
  if (!outer) return undefined
  for (const verb of parts.verbs) {
    if (verb.from < outer.to || !SPEAKS.has(verb.value.act)) continue
    const before = tokens[verb.from - 1]?.text ?? ''
    if (NOT_SAID.has(before)) continue
    const within = parts.mentions.filter(({ from }) => from >= outer.to)
    const subject = subjectBefore(
      tokens,
      verb.from,
      within,
      parts.cues.filter(({ from }) => from >= outer.to),
      language
    )
    if (!subject || subject.from < outer.to || verb.from - subject.to > NEAR[language]) continue
    // After "and" another statement begins beside the first; "the United States remains …" is what is said of it.
    const word = tokens[subject.from - 1]?.text ?? ''
    const isCountry = subject.kind === 'party' && subject.named === 'party'
    if (word === 'and' || (isCountry && !SAYS.has(verb.value.act))) continue
    const speaker = placeOf(subject)
    if (speaker === null) continue
    const { lemma, act } = verb.value
    return {
      speaker,
      source: span(subject),
      verb: { ...span(verb), lemma, act, strength: strengthened(verb.value, before, language) }
    }
  }
  return undefined
}

/** What a statement holds of others: who is addressed, and whose words it reports in its turn. */
export const insideOf = (
  tokens: readonly Token[],
  parts: Parts,
  clause: Clause,
  language: Language,
  placeOf: PlaceOf
): Pick<Attribution, 'addressee' | 'within'> => {
  const sentence = { tokens, parts, language }
  const addressee = told(sentence, placeOf) ?? asked(sentence, placeOf)
  const within = reportedWithin(sentence, clause, placeOf)
  return { ...(addressee ? { addressee } : {}), ...(within ? { within } : {}) }
}
