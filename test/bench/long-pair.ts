import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import type { Side } from '../../engine/model.ts'
import { segment } from '../../engine/text/segment.ts'

/** Readouts of our own, one after another, until a side has so many sentences. */
export const longText = (side: Side, sentences: number): string => {
  const texts = ['talks', 'call', 'japan'].map((folder) =>
    readFileSync(join(ROOT, 'test/fixtures/readouts', folder, `${side}.txt`), 'utf8').split('\n\n')
  )
  const [title = ''] = texts[0]?.slice(1, 2) ?? []
  const paragraphs: string[] = []
  for (let count = 0, at = 0; count < sentences; at++) {
    const next = texts[at % texts.length]?.slice(2) ?? []
    paragraphs.push(...next)
    count += segment(next.join('\n\n'), 'en').sentences.length
  }
  return [title, ...paragraphs].join('\n\n')
}
