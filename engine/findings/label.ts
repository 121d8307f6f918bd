import { labels as labelMatcher, type Label } from '../lexicon/framing.ts'
import { otherSide, SIDES, type Side } from '../model.ts'
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

/** That one text alone prints a name is little by itself. */
const LONE = 0.36

/** Who is to have used a label may not be the one whose readout prints it. */
const patternOf = (
  { passage: { side, sentence } }: Quote,
  rival: unknown
): 'label:pair' | 'label:mouth' | 'label:lone' =>
  rival ? 'label:pair' : sentence.speaker === otherSide(side) ? 'label:mouth' : 'label:lone'

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
        say: tell(material, patternOf(quote, rival), side, {
          what: label.isOfSummit ? 'what the leaders agreed' : 'the relationship',
          said: quoted(wordsOf(material, quote)),
          answer: rival ? quoted(wordsOf(material, rival.quote)) : ''
        }),
        note: label.used ? `in use ${label.used}` : undefined,
        weight: rival ? 0.15 + 0.45 * label.weight : LONE * label.weight,
        only: rival ? undefined : side
      })
    ]
  })
}
