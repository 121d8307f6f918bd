import { SIDES, type Comparison, type Group, type Sentence, type Side, type Speaker } from '../model.ts'
import { cohensKappa } from './kappa.ts'
import type { Texts, Work } from './work.ts'

/** What a coder has made of the two texts. */
export interface Coding {
  work: Work
  texts: Texts
}

/** A label that both coders give to each sentence. */
export interface LabelAgreement {
  agreed: number
  /** Pairs of sentences, one of each coder, that cover each other. */
  compared: number
  /** Null where it is not defined. */
  kappa: number | null
}

/** The other coder's links, held against one's own. */
export interface LinkAgreement {
  both: number
  onlyMine: number
  onlyTheirs: number
  precision: number
  recall: number
  /** Null where neither has a link among what both have verified. */
  f1: number | null
}

/** A sentence or a pair of sentences of which the two do not say the same. Ids are those of each coder's own work. */
export type Disagreement =
  | { about: 'topic'; side: Side; mine: Sentence; theirs: Sentence; says: { mine: string; theirs: string } }
  | {
      about: 'speaker'
      side: Side
      mine: Sentence
      theirs: Sentence
      says: { mine: Speaker; theirs: Speaker }
    }
  /** Linked by one of them alone; the sentences are that one's. */
  | { about: 'link'; us: Sentence; cn: Sentence; by: 'mine' | 'theirs' }

export interface Agreement {
  /** How many passages each coder has verified: all figures are over what both have. */
  verified: { mine: number; theirs: number }
  topic: LabelAgreement
  speaker: LabelAgreement
  link: LinkAgreement
  /** How many sentences and groups each coder has. */
  sentences: { mine: number; theirs: number }
  groups: { mine: number; theirs: number }
  /**
   * Of what both have verified; in the order of the US text, then of the Chinese; a link where its US sentence stands.
   */
  disagreements: Disagreement[]
}

export type Agreed = { ok: true; agreement: Agreement } | { ok: false; message: string }

/** Sentences that one of the two coders has cut otherwise are one if one covers at least half of the other. */
const coverEachOther = (one: Sentence, other: Sentence): boolean => {
  const overlap = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return overlap > 0 && 2 * overlap >= Math.min(one.end - one.start, other.end - other.start)
}

type Covered = ReadonlyMap<string, readonly Sentence[]>

const coveredBy = (from: Comparison, to: Comparison): Covered =>
  new Map(
    SIDES.flatMap((side) =>
      from.readouts[side].sentences.map((sentence) => [
        sentence.id,
        to.readouts[side].sentences.filter((other) => coverEachOther(sentence, other))
      ])
    )
  )

const byId = ({ readouts }: Comparison): ReadonlyMap<string, Sentence> =>
  new Map(SIDES.flatMap((side) => readouts[side].sentences.map((sentence) => [sentence.id, sentence])))

interface Link {
  us: Sentence
  cn: Sentence
}

/** Groups that a coder has looked at and left as they are. */
const verifiedOf = ({ comparison, verified }: Work): Group[] =>
  comparison.groups.filter(({ id }) => verified.includes(id))
const membersOf = (groups: readonly Group[]): ReadonlySet<string> =>
  new Set(groups.flatMap(({ us, cn }) => [...us, ...cn]))

/** Every pair of sentences that stands in one of some groups, once. */
const linksOf = (comparison: Comparison, groups: readonly Group[]): Link[] => {
  const sentences = byId(comparison)
  const links = new Map<string, Link>()
  for (const group of groups)
    for (const u of group.us)
      for (const c of group.cn) {
        const [us, cn] = [sentences.get(u), sentences.get(c)]
        if (us && cn) links.set(`${u} ${c}`, { us, cn })
      }
  return [...links.values()]
}

