import { FORMATS } from './mutate.ts'

/** What became of one input. */
export interface Result {
  number: number
  outcome: string
  time: number
  size: number
  requests: string[]
  detail?: string
}

/** More than this of the whole process, both threads and what they read, is not bounded any more. */
const MOST_MEMORY = 3_000_000_000

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const quantile = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0

interface Run {
  seed: number
  seconds: number
  peakMemory: number
}

/** The figures of a run as a page, and whether anything failed in it. */
export const pageOf = (
  results: readonly Result[],
  { seed, seconds, peakMemory }: Run
): { text: string; failed: boolean } => {
  const formatOf = ({ number }: Result): string => FORMATS[number % FORMATS.length] ?? ''
  const count = (list: readonly Result[], ...outcomes: string[]): number =>
    list.filter(({ outcome }) => outcomes.includes(outcome)).length
  const requests = results.filter((result) => result.requests.length > 0)
  const failures = results.filter(({ outcome }) => outcome === 'crash' || outcome === 'hang')
  const codes = [...new Set(results.map(({ outcome }) => outcome))].sort()
  const rows = FORMATS.map((format) => {
    const list = results.filter((result) => formatOf(result) === format)
    const times = list.map(({ time }) => time).sort((a, b) => a - b)
    const refused = list.length - count(list, 'read', 'crash', 'hang')
    return row([
      format,
      list.length,
      count(list, 'read'),
      refused,
      count(list, 'crash'),
      count(list, 'hang'),
      list.filter((result) => result.requests.length > 0).length,
      `${quantile(times, 0.5).toFixed(0)} ms`,
      `${quantile(times, 0.99).toFixed(0)} ms`,
      `${(times.at(-1) ?? 0).toFixed(0)} ms`
    ])
  })
  const named = [...failures, ...requests].map(
    (result) =>
      `- \`--seed ${seed} --only ${result.number}\` (${formatOf(result)}): ${result.outcome} ${[...result.requests, result.detail ?? ''].join(' ').slice(0, 600)}`
  )
  const slowest = [...results].sort((a, b) => b.time - a.time).slice(0, 5)
  const text = [
    `${results.length.toLocaleString('en')} inputs of seed ${seed} in ${seconds.toFixed(0)} s, Node ${process.version}; most memory of the whole process ${Math.round(peakMemory / 1e6)} MB.`,
    '',
    row([
      'format',
      'inputs',
      'read',
      'refused',
      'crashes',
      'hangs',
      'requests',
      'median',
      '99 of 100',
      'longest'
    ]),
    row(['---', ...Array.from({ length: 9 }, () => '---:')]),
    ...rows,
    '',
    `The slowest: ${slowest.map((result) => `${result.number} (${formatOf(result)}, ${result.time.toFixed(0)} ms)`).join(', ')}.`,
    '',
    `How they ended: ${codes.map((code) => `${code} ${count(results, code)}`).join(', ')}.`,
    ...(named.length > 0 ? ['', ...named] : []),
    ''
  ].join('\n')
  return { text, failed: failures.length + requests.length > 0 || peakMemory > MOST_MEMORY }
}
