import { otherSide, type Side, type Span } from '../model.ts'
import { countWords } from '../text/words.ts'
import { contentStems } from '../wording/stem.ts'
import { quoteOf, type ClaimAt } from './claim-pairs.ts'
import type { QuotesOf, Told, View } from './claim-rule.ts'
import type { Quote } from './draft.ts'
import { fullClause } from './full-clause.ts'
import { governed } from './governed.ts'
import type { Material } from './material.ts'
import { isDangling } from './standing.ts'
import { firstOfEqual, lengthsOf, longestThatWillDo, oncePer, type TwoQuotes } from './two-quotes.ts'

/** Two claims that are set against each other, as they are quoted and told. */

/** A sentence with two quotations is read at once up to so many words, or where it needs more, with effort; of these one takes so many at most. */
const SOON_READ = [38, 45]
/** So many words are told where fewer would leave out what answers the other side. */
const STILL_READ = 52
const LENGTHS = lengthsOf([32, 28, 24, 20, 16])

/** A quotation with the denial, hope or question before it, wherever it was made to begin. */
const secured = ({ sides }: Material, { passage, span }: Quote): Quote => {
  const { text, readout } = sides[passage.side]
  return { passage, span: governed(text, passage, span, readout.language) }
}

/** Whether a quotation ends before a figure of its claim, its condition, or what the other claim is about as well. */
const losesTelling = ({ claim, tokens }: ClaimAt, { span }: Quote, other: ClaimAt): boolean => {
  const isLost = ({ start, end }: Span): boolean => start >= span.end && end <= claim.span.end
  if ((claim.condition && isLost(claim.condition)) || claim.figures.some(isLost)) return true
  const quoted = new Set(contentStems(tokens.filter((token) => !isLost(token))))
  return contentStems(tokens.filter(isLost)).some((stem) => other.stems.has(stem) && !quoted.has(stem))
}

/** Two claims with as much around each as is soon read, since what is cut is often what answers; else what is around their core. */
export const shownOf = (
  material: Material,
  { side, own, other }: View,
  { say, about, quotes }: Told
): { quotes: QuotesOf; say: string } => {
  if (quotes) return { quotes, say: say(quotes) }
  const of = (one: Record<Side, Quote>): QuotesOf => ({ own: one[side], other: one[otherSide(side)] })
  const quoting = (one: Side) => {
    const [at, facing, words] = one === side ? [own, other, about?.own] : [other, own, about?.other]
    const first = firstOfEqual()
    return {
      quoteIn: oncePer((most: number) => {
        const quote = fullClause(material, at, words, most)
        return quote && first(quote)
      }),
      loses: oncePer((quote: Quote) => losesTelling(at, quote, facing))
    }
  }
  const quoted = { us: quoting('us'), cn: quoting('cn') }
  const told = oncePer((us: Quote) => oncePer((cn: Quote) => say(of({ us, cn }))))
  const dangles = oncePer(isDangling)
  const shownIn = (most: number, isWhole: boolean): TwoQuotes | null =>
    longestThatWillDo(
      material,
      LENGTHS,
      (one, length) => {
        const quote = quoted[one].quoteIn(length)
        return quote && isWhole && quoted[one].loses(quote) ? null : quote
      },
      ({ us, cn }) => told(us)(cn),
      (words) => countWords(words) <= most && !dangles(words)
    )
  const shown =
    [...SOON_READ, STILL_READ].map((most) => shownIn(most, true)).find((one) => one !== null) ??
    SOON_READ.map((most) => shownIn(most, false)).find((one) => one !== null)
  if (shown) return { quotes: of(shown.quotes), say: shown.say }
  const plain = {
    own: secured(material, quoteOf(material, own, about?.own)),
    other: secured(material, quoteOf(material, other, about?.other))
  }
  return { quotes: plain, say: say(plain) }
}
