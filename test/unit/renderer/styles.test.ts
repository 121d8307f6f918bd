import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const RENDERER = join(import.meta.dirname, '../../../renderer')
const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(?:svelte|css)$/u.test(file) && !file.endsWith('tokens.css')
)
const tokens = readFileSync(join(RENDERER, 'styles/tokens.css'), 'utf8')
const stylesOf = (file: string): string => {
  const text = readFileSync(join(RENDERER, file), 'utf8')
  return file.endsWith('.css') ? text : (/<style>(.*)<\/style>/su.exec(text)?.[1] ?? '')
}

describe('the look of the screen', () => {
  it('is in more than a few files', () => {
    expect(files.length).toBeGreaterThan(50)
  })
  it.each(files)('%s takes sizes of letters and corners from the tokens', (file) => {
    const own = stylesOf(file)
      .split('\n')
      .filter((line) => /(?:font(?:-size)?: .*\d(?:px|rem)\b|border-radius: .*\dpx)/u.test(line))
    expect(own).toEqual([])
  })
  it.each(files)('%s takes room within and between from the tokens, where they have it', (file) => {
    const own = stylesOf(file)
      .split('\n')
      .filter((line) => /^\s*(?:(?:row-|column-)?gap|padding|margin)[\w-]*:/u.test(line))
      .flatMap((line) =>
        [...line.matchAll(/(?<![\w.-])(?<px>\d+px)/gu)].map(({ groups }) => groups?.['px'] ?? '')
      )
    const steps = [...tokens.matchAll(/--space-\d+: (?<px>\d+px);/gu)].map(
      ({ groups }) => groups?.['px'] ?? ''
    )
    expect(steps.length).toBeGreaterThan(8)
    expect(own.filter((px) => steps.includes(px))).toEqual([])
  })
  it.each(files)('%s uses no token that there is not', (file) => {
    const used = [...stylesOf(file).matchAll(/var\((--(?:type|corner|space)[\w-]*)\)/gu)].map(
      ([, name]) => name
    )
    for (const name of used) expect(tokens).toContain(`${name ?? ''}:`)
  })
})
