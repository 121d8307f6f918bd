import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readChosenFile } from '../../../../electron/main/files.ts'
import { MAX_INPUT_BYTES } from '../../../../engine/ingest/limits.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('reading a chosen file', () => {
  it('gives its bytes as they stand', async () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x0d, 0x0a, 0xff)
    await writeFile(join(folder, 'a.txt'), bytes)
    expect(await readChosenFile(join(folder, 'a.txt'))).toEqual({ name: 'a.txt', bytes })
  })

  it('does not read one over the limit', async () => {
    const path = join(folder, 'huge.txt')
    await writeFile(path, '')
    await truncate(path, MAX_INPUT_BYTES + 1)
    expect(await readChosenFile(path)).toMatchObject({
      name: 'huge.txt',
      problem: expect.stringMatching(/MB/) as string
    })
  })

  it.each([
    ['a missing file', 'missing.txt', /no file/],
    ['a folder', '.', /folder/]
  ])('says what is wrong with %s', async (_name, path, words) => {
    const opened = await readChosenFile(join(folder, path))
    expect('problem' in opened ? opened.problem : '').toMatch(words)
  })
})
