import { SIDES, type Comparison, type Sentence } from '../../../../engine/model.ts'

/** Words that turn what comes after them; written down here a second time, apart from the engine's own lists. */
const GOVERNORS =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|refuse[sd]?|hope[sd]?|whether|unless|if|provided that|oppose[sd]?|condemn(?:s|ed)?|(?:do(?:es)?|did|is|are|was|were|has|have|had|will|would|can|could|must|should|may) not|never|cannot|no longer)\b/giu
const CHINESE_GOVERNORS =
  /否认|拒绝|希望|是否|如果|只要|除非|反对|绝不|决不|从未|不会|不能|不应|不得|不支持|不寻求|没有|无意/gu
/** A condition that is a clause of its own, right ahead of what it conditions. */
const CONDITION_AHEAD =
  /(?:^|[;；]\s*)(?:(?:If|Unless|Should|Provided that)\s[^;,]*,\s*|(?:如果|若|倘若|除非|只要)[^；，。]*，)$/u
/** What ends the reach of a word in front. */
const ENDED = /[,;:，；：、。]|\b(?:and|but|which|who|that is)\b/u
/** Words quoted as words, and not for what is said with them. */
const AS_WORDS = /^(?:term|label|tone|protocol)/u

/** The sentences of a finding's side. */
const sentenceAt = (sentences: readonly Sentence[], start: number): Sentence | undefined =>
  sentences.find((sentence) => sentence.start <= start && start < sentence.end)

/** Quotations of a comparison in front of which, in their claim, a word stands that turns them and is not quoted. */
export const ungoverned = ({ findings, readouts }: Comparison): string[] =>
  findings
    .filter(({ rule, kind }) => !AS_WORDS.test(rule) && kind !== 'translation')
    .flatMap(({ spans, words, rule }) =>
      SIDES.flatMap((side) =>
        spans[side].flatMap(({ start }, at) => {
          const sentence = sentenceAt(readouts[side].sentences, start)
          const claim = sentence?.claims?.find(({ span }) => span.start <= start && start < span.end)
          if (!sentence || !claim) return []
          const before = sentence.text.slice(claim.span.start - sentence.start, start - sentence.start)
          const governors = [GOVERNORS, CHINESE_GOVERNORS].flatMap((list) => [...before.matchAll(list)])
          const left = governors.filter(
            ({ index, 0: word }) => !ENDED.test(before.slice(index + word.length))
          )
          const ahead = sentence.text.slice(0, start - sentence.start)
          const isConditional = CONDITION_AHEAD.test(ahead)
          return [...left.map(({ 0: word }) => word), ...(isConditional ? [ahead] : [])].map(
            (word) => `${rule}: ${word} … ${words[side][at] ?? ''}`
          )
        })
      )
    )
