import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guidePage, guidePages } from '../../electron/guide/pages.ts'

const GUIDE = resolve(import.meta.dirname, '../../docs/guide')
/** More than this is looked at before the app carries it. */
const LARGEST_PICTURE = 250_000
const LARGEST_PICTURES = 1_500_000

const pages = readdirSync(GUIDE).filter((name) => name.endsWith('.md'))
const linksIn = (page: string): string[] =>
  [...readFileSync(join(GUIDE, page), 'utf8').matchAll(/\]\(([^)#:]+)\)/gu)].flatMap(([, link]) => link ?? [])

describe('the user’s guide', () => {
  it.each(pages)('%s leads to what is there', (page) => {
    expect(linksIn(page).filter((link) => !existsSync(join(GUIDE, link)))).toEqual([])
  })

  it('lists every page and shows every picture', () => {
    expect(linksIn('README.md').sort()).toEqual(pages.filter((page) => page !== 'README.md').sort())
    const shown = new Set(pages.flatMap(linksIn))
    expect(readdirSync(join(GUIDE, 'pictures')).filter((name) => !shown.has(`pictures/${name}`))).toEqual([])
  })

  it('has pictures that are small enough to be carried by the app', () => {
    const sizes = readdirSync(join(GUIDE, 'pictures')).map(
      (name) => statSync(join(GUIDE, 'pictures', name)).size
    )
    expect(Math.max(...sizes)).toBeLessThan(LARGEST_PICTURE)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LARGEST_PICTURES)
  })
})

describe('the guide as the app shows it', () => {
  it('has all pages of the list, each with its words and its pictures', () => {
    const shown = guidePages(GUIDE)
    expect(shown.map(({ name }) => `${name}.md`)).toEqual(linksIn('README.md'))
    for (const { name, blocks } of shown) {
      const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block.address] : []))
      expect(pictures).toEqual(linksIn(`${name}.md`).filter((link) => link.startsWith('pictures/')))
      expect(blocks.length).toBeGreaterThan(2)
    }
  })

  it('keeps what a line is made of', () => {
    const { title, blocks } = guidePage(
      'p',
      '# A & B\n\nPress `n`, _then_ **wait** &\nsee [there](views.md).\n\n![Two < three](pictures/a.webp)\n\n| | x |\n|-|-:|\n| a | 1 |\n'
    )
    expect(title).toBe('A & B')
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: 'Press ' },
          { kind: 'code', text: 'n' },
          { kind: 'text', text: ', ' },
          { kind: 'emphasis', text: 'then' },
          { kind: 'text', text: ' ' },
          { kind: 'strong', text: 'wait' },
          { kind: 'text', text: ' & see ' },
          { kind: 'link', text: 'there', page: 'views' },
          { kind: 'text', text: '.' }
        ]
      },
      { kind: 'picture', address: 'pictures/a.webp', says: 'Two < three' },
      {
        kind: 'table',
        head: [[], [{ kind: 'text', text: 'x' }]],
        rows: [[[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: '1' }]]],
        numeric: [false, true]
      }
    ])
  })

  it.each([
    ['an address', '# A\n\n[there](https://example.org)\n', /leads out/u],
    ['HTML', '# A\n\n<b>bold</b>\n', /does not show “html”/u],
    ['a list within a list', '# A\n\n- a\n  - b\n', /in a list/u],
    ['no title', 'Words\n', /begin with its title/u]
  ])('refuses %s, which it cannot show', (_what, markdown, reason) => {
    expect(() => guidePage('p', markdown)).toThrow(reason)
  })
})
