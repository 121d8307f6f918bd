import { diffArrays } from 'diff'
import { inChineseWords } from '../text/chinese-words.ts'
import { tokenise } from '../text/tokens.ts'
import type { Language, Sentence, Side, Span, WordMarks } from '../model.ts'
import { isContentWord, stem } from './stem.ts'

/** A whole readout: what one side alone has is not in any sentence of the other. */
interface Whole {
  language: Language
  sentences: readonly Sentence[]
}

interface Word extends Span {
  /** What words are compared by. */
  form: string
}

/** Beyond this many words a side the word marks of a group would say nothing and cost much. */
const MOST_WORDS = 300
/** The diff's work grows with the square of this; passages further apart share too little to be marked. */
const MOST_EDITS = 80

/** Words of a sentence: in English by their stems, in Chinese as Intl.Segmenter cuts them. */
const cutWords = ({ text, start }: Sentence, language: Language): Word[] =>
  language === 'zh'
    ? [...inChineseWords(text)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment, index }) => ({
          form: segment,
          start: start + index,
          end: start + index + segment.length
        }))
    : tokenise(text, start).map((token) => ({ form: stem(token.text), start: token.start, end: token.end }))

/** A sentence stands in several groups, and is a value that does not change. */
const cut = new WeakMap<Sentence, Word[]>()
const wordsOf = (sentence: Sentence, language: Language): Word[] => {
  const known = cut.get(sentence)
  if (known) return known
  const words = cutWords(sentence, language)
  cut.set(sentence, words)
  return words
}

/** The words of all sentences of a readout, by what they are compared by; gathered once. */
const allForms = new WeakMap<readonly Sentence[], ReadonlySet<string>>()
const formsOf = ({ sentences, language }: Whole): ReadonlySet<string> => {
  const known = allForms.get(sentences)
  if (known) return known
  const forms = new Set(sentences.flatMap((sentence) => wordsOf(sentence, language).map(({ form }) => form)))
  allForms.set(sentences, forms)
  return forms
}

/** Counts words as the reader would; for the shares of topics. */
export const countWords = (sentence: Sentence | (Span & { text: string }), language: Language): number =>
  language === 'zh'
    ? [...inChineseWords(sentence.text)].filter(({ isWordLike }) => isWordLike).length
    : (sentence.text.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu)?.length ?? 0)

/** Edits that any order of the words would need: what the one has more often than the other, both ways. */
const fewestEdits = (one: readonly string[], other: readonly string[]): number => {
  const counts = new Map<string, number>()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) - 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}

/**
 * Which words of two passages are the same, in the same order, and which content words one side's whole readout has
 * alone.
 *
 * @returns undefined for passages in different languages, or so long or far apart that marks would say nothing
 */
export const wordMarks = (
  us: readonly Sentence[],
  cn: readonly Sentence[],
  readouts: Record<Side, Whole>
): WordMarks | undefined => {
  if (readouts.us.language !== readouts.cn.language) return undefined
  const words = {
    us: us.flatMap((sentence) => wordsOf(sentence, readouts.us.language)),
    cn: cn.flatMap((sentence) => wordsOf(sentence, readouts.cn.language))
  }
  if (Math.max(words.us.length, words.cn.length) > MOST_WORDS) return undefined
  const lists = { us: words.us.map(({ form }) => form), cn: words.cn.map(({ form }) => form) }
  if (fewestEdits(lists.us, lists.cn) > MOST_EDITS) return undefined
  const changes = diffArrays(lists.us, lists.cn, { maxEditLength: MOST_EDITS })
  if (!changes) return undefined
  const marks: WordMarks = { sameUs: [], sameCn: [], onlyUs: [], onlyCn: [] }
  const forms = { us: formsOf(readouts.us), cn: formsOf(readouts.cn) }
  let [atUs, atCn] = [0, 0]
  const span = ({ start, end }: Word): Span => ({ start, end })
  for (const { added, removed, count } of changes) {
    const fromUs = added ? [] : words.us.slice(atUs, atUs + count)
    const fromCn = removed ? [] : words.cn.slice(atCn, atCn + count)
    if (added)
      marks.onlyCn.push(...fromCn.filter(({ form }) => isContentWord(form) && !forms.us.has(form)).map(span))
    else if (removed)
      marks.onlyUs.push(...fromUs.filter(({ form }) => isContentWord(form) && !forms.cn.has(form)).map(span))
    else {
      marks.sameUs.push(...fromUs.map(span))
      marks.sameCn.push(...fromCn.map(span))
    }
    atUs += fromUs.length
    atCn += fromCn.length
  }
  return marks
}
