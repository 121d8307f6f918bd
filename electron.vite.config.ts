import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { guide } from './electron/guide/plugin.ts'
import { noteShippedPackages } from './electron/packaging/shipped-packages.ts'
import { sample } from './electron/sample/plugin.ts'
import { inAscii, tables } from './electron/tables/plugin.mjs'

/**
 * Three builds: the app's main process, the one bridge into the window, and the window itself.
 *
 * The targets are those of the oldest Electron that the tests may run on (Electron 33: Node 20, Chromium 130),
 * not of the one that the product ships; see docs/architecture.md.
 */
const from = (path: string): string => resolve(import.meta.dirname, path)

/**
 * What pdf.js needs to read Chinese and other PDFs, beside the window's own files at `/pdf/`; from the package, so that
 * code and tables are of one version.
 */
const pdfAssets = (): Plugin => {
  const folders = ['cmaps', 'standard_fonts']
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return {
    name: 'pdf-assets',
    generateBundle() {
      for (const folder of folders)
        for (const file of readdirSync(join(root, folder)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${file}`,
            source: readFileSync(join(root, folder, file))
          })
    },
    configureServer(server) {
      server.middlewares.use('/pdf', (request, response, next) => {
        const [, folder = '', file = ''] = (request.url ?? '').split('/').map(decodeURIComponent)
        if (!folders.includes(folder) || !readdirSync(join(root, folder)).includes(file)) next()
        else response.end(readFileSync(join(root, folder, file)))
      })
    }
  }
}

/** Writes programs in ASCII: one letter beyond it makes the browser keep all of a program in two bytes a letter. */
const asciiPrograms = (): Plugin => ({
  name: 'ascii-programs',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue
      part.code = inAscii(part.code)
    }
  }
})

/** The typefaces that a report carries (engine/report/fonts.ts), by their place below `/fonts/`. */
const reportFontFiles = (): Map<string, string> => {
  const wanted: Record<string, RegExp> = {
    'noto-serif-sc': /^noto-serif-sc-\d+-400-normal\.woff$/u,
    'source-serif-4': /^source-serif-4-latin-(?:400-normal|600-normal|400-italic)\.woff2$/u,
    inter: /^inter-latin-[46]00-normal\.woff2$/u
  }
  const require = createRequire(import.meta.url)
  const files = new Map<string, string>()
  for (const [name, pattern] of Object.entries(wanted)) {
    const root = dirname(require.resolve(`@fontsource/${name}/package.json`))
    for (const file of readdirSync(join(root, 'files')))
      if (pattern.test(file)) files.set(`${name}/files/${file}`, join(root, 'files', file))
  }
  files.set('noto-serif-sc/unicode.json', require.resolve('@fontsource/noto-serif-sc/unicode.json'))
  return files
}

/** Puts them at `/fonts/`, as they lie in their packages. */
const reportFonts = (files: ReadonlyMap<string, string>): Plugin => ({
  name: 'report-fonts',
  generateBundle() {
    for (const [name, path] of files)
      this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(path) })
  },
  configureServer(server) {
    server.middlewares.use('/fonts', (request, response, next) => {
      const path = files.get(decodeURIComponent(request.url ?? '').replace(/^\//u, ''))
      if (path === undefined) next()
      else response.end(readFileSync(path))
    })
  }
})

/** Which packages are in the app, for electron/packaging. */
const packageList = from('out/packages.json')
const fontFiles = reportFontFiles()
const copiedFiles = [...fontFiles.values(), createRequire(import.meta.url).resolve('pdfjs-dist/package.json')]

export default defineConfig({
  main: {
    plugins: [noteShippedPackages(packageList)],
    build: {
      target: 'node20',
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: { input: { index: from('electron/main/index.ts') } }
    }
  },
  preload: {
    plugins: [noteShippedPackages(packageList)],
    build: {
      target: 'node20',
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload is loaded as CommonJS, whatever the package's own type is.
      rolldownOptions: {
        input: { index: from('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: from('renderer'),
    base: './',
    plugins: [
      svelte({ configFile: from('svelte.config.js') }),
      pdfAssets(),
      reportFonts(fontFiles),
      guide(from('docs/guide')),
      sample(from('renderer/sample/outcome.ts')),
      tables('app'),
      asciiPrograms(),
      noteShippedPackages(packageList, copiedFiles)
    ],
    // A worker is bundled by itself, with plugins of its own.
    worker: {
      format: 'es',
      plugins: () => [tables('app'), noteShippedPackages(packageList)],
      // In files of their own, so that what takes the room in the app can be told (electron/packaging/contents.ts).
      rolldownOptions: {
        output: {
          advancedChunks: {
            groups: [
              { name: 'lexicon-data', test: /engine\/lexicon\/data\/[\w-]+\.json/u },
              { name: 'english-model', test: /node_modules\/wink-eng-lite-web-model\//u }
            ]
          }
        }
      }
    },
    build: {
      target: 'chrome130',
      minify: true,
      outDir: from('out/renderer'),
      rolldownOptions: { input: { index: from('renderer/index.html') } }
    }
  }
})
