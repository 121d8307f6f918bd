import { otherSide, SIDES, type Side } from '../model.ts'
import { answersTo, counterparts, gist, sharedUses } from './counterparts.ts'
import {
  bySide,
  finding,
  inOrder,
  quotedList,
  readoutOf,
  wordsOf,
  type FindingDraft,
  type Quote
} from './draft.ts'
import { type Material, type Passage } from './material.ts'

/** Concepts of at least this weight carry what a statement says. */
const TELLING = 0.5
/** What a pledge tells beside a concept. */
const PLEDGE = 0.85
const MOST_QUOTES = 6
const MOST_STATEMENTS = 2
const MOST_OWN = 4
const ASSURANCE = 0.9
const STATEMENT = 0.62
/** What is put differently weighs less than what is absent. */
const PUT_DIFFERENTLY = -0.06

interface Statement {
  passage: Passage
  /** Against what the own readout of whoever is to have said it prints. */
  status: 'confirmed' | 'absent' | 'put differently'
  /** With how much each tells. */
  quotes: (Quote & { worth: number })[]
  isAssurance: boolean
}

const PRONOUN = /^(?:he|she|it|they|i|he and|他|她|我)$/iu

/** "Candid" by itself, cut out of a list, tells nothing of what was said. */
const isSingleWord = (words: string): boolean => /^[\p{Script=Latin}-]+$/u.test(words)

/** Who is to have said it, as the readout calls them. */
const sourceOf = (material: Material, passages: readonly Passage[], side: Side): string => {
  const sources = [...passages, ...material.sides[side].passages]
    .filter(({ sentence }) => sentence.speaker === otherSide(side))
    .flatMap(({ sentence }) => {
      const { how, source } = sentence.attribution
      return how === 'named' && source ? [material.sides[side].text.slice(source.start, source.end)] : []
    })
  return sources.find((source) => !PRONOUN.test(source)) ?? material.names[otherSide(side)]
}

const statementOf = (material: Material, passage: Passage): Statement => {
  const own = material
    .partnersOf(passage.sentence.id)
    .filter(({ sentence, side }) => sentence.speaker === side || sentence.speaker === 'both')
  const told = passage.uses.filter(
    ({ concept }) => concept.weight >= TELLING && !material.lexicon.isIdle(concept)
  )
  const common = new Set(
    own.flatMap((partner) => sharedUses(passage, partner).map(({ own: use }) => use.concept.id))
  )
  const missing = told.filter(({ concept }) => !common.has(concept.id))
  const pledges = passage.duties.filter(({ how }) => how === 'pledge')
  const cores = [
    ...pledges.map(({ words }) => ({ span: words, worth: PLEDGE })),
    ...(missing.length > 0 ? missing : told).flatMap(({ concept, spans: [span] }) =>
      span ? [{ span, worth: concept.weight }] : []
    )
  ]
  return {
    passage,
    status:
      own.length === 0 ? 'absent' : missing.length > 0 || told.length === 0 ? 'put differently' : 'confirmed',
    quotes:
      cores.length > 0
        ? cores.map(({ span, worth }) => ({ passage, span: material.excerpt(passage, span), worth }))
        : [{ ...gist(material, passage), worth: 0 }],
    isAssurance: pledges.length > 0
  }
}

const findingOf = (
  material: Material,
  side: Side,
  statements: readonly Statement[],
  isAssurance: boolean
): FindingDraft[] => {
  if (statements.length === 0) return []
  const passages = statements.map(({ passage }) => passage)
  const isScant = (quote: Quote): number => Number(isSingleWord(wordsOf(material, quote)))
  const telling = statements
    .flatMap((statement) => statement.quotes)
    .sort((a, b) => isScant(a) - isScant(b) || b.worth - a.worth)
  const quotes = inOrder(telling.slice(0, MOST_QUOTES))
  const shown = isAssurance ? quotes : inOrder(telling.slice(0, MOST_STATEMENTS))
  const told = [...new Set(shown.map(({ passage }) => passage))]
  const own = [...new Set(told.flatMap((passage) => counterparts(material, passage)))]
    .filter(({ sentence }) => sentence.speaker !== side && sentence.speaker !== 'narrator')
    .slice(0, MOST_OWN)
  const ownQuotes = inOrder(answersTo(material, shown, own)).filter(
    (quote) => !isSingleWord(wordsOf(material, quote))
  )
  const absent = statements.every(({ status }) => status === 'absent')
  const has = `${readoutOf(material, side)} has ${sourceOf(material, passages, side)} ${isAssurance ? 'give assurances' : 'say things'}`
  const denied = `${readoutOf(material, otherSide(side))} ${absent ? 'does not print' : 'does not print in that form'}`
  const rest =
    ownQuotes.length > 0 ? `; on the same matters it has ${quotedList(material, ownQuotes, 2)}` : ''
  return [
    finding(material, {
      kind: 'reported_for_other',
      rule: isAssurance ? 'reported-for-other:assurance' : 'reported-for-other:statement',
      quotes: bySide(side, quotes, ownQuotes),
      say: `${has} that ${denied}: ${quotedList(material, shown, 4)}${rest}.`,
      weight:
        (isAssurance ? ASSURANCE : STATEMENT) +
        Math.min(0.08, 0.02 * (quotes.length - 1)) +
        (absent ? 0 : PUT_DIFFERENTLY),
      only: side
    })
  ]
}

/**
 * Reported for the other: what a readout says the *other* official said, set against what that official's own readout
 * prints. Assurances (no new Cold War, no support for independence) are the classic case: oral remarks logged as
 * duties by whoever heard them.
 */
export const reportedForOther = (material: Material): FindingDraft[] =>
  SIDES.flatMap((side) => {
    const statements = material.sides[side].passages
      .filter(({ sentence }) => sentence.speaker === otherSide(side))
      .map((passage) => statementOf(material, passage))
      .filter(({ status }) => status !== 'confirmed')
    return [true, false].flatMap((isAssurance) =>
      findingOf(
        material,
        side,
        statements.filter((statement) => statement.isAssurance === isAssurance),
        isAssurance
      )
    )
  })
