import { acceptance, acceptanceOf } from './acceptance.ts'
import { scoredLinks } from './context.ts'
import type { ScoredLink } from './counterpart.ts'
import type { Prepared } from './prepare.ts'
import type { AlignmentModel } from './score.ts'

/** Two sentences, by their index in their readouts, that are taken to treat one matter. */
export interface Link {
  us: number
  cn: number
  /** Probability that they do. */
  score: number
}

/** Whatever a sentence by itself makes likely, a pair less likely than this is no link. */
const LEAST_SCORE = 0.02

/** What two sentences in the same words are linked with: as sure as can be, but not beyond doubt. */
const VERBATIM = 0.99

/**
 * Sentences that stand word for word in both texts, each with its partner; of several alike the first goes with the
 * first. They answer each other and nothing else.
 */
const verbatimPairs = ({ us, cn }: Prepared): { us: Map<number, number>; cn: Map<number, number> } => {
  const places = new Map<string, number[]>()
  for (const { at, wording } of cn) {
    if (wording === '') continue
    const known = places.get(wording)
    if (known) known.push(at)
    else places.set(wording, [at])
  }
  const pairs = { us: new Map<number, number>(), cn: new Map<number, number>() }
  for (const { at, wording } of us) {
    const partner = places.get(wording)?.shift()
    if (partner === undefined) continue
    pairs.us.set(at, partner)
    pairs.cn.set(partner, at)
  }
  return pairs
}

/** A pair that is less sure is no link. */
const LEAST_CONFIDENCE = 0.4
/** A pair that is less sure is not even offered as one. */
const LEAST_PERHAPS = 0.15

export interface Links {
  /** By US then Chinese sentence. */
  links: Link[]
  /** For sentences without a link, the likeliest pair, where it is not wholly unlikely. */
  perhaps: Link[]
}

const isAtPlace = (a: Link, b: Link): number => a.us - b.us || a.cn - b.cn

/**
 * The links of two readouts, and what is too unsure to be one.
 *
 * @param least probability from which a pair is a link
 */
export const linksOf = (prepared: Prepared, model: AlignmentModel, least = LEAST_CONFIDENCE): Links => {
  const scored = scoredLinks(prepared, model)
  const valuesOf = acceptanceOf(scored, prepared, model)
  const verbatim = verbatimPairs(prepared)
  const isTaken = (us: number, cn: number): boolean => verbatim.us.has(us) || verbatim.cn.has(cn)
  const sure = scored
    .filter(({ us, cn, score }) => score >= LEAST_SCORE && !isTaken(us, cn))
    .flatMap((link) => {
      const values = valuesOf(link)
      return values ? [{ ...link, score: acceptance(values, model) }] : []
    })
  // Likeness of meaning alone is nothing in common: a paragraph on something else is linked to nothing.
  const isLink = ({ score, hasGround, hasWords }: ScoredLink): boolean =>
    score >= least && (hasGround || hasWords)
  const links: Link[] = [
    ...sure.filter(isLink),
    ...[...verbatim.us].map(([us, cn]) => ({ us, cn, score: VERBATIM }))
  ].sort(isAtPlace)
  const linked = { us: new Set(links.map(({ us }) => us)), cn: new Set(links.map(({ cn }) => cn)) }
  const likeliest = new Set<ScoredLink>()
  for (const side of ['us', 'cn'] as const) {
    const best = new Map<number, ScoredLink>()
    for (const link of sure)
      if (
        link.score >= LEAST_PERHAPS &&
        !isLink(link) &&
        !linked[side].has(link[side]) &&
        !((best.get(link[side])?.score ?? 0) >= link.score)
      )
        best.set(link[side], link)
    for (const link of best.values()) likeliest.add(link)
  }
  return { links, perhaps: [...likeliest].sort(isAtPlace) }
}
