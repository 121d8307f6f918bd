import { inThousandths, rounded } from '../rounded.ts'
import { otherSide } from '../model.ts'
import type { Link } from './links.ts'
import { Queue } from './queue.ts'
import type { Tie } from './together.ts'

/** Sentences of both sides, by index, that stand together: every one of a side goes with every one of the other. */
export interface Bundle {
  us: number[]
  cn: number[]
  /** Mean of the links' scores. */
  score: number
}

const key = (us: number, cn: number): string => `${us} ${cn}`

const unique = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b)

/** The order of groups: that of the US text, then of the Chinese text; the smaller first. */
export const byPlace = (a: Omit<Bundle, 'score'>, b: Omit<Bundle, 'score'>): number =>
  (a.us[0] ?? 0) - (b.us[0] ?? 0) ||
  (a.cn[0] ?? 0) - (b.cn[0] ?? 0) ||
  key(a.us.length, a.cn.length).localeCompare(key(b.us.length, b.cn.length), 'en')

/** Links that are taken to be of one matter. */
interface Cluster {
  links: Link[]
  us: Set<number>
  cn: Set<number>
  /** Sum of the ties to each other cluster, by its number. */
  ties: Map<number, number>
  /** Place of its first link in the order of the texts, by which it is preferred among equals. */
  place: number
}

/** A row of more sentences a side is none that anybody could read. */
const MOST_SENTENCES = 16

const unionSize = (one: ReadonlySet<number>, other: ReadonlySet<number>): number => {
  let size = one.size
  for (const value of other) if (!one.has(value)) size++
  return size
}

/** Pairs that a group has through the product of its sentences without their being linked. */
const unlinked = ({ links, us, cn }: Cluster): number => us.size * cn.size - links.length

/** What it is worth to make one of two: what ties their links, less what it costs to set side by side what is not linked. */
const gainOf = (one: Cluster, other: Cluster, tie: number, unlinkedCost: number): number => {
  const links = one.links.length + other.links.length
  const [us, cn] = [unionSize(one.us, other.us), unionSize(one.cn, other.cn)]
  if (Math.max(us, cn) > MOST_SENTENCES) return 0
  const made = us * cn - links
  return rounded(tie - unlinkedCost * (made - unlinked(one) - unlinked(other)))
}

/**
 * Gathers links into matters, chosen as a whole: links are clustered and not sentences, so that a sentence stands in
 * as many groups as it treats matters (Ahn, Bagrow & Lehmann 2010). Of all clusters the two whose ties weigh most are
 * made one, until no two are worth it: the greedy way of correlation clustering (Keuper et al. 2015).
 *
 * @param ties log odds, for links that have a sentence in common, that they are of one matter
 * @param unlinkedCost what a pair costs that a group sets side by side without a link
 * @param firstInTie the side whose order decides among equals; must not depend on the places of the texts
 */
export const bundlesOf = (
  links: readonly Link[],
  ties: readonly Tie[],
  unlinkedCost: number,
  firstInTie: 'us' | 'cn'
): Bundle[] => {
  const second = otherSide(firstInTie)
  const sorted = [...links].sort((a, b) => a[firstInTie] - b[firstInTie] || a[second] - b[second])
  const clusters = new Map<number, Cluster>(
    sorted.map((link, place) => [
      place,
      { links: [link], us: new Set([link.us]), cn: new Set([link.cn]), ties: new Map(), place }
    ])
  )
  const numberOf = new Map(sorted.map((link, place) => [link, place]))
  for (const { one, other, weight } of ties) {
    const [a, b] = [numberOf.get(one) ?? -1, numberOf.get(other) ?? -1]
    const [first, last] = [clusters.get(a), clusters.get(b)]
    first?.ties.set(b, rounded((first.ties.get(b) ?? 0) + weight))
    last?.ties.set(a, rounded((last.ties.get(a) ?? 0) + weight))
  }
  const queue = new Queue<{ gain: number; one: number; other: number; places: [number, number] }>(
    (a, b) => b.gain - a.gain || a.places[0] - b.places[0] || a.places[1] - b.places[1]
  )
  const propose = (a: number, b: number): void => {
    const [one, other] = [clusters.get(a), clusters.get(b)]
    if (!one || !other) return
    const gain = gainOf(one, other, one.ties.get(b) ?? 0, unlinkedCost)
    if (gain <= 0) return
    const places: [number, number] = [Math.min(one.place, other.place), Math.max(one.place, other.place)]
    queue.push({ gain, one: a, other: b, places })
  }
  for (const [at, { ties: own }] of clusters)
    for (const other of own.keys()) if (at < other) propose(at, other)
  let made = sorted.length
  for (let best = queue.pop(); best; best = queue.pop()) {
    const [one, other] = [clusters.get(best.one), clusters.get(best.other)]
    if (!one || !other) continue
    clusters.delete(best.one)
    clusters.delete(best.other)
    const number = made++
    const joined: Cluster = {
      links: [...one.links, ...other.links],
      us: new Set([...one.us, ...other.us]),
      cn: new Set([...one.cn, ...other.cn]),
      ties: new Map(),
      place: Math.min(one.place, other.place)
    }
    for (const part of [one, other])
      for (const [next, weight] of part.ties) {
        const neighbour = clusters.get(next)
        if (!neighbour) continue
        const all = rounded((joined.ties.get(next) ?? 0) + weight)
        joined.ties.set(next, all)
        neighbour.ties.delete(best.one)
        neighbour.ties.delete(best.other)
        neighbour.ties.set(number, all)
      }
    clusters.set(number, joined)
    for (const next of joined.ties.keys()) propose(number, next)
  }
  return [...clusters.values()]
    .map(({ links: own, us, cn }) => ({
      us: unique(us),
      cn: unique(cn),
      score: inThousandths(own.reduce((total, { score }) => total + score, 0) / own.length)
    }))
    .sort(byPlace)
}
