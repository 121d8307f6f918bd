import type { Code } from '../../engine/codebook/code.ts'
import type { Target } from '../../engine/edit/operation.ts'
import type { Work } from '../../engine/edit/work.ts'
import { annotationsOf } from '../../engine/report/annotations.ts'
import { folded } from '../../engine/text/fold.ts'
import { KIND_NAMES, matterName } from '../../engine/wording/names.ts'
import type { Indexed } from './index.ts'
import { words } from '../words/words.ts'

/** Something that the reader wrote a note on, or tagged. */
export interface Annotated {
  key: string
  target: Target
  /** What it is, and the words by which it is known. */
  what: string
  words: string
  note: string | null
  tags: readonly Code[]
}

/** Which of them are shown: all, those on one kind of thing, or those with a tag. */
export const ANNOTATED_ON = ['any', 'group', 'sentence', 'finding', 'whole'] as const
export interface AnnotationFilter {
  on: (typeof ANNOTATED_ON)[number]
  /** Id of a code; null for all. */
  tag: string | null
  /** Words that have to be in it. */
  query: string
}
export const ALL_ANNOTATIONS: AnnotationFilter = { on: 'any', tag: null, query: '' }

const keyOf = (target: Target): string => (target.on === 'whole' ? 'whole' : `${target.on}:${target.id}`)

/** What a target is called; null where it is gone from the comparison. */
const describe = (
  target: Target,
  { standing, comparison, sentences, groups, sideOf }: Indexed
): { what: string; words: string; at: number } | null => {
  if (target.on === 'whole') return { what: words.inspector.wholeComparison, words: '', at: -1 }
  const { id } = target
  if (target.on === 'finding') {
    const at = comparison.findings.findIndex((finding) => finding.id === id)
    const finding = comparison.findings[at]
    return finding
      ? { what: words.inspector.onFinding(KIND_NAMES[finding.kind].name), words: finding.say, at }
      : null
  }
  if (target.on === 'group') {
    const group = groups.get(id)
    if (!group) return null
    const said = sentences.get(group.us[0] ?? group.cn[0] ?? '')?.text ?? ''
    const what = words.inspector.onPassage(matterName(comparison, group.topic, group.matter))
    return { what, words: said, at: standing.groups.indexOf(group) }
  }
  const [sentence, side] = [sentences.get(id), sideOf.get(id)]
  if (!sentence || !side) return null
  const readout = comparison.readouts[side]
  return {
    what: words.inspector.onSentence(readout.partyName),
    words: sentence.text,
    at: sentence.start
  }
}

const ORDER: readonly Target['on'][] = ['whole', 'group', 'sentence', 'finding']

/** All that has a note or a tag: the whole, then passages, sentences and findings in the order of the texts. */
export const annotated = (work: Work, indexed: Indexed, codebook: readonly Code[]): Annotated[] => {
  const annotationOn = annotationsOf(work, codebook, true)
  const targets = new Map(
    [...work.notes, ...work.tags].map(({ target }): [string, Target] => [keyOf(target), target])
  )
  return [...targets]
    .flatMap(([key, target]) => {
      const described = describe(target, indexed)
      const { note, tags } = annotationOn(target)
      return described && (note !== null || tags.length > 0)
        ? [{ key, target, note, tags, ...described }]
        : []
    })
    .sort((a, b) => ORDER.indexOf(a.target.on) - ORDER.indexOf(b.target.on) || a.at - b.at)
}

/** Those that pass the filter; words are found whatever their capitals and kind of characters. */
export const passing = (all: readonly Annotated[], { on, tag, query }: AnnotationFilter): Annotated[] => {
  const wanted = folded(query).split(' ').filter(Boolean)
  return all.filter(({ target, what, words, note, tags }) => {
    const text = folded([what, words, note ?? '', ...tags.map(({ name }) => name)].join(' '))
    return (
      (on === 'any' || target.on === on) &&
      (tag === null || tags.some(({ id }) => id === tag)) &&
      wanted.every((word) => text.includes(word))
    )
  })
}
