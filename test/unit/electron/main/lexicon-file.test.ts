import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LexiconFile } from '../../../../electron/main/lexicon-file.ts'

let folder: string
let file: LexiconFile
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-lexicon-'))
  file = new LexiconFile(join(folder, 'data'))
})
afterEach(async () => {
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true, force: true })
})

it('is nothing before it is first stored, and then what was stored', async () => {
  expect(await file.load()).toEqual({ json: null, problem: null })
  await file.store('{"name":"一"}', false)
  expect(await file.load()).toEqual({ json: '{"name":"一"}', problem: null })
  expect(await readdir(join(folder, 'data'))).toEqual(['lexicon.json'])
})

it('keeps what could not be used under another name', async () => {
  await file.store('damaged', false)
  await file.store('{"name":"new"}', true)
  const names = await readdir(join(folder, 'data'))
  const kept = names.find((name) => name.includes('kept'))
  expect(await readFile(join(folder, 'data', kept ?? ''), 'utf8')).toBe('damaged')
})

it('says what is wrong where it cannot be read, and throws where it cannot be written', async () => {
  const inFile = new LexiconFile(join(folder, 'no-folder'))
  await writeFile(join(folder, 'no-folder'), '')
  expect((await inFile.load()).problem).toMatch(/ENOTDIR/)
  await expect(inFile.store('{}', false)).rejects.toThrow()
})
