import type { Plugin } from 'vite'
import { importSource } from '../tables/import-source.mjs'

const NAME = 'virtual:sample'
const RESOLVED = `\0${NAME}`

interface Entry {
  outcomeOfSample: () => Promise<unknown>
}

/**
 * Gives the window the sample's comparison, made by the engine of the same sources when the app is built, so that it
 * opens without waiting for the engine.
 *
 * @param entry module that makes it
 */
export const sample = (entry: string): Plugin => ({
  name: 'sample',
  resolveId: (id) => (id === NAME ? RESOLVED : null),
  async load(id) {
    if (id !== RESOLVED) return null
    const { module, dependencies } = await importSource(entry)
    for (const file of dependencies) this.addWatchFile(file)
    // Read faster as JSON than as program.
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(await (module as Entry).outcomeOfSample()))})`
  }
})
