import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const GUIDE = resolve(import.meta.dirname, '../../docs/guide')
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
})
