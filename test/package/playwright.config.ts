import { defineConfig } from 'playwright/test'

/** The tests of the made package; one after another, since each goes on where the one before ended. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.check.ts',
  outputDir: '../../test-results',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']]
})
