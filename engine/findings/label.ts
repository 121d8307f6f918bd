import { labels as labelMatcher, type Label } from '../lexicon/framing.ts'
import { otherSide, SIDES, type Side } from '../model.ts'
import { bySide, finding, quoted, readoutOf, wordsOf, type FindingDraft, type Quote } from './draft.ts'
import { type Material } from './material.ts'

/** Labels of the relationship that a text prints, each at its first place. */
const labelsOf = (material: Material, side: Side): Map<string, { label: Label; quote: Quote }> => {
  const found = new Map<string, { label: Label; quote: Quote }>()
  for (const passage of material.sides[side].passages)
    for (const { value, start, end } of labelMatcher.findLongest(passage.tokens))
      if (!found.has(value.id))
        found.set(value.id, { label: value, quote: { passage, span: { start, end } } })
  return found
}

/** Who is to have used a label, where it is not the one whose readout prints it. */
const inMouthOf = ({ names }: Material, { passage: { side, sentence } }: Quote): string =>
  sentence.speaker === otherSide(side) ? `${names[otherSide(side)]} use ` : ''

/** A label of the relationship, or of what a summit is to have brought, that only one side prints. */
export const labels = (material: Material): FindingDraft[] => {
  const found = { us: labelsOf(material, 'us'), cn: labelsOf(material, 'cn') }
  return SIDES.flatMap((side) => {
    const other = otherSide(side)
    const own = [...found[side].values()].filter(({ label }) => !found[other].has(label.id))
    const shared = [...found[side].values()].filter(({ label }) => found[other].has(label.id))
    const [strongest] = own.sort((a, b) => b.label.weight - a.label.weight)
    // Where both print a stronger name for it, a weaker one beside it tells nothing.
    if (!strongest || shared.some(({ label }) => label.weight > strongest.label.weight)) return []
    const { label, quote } = strongest
    const [rival] = [...found[other].values()]
      .filter((entry) => !found[side].has(entry.label.id))
      .sort((a, b) => b.label.weight - a.label.weight)
    const others = rival ? [rival.quote] : []
    // Where each has a label of its own, one finding tells both.
    if (
      rival &&
      (rival.label.weight > label.weight ||
        (rival.label.weight === label.weight && rival.label.id < label.id))
    )
      return []
    return [
      finding(material, {
        kind: 'label',
        rule: `label:${label.id}`,
        quotes: bySide(side, [quote], others),
        say: `${readoutOf(material, side)} has ${inMouthOf(material, quote)}a name for ${label.isOfSummit ? 'what the leaders agreed' : 'the relationship'}, ${quoted(wordsOf(material, quote))}; ${
          rival
            ? `${readoutOf(material, other)} has ${quoted(wordsOf(material, rival.quote))}`
            : `${readoutOf(material, other)} prints none`
        }.`,
        note: label.used ? `in use ${label.used}` : undefined,
        weight: 0.2 + 0.5 * label.weight,
        only: rival ? undefined : side
      })
    ]
  })
}
