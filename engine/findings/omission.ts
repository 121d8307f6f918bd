import { partKey } from '../lexicon/concept-places.ts'
import type { Concept } from '../lexicon/concepts.ts'
import type { ConceptUse } from '../lexicon/lexicon.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { claimCues } from '../lexicon/claim-cues.ts'
import { otherSide, SIDES, type Claim, type Side, type Span } from '../model.ts'
import { AT_LARGE } from '../topics/matter.ts'
import { claimPairs, claimsIn, isSurelyLinked, quoteOf } from './claim-pairs.ts'
import { gist, inventoryOf, isOwnVoice } from './counterparts.ts'
import { bySide, finding, inOrder, quoted, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import type { Material, Passage } from './material.ts'
import { isNamedInPart } from './partial-names.ts'
import { tell } from './sentences.ts'
import { isSilentOn } from './silence.ts'
import { takenUp } from './taken-up.ts'
import { isBlame, isMereExchange, isUnmissed } from './unmissed.ts'
import { voiced } from './voiced.ts'
import { overlaps } from '../text/spans.ts'

/** From this worth on what one side leaves out is worth a finding. */
const LEAST = 0.45
/** What a concept counts that the other side does not name, though it has its second-level topic, or its topic. */
const SAME_PART = 0.4
const SAME_TOPIC = 0.75
/** What a concept of a general topic counts beside a specific one; one that is itself telling counts more. */
const GENERIC = 0.65
const TELLING_GENERIC = 0.85
const TELLING = 0.9
/** That one side leaves out a matter in dispute says more than that it leaves out common ground. */
const DISPUTED = 0.08
/** What is alone on its side, or names a cause, is missing even where the other side has something near. */
const SAME_PART_ALONE = 0.6
const SAME_PART_BLAME = 0.8
/** What a concept counts that is only a part of what another is called. */
const IN_PART = 0.85
/** One of so many matters that a sentence lists is hardly told by it. */
const LONG_LIST = 6
const IN_LONG_LIST = 0.7
const MOST_QUOTES = 3
/** So many quotations stand in the sentence. */
const MOST_SAID = 2
/** What doubt takes off: a sentence that the other text may take up in other words is no sure omission. */
const DOUBT = { surely: 0.4, perhaps: 0.1, no: 0 } as const
/** What it takes off that the other text has a sentence on the matter that answers nothing else. */
const RIVAL = 0.2
/** So many characters of quotations are soon read. */
const SOON_READ = 140
const NOTABLE_CONCEPT = 0.45
/** So many rare words in common with a claim of the other text make a claim answered. */
const IN_COMMON = 3
/** A sentence that has so many concepts of what the other side is to have said restates it. */
const RESTATED = 3

/**
 * Whether the other text has a sentence on the same specific matter that nothing answers either: two that miss each other
 * are as often as not each other's answer.
 */
const hasLonelyRival = (material: Material, { sentence, side }: Passage): boolean => {
  const [topic] = sentence.topics
  return (
    topic !== undefined &&
    !material.lexicon.isGeneric(topic.id) &&
    material.sides[otherSide(side)].passages.some(
      (rival) =>
        rival.sentence.topics[0]?.id === topic.id &&
        rival.sentence.speaker !== 'narrator' &&
        !isSurelyLinked(material, rival)
    )
  )
}

interface Missing {
  passage: Passage
  uses: { use: ConceptUse; worth: number }[]
  worth: number
}

/** What makes an omission heavy: a result, a pledge, a demand, a cause that is named. */
const heaviness = (passage: Passage): number => {
  const { sentence, duties } = passage
  const act = sentence.attribution.verb?.act ?? ''
  const acts = ['agree', 'commit', 'demand', 'warn'].includes(act) ? 0.1 : 0
  const demands = duties.some(({ how }) => how === 'demand') ? 0.08 : 0
  const pledges = duties.some(({ how }) => how === 'pledge') ? 0.06 : 0
  return (
    Math.max(acts, demands, pledges) +
    (isBlame(passage) ? 0.16 : 0) -
    (sentence.speaker === 'narrator' ? 0.35 : 0)
  )
}

/** Concepts that a readout has the other side name. */
const reportedBy = (material: Material, side: Side): Set<string> =>
  new Set(
    material.sides[side].passages
      .filter((passage) => !isOwnVoice(passage))
      .flatMap(({ uses }) => uses.map(({ concept }) => concept.id))
  )

/** Sentences that the other text answers: in a sure row, or with a claim that has much in common with one of theirs. */
const answeredIn = (material: Material, side: Side): Set<Passage> => {
  const inRows = material.sides[side].passages.filter((passage) => isSurelyLinked(material, passage))
  const inClaims = claimPairs(material).flatMap((pair) =>
    pair.common >= IN_COMMON ? pair[side].passage : []
  )
  return new Set([...inRows, ...inClaims])
}

const missingFrom = (material: Material, side: Side): Missing[] => {
  const others = inventoryOf(material, otherSide(side))
  const { lexicon } = material
  const worthOf = (use: ConceptUse, passage: Passage): number => {
    const { concept } = use
    const whole = isNamedInPart(use, passage.uses) ? IN_PART : 1
    const topics = new Set(passage.uses.map((one) => one.concept.topic))
    const listed = topics.size >= LONG_LIST ? IN_LONG_LIST : 1
    const isGeneric = lexicon.isGeneric(concept.topic)
    const isTelling = concept.weight >= TELLING || isBlame(passage)
    const isAlone = material.groupsOf(passage.sentence.id).length === 0
    // "The situation in the Middle East" is there where the other text names Iran.
    const isAtLarge = concept.sub === AT_LARGE && others.topics.has(concept.topic) && !isGeneric
    const near = isBlame(passage)
      ? SAME_PART_BLAME
      : isAlone && isTelling && !isAtLarge
        ? SAME_PART_ALONE
        : SAME_PART
    const known =
      others.parts.has(partKey(concept)) || isAtLarge
        ? near
        : others.topics.has(concept.topic) && !isGeneric
          ? SAME_TOPIC
          : 1
    return (
      DISPUTED * lexicon.isDisputed(concept.topic) +
      concept.weight * known * whole * listed * (isGeneric ? (isTelling ? TELLING_GENERIC : GENERIC) : 1)
    )
  }
  const reported = reportedBy(material, side)
  const answered = answeredIn(material, side)
  return material.sides[side].passages
    .filter((passage) => isOwnVoice(passage) && !answered.has(passage) && !isUnmissed(material, passage))
    .map((passage) => {
      // "You have just reiterated that …" restates what the other is to have said, which is told as such.
      const isRestated = passage.uses.filter(({ concept }) => reported.has(concept.id)).length >= RESTATED
      const uses = passage.uses
        .filter(({ concept }) => !isRestated || !reported.has(concept.id))
        .filter(
          ({ concept }) =>
            !others.concepts.has(concept.id) && concept.topic !== NARRATION_TOPIC && !lexicon.isIdle(concept)
        )
        .map((use) => ({ use, worth: worthOf(use, passage) }))
        .sort((a, b) => b.worth - a.worth || (a.use.concept.id < b.use.concept.id ? -1 : 1))
      const alone = material.groupsOf(passage.sentence.id).length === 0 ? 0.12 : 0
      const further = uses.slice(1).reduce((sum, { worth }) => sum + worth, 0) * 0.08
      const worth = (uses[0]?.worth ?? 0.1) * 0.6 + alone + Math.min(0.16, further) + heaviness(passage)
      return { passage, uses, worth }
    })
}

/** Sentences in a row that leave the same matter out make one finding. */
const runsOf = (missing: readonly Missing[]): Missing[][] => {
  const runs: Missing[][] = []
  const isSame = (one: Missing, other: Missing): boolean => {
    const [first, second] = [one.passage.sentence, other.passage.sentence]
    return (
      first.paragraph === second.paragraph &&
      first.speaker === second.speaker &&
      first.topics[0]?.id === second.topics[0]?.id
    )
  }
  for (const entry of missing) {
    if (entry.worth < LEAST) continue
    const last = runs.at(-1)?.at(-1)
    if (last && isSame(last, entry)) runs.at(-1)?.push(entry)
    else runs.push([entry])
  }
  return runs
}

/**
 * The sentence of the other readout into which several named matters may be folded: "exchanged views on other
 * international and regional issues", which itself names no specific one.
 */
const foldOf = (material: Material, run: readonly Missing[], side: Side): Quote[] => {
  const isList = run.some(
    ({ passage, uses }) =>
      passage.sentence.speaker === 'both' &&
      uses.filter(({ use }) => !material.lexicon.isGeneric(use.concept.topic)).length > 1
  )
  if (!isList) return []
  const fold = material.sides[otherSide(side)].passages.find(
    ({ sentence, uses }) =>
      sentence.speaker === 'both' &&
      uses.some(({ concept }) => concept.catchAll) &&
      uses.every(({ concept }) => material.lexicon.isGeneric(concept.topic))
  )
  const use = fold?.uses.find(({ concept }) => concept.catchAll)
  const [span] = use?.spans ?? []
  return fold && span ? [{ passage: fold, span: material.excerpt(fold, span) }] : []
}

/** The claim that a place stands in, as it is quoted; of a sentence without any, words around its strongest concept. */
const whole = (material: Material, passage: Passage, place?: Span): Quote => {
  const at = claimsIn(material)[passage.side].find(
    ({ passage: own, claim }) =>
      own === passage && (!place || (claim.span.start <= place.start && place.start < claim.span.end))
  )
  return at ? quoteOf(material, at, place) : gist(material, passage)
}

/** Words with what they name; undefined where they name nothing that the other text lacks. */
interface Named extends Quote {
  concept: Concept | undefined
  worth: number
}

/** The words of a run that weigh most, strongest first. */
const quotesOf = (material: Material, run: readonly Missing[]): Named[] =>
  run
    .flatMap(({ passage, uses }): Named[] => {
      const notable = uses.filter(({ worth }, at) => at === 0 || worth >= NOTABLE_CONCEPT)
      if (notable.length === 0) return [{ ...whole(material, passage), concept: undefined, worth: 0 }]
      return notable.flatMap(({ use: { concept, spans }, worth }) => {
        const [span] = spans
        return span ? [{ ...whole(material, passage, span), concept, worth }] : []
      })
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_QUOTES)

/** What weighs most in a run. */
const heaviestOf = (run: readonly Missing[]): Missing | undefined =>
  [...run].sort((a, b) => b.worth - a.worth)[0]

/** Of runs that are led by the same concept the heaviest, the first of several alike; the others would tell it again. */
const onceEach = (runs: readonly Missing[][]): Missing[][] => {
  const kept = new Map<string, { run: Missing[]; worth: number }>()
  const leads = runs.map((run) => {
    const heaviest = heaviestOf(run)
    const lead = heaviest?.uses[0]?.use.concept.id
    if (heaviest && lead !== undefined && heaviest.worth > (kept.get(lead)?.worth ?? -Infinity))
      kept.set(lead, { run, worth: heaviest.worth })
    return lead
  })
  return runs.filter((run, at) => {
    const lead = leads[at]
    return lead === undefined || kept.get(lead)?.run === run
  })
}

const claimOf = ({ passage, span }: Quote): Claim | undefined =>
  (passage.sentence.claims ?? []).find((claim) => overlaps(claim.span, span))

/** What a quotation is told as; what was merely raised is told as a fact. */
const toldAs = (quote: Quote): Exclude<Claim['kind'], 'talks'> => {
  const kind = claimOf(quote)?.kind ?? 'view'
  if (kind === 'talks') return 'fact'
  // Only words that ask are told as asked.
  const asks = (language: 'en' | 'zh'): boolean =>
    claimCues[language]
      .findLongest(quote.passage.tokens)
      .some((cue) => cue.value === 'demand' && cue.start >= quote.span.start && cue.end <= quote.span.end)
  return kind === 'demand' && !asks('en') && !asks('zh') ? 'view' : kind
}

/** As many of the quotations of one kind as are soon read, the first at least. */
const soonRead = (quotes: readonly Quote[]): Quote[] => {
  const shown: Quote[] = []
  for (const quote of quotes) {
    if (shown[0] && toldAs(shown[0]) !== toldAs(quote)) continue
    const length = [...shown, quote].reduce((sum, { span }) => sum + span.end - span.start, 0)
    if (shown.length === 0 || length <= SOON_READ) shown.push(quote)
  }
  return shown
}

/** Whether the other text's silence on a run may be told: it says more than that something was spoken of, and is surely not taken up. */
const isSilence = (material: Material, run: readonly Missing[]): boolean => {
  const passages = run.map(({ passage }) => passage)
  return !passages.every(isMereExchange) && isSilentOn(material, passages)
}

/**
 * Omission: a matter, a claim or a result that one readout reports and the other does not name at all; heaviest where
 * it is agreed, promised, demanded, or names a cause. Selection is the first half of framing (Entman 1993), and in
 * news on one event bias by what is included is more frequent than by wording (Fan et al. 2019).
 */
export const omissions = (material: Material): FindingDraft[] =>
  SIDES.flatMap((side) =>
    onceEach(runsOf(missingFrom(material, side)))
      .map((run) => ({ run, fold: foldOf(material, run, side)[0] }))
      .filter(({ run, fold }) => fold !== undefined || isSilence(material, run))
      .map(({ run, fold }) => {
        const named = quotesOf(material, run)
        const quotes = inOrder(named)
        const shown = soonRead(named)
        return finding(material, {
          kind: 'omission',
          rule: fold ? 'omission:folded' : 'omission',
          quotes: bySide(side, quotes, fold ? [fold] : []),
          say: fold
            ? tell(material, 'omission:folded', side, {
                said: voiced(material, quotes, MOST_QUOTES),
                answer: quoted(wordsOf(material, fold))
              })
            : tell(material, 'omission', side, { said: voiced(material, shown, MOST_SAID) }),
          weight:
            Math.max(...run.map(({ worth }) => worth)) +
            Math.min(0.1, 0.03 * (run.length - 1)) -
            DOUBT[fold ? 'no' : takenUp(material, shown)] -
            (!fold && run.some(({ passage }) => hasLonelyRival(material, passage)) ? RIVAL : 0),
          only: side
        })
      })
  )
