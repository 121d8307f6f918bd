import type { Lexicon } from '../lexicon/lexicon.ts'
import { onceFor } from '../once-for.ts'
import { tokenise, type Token } from '../text/tokens.ts'
import { contentStems, stem } from '../wording/stem.ts'
import { contentOf, type Content } from './content.ts'

/** The words of what a reader has switched off or replaced, by their stems: what was learnt of them holds no more. */
export const withdrawnIn = onceFor(
  ({ withdrawn }: Lexicon): ReadonlySet<string> =>
    new Set(withdrawn.flatMap((term) => contentStems(tokenise(term))))
)

/** The content of the tokens of a sentence, but for such words. */
export const standingContent = (tokens: readonly Token[], lexicon: Lexicon): Content => {
  const withdrawn = withdrawnIn(lexicon)
  const content = contentOf(tokens)
  return withdrawn.size === 0 ? content : content.filter(({ word }) => !withdrawn.has(stem(word)))
}
