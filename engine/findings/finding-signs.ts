import { otherSide, SIDES, type ClaimKind, type Side, type Speaker } from '../model.ts'
import { onceFor } from '../once-for.ts'
import { countWords } from '../text/words.ts'
import { alikeInBearing, bearingOf, type Bearing } from '../meaning/bearing.ts'
import type { Token } from '../text/tokens.ts'
import { overlaps, within } from '../text/spans.ts'
import { setAgainst } from './answers.ts'
import { soundOf } from './relation-words.ts'
import {
  ANSWERING,
  BEYOND_DOUBT,
  claimsIn,
  claimsOf,
  claimsQuoted,
  companyOf,
  linkBetween,
  opposedWords,
  pairsBetween,
  type ClaimAt
} from './claim-pairs.ts'
import { quotesOf, type FindingDraft, type Quote } from './draft.ts'
import { facing, sharedBetween, type Facing } from './facing.ts'
import type { Material, Passage } from './material.ts'
import { isBroken } from './broken.ts'
import { silenceOf } from './silence.ts'
import { standOf, type Stance } from './stance.ts'
import { tellingSigns } from './telling-signs.ts'
import { isBlame, isCourteous, isMereExchange, isSlogan, tellsOfMeeting } from './unmissed.ts'

/** What a finding shows of how much it is worth: by its rule, what it quotes, who says it, how surely it is linked. */

const DIGIT = /\p{Nd}/u
/** Terms and labels are of one kind, whatever they are. */
const BY_KIND = /^(?:term|label)(?=:)/u
/** Beyond so much of a thing more of it tells nothing. */
const MOST_SHARED = 3
const MOST_MATTER = 5
const MOST_NAMES = 3

interface Quoted {
  side: Side
  quotes: readonly Quote[]
  claims: readonly ClaimAt[]
}

const quotedOf = (material: Material, draft: FindingDraft, side: Side): Quoted => {
  const quotes = quotesOf(material, draft, side)
  const claims = quotes.flatMap((quote) => claimsQuoted(material, quote))
  return { side, quotes, claims }
}

const facingByPair = onceFor((material: Material) => {
  const found = new Map<Passage, Map<Passage, Facing>>()
  for (const pair of facing(material)) {
    const known = found.get(pair.us) ?? new Map<Passage, Facing>()
    if (!known.has(pair.cn)) known.set(pair.cn, pair)
    found.set(pair.us, known)
  }
  return found
})

/** How surely a sentence is linked with anything at all, at most. */
const bestLink = (material: Material, { sentence }: Passage): number =>
  Math.max(0, ...material.groupsOf(sentence.id).map(({ score }) => score))

/** The two quotations that are linked most surely, or those that stand first. */
const betweenTwo = (
  material: Material,
  us: Quoted,
  cn: Quoted
): { us: Passage; cn: Passage; link: number } | undefined => {
  const pairs = us.quotes.flatMap((one) =>
    cn.quotes.map((other) => ({
      us: one.passage,
      cn: other.passage,
      link: linkBetween(material, one.passage, other.passage)
    }))
  )
  return pairs.sort((a, b) => b.link - a.link)[0]
}

/** How much two claims tell of one matter: by what both name, by what stands opposite in readouts, and by the link of their sentences. */
const affinity = (material: Material, us: ClaimAt, cn: ClaimAt): number =>
  sharedBetween(material, us, cn) +
  OPPOSED * opposedWords(material, us, cn) +
  linkBetween(material, us.passage, cn.passage)
const OPPOSED = 0.5

/** How much more a claim that is not quoted would answer one that is, at most: 0 where the best answer is quoted. */
const answeredElsewhere = (material: Material, us: Quoted, cn: Quoted): number => {
  const all = claimsIn(material)
  const most = (own: readonly ClaimAt[], others: readonly ClaimAt[], isUs: boolean): number =>
    Math.max(
      0,
      ...own.flatMap((one) =>
        others.map((other) => (isUs ? affinity(material, one, other) : affinity(material, other, one)))
      )
    )
  const told = most(us.claims, cn.claims, true)
  const isNarrated = ({ passage }: ClaimAt): boolean => passage.sentence.speaker === 'narrator'
  const theirs = all.cn.filter((at) => !isNarrated(at))
  const ours = all.us.filter((at) => !isNarrated(at))
  return Math.max(most(us.claims, theirs, true), most(cn.claims, ours, false)) - told
}

/** Claims are set against each other at least as likely as this, as log odds, where it is told of them at all. */
const LEAST_AGAINST = -4

