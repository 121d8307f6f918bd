import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replay, workOf } from '../../../../engine/edit/history.ts'
import { topics } from '../../../../engine/lexicon/topics.ts'
import { readProject } from '../../../../engine/project/read.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
const FOLDER = join(ROOT, 'test/fixtures/projects')
const kept = readdirSync(FOLDER).filter((name) => name.endsWith('.parallax'))

it('a project file of every released version is kept', () => {
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')
  const released = [...changelog.matchAll(/^## (\S+) \(\d{4}-\d{2}-\d{2}\)$/gmu)].map(([, name]) => name)
  expect(kept).toEqual(expect.arrayContaining(released.map((version) => `${version}.parallax`)))
})

describe('a project file of an earlier version', () => {
  it.each(kept)('%s opens with all that was done', (name) => {
    const read = readProject(readFileSync(join(FOLDER, name), 'utf8'))
    if (!read.ok) throw new Error(read.message)
    expect(read.readOnly).toBe(false)
    expect(`${read.project.app}.parallax`).toBe(name)
    for (const { comparison, texts, edits } of read.project.studies) {
      const ground = { base: comparison, texts: { us: texts.us.text, cn: texts.cn.text }, topics }
      const { history, failed } = replay(ground, edits)
      expect(failed).toEqual([])
      expect(edits.entries.length).toBeGreaterThan(0)
      for (const side of ['us', 'cn'] as const)
        for (const { id, start, end } of workOf(history).comparison.readouts[side].sentences)
          expect(texts[side].text.slice(start, end).trim(), `${side} ${id}`).not.toBe('')
    }
  })
})
