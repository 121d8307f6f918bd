import type { Readout, Span } from '../../model.ts'
import { outside, unlessInOrder, unlessOnce, type Faults, type Named } from './values.ts'

/** In one text; `ingest/limits.ts` lets in 5,000, earlier versions let in more. */
const MOST_SENTENCES = 20_000

/**
 * What a readout must be beside its form: paragraphs and sentences follow each other, each sentence stands in its
 * paragraph, and its words are those that its offsets cut.
 */
export function* faultsInReadout(
  { name, paragraphs, sentences }: Pick<Readout, 'name' | 'paragraphs' | 'sentences'>,
  text: string
): Faults {
  if (sentences.length > MOST_SENTENCES)
    yield `“${name}” has ${sentences.length} sentences, more than the ${MOST_SENTENCES} that can be shown.`
  yield* unlessOnce(
    sentences.map(({ id }) => id),
    `text of “${name}” cannot be shown: the sentence`
  )
  const numbered = paragraphs.map((span, at): Named<Span> => [`paragraph ${at + 1} of “${name}”`, span])
  const named = sentences.map((span): Named<Span> => [`sentence ${span.id}`, span])
  yield* outside([...numbered, ...named], text)
  yield* unlessInOrder(numbered)
  yield* unlessInOrder(named)
  for (const { id, paragraph: at, start, end, text: words } of sentences) {
    const paragraph = paragraphs[at]
    if (!paragraph) yield `The sentence ${id} is of a paragraph that “${name}” does not have.`
    else if (start < paragraph.start || end > paragraph.end)
      yield `The sentence ${id} stands outside its paragraph.`
    if (words !== text.slice(start, end)) yield `The words of the sentence ${id} are not those of the text.`
  }
  const attributed = sentences.flatMap(({ id, attribution: { source, verb, addressee, within } }) =>
    [source, verb, addressee, within?.source, within?.verb].flatMap((span): Named<Span>[] =>
      span ? [[`sentence ${id}`, span]] : []
    )
  )
  yield* outside(attributed, text)
}

/** What a sentence of a news story quotes of it. */
export function* faultsInQuotes({ sentences }: Readout, story: string | undefined): Faults {
  for (const { id, quote } of sentences)
    if (quote && story?.slice(quote.start, quote.end) !== quote.words)
      yield `The sentence ${id} quotes what its story does not say.`
}