/** How likely, as log odds at most, analysts would set any of the claims of two sides against each other. */
const againstIn = (material: Material, us: Pick<Quoted, 'claims'>, cn: Pick<Quoted, 'claims'>): number =>
  Math.max(...us.claims.flatMap((one) => cn.claims.map((other) => setAgainst(material, one, other))))

/** Beyond so much, as log odds, it tells nothing more that a better answer stands elsewhere. */
const MOST_BEHIND = 3

/** How much likelier something else of the linked sentences would be set against what is quoted than what is told, as log odds. */
const betterElsewhere = (material: Material, us: Quoted, cn: Quoted, told: number): number => {
  const facing = ({ quotes }: Quoted): Pick<Quoted, 'claims'> => ({
    claims: [...new Set(quotes.flatMap(({ passage }) => material.partnersOf(passage.sentence.id)))].flatMap(
      (partner) => claimsOf(material, partner)
    )
  })
  const elsewhere = Math.max(againstIn(material, us, facing(us)), againstIn(material, facing(cn), cn))
  return Math.max(0, elsewhere - told)
}

const tokensIn = ({ passage, claim: { span } }: ClaimAt): readonly Token[] =>
  passage.tokens.filter((token) => within(token, span))

const bearingIn = ({ lexicon }: Material, { claims }: Quoted): Bearing | undefined =>
  bearingOf(
    claims.flatMap((at) => tokensIn(at)),
    lexicon
  )

const signsOfTwo = (material: Material, us: Quoted, cn: Quoted): Record<string, number> => {
  const two = betweenTwo(material, us, cn)
  if (!two) return {}
  const { link } = two
  const against = Math.max(LEAST_AGAINST, againstIn(material, us, cn))
  const face = facingByPair(material).get(two.us)?.get(two.cn)
  const shared = us.claims.flatMap((one) => cn.claims.map((other) => sharedBetween(material, one, other)))
  const pairs = pairsBetween(material, two.us, two.cn).filter(
    (pair) => us.claims.includes(pair.us) && cn.claims.includes(pair.cn)
  )
  const topics = new Set(us.claims.flatMap(({ claim }) => claim.topics))
  const figures = (quoted: Quoted): number =>
    Math.min(1, quoted.claims.filter(({ claim }) => claim.figures.length > 0).length)
  return {
    link,
    unlinked: Number(link === 0),
    sure: Number(link >= ANSWERING),
    certain: Number(link >= BEYOND_DOUBT),
    elsewhere: Math.max(bestLink(material, two.us), bestLink(material, two.cn)) - link,
    partners: companyOf(material, two.us, two.cn),
    matter: Math.min(MOST_MATTER, face?.matter ?? 0) / MOST_MATTER,
    first: Number(face?.ranks.us === 1 && face.ranks.cn === 1),
    beside: Number(face?.beside !== null && face !== undefined),
    shared: Math.min(MOST_SHARED, Math.max(0, ...shared)),
    common: Math.min(MOST_SHARED, Math.max(0, ...pairs.map((pair) => pair.common))),
    likeness: Math.min(MOST_SHARED, Math.max(0, ...pairs.map((pair) => pair.likeness))),
    opposed: Math.max(
      0,
      ...us.claims.flatMap((one) => cn.claims.map((other) => opposedWords(material, one, other)))
    ),
    answeredElsewhere: Math.min(MOST_SHARED, answeredElsewhere(material, us, cn)),
    against,
    behind: Math.min(MOST_BEHIND, betterElsewhere(material, us, cn, against)),
    alike: alikeInBearing(bearingIn(material, us), bearingIn(material, cn)),
    sound: soundOf(
      us.claims.map((at) => tokensIn(at)),
      cn.claims.map((at) => tokensIn(at))
    ),
    sameTopic: Number(cn.claims.some(({ claim }) => claim.topics.some((topic) => topics.has(topic)))),
    bothFigures: figures(us) * figures(cn)
  }
}

/** How surely the other text is silent on what a finding has one side say alone. */
const signsOfOne = (material: Material, { quotes }: Quoted): Record<string, number> => {
  const passages = [...new Set(quotes.map(({ passage }) => passage))]
  return {
    silence: Math.min(1, ...passages.map((passage) => silenceOf(material, passage))),
    answered: Math.max(0, ...passages.map((passage) => bestLink(material, passage)))
  }
}

