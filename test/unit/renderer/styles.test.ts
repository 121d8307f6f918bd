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
  // A hairline is no room, and what stands in a calculation is the size of something else.
  it.each(files)('%s takes room within and between from the tokens', (file) => {
    const own = stylesOf(file)
      .split('\n')
      .filter((line) => /^\s*(?:(?:row-|column-)?gap|padding|margin)[\w-]*:/u.test(line))
      .flatMap((line) => line.replaceAll(/calc\(.*\)/gu, '').match(/(?<![\w-])[\d.]+(?:px|rem)\b/gu) ?? [])
    expect(own.filter((size) => size !== '1px')).toEqual([])
  })
  it.each(files)('%s uses no token that there is not', (file) => {
    const used = [...stylesOf(file).matchAll(/var\((--(?:type|corner|space)[\w-]*)\)/gu)].map(
      ([, name]) => name
    )
    for (const name of used) expect(tokens).toContain(`${name ?? ''}:`)
  })
})
