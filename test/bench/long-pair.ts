import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import type { Side } from '../../engine/model.ts'
import { segment } from '../../engine/text/segment.ts'

/** So many short sentences make a paragraph. */
const IN_PARAGRAPH = 4

/** Readouts of our own, paragraph by paragraph, without what stands above them. */
const readoutsOf = (side: Side): string[][] =>
  ['talks', 'call', 'japan'].map((folder) =>
    readFileSync(join(ROOT, 'test/fixtures/readouts', folder, `${side}.txt`), 'utf8').split('\n\n')
  )

/** Readouts of our own, one after another, until a side has so many sentences. */
export const longText = (side: Side, sentences: number): string => {
  const texts = readoutsOf(side)
  const [title = ''] = texts[0]?.slice(1, 2) ?? []
  const paragraphs: string[] = []
  for (let count = 0, at = 0; count < sentences; at++) {
    const next = texts[at % texts.length]?.slice(2) ?? []
    paragraphs.push(...next)
    count += segment(next.join('\n\n'), 'en').sentences.length
  }
  return [title, ...paragraphs].join('\n\n')
}

/** A sentence without what has no room in so many letters. */
const shortened = (sentence: string, longest: number): string => {
  if (sentence.length <= longest) return sentence
  return `${sentence.slice(0, sentence.lastIndexOf(' ', longest - 1)).replace(/[,;:–-]+$/u, '')}.`
}

/** The same of sentences of at most so many letters: a text may have many sentences, and not so many letters. */
export const longTextOfShort = (side: Side, sentences: number, longest: number): string => {
  const texts = readoutsOf(side)
  const [title = ''] = texts[0]?.slice(1, 2) ?? []
  const known = texts.flatMap((text) => {
    const body = text.slice(2).join('\n\n')
    return segment(body, 'en').sentences.map(({ start, end }) =>
      shortened(body.slice(start, end).replaceAll(/\s+/gu, ' '), longest)
    )
  })
  const paragraphs = Array.from({ length: Math.ceil(sentences / IN_PARAGRAPH) }, (_, paragraph) =>
    Array.from(
      { length: IN_PARAGRAPH },
      (_each, at) => known[(paragraph * IN_PARAGRAPH + at) % known.length]
    ).join(' ')
  )
  return [title, ...paragraphs].join('\n\n')
}
