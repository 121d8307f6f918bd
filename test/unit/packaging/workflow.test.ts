import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../..')

it('the release is made by the npm scripts that run here', () => {
  const workflow = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8')
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const called = [...workflow.matchAll(/npm (?:run )?(?!ci\b)([\w:-]+)/gu)].map(([, name]) => name)
  expect(called).toEqual(expect.arrayContaining(['test', 'package', 'package:check']))
  expect(called.filter((name) => name !== 'scripts' && !(name !== undefined && name in scripts))).toEqual([])
})
