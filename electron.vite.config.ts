import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

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

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: { input: { index: from('electron/main/index.ts') } }
    }
  },
  preload: {
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
    plugins: [svelte({ configFile: from('svelte.config.js') }), pdfAssets()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      minify: true,
      outDir: from('out/renderer'),
      rolldownOptions: { input: { index: from('renderer/index.html') } }
    }
  }
})
