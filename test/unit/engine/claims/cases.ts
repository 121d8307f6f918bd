import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim, ClaimKind, Side } from '../../../../engine/model.ts'

/** A claim as a fixture has it written down. */
export interface Expected {
  kind: ClaimKind
  polarity: Claim['polarity']
  actor: Claim['actor']
  begins: string
  figures: string[]
  condition: string | undefined
}

export interface Case {
  side: Side
  text: string
  claims: Expected[]
}

const FOLDER = join(import.meta.dirname, '../../../fixtures/claims')
const SENTENCE = /^(?<side>us|cn)> (?<text>.*)$/u
const CLAIM =
  /^\s+(?<kind>\w+)(?: (?<polarity>denied|refused))? (?<actor>us|cn|both|other): (?<begins>.*?)(?<figures>(?: \{[^}]*\})*)(?: if (?<condition>.*))?$/u

/** The sentences of a fixture with their claims; a line of another form is an error. */
export const casesIn = (file: string): Case[] => {
  const cases: Case[] = []
  for (const line of readFileSync(join(FOLDER, file), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const sentence = SENTENCE.exec(line)?.groups
    const claim = CLAIM.exec(line)?.groups
    if (sentence) cases.push({ side: sentence['side'] as Side, text: sentence['text'] ?? '', claims: [] })
    else if (claim)
      cases.at(-1)?.claims.push({
        kind: claim['kind'] as ClaimKind,
        polarity: (claim['polarity'] ?? 'asserted') as Claim['polarity'],
        actor: claim['actor'] as Claim['actor'],
        begins: claim['begins'] ?? '',
        figures: [...(claim['figures'] ?? '').matchAll(/\{([^}]*)\}/gu)].map(([, words]) => words ?? ''),
        condition: claim['condition']
      })
    else throw new Error(`not a line of a fixture: ${line}`)
  }
  return cases
}
