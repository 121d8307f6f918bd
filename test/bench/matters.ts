import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import { addTo } from '../../engine/multimap.ts'

/** What each side says on one matter: any sentence of the one would be laid beside any of the other. */
export interface Matter {
  matter: string
  /** The topic that a researcher would file it under. */
  topic: string
  us: string[]
  /** The Chinese side in English, and in Chinese by another author. */
  cn: string[]
  zh: string[]
}

const FOLDER = join(ROOT, 'test/fixtures/matters')

/** Authors who wrote on the same matters without having seen each other's sentences. */
type Hand = 'first' | 'second'

/** The matters of one hand. */
export const mattersOf = (hand: Hand): Matter[] =>
  readdirSync(join(FOLDER, hand))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(FOLDER, hand, file), 'utf8')) as Matter[])

/** The matters of both hands, each once with the sentences of both. */
export const allMatters = (): Matter[] => {
  const byName = new Map<string, Matter[]>()
  for (const matter of [...mattersOf('first'), ...mattersOf('second')]) addTo(byName, matter.matter, matter)
  return [...byName].map(([matter, same]) => ({
    matter,
    topic: same[0]?.topic ?? '',
    us: same.flatMap(({ us }) => us),
    cn: same.flatMap(({ cn }) => cn),
    zh: same.flatMap(({ zh }) => zh)
  }))
}
