import { describe, expect, it } from 'vitest'
import type { Plugin } from 'vite'
import { sample } from '../../../electron/sample/plugin.ts'
import type { Outcome } from '../../../renderer/analysis.ts'
import { outcomeOfSample } from '../../../renderer/sample/outcome.ts'
import { storedSample } from '../../../renderer/sample/stored.ts'

/** What a build puts into the window. */
const build = async (): Promise<Outcome> => {
  const plugin: Plugin = sample(new URL('../../../renderer/sample/outcome.ts', import.meta.url).pathname)
  const watched: string[] = []
  const { load } = plugin
  if (typeof load !== 'function') throw new Error('the plugin loads nothing')
  const context = { addWatchFile: (file: string) => watched.push(file) }
  const code = await load.call(context as unknown as ThisParameterType<typeof load>, '\0virtual:sample')
  if (typeof code !== 'string') throw new Error('the plugin gave no program')
  expect(watched.some((file) => file.endsWith('engine/compare.ts'))).toBe(true)
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: Outcome }
  return module.default
}

const fresh = await outcomeOfSample()
const stored = (outcome: Outcome, own?: string): Promise<Outcome | null> =>
  storedSample(own, () => Promise.resolve({ default: outcome }))

/** The sample's outcome as another version of the engine or the lexicon would have left it. */
const of = (engine: Partial<{ version: string; lexicon: string }>): Outcome => {
  if (!fresh.ok || !('comparison' in fresh) || !fresh.comparison)
    throw new Error('the sample was not compared')
  const { comparison } = fresh
  return { ...fresh, comparison: { ...comparison, engine: { ...comparison.engine, ...engine } } }
}

describe('the sample’s comparison', () => {
  it('is stored by the build as a fresh comparison gives it, to the byte', async () => {
    const built = await build()
    expect(JSON.stringify(built)).toBe(JSON.stringify(fresh))
    expect(built).toStrictEqual(fresh)
  })
  it('is shown where engine and lexicon are those that made it', async () => {
    expect(await stored(fresh)).toBe(fresh)
  })
  it('is made afresh by another engine, another lexicon and the reader’s own', async () => {
    expect(await stored(of({ version: '0.0.1' }))).toBeNull()
    expect(await stored(of({ lexicon: '2020.1' }))).toBeNull()
    expect(await stored(fresh, '{"name":"own changes"}')).toBeNull()
  })
})
