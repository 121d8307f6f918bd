import { sayOnly } from '../align/differences.ts'
import { within } from '../text/spans.ts'
import { SIDES, type Comparison, type Difference, type Side, type Span } from '../model.ts'

/** A difference in words that only one side has, of these places; null where none is left. */
export const onlyTerms = (
  { readouts }: Comparison,
  places: Record<Side, readonly Span[]>,
  weight: number
): Difference | null => {
  const words = (side: Side): string[] =>
    places[side].flatMap((span) => {
      const sentence = readouts[side].sentences.find((candidate) => within(span, candidate))
      return sentence ? [sentence.text.slice(span.start - sentence.start, span.end - sentence.start)] : []
    })
  const names = { us: readouts.us.partyInText, cn: readouts.cn.partyInText }
  const say = sayOnly({ us: words('us'), cn: words('cn') }, names)
  return say === '' ? null : { kind: 'term', say, weight, us: [...places.us], cn: [...places.cn] }
}

/**
 * The differences of each group by its id, strongest first, each in the first group that has it: a finding on two
 * matters, or the words of a sentence that stands in two, are told once.
 */
export const toldOnce = (comparison: Comparison): ReadonlyMap<string, readonly Difference[]> => {
  const findings = new Set<string>()
  const places = { us: new Set<string>(), cn: new Set<string>() }
  const keyOf = ({ start, end }: Span): string => `${start} ${end}`
  const newIn = (difference: Difference, side: Side): Span[] =>
    difference[side].filter((span) => !places[side].has(keyOf(span)))
  const tell = (difference: Difference): Difference[] => {
    const { finding, kind, weight, us, cn } = difference
    if (finding !== undefined && findings.has(finding)) return []
    if (finding !== undefined) findings.add(finding)
    const left = { us: newIn(difference, 'us'), cn: newIn(difference, 'cn') }
    for (const side of SIDES) for (const span of difference[side]) places[side].add(keyOf(span))
    const isWhole = left.us.length + left.cn.length === us.length + cn.length
    if (kind !== 'term' || isWhole) return [difference]
    // Words that were told, with a finding or beside another passage of the same sentence, are no news again.
    const rest = onlyTerms(comparison, left, weight)
    return rest ? [rest] : []
  }
  return new Map(comparison.groups.map(({ id, framing }) => [id, framing.flatMap(tell)]))
}
