import data from './data/chinese-terms.json' with { type: 'json' }
import { PhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'

let matcher: PhraseMatcher<string> | undefined

/** Terms of Chinese readouts in their order, with what they mean in English. Made when first asked for: English texts need none. */
export const chineseTermsIn = (tokens: readonly Token[]): readonly PhraseMatch<string>[] => {
  matcher ??= new PhraseMatcher(Object.entries(data.terms).map(([phrase, value]) => ({ phrase, value })))
  return matcher.findLongest(tokens)
}
