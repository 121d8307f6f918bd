import { otherSide, SIDES, type Finding, type Group, type Sentence } from '../model.ts'
import { inThousandths } from '../rounded.ts'
import { countWords } from '../text/words.ts'
import { agreements } from './agreement.ts'
import { framed } from './beside.ts'
import { ANSWERING, claimsQuoted, linkBetween } from './claim-pairs.ts'
import { clashesOverEvents, OF_EVENTS } from './events.ts'
import { contestedTerms } from './contested-term.ts'
import { demands } from './demand.ts'
import {
  byWeightIn,
  capitalised,
  inOnePiece,
  quotesOf,
  wordsOf,
  type FindingDraft,
  type Quote
} from './draft.ts'
import { dutiesReversed } from './duty-reversed.ts'
import { opposed } from './opposed.ts'
import { glossesOf } from './glosses.ts'
import { labels } from './label.ts'
import type { Material } from './material.ts'
import { toldOnce } from './once.ts'
import { omissions } from './omission.ts'
import { orderAndWeight } from './order-weight.ts'
import { protocol } from './protocol.ts'
import { relationOf } from './relation.ts'
import { withoutRepetitions } from './repeats.ts'
import { reportedForOther } from './reported-for-other.ts'
import { salience } from './salience.ts'
import { strengths } from './strength.ts'
import { tones } from './tone.ts'
import { retorts } from './retorts.ts'
import { haveWords, isDangling, pointsOutside } from './standing.ts'
import { isBroken } from './broken.ts'
import { translations, type TwoLanguages } from './translation.ts'
import { isQuestion } from './unmissed.ts'
import { unreported, UNREPORTED } from './unreported.ts'
import { TOPIC_OPENERS } from './fronted.ts'

/** Fewer, better findings are read; so many at most, and of each kind. */
const MOST_FINDINGS = 18
/** A quotation that breaks off, and each word beyond what is soon read, make a finding worth less. */
const BROKEN = 0.15
const SOON_READ = 34
const PER_WORD = 0.008
/** What has more words than this together, or in one sentence, is not shown. */
const LONGEST = 60
const LONGEST_SENTENCE = 40
/** Between what one text says and what the other does. */
const BETWEEN = /(?<=”); (?=\p{Lu}|the \p{Lu}|likewise, )/u
/** What an answer may begin with that is no name: "; *On* Taiwan, Washington …". */
const OPENING = new RegExp(`(?<=”; )(?:${TOPIC_OPENERS})(?= )`, 'u')
/** How the texts are built, not what they say: told where there is little else. */
const OF_FORM = new Set<Finding['kind']>(['order_weight'])
/**
 * What is worth less to a reader, or likelier to be wrong, is not told, if there is more than this to tell. How it is told and
 * whether it is among the first count for less than whether it is true and useful (chosen by marks of batches left out).
 */
const LEAST_WORTH = 1.05
const FOR_TELLING = 0.6
const FOR_LEADING = 0.6
const MOST_HARMFUL = 0.2
const LEAST_TOLD = 5
/** What weighs less than this is not worth a sentence. */
const LEAST_SHOWN = 0.25
const MOST_AGREEMENTS = 4
const MOST_TRANSLATIONS = 3

const RULES: readonly { most: number; rule: (material: Material) => FindingDraft[] }[] = [
  { most: 3, rule: clashesOverEvents },
  { most: 60, rule: retorts },
  { most: 40, rule: opposed },
  { most: 4, rule: reportedForOther },
  { most: 4, rule: dutiesReversed },
  { most: 7, rule: omissions },
  { most: 8, rule: unreported },
  { most: 4, rule: contestedTerms },
  { most: 4, rule: demands },
  { most: 3, rule: strengths },
  { most: 2, rule: labels },
  { most: 1, rule: tones },
  { most: 2, rule: orderAndWeight },
  { most: 1, rule: protocol }
]

/** What one text says, beside which nothing of the other is told, compares nothing. */
const isHalf = ({ kind, rule, say }: FindingDraft): boolean =>
  HALVES.has(kind) && !rule.startsWith('term') && QUOTED_ONCE.test(inOnePiece(say))
const HALVES = new Set<Finding['kind']>(['demand', 'strength', 'reported_for_other'])
const QUOTED_ONCE = /^[^“]*“[^”]*”\.?$/u

