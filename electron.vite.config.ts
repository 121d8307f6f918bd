import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

/**
 * Three builds: the app's main process, the one bridge into the window, and the window itself.
 *
 * The targets are those of the oldest Electron that the tests may run on (Electron 33: Node 20, Chromium 130),
 * not of the one that the product ships; see docs/architecture.md.
 */
const from = (path: string): string => resolve(import.meta.dirname, path)

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
    plugins: [svelte({ configFile: from('svelte.config.js') })],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      minify: true,
      outDir: from('out/renderer'),
      rolldownOptions: { input: { index: from('renderer/index.html') } }
    }
  }
})
