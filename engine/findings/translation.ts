import { scales, warnings } from '../lexicon/framing.ts'
import type { Term, TermUse } from '../lexicon/terms.ts'
import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { otherSide, type Side, type Span } from '../model.ts'
import { LANGUAGE_NAMES } from '../text/language.ts'
import { AT_LARGE } from '../topics/matter.ts'
import { inventoryOf } from './counterparts.ts'
import {
  bySide,
  byWeightIn,
  finding,
  matterLabel,
  quotedList,
  type FindingDraft,
  type Quote
} from './draft.ts'
import { type Material, type Passage } from './material.ts'

/**
 * One side's text in two languages. Its material has the text that is compared with the other side's in the place of
 * that side, and the same side's text in the other language in the other place.
 */
export interface TwoLanguages {
  material: Material
  side: Side
}

/** Terms below this weight are chosen freely by translators. */
const LEAST_TERM = 0.4
/** A step of one is within what translators choose freely. */
const LEAST_GAP = 2
/** Below this strength a modal or a formula is merely plain. */
const NOTABLE = 4
/** What a sentence must name to be missed. */
const LEAST_MISSED = 0.7
const TERM = 0.75
const STRENGTH = 0.42
const MISSED = 0.5

/** "the Chinese text". */
const textOf = ({ sides }: Material, side: Side): string =>
  `the ${LANGUAGE_NAMES[sides[side].readout.language]} text`

interface Parts {
  rule: string
  /** By the places of the material. */
  quotes: Record<Side, readonly Quote[]>
  say: string
  weight: number
  note?: string | undefined
}

/** A finding that quotes the compared text in its place, and the other language apart. */
const translated = (
  { material, side }: TwoLanguages,
  { rule, quotes, say, weight, note }: Parts
): FindingDraft => {
  const other = otherSide(side)
  const whole = finding(material, {
    kind: 'translation',
    rule: `translation:${rule}`,
    quotes,
    say,
    weight,
    note,
    only: side
  })
  const none = side === 'us' ? { cn: [] } : { us: [] }
  return {
    ...whole,
    ...none,
    words: { ...whole.words, [other]: [] },
    spans: { ...whole.spans, [other]: [] },
    inOtherLanguage: { sentences: whole[other], words: whole.words[other], spans: whole.spans[other] }
  }
}

/** Sentences that stand opposite each other and nothing else: what is said in the one is said in the other. */
const couples = ({ material, side }: TwoLanguages): { own: Passage; others: Passage }[] =>
  material.sides[side].passages.flatMap((own) => {
    const [others, ...more] = material.partnersOf(own.sentence.id)
    const isOne = others && more.length === 0 && material.partnersOf(others.sentence.id).length === 1
    return isOne ? [{ own, others }] : []
  })

interface Wordings {
  term: Term
  wordings: Set<TermUse['wording']>
  places: Quote[]
}

/** The contested terms that a text uses, with all their wordings. */
const wordingsOf = (material: Material, place: Side): Map<string, Wordings> => {
  const found = new Map<string, Wordings>()
  for (const passage of material.sides[place].passages)
    for (const { term, wording, start, end } of material.lexicon.termsIn(passage.tokens)) {
      const entry = found.get(term.id) ?? { term, wordings: new Set(), places: [] }
      entry.wordings.add(wording)
      entry.places.push({ passage, span: { start, end } })
      found.set(term.id, entry)
    }
  return found
}

/** Where one language keeps to one wording of a contested term and the other language to its rival. */
const terms = (two: TwoLanguages): FindingDraft[] => {
  const { material, side } = two
  const other = otherSide(side)
  const others = wordingsOf(material, other)
  const same = couples(two)
  return [...wordingsOf(material, side).values()].flatMap(({ term, wordings, places }) => {
    const rival = others.get(term.id)
    const areDisjoint = rival && [...wordings].every((wording) => !rival.wordings.has(wording))
    if (!areDisjoint || term.weight < LEAST_TERM) return []
    // The two places must say the same.
    const pair = places
      .flatMap((own) => rival.places.map((theirs) => ({ own, theirs })))
      .find(({ own, theirs }) =>
        same.some((couple) => couple.own === own.passage && couple.others === theirs.passage)
      )
    if (!pair) return []
    const quotes = bySide(side, [pair.own], [pair.theirs])
    return [
      translated(two, {
        rule: `term:${term.id}`,
        quotes,
        say: `${matterLabel(material, term.topic)}: where ${textOf(material, other)} has ${quotedList(material, quotes[other])}, ${textOf(material, side)} has ${quotedList(material, quotes[side])}.`,
        note: term.signal,
        weight: term.weight * TERM
      })
    ]
  })
}

interface Grade {
  passage: Passage
  span: Span
  strength: number
}

/** Scales on which a translation may soften or harden. */
const SCALES = ['obligation', 'reproach']

