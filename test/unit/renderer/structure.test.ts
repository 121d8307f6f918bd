import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse } from 'svelte/compiler'
import { describe, expect, it } from 'vitest'

const RENDERER = join(import.meta.dirname, '../../../renderer')
const components = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.svelte')
)
const sourceOf = (file: string): string => readFileSync(join(RENDERER, file), 'utf8')

/** What is the same in every language: the app's name, in its two colours too, and the sign of a measure. */
const NAMES = new Set(['Parallax', 'Para', 'llax', 'F1'])
/** Attributes that are read or heard. */
const SAID = new Set(['aria-label', 'aria-valuetext', 'alt', 'placeholder', 'title'])
const KEYS = new Set(['Enter'])
/** Words of these are no language of ours. */
const APART = new Set(['kbd', 'code', 'svg'])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Words that stand in the markup of a component instead of in the catalogue. */
const wordsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (!isObject(value)) return []
  const { type, name, data } = value
  if (type === 'Text') return typeof data === 'string' && /[a-z]{2,}/iu.test(data) ? [data.trim()] : []
  if (type === 'Attribute' && !(typeof name === 'string' && SAID.has(name))) return []
  if (type === 'StyleDirective') return []
  if (type === 'RegularElement' && typeof name === 'string' && APART.has(name)) return []
  return Object.entries(value)
    .filter(([part]) => part !== 'expression')
    .flatMap(([, part]) => wordsIn(part))
}

/** Code that runs in the window or its workers and is no component; the catalogue itself has all the words. */
const scripts = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('words/')
)

/** Selectors and keys. */
const NO_WORDS = /[[\]]|\bCmd\b/u
/** Names that are kept in files, whatever the language of the screen. */
const DATA = new Set(['own changes', 'sample, United States'])

/** Strings of a script that read as words of a language: two in a row, or a name of something that is shown. */
const wordsInScript = (file: string): string[] => {
  const code = sourceOf(file)
    .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
    .split('\n')
    // What only whoever mends the app reads, and what asks the system a question.
    .filter((line) => !/new Error\(|matchMedia\(/u.test(line))
    .join('\n')
  const strings = [...code.matchAll(/'(?<plain>[^'\n]*)'|`(?<pieces>[^`]*)`/gu)].map(
    ({ groups }) => groups?.['plain'] ?? groups?.['pieces'] ?? ''
  )
  const named = [...code.matchAll(/\b(?:name|label|title|says): '(?<name>[A-Z][^']*)'/gu)].map(
    ({ groups }) => groups?.['name'] ?? ''
  )
  return [
    ...strings.filter((text) => /[a-z’]{2,} [a-z]{2,}/iu.test(text) && !NO_WORDS.test(text)),
    ...named
  ].filter((text) => !DATA.has(text))
}

describe('the structure of the screen', () => {
  it.each(components)('%s takes its words from the catalogue', (file) => {
    const { fragment } = parse(sourceOf(file), { modern: true })
    expect(wordsIn(fragment).filter((words) => !NAMES.has(words) && !KEYS.has(words))).toEqual([])
  })

  it.each(scripts)('%s takes what is said from the catalogue', (file) => {
    expect(wordsInScript(file)).toEqual([])
  })

  it('has one frame for all dialogs', () => {
    expect(components.filter((file) => /<dialog\b/u.test(sourceOf(file)))).toEqual(['ui/Modal.svelte'])
  })

  it('knows neither engine nor state where all features meet', () => {
    const imported = components
      .filter((file) => file.startsWith('ui/'))
      .flatMap((file) =>
        [...sourceOf(file).matchAll(/from '(?<path>\.[^']+)'/gu)].map(({ groups }) =>
          relative(RENDERER, join(RENDERER, dirname(file), groups?.['path'] ?? ''))
        )
      )
    expect(imported.filter((path) => /^(?:\.\.\/engine|state)\//u.test(path))).toEqual([])
  })

  it('hands most components what they show, and not the whole workspace', () => {
    const whole = components.filter((file) => sourceOf(file).includes('workspace: Workspace'))
    expect(whole.length / components.length).toBeLessThan(0.36)
  })
})
