import { byPlace } from './align/groups.ts'
import { parties } from './lexicon/parties.ts'
import {
  otherSide,
  SIDES,
  type Claim,
  type Comparison,
  type Finding,
  type Group,
  type Readout,
  type Sentence,
  type Side
} from './model.ts'

/**
 * The mirror image of a comparison: what it is when its two texts change places. Nothing is compared for it, so that
 * the longest texts are exchanged at once. Of two texts one of which is by the United States or China, `compare` makes
 * the comparison that has them in their own places (the first and the second) and gives its mirror image where they
 * come the other way round; so both are the same, to the byte, whichever was asked for.
 */

const [FIRST, SECOND] = parties.map(({ id }) => id)

/** Whether a party stands in the other place than its own. */
export const isTurned = (inPlace: Readonly<Record<Side, string | null>>): boolean =>
  inPlace.cn === FIRST || inPlace.us === SECOND

const LETTERS: Readonly<Record<string, string>> = { u: 'c', c: 'u' }
/** Ids of sentences begin with the letter of their side; this is that of the same one in the other place. */
export const exchangedId = (id: string): string => `${LETTERS[id[0] ?? ''] ?? ''}${id.slice(1)}`
const idsOf = (ids: readonly string[]): string[] => ids.map(exchangedId)

/** A side, where it is one; `both`, `narrator` and the like stay. */
const whoOf = <W extends string>(who: W | Side): W | Side => (who === 'us' ? 'cn' : who === 'cn' ? 'us' : who)

const claimOf = (claim: Claim): Claim => ({
  ...claim,
  speaker: whoOf(claim.speaker),
  addressee: claim.addressee && whoOf(claim.addressee),
  actor: whoOf(claim.actor)
})

const sentenceOf = (sentence: Sentence): Sentence => {
  const { attribution, claims } = sentence
  const { addressee, within } = attribution
  return {
    ...sentence,
    id: exchangedId(sentence.id),
    speaker: whoOf(sentence.speaker),
    attribution: {
      ...attribution,
      ...(addressee ? { addressee: { ...addressee, speaker: whoOf(addressee.speaker) } } : {}),
      ...(within ? { within: { ...within, speaker: whoOf(within.speaker) } } : {})
    },
    ...(claims ? { claims: claims.map(claimOf) } : {})
  }
}

const readoutOf = (readout: Readout): Readout => {
  const { inOtherLanguage } = readout
  return {
    ...readout,
    side: otherSide(readout.side),
    sentences: readout.sentences.map(sentenceOf),
    ...(inOtherLanguage
      ? { inOtherLanguage: { ...inOtherLanguage, sentences: inOtherLanguage.sentences.map(sentenceOf) } }
      : {})
  }
}

/** What the two sides have, each in the other's place. */
const sidesOf = <T extends Record<Side, unknown>>(value: T): T => ({ ...value, us: value.cn, cn: value.us })

const groupOf = (group: Group): Group => {
  const { us, cn, evidence, framing, wordMarks } = group
  return {
    ...group,
    us: idsOf(cn),
    cn: idsOf(us),
    evidence: evidence.map(sidesOf),
    framing: framing.map(sidesOf),
    ...(wordMarks
      ? {
          wordMarks: {
            sameUs: wordMarks.sameCn,
            sameCn: wordMarks.sameUs,
            onlyUs: wordMarks.onlyCn,
            onlyCn: wordMarks.onlyUs
          }
        }
      : {})
  }
}

const findingOf = (finding: Finding): Finding => {
  const { us, cn, words, spans, only, inOtherLanguage } = finding
  return {
    ...finding,
    us: idsOf(cn),
    cn: idsOf(us),
    words: sidesOf(words),
    spans: sidesOf(spans),
    ...(only ? { only: otherSide(only) } : {}),
    ...(inOtherLanguage
      ? { inOtherLanguage: { ...inOtherLanguage, sentences: idsOf(inOtherLanguage.sentences) } }
      : {})
  }
}

/** The place of a sentence in its text. */
const placeOf = (id: string): number => Number(id.slice(1))
/** Groups in the order of the texts, and called by it. */
const inOrder = (groups: readonly Group[]): Group[] =>
  groups
    .map((group) => ({ group, us: group.us.map(placeOf), cn: group.cn.map(placeOf) }))
    .sort(byPlace)
    .map(({ group }, at) => ({ ...group, id: `g${at + 1}` }))

export const exchanged = (comparison: Comparison): Comparison => {
  const { readouts, onlyUs, onlyCn, perhaps, topics, meetings } = comparison
  return {
    ...comparison,
    readouts: { us: readoutOf(readouts.cn), cn: readoutOf(readouts.us) },
    groups: inOrder(comparison.groups.map(groupOf)),
    onlyUs: idsOf(onlyCn),
    onlyCn: idsOf(onlyUs),
    ...(perhaps
      ? {
          perhaps: perhaps
            .map(({ us, cn, score }) => ({ us: exchangedId(cn), cn: exchangedId(us), score }))
            .sort((a, b) => placeOf(a.us) - placeOf(b.us) || placeOf(a.cn) - placeOf(b.cn))
        }
      : {}),
    ...(meetings
      ? {
          meetings: {
            ...meetings,
            all: meetings.all.map((meeting) => ({ ...meeting, statements: sidesOf(meeting.statements) })),
            ofNone: sidesOf(meetings.ofNone)
          }
        }
      : {}),
    topics: topics.map((share) => ({
      ...share,
      us: share.cn,
      cn: share.us,
      usSentences: idsOf(share.cnSentences),
      cnSentences: idsOf(share.usSentences)
    })),
    findings: comparison.findings.map(findingOf)
  }
}

/**
 * Whether the mirror image is what comparing the exchanged texts would give, to the byte: where one of the two that have
 * places of their own is surely there. Of others the order in which the texts are told of goes by their places.
 */
export const isSameExchanged = ({ readouts }: Pick<Comparison, 'readouts'>): boolean =>
  readouts.us.partyName !== readouts.cn.partyName &&
  SIDES.some((side) => {
    const { recognition, partyName } = readouts[side]
    const own = parties.find(({ id }) => id === recognition.party)
    return own?.name === partyName && (own.id === FIRST || own.id === SECOND)
  })
