import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { serialise } from '../../../engine/compare.ts'
import { ingest } from '../../../engine/ingest/text.ts'
import type { Comparison } from '../../../engine/model.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { comparisonOf } from '../engine/readouts.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const READOUTS = join(ROOT, 'test/fixtures/readouts')
const folder = mkdtempSync(join(tmpdir(), 'parallax-cli-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** What no PDF is read with. */
const NO_PDF = { load: () => Promise.reject(new Error('there is no PDF here')) }

const run = (...words: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'electron/runtime/bootstrap.mjs'), 'compare', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: ROOT }
  })
const us = join(READOUTS, 'talks/us.txt')
const cn = join(READOUTS, 'talks/cn.txt')

describe('the command line', () => {
  it('prints a summary and writes both files, the same each time', () => {
    const json = join(folder, 'a.json')
    const md = join(folder, 'a.md')
    const { status, stdout, stderr } = run(us, cn, '--json', json, '--md', md)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/United States: \d+ alike, \d+ differs?, \d+ partly answered, \d+ only here/)
    const first = readFileSync(json, 'utf8')
    expect(JSON.parse(first)).toMatchObject({ version: 1, readouts: { us: { language: 'en' } } })
    expect(readFileSync(md, 'utf8')).toMatch(/^# Blinken–Qin, Beijing.*: how the two readouts differ/)
    run(us, cn, '--json', json)
    expect(readFileSync(json, 'utf8')).toBe(first)
  })

  // It is built with tables in other forms than those of its sources, which these tests read.
  it.each(['talks/cn', 'talks/cn.zh', 'japan/cn'])(
    'answers as its sources do, to the byte: %s',
    async (other) => {
      const json = join(folder, 'built.json')
      const paths = [join(READOUTS, dirname(other), 'us.txt'), join(READOUTS, `${other}.txt`)]
      expect(run(...paths, '--json', json).status).toBe(0)
      const [one, two] = await Promise.all(
        paths.map((path) => ingest(readFileSync(path), basename(path), NO_PDF))
      )
      expect(one?.ok && two?.ok && serialise(comparisonOf(one.text, two.text))).toBe(
        readFileSync(json, 'utf8')
      )
    }
  )

  it('reads documents of other formats, with what was compiled for the first and kept', () => {
    for (const format of ['pdf', 'pdf', 'docx', 'html', 'mhtml']) {
      const { status, stdout, stderr } = run(join(ROOT, `test/fixtures/formats/call-us.${format}`), cn)
      expect([format, status, stderr]).toEqual([format, 0, ''])
      expect(stdout).toMatch(/^United States: .+, \d+ sentences, \d+ words$/mu)
    }
  })

  it('takes a news story apart, with the words and place of each statement and of its source', () => {
    const article = join(ROOT, 'test/fixtures/stories/geneva.txt')
    const story = readFileSync(article, 'utf8')
    const json = join(folder, 'story.json')
    const md = join(folder, 'story.md')
    const { status, stdout, stderr } = run('--article', article, '--json', json, '--md', md)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^The source is a news story: compared is what it reports/)
    expect(readFileSync(md, 'utf8')).toContain('**The source is a news story: compared is what it reports')
    const { readouts } = JSON.parse(readFileSync(json, 'utf8')) as Pick<Comparison, 'readouts'>
    for (const side of ['us', 'cn'] as const) {
      const { sentences, source } = readouts[side]
      expect(sentences).toHaveLength(10)
      for (const { text, start, end, quote, attributedTo } of sentences) {
        expect(source?.slice(start, end)).toBe(text)
        expect(story.slice(quote?.start, quote?.end)).toBe(quote?.words)
        expect(story).toContain(attributedTo)
      }
    }
  })

  it('compares one of several meetings that a story tells of, and lists them', () => {
    const marked = readFileSync(
      join(ROOT, 'test/fixtures/story-meetings/wire-three-meetings.marked.txt'),
      'utf8'
    )
    const article = join(folder, 'three.txt')
    writeFileSync(article, marked.replace(/\{(?:us|cn|both)@\d\|([^}]*)\}/gu, '$1'))
    const json = join(folder, 'meeting.json')
    const whole = run('--article', article).stdout
    expect(whole).toMatch(/^The source is a news story of 3 meetings/)
    expect(whole).toContain('m2 Harwick–Shen Guowei, Monday: United States 2, China 2')
    expect(whole).toContain('of no one meeting, compared only in the whole story: United States 1, China 1')
    expect(run('--article', article, '--meeting', 'm2', '--json', json).stdout).toContain('(compared here)')
    const { meetings, readouts } = JSON.parse(readFileSync(json, 'utf8')) as Comparison
    expect(meetings).toMatchObject({ compared: 'm2' })
    expect(readouts.us.sentences.map(({ meeting }) => meeting)).toEqual(['m2', 'm2'])
    expect(run('--article', article, '--meeting', 'm7').stderr).toContain('It tells of m1 (Harwick')
    expect(run(us, cn, '--meeting', 'm1').stderr).toMatch(/^--meeting names a meeting of a story/)
  })

  it('refuses a story beside a readout, and one that quotes one side alone', () => {
    expect(run('--article', us, cn).stderr).toMatch(/^Name one story after --article/)
    const { status, stderr } = run('--article', us)
    expect(status).toBe(1)
    expect(stderr).toMatch(/does not report statements of both sides/)
  })

  it('writes each form that is asked for', () => {
    const at = (ending: string): string => join(folder, `report.${ending}`)
    const { status, stderr } = run(
      us,
      cn,
      ...['html', 'docx', 'csv', 'rows', 'svg'].flatMap((option) => [`--${option}`, at(option)])
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(readFileSync(at('html'), 'utf8')).toMatch(/^<!doctype html>/)
    expect(readFileSync(at('docx')).subarray(0, 2).toString()).toBe('PK')
    expect(readFileSync(at('csv'), 'utf8')).toMatch(/^\ufeffid,kind,/)
    expect(readFileSync(at('rows'), 'utf8')).toMatch(/^\ufeffid,topic,/)
    expect(readFileSync(at('svg'), 'utf8')).toMatch(/^<svg /)
  })

  it('says on the side when the files look exchanged', () => {
    const { status, stderr } = run(cn, us)
    expect(status).toBe(0)
    expect(stderr).toMatch(/in the other order/)
  })

  it.each([
    ['one file', [us], /Name two readouts/],
    ['an unknown option', [us, cn, '--xml', 'a'], /Unknown option/],
    ['a missing file', [us, join(folder, 'none.txt')], /cannot be read/],
    ['the same text twice', [us, us], /hold the same text/],
    [
      'a folder that does not exist for the output',
      [us, cn, '--json', join(folder, 'no/where.json')],
      /cannot be written/
    ]
  ])('refuses %s in one line', (_name, words, message) => {
    const { status, stdout, stderr } = run(...words)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('ends in peace where whoever reads what it prints has gone', async () => {
    const json = join(folder, 'unread.json')
    const child = spawn(process.execPath, [
      join(ROOT, 'electron/runtime/bootstrap.mjs'),
      ...['compare', us, cn, '--json', json]
    ])
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    const [code] = (await once(child, 'close')) as [number | null]
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ version: 1 })
  })

  it('refuses an empty file', () => {
    const empty = join(folder, 'empty.txt')
    writeFileSync(empty, '')
    expect(run(us, empty)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/has no text/) as string
    })
  })
})
