import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare } from '../../engine/compare.ts'
import { ingest, ingestText, type Ingested } from '../../engine/ingest/text.ts'
import { ROOT } from '../../electron/runtime/paths.ts'
import { loadAsset } from '../unit/engine/ingest/load.ts'
import { hardCases, usualReadout, type Hard } from './hard-texts.ts'

/**
 * `npm run bench:hardest [-- --only N,N]`: the texts and documents that are hardest for the engine, each read and compared in
 * a process of its own; writes a table to out/bench/hardest.md. Fails where
 * one takes more than a minute of one core or 600 MB.
 */
const PAGE = join(ROOT, 'out/bench/hardest.md')
const MOST_MB = 600
const MOST_MS = 60_000
const KB_PER_MB = 1_024

interface Measured {
  characters: number
  sentences: string
  readMs: number
  compareMs: number
  mb: number
  problem: string | null
}

const read = (given: Hard): Ingested | Promise<Ingested> =>
  typeof given === 'string' ? ingestText(given, 'a text') : ingest(given, 'a document', { load: loadAsset })

/** Time of the processor that this process has used: other work on the machine does not count. */
const usedMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Measures one in this process. */
const measure = async (at: number): Promise<Measured> => {
  const found = hardCases()[at]
  if (!found) throw new Error(`There is no text ${at}.`)
  const begun = usedMs()
  const us = await read(found.us)
  const cn = await read(found.cn ?? usualReadout())
  const readMs = usedMs() - begun
  const result = { characters: 0, sentences: '–', readMs, compareMs: 0, problem: null as string | null }
  if (!us.ok || !cn.ok) result.problem = us.ok ? (cn.ok ? null : cn.problem.code) : us.problem.code
  else {
    const compared = compare(us.text, cn.text)
    result.compareMs = usedMs() - begun - readMs
    result.characters = Math.max(us.text.text.length, cn.text.text.length)
    if (compared.ok) {
      const { readouts } = compared.comparison
      result.sentences = `${readouts.us.sentences.length} / ${readouts.cn.sentences.length}`
    } else result.problem = compared.problem.code
  }
  return { ...result, mb: process.resourceUsage().maxRSS / KB_PER_MB }
}

/** @returns null where it did not end in time */
const inProcess = (at: number): Measured | null => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), '--one', `${at}`],
    { cwd: ROOT, encoding: 'utf8', timeout: 2 * MOST_MS, stdio: ['ignore', 'pipe', 'inherit'] }
  )
  return status === 0 ? (JSON.parse(stdout) as Measured) : null
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const { values } = parseArgs({ options: { one: { type: 'string' }, only: { type: 'string' } } })
if (values.one !== undefined) process.stdout.write(JSON.stringify(await measure(Number(values.one))))
else {
  const names = hardCases().map(({ name }) => name)
  const wanted = values.only?.split(',').map(Number) ?? [...names.keys()]
  const rows: string[] = []
  let failed = 0
  for (const at of wanted) {
    const measured = inProcess(at)
    const isBad = measured === null || measured.mb > MOST_MB || measured.readMs + measured.compareMs > MOST_MS
    if (isBad) failed++
    const row =
      measured === null
        ? `| ${names[at] ?? ''} | did not end | | | | |`
        : `| ${names[at] ?? ''} | ${measured.problem ?? measured.characters.toLocaleString('en')} | ${measured.sentences} | ${seconds(measured.readMs)} | ${seconds(measured.compareMs)} | ${measured.mb.toFixed(0)} MB |`
    rows.push(row)
    console.log(`${row}${isBad ? '  TOO MUCH' : ''}`)
  }
  mkdirSync(dirname(PAGE), { recursive: true })
  writeFileSync(
    PAGE,
    [
      '| texts | characters | sentences | reading | comparing | memory |',
      '| --- | ---: | ---: | ---: | ---: | ---: |',
      ...rows,
      ''
    ].join('\n')
  )
  process.exitCode = failed === 0 ? 0 : 1
}
