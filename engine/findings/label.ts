import { labels as labelMatcher, type Label } from '../lexicon/framing.ts'
import { otherSide, type Side } from '../model.ts'
import { bySide, finding, quoted, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import { type Material } from './material.ts'
import { tell } from './sentences.ts'

/** Labels of the relationship that a text prints, each at its first place. */
const labelsOf = (material: Material, side: Side): Map<string, { label: Label; quote: Quote }> => {
  const found = new Map<string, { label: Label; quote: Quote }>()
  for (const passage of material.sides[side].passages)
    for (const { value, start, end } of labelMatcher.findLongest(passage.tokens))
      if (!found.has(value.id))
        found.set(value.id, { label: value, quote: { passage, span: { start, end } } })
  return found
}

/**
 * A label of the relationship, or of what a summit is to have brought, where each side prints one of its own. That one alone
 * prints a label tells a reader nothing: it may be the heading of a list.
 */
export const labels = (material: Material): FindingDraft[] => {
  const found = { us: labelsOf(material, 'us'), cn: labelsOf(material, 'cn') }
  const strongest = (side: Side) =>
    [...found[side].values()]
      .filter(({ label }) => !found[otherSide(side)].has(label.id))
      .sort((a, b) => b.label.weight - a.label.weight || (a.label.id < b.label.id ? -1 : 1))[0]
  const [us, cn] = [strongest('us'), strongest('cn')]
  if (!us || !cn) return []
  const side =
    us.label.weight === cn.label.weight
      ? material.firstInTie
      : us.label.weight > cn.label.weight
        ? 'us'
        : 'cn'
  const [own, rival] = side === 'us' ? [us, cn] : [cn, us]
  // Where both print a stronger name for it, a weaker one beside it tells nothing.
  const isShared = [...found[side].values()].some(
    ({ label }) => found[otherSide(side)].has(label.id) && label.weight > own.label.weight
  )
  if (isShared) return []
  return [
    finding(material, {
      kind: 'label',
      rule: `label:${own.label.id}`,
      quotes: bySide(side, [own.quote], [rival.quote]),
      say: tell(material, 'label:pair', side, {
        what: own.label.isOfSummit ? 'what the leaders agreed' : 'the relationship',
        said: quoted(wordsOf(material, own.quote)),
        answer: quoted(wordsOf(material, rival.quote))
      }),
      note: own.label.used ? `in use ${own.label.used}` : undefined,
      weight: 0.15 + 0.45 * own.label.weight
    })
  ]
}
