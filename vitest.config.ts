import { availableParallelism } from 'node:os'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

/** Tests that put something else in a module's or the clock's place: each needs modules of its own, which take seconds to load. */
const APART = [
  'test/unit/electron/main/**/*.test.ts',
  'test/unit/renderer/{analysis,autosave,exports,files,safekeeping}.test.ts',
  'test/unit/engine/text/document.test.ts'
]

const settings = {
  // No test hangs on how fast the machine is: the limit only ends what would never end.
  testTimeout: 600_000,
  environment: 'node',
  pool: 'forks'
} as const

export default defineConfig({
  plugins: [svelte()],
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          ...settings,
          name: 'apart',
          include: APART
        }
      },
      {
        extends: true,
        // To read the lexicon and the model of English takes longer than most of these tests: once a process.
        test: {
          ...settings,
          name: 'together',
          isolate: false,
          globalSetup: ['test/unit/shared-pairs.ts'],
          include: ['test/unit/**/*.test.ts'],
          exclude: APART
        }
      }
    ]
  }
})