const gradesOf: { name: string; of: (passage: Passage) => Grade[] }[] = [
  ...SCALES.map((name) => ({
    name,
    of: (passage: Passage) =>
      scales
        .findLongest(passage.tokens)
        .filter(({ value }) => value.scale === name)
        .map(({ value, start, end }) => ({ passage, span: { start, end }, strength: value.strength }))
  })),
  {
    name: 'warning',
    of: (passage) =>
      warnings
        .findLongest(passage.tokens)
        .map(({ value, start, end }) => ({ passage, span: { start, end }, strength: value.strength }))
  }
]

/** Formulas that are stronger in one language: 必须 against "should", 严正交涉 against "raised". */
const strengths = (two: TwoLanguages): FindingDraft[] => {
  const { material, side } = two
  const other = otherSide(side)
  return couples(two).flatMap((couple) =>
    gradesOf.flatMap(({ name, of }) => {
      const [own, ...more] = of(couple.own)
      const [others, ...othersMore] = of(couple.others)
      // Of several it cannot be told which answers which.
      if (!own || !others || more.length > 0 || othersMore.length > 0) return []
      const gap = Math.abs(own.strength - others.strength)
      if (gap < LEAST_GAP || Math.max(own.strength, others.strength) < NOTABLE) return []
      const quote = ({ passage, span }: Grade): Quote => ({ passage, span: material.excerpt(passage, span) })
      const quotes = bySide(side, [quote(own)], [quote(others)])
      const [stronger, weaker] = own.strength > others.strength ? [side, other] : [other, side]
      return [
        translated(two, {
          rule: `strength:${name}`,
          quotes,
          say: `${textOf(material, stronger)} is stronger: ${quotedList(material, quotes[stronger])} against ${quotedList(material, quotes[weaker])} in ${textOf(material, weaker)}.`,
          weight: STRENGTH + 0.06 * gap
        })
      ]
    })
  )
}

/** Where in its text a sentence has its counterparts; the nearest before (by -1) or after (by 1) that has any. */
const nearest = (material: Material, place: Side, at: number, by: 1 | -1): number => {
  const { passages } = material.sides[place]
  const others = material.sides[otherSide(place)].passages
  for (let next = at + by; next >= 0 && next < passages.length; next += by) {
    const partners = material.partnersOf(passages[next]?.sentence.id ?? '').map((one) => others.indexOf(one))
    if (partners.length > 0) return by === 1 ? Math.min(...partners) : Math.max(...partners)
  }
  return by === 1 ? others.length : -1
}

/**
 * Whether the other text has nothing in the place of a sentence: between what answers the sentences around it, no
 * sentence is left over there. A sentence that is left over there too is most likely its translation.
 */
const hasNoPlace = (material: Material, passage: Passage): boolean => {
  const at = material.sides[passage.side].passages.indexOf(passage)
  const [before, after] = [nearest(material, passage.side, at, -1), nearest(material, passage.side, at, 1)]
  return (
    after > before &&
    material.sides[otherSide(passage.side)].passages
      .slice(before + 1, after)
      .every(({ sentence }) => material.groupsOf(sentence.id).length > 0)
  )
}

/** Sentences that one language has and the other has not, where they name something of weight. */
const missed = (two: TwoLanguages): FindingDraft[] => {
  const { material, side } = two
  return [side, otherSide(side)].flatMap((place) => {
    const others = inventoryOf(material, otherSide(place))
    const isMissed = (passage: Passage): boolean =>
      material.groupsOf(passage.sentence.id).length === 0 &&
      passage.sentence.speaker !== 'narrator' &&
      hasNoPlace(material, passage)
    return material.sides[place].passages.filter(isMissed).flatMap((passage) => {
      const [strongest] = passage.uses
        .filter(
          ({ concept }) =>
            concept.weight >= LEAST_MISSED &&
            concept.topic !== NARRATION_TOPIC &&
            !others.concepts.has(concept.id)
        )
        .sort((a, b) => b.concept.weight - a.concept.weight || (a.concept.id < b.concept.id ? -1 : 1))
      const [span] = strongest?.spans ?? []
      if (!strongest || !span) return []
      const quotes = [{ passage, span: material.excerpt(passage, span) }]
      const { topic, sub } = strongest.concept
      return [
        translated(two, {
          rule: place === side ? 'added' : 'dropped',
          quotes: { us: place === 'us' ? quotes : [], cn: place === 'cn' ? quotes : [] },
          say: `${matterLabel(material, topic, sub === AT_LARGE ? undefined : sub)}: only ${textOf(material, place)} has ${quotedList(material, quotes)}.`,
          weight: MISSED + 0.15 * strongest.concept.weight
        })
      ]
    })
  })
}

/**
 * One side's text against its text in the other language: contested terms that change with the language, formulas
 * softened or hardened, sentences added or dropped. Chinese readouts and their official English are not always the
 * same text.
 */
export const translations = (two: TwoLanguages): FindingDraft[] => {
  const seen = new Set<string>()
  return [...terms(two), ...strengths(two), ...missed(two)].sort(byWeightIn(two.material)).filter((draft) => {
    // A term that changes, changes all through the text: it is told once.
    const key = draft.rule.startsWith('translation:term')
      ? draft.rule
      : `${draft.rule} ${draft.words[two.side].join(' ')} ${draft.inOtherLanguage?.words.join(' ') ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}
