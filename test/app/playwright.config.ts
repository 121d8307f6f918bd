import { defineConfig } from 'playwright/test'

/**
 * The app's own tests, in a real Electron with real drops. One at a time: each has the display and its keyboard
 * focus to itself. No retries: a test that fails now and then is a fault to be found.
 */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']]
})