/** What one side alone says is told as a demand, a warning or a matter left out, if it is one. */
const SAID_ALONE = new Set<Finding['kind']>(['demand', 'strength', 'omission'])
const isToldAs = (draft: FindingDraft, other: FindingDraft): boolean =>
  draft.rule === UNREPORTED &&
  other.rule !== UNREPORTED &&
  SAID_ALONE.has(other.kind) &&
  !isHalf(other) &&
  other.only !== undefined &&
  other.only === draft.only &&
  other[other.only].some((id) => draft.us.includes(id) || draft.cn.includes(id))

const allFound = (material: Material): FindingDraft[] => {
  const all = RULES.flatMap(({ most, rule }) => rule(material).sort(byWeightIn(material)).slice(0, most))
  // Two accounts of one event are set against each other once, and by what each says of it.
  const events = all.filter(({ rule }) => rule === OF_EVENTS)
  const isOfEvent = ({ us, cn }: FindingDraft): boolean =>
    events.some((event) => event.us.some((id) => us.includes(id)) && event.cn.some((id) => cn.includes(id)))
  return all.filter(
    (draft) => (draft.rule === OF_EVENTS || !isOfEvent(draft)) && !all.some((other) => isToldAs(draft, other))
  )
}

const isDifference = ({ kind }: FindingDraft): boolean => kind !== 'agreement'

/** All findings but those of agreement, which needs to know first which groups differ. */
export const differencesIn = (material: Material): FindingDraft[] => allFound(material).filter(isDifference)

/** A sentence agrees once: with what it agrees with most surely. */
const withoutRepeats = (drafts: readonly FindingDraft[]): FindingDraft[] => {
  const seen = new Set<string>()
  return drafts.filter(({ us, cn }) => {
    const ids = [...us, ...cn]
    const isNew = !ids.some((id) => seen.has(id))
    if (isNew) for (const id of ids) seen.add(id)
    return isNew
  })
}

/** A finding in one sentence; of many words, in two, one for each text. */
const sentencesOf = (say: string): string[] => {
  const at = countWords(say) > SOON_READ ? say.search(BETWEEN) : -1
  if (at >= 0) return [say.slice(0, at), capitalised(say.slice(at + '; '.length))]
  return [say.replace(OPENING, (opener) => opener.toLowerCase())]
}

/** What a finding quotes, each place with the sentence that it stands in. */
const quotesIn = (material: Material, draft: FindingDraft): Quote[] =>
  SIDES.flatMap((side) => quotesOf(material, draft, side))

/** A quotation is shown if so many of its last characters are in the sentence. */
const ENDING = 24

/** Whether what is quoted of the two texts surely stands opposite each other. */
const isAnswered = (material: Material, quotes: readonly Quote[]): boolean => {
  const [first, ...others] = quotes.map(({ passage }) => passage)
  return others.some(
    (one) => first !== undefined && one.side !== first.side && linkBetween(material, first, one) >= ANSWERING
  )
}

