import type { Mention } from '../entities/entity-index.ts'
import { isPinyinName } from '../entities/pinyin.ts'
import type { Span } from '../model.ts'
import type { Word } from '../syntax/word.ts'
import type { DocumentSentence } from '../text/document.ts'
import { overlaps } from '../text/spans.ts'

/** Which words of a sentence are names, where the tagger takes them for others or others for them. */

/** Words that a name covers are its words, whatever the tagger takes them for: "Sung Kim" does not sing. */
export const withNames = (words: readonly Word[], mentions: readonly Mention[]): Word[] =>
  words.map((word, at) =>
    word.pos !== 'PUNCT' &&
    word.capital &&
    // "Special Envoy Ye" says no "ye".
    ((word.pos === 'INTJ' && at > 0) ||
      isNameLike(words, at) ||
      mentions.some((mention) => overlaps(mention, word)))
      ? { ...word, pos: 'PROPN' }
      : isVerbBehind(words, at, mentions)
        ? { ...word, pos: 'VERB' }
        : word
  )

/** "Under Secretary *Wade* Hollis": a capital inside a sentence, between other names, is no verb. */
const isNameLike = (words: readonly Word[], at: number): boolean => {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  return (
    word?.pos === 'VERB' &&
    before?.capital === true &&
    before.pos !== 'PUNCT' &&
    (next?.capital === true || before.pos === 'PROPN')
  )
}

/** "China *sets* aside the duties": a form in -s between a government and what it does something to is no noun. */
const isVerbBehind = (words: readonly Word[], at: number, mentions: readonly Mention[]): boolean => {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  return (
    word?.pos === 'NOUN' &&
    /[^s]s$/u.test(word.text) &&
    /^(?:DET|ADV|PRON|SCONJ)$/u.test(next?.pos ?? '') &&
    mentions.some(({ kind, end }) => kind === 'party' && end === before?.end)
  )
}

/** Words that a text writes with a capital where no sentence begins, and never without: names. */
export const capitalsIn = (sentences: readonly DocumentSentence[]): ReadonlySet<string> => {
  const [large, small] = [new Set<string>(), new Set<string>()]
  for (const { tokens } of sentences)
    for (const [at, { text, capital }] of tokens.entries())
      if (at > 0 || !capital) (capital ? large : small).add(text)
  return new Set([...large].filter((word) => !small.has(word)))
}

/** "Special Envoy *Oakes*": a name that nobody knows, right behind an office. */
export const isNameBehind = (words: readonly Word[], office: Span, head: Word): boolean => {
  const behind = wordsBehind(words, office, head)
  return behind.length > 0 && behind.every(({ pos, capital }) => pos === 'PROPN' && capital)
}

/** "Director *Gu*": whether a name that nobody knows, behind an office that many have, is spelt as Chinese ones are. */
export const formBehind = (words: readonly Word[], named: Mention, head: Word): boolean | undefined =>
  named.kind === 'office' && isNameBehind(words, named, head)
    ? isPinyinName(wordsBehind(words, named, head).map(({ text }) => text))
    : undefined

const wordsBehind = (words: readonly Word[], { end }: Span, head: Word): readonly Word[] =>
  words.filter((word) => word.start >= end && word.end <= head.end)
