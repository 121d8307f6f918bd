import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = resolve(import.meta.dirname, '../../..')
const text = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

interface Workflow {
  jobs: Record<string, { steps: { run?: string }[] }>
}
const { jobs } = parse(text) as Workflow
const commands = Object.values(jobs).flatMap(({ steps }) =>
  steps.flatMap(({ run }) => (run ?? '').split('\n').filter((line) => /^[^\s#]/u.test(line)))
)

/** What a machine of a CI needs around the project's own commands: a display's packages, words to its reader, the draft. */
const AROUND = [
  /^sudo apt-get (?:update|install )/u,
  /^sudo sysctl -w kernel\.apparmor_restrict_unprivileged_userns=0$/u,
  /^echo "::warning::/u,
  /^gh release create /u
]

describe('the release', () => {
  const own = commands.filter((command) => !AROUND.some((pattern) => pattern.test(command)))

  it('is made by the npm scripts that run here, and by nothing else', () => {
    const names = own.map((command) => {
      const called =
        /^(?:sudo env "PATH=\$PATH" )?npm (?:run (?<script>[\w:]+)|(?<own>test))(?: -- .*)?$/u.exec(
          command
        )?.groups
      return called?.['script'] ?? called?.['own'] ?? `not an npm script: ${command}`
    })
    expect(names.filter((name) => !(name in scripts))).toEqual([])
    expect(new Set(names)).toEqual(new Set(['test', 'package', 'package:check']))
  })

  it('has no key in it: each is a secret, and an empty one where it is not set', () => {
    const used = new Set([...text.matchAll(/secrets\.(\w+)/gu)].map(([, name]) => name))
    expect([...used].sort()).toEqual([
      'APPLE_APP_SPECIFIC_PASSWORD',
      'APPLE_ID',
      'APPLE_TEAM_ID',
      'APT_SIGNING_KEY',
      'MAC_CERTIFICATE',
      'MAC_CERTIFICATE_PASSWORD',
      'WINDOWS_CERTIFICATE',
      'WINDOWS_CERTIFICATE_PASSWORD'
    ])
    expect(commands.filter((command) => command.includes('secrets.'))).toEqual([])
  })
})
