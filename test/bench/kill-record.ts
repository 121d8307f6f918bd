import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { dirname } from 'node:path'

/** What one kill took, as a line of the record. */
export interface Kill {
  /** From 1 on. */
  number: number
  /** Age of the oldest change that is missing, when the app was killed; 0 for none. */
  ms: number
  /** Changes that are missing. */
  changes: number
  /** Changes that were made since the kill before, and found. */
  kept: number
  /** Whether a start was killed before, too. */
  startKilled: boolean
  /** Of the last minute, as the system counts it. */
  load: number
}

const linesOf = (path: string): Kill[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Kill)
    : []

/**
 * A file with a line for each kill, written as soon as it is known, so that a run that is interrupted is gone on with.
 */
export class KillRecord {
  readonly kills: Kill[]
  readonly #path: string

  /** @param from kills up to this number are kept of a former run; those after it are made anew */
  constructor(path: string, from: number) {
    this.#path = path
    this.kills = linesOf(path).filter(({ number }) => number <= from)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, this.kills.map((kill) => `${JSON.stringify(kill)}\n`).join(''))
  }

  add(kill: Omit<Kill, 'load'>): void {
    const [load = 0] = loadavg()
    const line = { ...kill, load: Math.round(load * 10) / 10 }
    this.kills.push(line)
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`)
  }

  /** What all kills of the record say together. */
  summary(): string {
    const { kills } = this
    const lost = kills.map(({ ms }) => ms).sort((one, other) => one - other)
    const missing = lost.filter((ms) => ms > 0)
    const loads = kills.map(({ load }) => load)
    const changes = kills.reduce((sum, { kept }) => sum + kept, 0)
    return [
      `${kills.length} kills in sessions and ${kills.filter(({ startKilled }) => startKilled).length} at starts`,
      `(load ${Math.min(...loads)} to ${Math.max(...loads)}); ${changes} changes kept.`,
      `Every file and draft opened whole. Missing work: none after ${lost.length - missing.length} kills;`,
      `after the others the oldest was made a median of ${(missing[missing.length >> 1] ?? 0).toFixed(0)} ms and at most`,
      `${(lost.at(-1) ?? 0).toFixed(0)} ms before (${Math.max(...kills.map((kill) => kill.changes))} changes).`
    ].join(' ')
  }
}
