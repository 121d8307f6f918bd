import type { Link } from './links.ts'

/** Sentences of both sides, by index, that stand together: every one of a side goes with every one of the other. */
export interface Bundle {
  us: number[]
  cn: number[]
  /** Mean of the links' scores. */
  score: number
}

/** A bundle may hold pairs that were not linked themselves, but only this few. */
const LEAST_LINKED = 0.8

/** Links of one group are no farther apart than this in their order of score. */
const WIDEST_GAP = 0.05

const key = (us: number, cn: number): string => `${us} ${cn}`

const unique = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b)

/** Links that hang together through shared sentences. */
const components = (links: readonly Link[]): Link[][] => {
  const byUs = new Map<number, Link[]>()
  const byCn = new Map<number, Link[]>()
  const put = (map: Map<number, Link[]>, at: number, link: Link): void => {
    const list = map.get(at)
    if (list) list.push(link)
    else map.set(at, [link])
  }
  for (const link of links) {
    put(byUs, link.us, link)
    put(byCn, link.cn, link)
  }
  const seen = new Set<Link>()
  const found: Link[][] = []
  for (const start of links) {
    if (seen.has(start)) continue
    const component: Link[] = []
    const queue = [start]
    seen.add(start)
    for (let link = queue.pop(); link; link = queue.pop()) {
      component.push(link)
      for (const next of [...(byUs.get(link.us) ?? []), ...(byCn.get(link.cn) ?? [])])
        if (!seen.has(next)) {
          seen.add(next)
          queue.push(next)
        }
    }
    found.push(component)
  }
  return found
}

const bundle = (links: readonly Link[]): Bundle => ({
  us: unique(links.map(({ us }) => us)),
  cn: unique(links.map(({ cn }) => cn)),
  score: Math.round((links.reduce((sum, { score }) => sum + score, 0) / links.length) * 1000) / 1000
})

const isDense = (links: readonly Link[]): boolean => {
  const { us, cn } = bundle(links)
  // One product first: in floating point 0.8 × 3 × 5 is not 0.8 × 5 × 3, and the mirror image would differ.
  return links.length >= LEAST_LINKED * (us.length * cn.length)
}

/** Parts links of which some are much surer than the others, so that a group's score says something of each of its links. */
const parted = (links: readonly Link[]): Link[][] => {
  const sorted = [...links].sort((a, b) => b.score - a.score)
  let [cut, widest] = [0, 0]
  for (let at = 1; at < sorted.length; at++) {
    const gap = (sorted[at - 1]?.score ?? 0) - (sorted[at]?.score ?? 0)
    if (gap > widest) [cut, widest] = [at, gap]
  }
  return widest > WIDEST_GAP ? [...parted(sorted.slice(0, cut)), ...parted(sorted.slice(cut))] : [sorted]
}

/** A star a sentence of one side, and sentences with the same partners in one. */
const stars = (links: readonly Link[], side: 'us' | 'cn'): Bundle[] => {
  const other = side === 'us' ? 'cn' : 'us'
  const partners = new Map<number, Link[]>()
  for (const link of links) partners.set(link[side], [...(partners.get(link[side]) ?? []), link])
  const alike = new Map<string, Link[]>()
  for (const own of partners.values()) {
    const same = unique(own.map((link) => link[other])).join(' ')
    alike.set(same, [...(alike.get(same) ?? []), ...own])
  }
  return [...alike.values()].flatMap((group) => {
    const parts = parted(group)
    return (
      parts.every(isDense)
        ? parts
        : [...partners.values()].filter(([first]) => first && group.includes(first)).flatMap(parted)
    ).map(bundle)
  })
}

/** The order of groups: that of the US text, then of the Chinese text; the smaller first. */
export const byPlace = (a: Omit<Bundle, 'score'>, b: Omit<Bundle, 'score'>): number =>
  (a.us[0] ?? 0) - (b.us[0] ?? 0) ||
  (a.cn[0] ?? 0) - (b.cn[0] ?? 0) ||
  key(a.us.length, a.cn.length).localeCompare(key(b.us.length, b.cn.length), 'en')

/**
 * Gathers links into groups without linking, through the product of a group's sentences, what was not linked. A
 * tangle becomes one group a sentence of the side that makes fewer groups.
 *
 * @param firstInTie the side that goes first where both make as many; must not depend on the places of the texts
 */
export const bundlesOf = (links: readonly Link[], firstInTie: 'us' | 'cn'): Bundle[] =>
  components(links)
    .flatMap((component) => {
      const whole = parted(component)
      if (isDense(component) && whole.every(isDense)) return whole.map(bundle)
      const [byUs, byCn] = [stars(component, 'us'), stars(component, 'cn')]
      if (byUs.length !== byCn.length) return byUs.length < byCn.length ? byUs : byCn
      return firstInTie === 'us' ? byUs : byCn
    })
    .sort(byPlace)