/** Parts links into those that the other coder has too, between sentences that cover these, and those alone. */
const parted = (
  links: readonly Link[],
  others: readonly Link[],
  covered: Covered
): [both: Link[], alone: Link[]] => {
  const known = new Set(others.map(({ us, cn }) => `${us.id} ${cn.id}`))
  const isKnown = ({ us, cn }: Link): boolean =>
    (covered.get(us.id) ?? []).some((u) =>
      (covered.get(cn.id) ?? []).some((c) => known.has(`${u.id} ${c.id}`))
    )
  return [links.filter(isKnown), links.filter((link) => !isKnown(link))]
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/**
 * How far two coders agree on the same two texts, in what both have verified, since the machine's answer that neither has
 * looked at agrees with itself: on the first topic and the speaker of each sentence by Cohen's kappa, on links by
 * precision and recall of the other's with one's own for the reference. A link counts where its coder has verified its
 * passage, and the other one that has at least one of its two sentences.
 */
export const agreementOf = (mine: Coding, theirs: Coding): Agreed => {
  for (const side of SIDES)
    if (mine.texts[side] !== theirs.texts[side]) {
      const { partyAdjective } = mine.work.comparison.readouts[side]
      return {
        ok: false,
        message: `The ${partyAdjective} readout is not the same text in both files; only work on the same two texts can be compared.`
      }
    }
  const [own, other] = [mine.work.comparison, theirs.work.comparison]
  const [toTheirs, toMine] = [coveredBy(own, other), coveredBy(other, own)]
  const [ownVerified, otherVerified] = [verifiedOf(mine.work), verifiedOf(theirs.work)]
  const [ownMembers, otherMembers] = [membersOf(ownVerified), membersOf(otherVerified)]
  const pairs = SIDES.flatMap((side) =>
    own.readouts[side].sentences.flatMap((sentence) =>
      (toTheirs.get(sentence.id) ?? [])
        .filter((partner) => ownMembers.has(sentence.id) && otherMembers.has(partner.id))
        .map((partner) => ({ side, mine: sentence, theirs: partner }))
    )
  )
  const topicOf = ({ topics }: Sentence): string => topics[0]?.id ?? ''
  const labels = (labelOf: (sentence: Sentence) => string): LabelAgreement => {
    const said = pairs.map((pair) => [labelOf(pair.mine), labelOf(pair.theirs)] as const)
    return {
      agreed: said.filter(([a, b]) => a === b).length,
      compared: said.length,
      kappa: cohensKappa(said)
    }
  }
  const seenBy =
    (members: ReadonlySet<string>, covered: Covered) =>
    ({ us, cn }: Link): boolean =>
      [us, cn].some(({ id }) => (covered.get(id) ?? []).some((partner) => members.has(partner.id)))
  const ownLinks = linksOf(own, ownVerified).filter(seenBy(otherMembers, toTheirs))
  const otherLinks = linksOf(other, otherVerified).filter(seenBy(ownMembers, toMine))
  const [shared, onlyMine] = parted(ownLinks, linksOf(other, other.groups), toTheirs)
  const [sharedByThem, onlyTheirs] = parted(otherLinks, linksOf(own, own.groups), toMine)
  const [recall, precision] = [
    share(shared.length, ownLinks.length),
    share(sharedByThem.length, otherLinks.length)
  ]
  const ofSentence = pairs.flatMap((pair): Disagreement[] => {
    const topics = { mine: topicOf(pair.mine), theirs: topicOf(pair.theirs) }
    const speakers = { mine: pair.mine.speaker, theirs: pair.theirs.speaker }
    return [
      ...(topics.mine === topics.theirs ? [] : [{ about: 'topic' as const, ...pair, says: topics }]),
      ...(speakers.mine === speakers.theirs ? [] : [{ about: 'speaker' as const, ...pair, says: speakers }])
    ]
  })
  const ofLink = (links: readonly Link[], by: 'mine' | 'theirs'): Disagreement[] =>
    links.map((link) => ({ about: 'link', ...link, by }))
  const placeOf = (one: Disagreement): [side: number, at: number, cn: number] =>
    one.about === 'link' ? [0, one.us.start, one.cn.start] : [SIDES.indexOf(one.side), one.mine.start, -1]
  const disagreements = [...ofSentence, ...ofLink(onlyMine, 'mine'), ...ofLink(onlyTheirs, 'theirs')]
    .map((disagreement) => ({ disagreement, place: placeOf(disagreement) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2])
    .map(({ disagreement }) => disagreement)
  const count = ({ readouts }: Comparison): number =>
    SIDES.reduce((sum, side) => sum + readouts[side].sentences.length, 0)
  return {
    ok: true,
    agreement: {
      verified: { mine: ownVerified.length, theirs: otherVerified.length },
      topic: labels(topicOf),
      speaker: labels(({ speaker }) => speaker),
      link: {
        both: shared.length,
        onlyMine: onlyMine.length,
        onlyTheirs: onlyTheirs.length,
        precision,
        recall,
        f1:
          ownLinks.length + otherLinks.length === 0
            ? null
            : precision + recall === 0
              ? 0
              : (2 * precision * recall) / (precision + recall)
      },
      sentences: { mine: count(own), theirs: count(other) },
      groups: { mine: own.groups.length, theirs: other.groups.length },
      disagreements
    }
  }
}
