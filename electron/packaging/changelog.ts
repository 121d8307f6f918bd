import { ENGINE_VERSION, LEXICON_VERSION } from '../../engine/version.ts'

export interface Release {
  /** Day of the release; null before it. */
  date: string | null
  /** Why the version must not be released as it stands; null where nothing is against it. */
  problem: string | null
  /** What the changelog says of it, without its heading; empty where it begins with another. */
  notes: string
}

const HEADING = /^## (\S+) \((unreleased|\d{4}-\d{2}-\d{2})\)$/u

/**
 * What the changelog says of a version. Its entries begin with `## 1.2.0 (2026-12-24)`, or `(unreleased)`, and a
 * released one has the line `Engine 0.6.2, lexicon 2026.24.`, since results are cited with these.
 *
 * @param changelog text of CHANGELOG.md
 */
export const releaseOf = (changelog: string, version: string): Release => {
  const lines = changelog.split('\n')
  const at = lines.findIndex((line) => line.startsWith('## '))
  const [, name, day] = HEADING.exec(lines[at] ?? '') ?? []
  const date = day === undefined || day === 'unreleased' ? null : day
  if (name !== version) {
    const problem = `CHANGELOG.md begins with ${name ?? 'no version'}, not with ${version}.`
    return { date: null, problem, notes: '' }
  }
  const end = lines.findIndex((line, index) => index > at && line.startsWith('## '))
  const entry = lines.slice(at + 1, end === -1 ? undefined : end)
  const notes = `${entry.join('\n').trim()}\n`
  if (date === null) return { date, problem: `CHANGELOG.md calls ${version} unreleased.`, notes }
  const wanted = `Engine ${ENGINE_VERSION}, lexicon ${LEXICON_VERSION}.`
  return {
    date,
    notes,
    problem: entry.includes(wanted) ? null : `CHANGELOG.md does not say of ${version}: “${wanted}”`
  }
}