const signsOfWords = (material: Material, quoted: readonly Quoted[]): Record<string, number> => {
  const quotes = quoted.flatMap((one) => one.quotes)
  const passages = [...new Set(quotes.map(({ passage }) => passage))]
  const share = (is: (passage: Passage) => boolean): number =>
    passages.filter(is).length / Math.max(1, passages.length)
  const weights = quotes.flatMap(({ passage, span }) =>
    passage.uses.filter(({ spans }) => spans.some((place) => overlaps(place, span)))
  )
  const specific = weights.filter(({ concept }) => !material.lexicon.isGeneric(concept.topic))
  const names = quotes.flatMap(({ passage, span }) =>
    passage.words.filter(
      (word) =>
        word.pos === 'PROPN' && overlaps(word, span) && !passage.named.some((place) => overlaps(place, word))
    )
  ).length
  return {
    slogan: share(isSlogan),
    courteous: share(isCourteous),
    exchange: share(isMereExchange),
    meeting: share(tellsOfMeeting),
    blame: share(isBlame),
    heaviest: Math.max(0, ...weights.map(({ concept }) => concept.weight)),
    specific: Math.max(0, ...specific.map(({ concept }) => concept.weight)),
    disputed: Math.max(0, ...weights.map(({ concept }) => material.lexicon.isDisputed(concept.topic))),
    generic: share(({ sentence }) => material.lexicon.isGeneric(sentence.topics[0]?.id ?? '')),
    names: Math.min(MOST_NAMES, names)
  }
}

/** The stances and kinds of the claims that are quoted, each once for a side. */
const signsOfClaims = (material: Material, quoted: readonly Quoted[]): Record<string, number> => {
  const signs: Record<string, number> = {}
  const add = (sign: string): void => {
    signs[sign] = (signs[sign] ?? 0) + 0.5
  }
  for (const { side, claims } of quoted) {
    const { text } = material.sides[side]
    const stances = new Set<Stance>(claims.map((at) => standOf(text, at).stance))
    const kinds = new Set<ClaimKind>(claims.map(({ claim }) => claim.kind))
    for (const stance of stances) add(`stance ${stance}`)
    for (const kind of kinds) add(`kind ${kind}`)
    if (claims.some(({ claim }) => claim.polarity !== 'asserted')) add('negated')
  }
  return signs
}

/** All that a finding shows, by name; symmetric in the two sides. */
export const findingSigns = (material: Material, draft: FindingDraft): Record<string, number> => {
  const [us, cn] = [quotedOf(material, draft, 'us'), quotedOf(material, draft, 'cn')]
  const quoted = [us, cn].filter(({ quotes }) => quotes.length > 0)
  const first = quoted.map(({ side, quotes }) => ({ side, passage: quotes[0]?.passage }))
  const places = first.map(({ side, passage }) => {
    const { passages } = material.sides[side]
    return passage ? passages.indexOf(passage) / passages.length : 0
  })
  const speaks = (is: (speaker: Speaker, side: Side) => boolean): number =>
    first.filter(({ side, passage }) => passage && is(passage.sentence.speaker, side)).length / 2
  const quotations = (draft.say.match(/“/gu) ?? []).length
  const lengths = quoted.flatMap(({ side, quotes }) =>
    quotes.map(({ span }) => countWords(material.sides[side].text.slice(span.start, span.end)))
  )
  const lone = quoted.length === 1 ? quoted[0] : undefined
  return {
    [`rule ${BY_KIND.exec(draft.rule)?.[0] ?? draft.rule}`]: 1,
    weight: draft.weight,
    figure: Number(DIGIT.test(draft.say)),
    both: Number(quoted.length === SIDES.length),
    alone: Number(draft.only !== undefined),
    half: Number(quotations === 1),
    words: countWords(draft.say) / 40,
    shortest: Math.min(1, Math.min(...lengths, 40) / 12),
    broken: Number(quoted.some(({ quotes }) => quotes.some((quote) => isBroken(material, quote)))),
    from: Math.min(1, ...places),
    to: Math.max(0, ...places),
    saidForOther: speaks((speaker, side) => speaker === otherSide(side)),
    joint: speaks((speaker) => speaker === 'both'),
    narrated: speaks((speaker) => speaker === 'narrator'),
    ...(quoted.length === SIDES.length ? signsOfTwo(material, us, cn) : {}),
    ...(lone ? signsOfOne(material, lone) : {}),
    ...signsOfWords(material, quoted),
    ...signsOfClaims(material, quoted),
    ...tellingSigns(
      material,
      draft,
      quoted.flatMap(({ quotes }) => quotes)
    )
  }
}
