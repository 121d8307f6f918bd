import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Holds the app back until the test runner is attached to it. With a program of one's own choice Playwright leaves
 * this out, and about one start in five hundred hung between the two.
 */
const require = createRequire(createRequire(import.meta.url).resolve('playwright/package.json'))
export const HOLD = [
  '-r',
  join(dirname(require.resolve('playwright-core/package.json')), 'lib/server/electron/loader.js')
]
