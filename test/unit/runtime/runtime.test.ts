import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { runChild } from '../../../electron/runtime/child.ts'
import { hasDisplay, openDisplay } from '../../../electron/runtime/display.ts'
import { presentElectron } from '../../../electron/runtime/electron.ts'
import { explainFailure } from '../../../electron/runtime/failure.ts'
import { cacheFolder } from '../../../electron/runtime/paths.ts'
import { integrityOf, placeOf } from '../../../electron/runtime/registry-electron.ts'
import { missingPackages } from '../../../electron/runtime/system-packages.ts'

describe('the registry’s Electron', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/resources/default.pak', 'resources/default.pak'],
    ['Cypress/resources/app/main.js', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['Cypress/locales/', null],
    ['elsewhere/file', null]
  ])('%s goes to %s', (entry, place) => {
    expect(placeOf(entry)).toBe(place)
  })

  it('is known by its hash', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parallax-integrity-'))
    await writeFile(join(folder, 'a'), 'abc')
    expect(await integrityOf(join(folder, 'a'))).toBe(
      'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='
    )
    await rm(folder, { recursive: true })
  })
})

describe('which Electron', () => {
  it('an executable that is named goes before all others', () => {
    expect(presentElectron({ PARALLAX_ELECTRON: '/some/electron' })).toMatchObject({ path: '/some/electron' })
  })
})

describe('the cache folder', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string[]]>([
    ['linux', {}, ['home', '.cache', 'parallax']],
    ['linux', { XDG_CACHE_HOME: 'caches' }, ['caches', 'parallax']],
    ['darwin', {}, ['home', 'Library', 'Caches', 'parallax']],
    ['win32', { LOCALAPPDATA: 'local' }, ['local', 'parallax']],
    ['win32', {}, ['home', 'AppData', 'Local', 'parallax']]
  ])('on %s with %j', (platform, environment, parts) => {
    expect(cacheFolder(platform, environment, 'home')).toBe(join(...parts))
  })
})

describe('system packages', () => {
  const all = [
    'xvfb',
    'xauth',
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'fonts-noto-cjk',
    'fonts-liberation',
    'poppler-utils'
  ]
  it('are not missing where they are there, under the old or the new name', () => {
    expect(missingPackages(new Set(all), () => true)).toEqual([])
    const renamed = all.map((name) => (name === 'libgtk-3-0' || name === 'libasound2' ? `${name}t64` : name))
    expect(missingPackages(new Set(renamed), () => true)).toEqual([])
  })
  it('are asked for under the name that the index has', () => {
    const present = new Set(all.filter((name) => name !== 'libasound2' && name !== 'xvfb'))
    expect(missingPackages(present, () => true)).toEqual(['xvfb', 'libasound2'])
    expect(missingPackages(present, (name) => name !== 'libasound2')).toEqual(['xvfb', 'libasound2t64'])
  })
})

describe('failures are explained in one line', () => {
  it.each([
    ['[1] FATAL: The SUID sandbox helper binary was found, but is not configured correctly.', /apparmor/],
    ['electron: error while loading shared libraries: libgbm.so.1: cannot open', /libgbm\.so\.1/],
    ['ERROR: Missing X server or $DISPLAY', /npm run compare/]
  ])('%s', (output, line) => {
    expect(explainFailure(output)).toMatch(line)
    expect(explainFailure(output)).not.toContain('\n')
  })
  it('an unknown one is not guessed at', () => {
    expect(explainFailure('something else')).toBeNull()
  })
})

describe('a display', () => {
  it('is needed on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
  })
})

describe.runIf(process.platform === 'linux')('without a display and without Xvfb', () => {
  it('one line says so and names the command line', async () => {
    vi.stubEnv('DISPLAY', undefined)
    vi.stubEnv('WAYLAND_DISPLAY', undefined)
    vi.stubEnv('PATH', '/nowhere')
    await expect(openDisplay()).rejects.toThrow(/no display and no Xvfb.*npm run compare/)
    vi.unstubAllEnvs()
  })
})

describe('a child with a time limit', () => {
  it.runIf(process.platform === 'linux')('is killed with what it started', async () => {
    const script = `
      const { spawn } = require('node:child_process')
      const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      process.stdout.write(String(grandchild.pid))
      setInterval(() => {}, 1000)`
    // However slow the machine is: as long a limit as it takes to start both.
    let ended = await runChild(process.execPath, ['-e', script], { limitMs: 1_000 })
    for (let limitMs = 2_000; ended.output === ''; limitMs *= 2)
      ended = await runChild(process.execPath, ['-e', script], { limitMs })
    expect(ended).toMatchObject({ timedOut: true, code: 1 })
    // A killed process may linger as a zombie (Z) where nobody reaps it.
    const isAlive = async (): Promise<boolean> => {
      const stat = await readFile(`/proc/${ended.output}/stat`, 'utf8').catch(() => ') Z')
      return !/\) [ZX]/u.test(stat)
    }
    await expect.poll(isAlive, { timeout: 60_000 }).toBe(false)
  })
  it('gives its code and output, and the reason where it cannot start', async () => {
    expect(await runChild(process.execPath, ['-e', 'console.log("out"); process.exit(3)'])).toMatchObject({
      code: 3,
      output: 'out\n'
    })
    expect(await runChild('no-such-program', [])).toMatchObject({
      code: 1,
      output: expect.stringMatching(/ENOENT/) as string
    })
  })
})