/** Whether a quotation of the sentence leans on words that are not quoted. */
const leans = (material: Material, say: string, quotes: readonly Quote[]): boolean => {
  const whole = inOnePiece(say)
  const shown = quotes.flatMap((quote) => {
    const at = whole.indexOf(wordsOf(material, quote).slice(-ENDING).replace(/[“”"]/gu, ''))
    return at < 0 ? [] : [{ quote, at }]
  })
  const isSure = isAnswered(
    material,
    shown.map(({ quote }) => quote)
  )
  const opened = whole.indexOf('”')
  return (
    isDangling(say, isSure) ||
    shown.some(({ quote, at }) => isOfAnother(material, quote) || pointsOutside(quote, isSure && at > opened))
  )
}

/** "Qin raised arms sales, and *the President told him* that …": of what is reported for the other side the words of another. */
const isOfAnother = (material: Material, quote: Quote): boolean => {
  const { speaker } = quote.passage.sentence
  if (speaker !== otherSide(quote.passage.side)) return false
  const claims = claimsQuoted(material, quote)
  return claims.length > 0 && claims.every(({ claim }) => claim.speaker !== speaker)
}

/** Fewer words are a gesture without its object: "expressed serious concern". */
const LEAST_QUOTED = 4

/** Findings by how well they can be read, too. */
const byReading = (material: Material, draft: FindingDraft): FindingDraft => {
  const length = countWords(draft.say)
  const sentences = sentencesOf(draft.say)
  const quotes = quotesIn(material, draft)
  const isInWords = IN_WORDS.test(draft.rule)
  const isLong = length > LONGEST || sentences.some((one) => countWords(one) > LONGEST_SENTENCE)
  const isScant = isInWords && !haveWords(draft.say, LEAST_QUOTED)
  const isAsked = quotes.some(({ passage }) => isQuestion(material, passage))
  if (isLong || isScant || isAsked || isHalf(draft) || leans(material, draft.say, quotes))
    return { ...draft, weight: 0 }
  const isCut = isInWords && quotes.some((quote) => isBroken(material, quote))
  const weight = draft.weight - (isCut ? BROKEN : 0) - PER_WORD * Math.max(0, length - SOON_READ)
  return { ...draft, say: sentences.join('. '), weight: inThousandths(Math.max(0, weight)) }
}
/** Findings that quote claims, not terms. */
const IN_WORDS = /^(?!term:|label:|tone|protocol|order)/u

export interface Framing {
  groups: Group[]
  findings: Finding[]
}

/** All that may be told, and whether the passages of each group report the same. */
const candidatesIn = (material: Material): { groups: Group[]; drafts: FindingDraft[] } => {
  const all = allFound(material)
  const differences = all.filter(isDifference)
  const groups = material.groups.map((group) => ({
    ...group,
    relation: relationOf(group, differences, material)
  }))
  const agreed = withoutRepeats(
    [...agreements(material, groups), ...all.filter((draft) => !isDifference(draft))].sort(
      byWeightIn(material)
    )
  )
  return { groups, drafts: [...differences, ...agreed.slice(0, MOST_AGREEMENTS)] }
}

/** What is worth a sentence, before any of it is ranked. */
const worthTelling = (material: Material, drafts: readonly FindingDraft[]): FindingDraft[] =>
  withoutRepetitions(drafts)
    .map((draft) => byReading(material, draft))
    .filter(({ weight }) => weight >= LEAST_SHOWN)

/** The same of all that may be told: what the ranking is fitted to. */
export const candidates = (material: Material): FindingDraft[] =>
  worthTelling(material, candidatesIn(material).drafts)

/**
 * What a reader would keep, each thing once, and of few things the likeliest; weighed by how likely it is among the first; the
 * root parts the many that are little so.
 */
const kept = (material: Material, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const byWeight = byWeightIn(material)
  const ranked = drafts
    .map((draft) => {
      const { useful, harmful, leading, wellTold } = salience(material, draft)
      const worth = inThousandths(useful - harmful + FOR_TELLING * wellTold + FOR_LEADING * leading)
      return { draft, worth, harmful, leading }
    })
    .sort((a, b) => b.worth - a.worth || byWeight(a.draft, b.draft))
    .map(({ draft, worth, harmful, leading }) => ({
      isSure: worth >= LEAST_WORTH && harmful <= MOST_HARMFUL && !OF_FORM.has(draft.kind),
      draft: {
        ...draft,
        weight: inThousandths(LEAST_SHOWN + (1 - LEAST_SHOWN) * Math.sqrt(leading))
      }
    }))
  const chosen = ranked.filter(({ isSure }) => isSure).map(({ draft }) => draft)
  const once = (): FindingDraft[] => toldOnce(material, [...chosen].sort(byWeight))
  let told = once()
  for (const { isSure, draft } of ranked) {
    if (told.length >= LEAST_TOLD) break
    if (isSure) continue
    chosen.push(draft)
    told = once()
  }
  return told
}

/**
 * All that an analyst would note, strongest first, and whether the passages of each group report the same.
 *
 * @param both sides whose text is there in two languages
 */
export const frame = (material: Material, both: readonly TwoLanguages[] = []): Framing => {
  const byWeight = byWeightIn(material)
  const { groups: related, drafts } = candidatesIn(material)
  const translated = both.flatMap((two) => translations(two).slice(0, MOST_TRANSLATIONS))
  const told = kept(material, worthTelling(material, drafts))
  const sorted = [...told, ...translated.filter(({ weight }) => weight >= LEAST_SHOWN)].sort(byWeight)
  const findings = sorted.slice(0, MOST_FINDINGS).map((draft, at): Finding => {
    const glosses = glossesOf(material, draft)
    return { id: `f${at + 1}`, ...draft, ...(glosses.length > 0 ? { glosses } : {}) }
  })
  const sentences = (ids: readonly string[]): Sentence[] =>
    ids.flatMap((id) => material.passage(id)?.sentence ?? [])
  return {
    groups: related.map((group) => ({
      ...group,
      framing: framed(findings, { us: sentences(group.us), cn: sentences(group.cn) }, group.framing)
    })),
    findings
  }
}
