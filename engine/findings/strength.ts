import { conditional } from '../lexicon/claim-cues.ts'
import { scales, warnings } from '../lexicon/framing.ts'
import { otherSide, SIDES, type Sentence, type Side, type Span } from '../model.ts'
import { onceFor } from '../once-for.ts'
import { overlaps } from '../text/spans.ts'
import { ANSWERING, pairsQuoted } from './claim-pairs.ts'
import { answersTo, sharedUses } from './counterparts.ts'
import { bySide, finding, type FindingDraft, type Quote } from './draft.ts'
import { type Material, type Passage } from './material.ts'
import { tell } from './sentences.ts'
import { patternOf } from './taken-up.ts'
import { voiced } from './voiced.ts'

/** A step of one is within what translators choose freely. */
const LEAST_GAP = 2
/** An outcome of this strength is agreed or promised. */
const NOTABLE = 4
const LEAST_SHARED = 0.5
/** "Must" beside "should" is within what writers choose freely; "must" beside "hopes" is not. */
const LEAST_GAPS: Record<string, number> = { obligation: 3 }
/** Characters between a formula and what it is said of. */
const REACH = { en: 70, zh: 24 } as const

interface Formula {
  passage: Passage
  span: Span
  scale: string
  name: string
  strength: number
}

/** The formulas of a passage; each passage is asked for its own once for every partner. */
const formulasIn = onceFor((passage: Passage): Formula[] =>
  scales.findLongest(passage.tokens).map(({ value, start, end }) => ({
    passage,
    span: { start, end },
    ...value
  }))
)

/** A formula with what it is said of, where both are soon read together. */
const LONGEST_TOGETHER = { en: 110, zh: 40 } as const
const together = (material: Material, { passage, span }: Formula, matter: Span | undefined): Span => {
  const whole = matter && { start: Math.min(span.start, matter.start), end: Math.max(span.end, matter.end) }
  const longest = LONGEST_TOGETHER[material.sides[passage.side].readout.language]
  return material.excerpt(passage, whole && whole.end - whole.start <= longest ? whole : span)
}

/** What is quoted of two formulas, each with what it is said of. */
const gapQuotes = (
  material: Material,
  us: Formula,
  cn: Formula,
  matter?: Record<Side, Span | undefined>
): Record<Side, Quote> => ({
  us: { passage: us.passage, span: together(material, us, matter?.us) },
  cn: { passage: cn.passage, span: together(material, cn, matter?.cn) }
})

const gapFinding = (
  material: Material,
  us: Formula,
  cn: Formula,
  rule: string,
  quotes: Record<Side, Quote>
): FindingDraft => {
  const stronger = us.strength > cn.strength ? 'us' : 'cn'
  const say = (side: Side): string => voiced(material, [quotes[side]])
  const weaker = otherSide(stronger)
  const gap = Math.abs(us.strength - cn.strength)
  return finding(material, {
    kind: 'strength',
    rule,
    quotes: { us: [quotes.us], cn: [quotes.cn] },
    say: tell(material, 'strength', stronger, { said: say(stronger), answer: say(weaker) }),
    weight: 0.28 + 0.07 * gap
  })
}

/** Whether a formula is said of one of these places: near it, or in one clause with it. */
const isSaidOf = (material: Material, { passage, span }: Formula, places: readonly Span[]): boolean => {
  const { text, readout } = material.sides[passage.side]
  return places.some((place) => {
    const between = text.slice(Math.min(span.end, place.end), Math.max(span.start, place.start))
    return between.length <= REACH[readout.language] && !/[;.；。]\s/u.test(between)
  })
}

/** What came of a meeting is told of both: a side's own commitment, or its call for one, is no outcome. */
const OUTCOME = 'outcome'
const isOneSided = ({ scale, strength, passage: { sentence } }: Formula): boolean =>
  scale === OUTCOME &&
  strength >= NOTABLE &&
  (sentence.speaker === 'us' || sentence.speaker === 'cn' || isMereTalk(sentence))
/** "Discussed the commitments made before": what is merely talked about has not come of the talks. */
const isMereTalk = ({ attribution: { verb } }: Sentence): boolean => verb?.act === 'raise'

/** Formulas of one kind, one weaker and one stronger, said of one matter in passages that stand side by side. */
const formulaGaps = (material: Material): FindingDraft[] =>
  material.sides.us.passages.flatMap((us) =>
    material.partnersOf(us.sentence.id).flatMap((cn) => {
      const shared = sharedUses(us, cn).filter(({ own }) => own.concept.weight >= LEAST_SHARED)
      const strongest = (passage: Passage, scale: string, places: readonly Span[]): Formula | undefined =>
        formulasIn(passage)
          .filter((formula) => formula.scale === scale && !isOneSided(formula))
          .filter((formula) => isSaidOf(material, formula, places))
          .sort((a, b) => b.strength - a.strength)[0]
      return [...new Set(formulasIn(us).map(({ scale }) => scale))].flatMap((scale) => {
        const pairs = shared.flatMap(({ own, others }) => {
          const [one, other] = [strongest(us, scale, own.spans), strongest(cn, scale, others.spans)]
          return one && other && Math.abs(one.strength - other.strength) >= (LEAST_GAPS[scale] ?? LEAST_GAP)
            ? [{ one, other, matter: { us: own.spans[0], cn: others.spans[0] } }]
            : []
        })
        const [pair] = pairs
        if (!pair) return []
        const quotes = gapQuotes(material, pair.one, pair.other, pair.matter)
        if (!areOnOneMatter(material, quotes)) return []
        return [gapFinding(material, pair.one, pair.other, `strength:${scale}`, quotes)]
      })
    })
  )

