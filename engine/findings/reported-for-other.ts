import { otherSide, SIDES, type Side } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { linkBetween, pairsQuoted } from './claim-pairs.ts'
import { answersTo, CERTAIN, besides, byMatter, gist, sharedUses } from './counterparts.ts'
import { isUndergone } from './officials.ts'
import { bySide, finding, inOrder, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import { type Material, type Passage } from './material.ts'
import { tell } from './sentences.ts'
import { isSilentOn } from './silence.ts'
import { standing } from './standing.ts'
import { isUnsaid, takenUp } from './taken-up.ts'
import { isCourteous, isSlogan } from './unmissed.ts'
import { isName, withArticle } from './sources.ts'
import { asSaid, voiced } from './voiced.ts'

/** Concepts of at least this weight carry what a statement says. */
const TELLING = 0.5
/** What a pledge tells beside a concept. */
const PLEDGE = 0.85
const MOST_QUOTES = 6
const MOST_STATEMENTS = 2
const MOST_OWN = 4
const MOST_BESIDE = 2
const ASSURANCE = 0.8
const STATEMENT = 0.54
/** What is put differently weighs less than what is absent. */
const PUT_DIFFERENTLY = -0.06
/** Less is told by words that the own text may have too, in words that are not found. */
const UNSURE = 0.12

interface Statement {
  passage: Passage
  /** Against what the own readout of whoever is to have said it prints. */
  status: 'confirmed' | 'absent' | 'put differently'
  /** With how much each tells. */
  quotes: (Quote & { worth: number })[]
  isAssurance: boolean
}

/** "Candid" by itself, cut out of a list, tells nothing of what was said. */
const isSingleWord = (words: string): boolean => /^[\p{Script=Latin}-]+$/u.test(words)

/** Who is to have said it, as the readout calls them. */
const sourceOf = (material: Material, passages: readonly Passage[], side: Side): string => {
  const sources = [...passages, ...material.sides[side].passages]
    .filter(({ sentence }) => sentence.speaker === otherSide(side))
    .flatMap(({ sentence }) => {
      const { how, source } = sentence.attribution
      return how === 'named' && source ? [withArticle(material.sides[side].text, source)] : []
    })
  return sources.find(isName) ?? material.capitals[otherSide(side)]
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

/** What an answer must have in common with what it answers: without as much, another matter answers as often as not. */
const LEAST_COMMON = 2
const LEAST_LIKE = 2

/** What is reported may be put differently in the own text: so surely must that be silent. */
const LIKELY_SILENT = 0.5

/** Whether the very claims that are quoted of both sides are on one matter. */
const isSurelyOn = (material: Material, quotes: readonly Quote[], answer: Quote): boolean =>
  quotes.some((quote) => {
    if (linkBetween(material, quote.passage, answer.passage) >= CERTAIN) return true
    const [us, cn] = answer.passage.side === 'us' ? [answer, quote] : [quote, answer]
    return pairsQuoted(material, us, cn).some(
      ({ common, likeness }) => common >= LEAST_COMMON || likeness >= LEAST_LIKE
    )
  })

/** What is reported, as what was said or as what was done: "said “…”", "“refused …”". */
const sayReported = (
  material: Material,
  side: Side,
  source: string,
  shown: readonly Quote[],
  answers: readonly Quote[],
  isTakenUp: boolean
): string => {
  const [first] = standing(inOrder(shown))
  return tell(
    material,
    answers.length > 0 ? 'reported:answered' : isTakenUp ? 'reported:linked' : 'reported',
    side,
    { said: first ? asSaid(material, first, source) : '', answer: voiced(material, answers) }
  )
}

/** Whether the own text names nothing of what is quoted: what is told of a side it may else tell in words of its own. */
const namesNothing = (material: Material, quotes: readonly Quote[]): boolean => {
  const named = quotes.flatMap(({ passage, span }) =>
    passage.uses
      .filter(({ spans }) => spans.some((place) => overlaps(place, span)))
      .map(({ concept }) => ({ concept, other: otherSide(passage.side) }))
  )
  return (
    named.length > 0 && named.every(({ concept, other }) => material.naming(other, concept.id).length === 0)
  )
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
  const own = [...new Set(told.flatMap((passage) => material.partnersOf(passage.sentence.id)))]
    .filter(({ sentence }) => sentence.speaker !== side && sentence.speaker !== 'narrator')
    .slice(0, MOST_OWN)
  const likely = inOrder(answersTo(material, shown, own))
  const ownQuotes = likely.filter(
    (quote) => !isSingleWord(wordsOf(material, quote)) && isSurelyOn(material, shown, quote)
  )
  const isTakenUp = takenUp(material, shown) === 'surely' || !isSilentOn(material, told, LIKELY_SILENT)
  const isUntold =
    isUnsaid(material, shown) && (isAssurance || own.length === 0 || namesNothing(material, shown))
  const source = sourceOf(material, passages, side)
  const absent = statements.every(({ status }) => status === 'absent')
  return [
    finding(material, {
      kind: 'reported_for_other',
      rule: isAssurance ? 'reported-for-other:assurance' : 'reported-for-other:statement',
      quotes: bySide(
        side,
        quotes,
        ownQuotes.length > 0 ? ownQuotes : besides(material, shown, own).slice(0, MOST_BESIDE)
      ),
      say: sayReported(
        material,
        side,
        source,
        shown,
        ownQuotes,
        !isUntold && (isTakenUp || likely.length > 0)
      ),
      weight:
        (isAssurance ? ASSURANCE : STATEMENT) +
        Math.min(0.08, 0.02 * (quotes.length - 1)) +
        (absent ? 0 : PUT_DIFFERENTLY) -
        (isTakenUp && ownQuotes.length === 0 ? UNSURE : 0),
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
      .filter(
        ({ status, passage, isAssurance }) =>
          status !== 'confirmed' &&
          !isUndergone(passage) &&
          (isAssurance || !(isCourteous(passage) || isSlogan(passage)))
      )
    return [true, false].flatMap((isAssurance) =>
      byMatter(statements.filter((statement) => statement.isAssurance === isAssurance)).flatMap((own) =>
        findingOf(material, side, own, isAssurance)
      )
    )
  })
