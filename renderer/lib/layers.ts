import { answersOf } from '../../engine/matters/answers.ts'
import {
  otherSide,
  type Comparison,
  type Finding,
  type FindingKind,
  type Sentence,
  type Side,
  type Span
} from '../../engine/model.ts'
import { onceFor } from '../../engine/once-for.ts'
import { overlaps } from '../../engine/text/spans.ts'
import { countUpTo } from './spans.ts'
import { words } from '../words/words.ts'

/**
 * What the Texts view marks in, beside and between the texts; each has a shape of its own, and can be switched off. The
 * first five are about whole sentences.
 */
export const TEXT_MARKS = [
  'aligned',
  'alone',
  'partly',
  'ribbons',
  'noted',
  'term',
  'verb',
  'demand',
  'tone',
  'said'
] as const
export type TextMark = (typeof TEXT_MARKS)[number]

/** What each mark is about, in a list. */
export const MARK_NAMES: Record<TextMark, string> = words.texts.markNames

/** A layer of a text: a mark, what the other text leaves out of a sentence that it partly answers, or the words of the selected finding. */
export type LayerName = 'term' | 'verb' | 'demand' | 'tone' | 'left' | 'finding'

export interface Layer extends Span {
  name: LayerName
  /** Strength of a reporting verb, 1 to 5. */
  strength?: number
}

/** Words in a row with the same layers. */
export interface LayeredPiece {
  start: number
  text: string
  layers: readonly Layer[]
  /** The piece begins, or ends, a demand. */
  opens: boolean
  closes: boolean
  /** The last piece of a reporting verb, after which its strength is shown; undefined for all others. */
  strength: number | undefined
}

/** Most reporting verbs are neutral; those from this strength on are marked. */
const NOTABLE_VERB = 3
/** How strong the reporting verb of a sentence is, 1 to 5, where that is marked. */
export const markedStrength = ({
  attribution: { verb }
}: Pick<Sentence, 'attribution'>): number | undefined =>
  verb && verb.strength >= NOTABLE_VERB ? verb.strength : undefined

const LAYER_OF: Partial<Record<FindingKind, Exclude<LayerName, 'finding' | 'left'>>> = {
  contested_term: 'term',
  label: 'term',
  demand: 'demand',
  tone: 'tone'
}

/**
 * All marks of one text, in order.
 *
 * @param shown the marks that are switched on
 * @param selected the finding whose words stand out
 */
export const layersOf = (
  comparison: Comparison,
  side: Side,
  shown: readonly TextMark[],
  selected: Finding | null
): Layer[] => {
  const { readouts, findings } = comparison
  const layers: Layer[] = []
  if (shown.includes('partly')) {
    const answers = answersOf(comparison)
    for (const { id } of readouts[side].sentences)
      for (const span of answers.of.get(id)?.left ?? []) layers.push({ ...span, name: 'left' })
  }
  for (const { kind, spans, only } of findings) {
    const name = LAYER_OF[kind]
    // What answers a demand is none.
    const isAnswer = kind === 'demand' && only !== side
    if (name && !isAnswer && shown.includes(name))
      layers.push(...spans[side].map((span) => ({ ...span, name })))
  }
  if (shown.includes('verb'))
    for (const { attribution } of readouts[side].sentences) {
      const { verb } = attribution
      const strength = markedStrength({ attribution })
      if (verb && strength !== undefined)
        layers.push({ start: verb.start, end: verb.end, name: 'verb', strength })
    }
  if (selected) layers.push(...selected.spans[side].map((span) => ({ ...span, name: 'finding' as const })))
  return layers.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** How far each layer and those before it reach: of thousands only those around a sentence are looked at. */
const reachOf = onceFor((layers: readonly Layer[]): number[] => {
  let reach = 0
  return layers.map(({ end }) => (reach = Math.max(reach, end)))
})

/** The layers that have a character in common with a span, in their order. */
const layersIn = (layers: readonly Layer[], span: Span): Layer[] => {
  const reach = reachOf(layers)
  const { length } = layers
  const first = countUpTo(length, (at) => reach[at] ?? 0, span.start)
  const after = countUpTo(length, (at) => layers[at]?.start ?? 0, span.end - 1)
  return layers.slice(first, after).filter((layer) => overlaps(layer, span))
}

/**
 * Cuts a sentence wherever a layer begins or ends.
 *
 * @param layers in the order of their beginnings
 */
export const layeredPieces = ({ text, start, end }: Sentence, layers: readonly Layer[]): LayeredPiece[] => {
  const inside = layersIn(layers, { start, end })
  const cuts = new Set([start, end])
  for (const layer of inside) {
    cuts.add(Math.max(start, layer.start))
    cuts.add(Math.min(end, layer.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end
    const here = inside.filter((layer) => layer.start <= from && to <= layer.end)
    return {
      start: from,
      text: text.slice(from - start, to - start),
      layers: here,
      opens: here.some((layer) => layer.name === 'demand' && layer.start === from),
      closes: here.some((layer) => layer.name === 'demand' && layer.end === to),
      strength: here.find((layer) => layer.name === 'verb' && layer.end === to)?.strength
    }
  })
}

/** Sentences in which a readout begins to tell what the other side said. */
export const saidForOther = ({ readouts }: Comparison, side: Side): ReadonlySet<string> => {
  const other = otherSide(side)
  const { sentences } = readouts[side]
  return new Set(
    sentences
      .filter(({ speaker }, at) => speaker === other && sentences[at - 1]?.speaker !== other)
      .map(({ id }) => id)
  )
}