/** So many rare words have the claims in common of which one is weaker. */
const IN_COMMON = 2
const areOnOneMatter = (material: Material, { us, cn }: Record<Side, Quote>): boolean =>
  pairsQuoted(material, us, cn).some(({ common }) => common >= IN_COMMON)

/** What both sides are to have done on one matter under a strong and a plain verb: "agreed to resume", "discussed". */
const verbGaps = (material: Material): FindingDraft[] =>
  material.groups.flatMap((group) => {
    if (group.score < ANSWERING) return []
    const verbs = (side: Side): Formula[] =>
      group[side].flatMap((id) => {
        const passage = material.passage(id)
        const verb = passage?.sentence.attribution.verb
        return passage && verb
          ? [{ passage, span: verb, scale: 'verb', name: 'the reporting verb', strength: verb.strength }]
          : []
      })
    const top = (formulas: readonly Formula[]): Formula | undefined =>
      [...formulas].sort((a, b) => b.strength - a.strength)[0]
    const [us, cn] = [top(verbs('us')), top(verbs('cn'))]
    if (!us || !cn) return []
    // What one side says by itself it may say as strongly as it likes.
    if (us.passage.sentence.speaker !== 'both' || cn.passage.sentence.speaker !== 'both') return []
    // Of verbs over different matters neither is stronger.
    const shared = sharedUses(us.passage, cn.passage).filter(
      ({ own, others }) =>
        own.concept.weight >= LEAST_SHARED &&
        isSaidOf(material, us, own.spans) &&
        isSaidOf(material, cn, others.spans)
    )
    if (shared.length === 0) return []
    const isNotable = Math.max(us.strength, cn.strength) >= NOTABLE
    if (!isNotable || Math.abs(us.strength - cn.strength) < LEAST_GAP) return []
    const quotes = gapQuotes(material, us, cn)
    return areOnOneMatter(material, quotes) ? [gapFinding(material, us, cn, 'strength:verb', quotes)] : []
  })

/** Whether a quotation names what it is about: "reserves the right to take measures" does not. */
const namesMatter = ({ lexicon }: Material, { passage, span }: Quote): boolean =>
  passage.uses.some(
    ({ concept, spans }) =>
      !lexicon.isGeneric(concept.topic) &&
      !lexicon.isIdle(concept) &&
      spans.some((place) => overlaps(place, span))
  )

/** Whether a warning depends on something, or has a figure: not what is said of the same matter at any meeting. */
const isOfNow = ({ tokens, sentence: { claims = [] } }: Passage): boolean =>
  conditional.findLongest(tokens).length > 0 ||
  claims.some(({ condition, figures }) => condition !== null || figures.length > 0)

/** Warnings and red lines that one readout prints, with what they are about. */
const warningsOf = (material: Material): FindingDraft[] =>
  SIDES.flatMap((side) =>
    material.sides[side].passages
      .filter(({ sentence }) => sentence.speaker === side)
      .flatMap((passage) => {
        const found = warnings.findLongest(passage.tokens)
        const [strongest] = [...found].sort((a, b) => b.value.strength - a.value.strength)
        if (!strongest) return []
        const quotes = [{ passage, span: material.excerpt(passage, strongest) }]
        if (!quotes.some((quote) => namesMatter(material, quote))) return []
        const answers = answersTo(material, quotes, material.partnersOf(passage.sentence.id)).slice(0, 1)
        // A red line that nothing answers stands in each text of its side.
        if (answers.length === 0 && !isOfNow(passage)) return []
        return [
          finding(material, {
            kind: 'strength',
            rule: 'strength:warning',
            quotes: bySide(side, quotes, answers),
            say: tell(material, patternOf(material, 'warning', quotes, answers), side, {
              said: voiced(material, quotes),
              answer: voiced(material, answers)
            }),
            weight: 0.33 + 0.06 * strongest.value.strength,
            only: side
          })
        ]
      })
  )

/**
 * Strength: the same matter under a weaker or stronger formula, and warnings. Most reporting verbs are
 * neutral, in news as in readouts, so only those for what both did are compared.
 */
export const strengths = (material: Material): FindingDraft[] => [
  ...formulaGaps(material),
  ...verbGaps(material),
  ...warningsOf(material)
]
