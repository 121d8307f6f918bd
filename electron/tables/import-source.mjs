// Plain JavaScript, as what uses it is.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Within the project, so that packages are found from there. */
const CACHE = join(ROOT, 'node_modules/.cache')

/**
 * Runs TypeScript of the project within a build. It is bundled first: module by module, as vite's own runner has it, half
 * of the time goes by with the source maps of the tables.
 *
 * @param {string} path
 * @returns {Promise<{ module: unknown, dependencies: string[] }>} what it exports, and the files that it is made of
 */
export const importSource = async (path) => {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'source-'))
  try {
    const made = await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      json: { stringify: true },
      build: {
        ssr: path,
        outDir: folder,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'source.mjs', codeSplitting: false } }
      }
    })
    if (Array.isArray(made) || !('output' in made)) throw new Error(`${path} makes no program`)
    const [program] = made.output
    return {
      module: await import(pathToFileURL(join(folder, 'source.mjs')).href),
      dependencies: program.moduleIds.filter((id) => !id.startsWith('\0')).map((id) => resolve(id))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
