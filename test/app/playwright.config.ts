import { defineConfig } from 'playwright/test'

/** Virtual displays that the tests may have; none where they run on the machine's own. */
const displays = (process.env['PARALLAX_TEST_DISPLAYS'] ?? '').split(' ').filter((name) => name !== '')
// Each worker reads this file too, and takes the display that is its own.
const mine = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
if (mine !== undefined) process.env['DISPLAY'] = mine

/**
 * When a test counts as hung. Nothing in a test is measured by the clock: a machine that is busy with other work, and
 * ten times slower for it, passes as one at rest does.
 */
const HANGS_MS = 240_000

/**
 * The app's own tests, in a real Electron with real drops. One at a time on each display: a test has it and its
 * keyboard focus to itself. No retries: a test that fails now and then is a fault to be found.
 */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  workers: Math.max(1, displays.length),
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: HANGS_MS,
  expect: { timeout: HANGS_MS / 4 },
  reporter: [['list']]
})
