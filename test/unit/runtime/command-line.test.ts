import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { builtCommandLine, runBuilt } from '../../../electron/runtime/command-line.mjs'

let root: string
let cache: string
const write = (path: string, content: string): void => {
  writeFileSync(join(root, path), content)
}
const said = async (): Promise<unknown> => {
  const program = await builtCommandLine(root, cache)
  return (runBuilt(program) as { say: unknown }).say
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parallax-built-'))
  cache = join(root, 'cache')
  for (const folder of ['engine', 'electron/cli', 'electron/runtime', 'electron/tables'])
    mkdirSync(join(root, folder), { recursive: true })
  symlinkSync(resolve(import.meta.dirname, '../../../node_modules'), join(root, 'node_modules'))
  write('package-lock.json', '{}')
  write('electron/runtime/command-line.mjs', '')
  write('engine/table.json', '{"word":"first"}')
  write(
    'electron/cli/index.ts',
    "import { word } from '../../engine/table.json'\nexport const say: string = word\n"
  )
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

describe('the built command line', () => {
  it('is built once, and anew when a source of it changes', async () => {
    expect(await said()).toBe('first')
    const before = await builtCommandLine(root, cache)
    expect(await builtCommandLine(root, cache)).toBe(before)
    write('engine/table.json', '{"word":"second"}')
    expect(await said()).toBe('second')
    utimesSync(join(root, 'package-lock.json'), new Date(0), new Date(0))
    expect(await builtCommandLine(root, cache)).not.toBe(before)
    // That of a call which may still run, and the one of now.
    expect(readdirSync(cache)).toHaveLength(2)
  })

  it('is whole where two calls build it at the same time', async () => {
    const programs = await Promise.all([builtCommandLine(root, cache), builtCommandLine(root, cache)])
    expect(new Set(programs).size).toBe(1)
    expect(readdirSync(cache)).toHaveLength(1)
  })

  it('that cannot be built is told of, and leaves nothing', async () => {
    write('electron/cli/index.ts', 'export const say = (')
    await expect(builtCommandLine(root, cache)).rejects.toThrow()
    expect(readdirSync(cache)).toEqual([])
  })
})
