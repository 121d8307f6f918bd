import { resolve } from 'node:path'
import { filesOfBuild, partsOf } from '../../electron/packaging/contents.ts'
import { expect, test } from './app.ts'

/** What the build puts into the app, part by part, as the table of `npm run package` has it. */

for (const { name } of partsOf([]))
  test(`there is no more of it than was looked at: ${name}`, async () => {
    const part = partsOf(await filesOfBuild(resolve(import.meta.dirname, '../..'))).find(
      (each) => each.name === name
    )
    // Each part is found: a file that is called otherwise would be counted elsewhere, unseen.
    expect(part?.bytes).toBeGreaterThan(100_000)
    expect(part?.bytes).toBeLessThan(part?.most ?? 0)
  })
