import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mammoth from 'mammoth'
import type { ElectronApplication, Locator, Page } from 'playwright/test'
import { fromCsv } from '../../engine/csv.ts'
import { expect, menu, readout, settled, test } from './app.ts'
import { choose, noteOnSentence, sentence } from './desk.ts'

const NOTE = 'Only Washington says it, 只有美方说.'
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

const dialog = (window: Page): Locator => window.getByRole('dialog', { name: 'Export' })
const openDialog = async (electron: ElectronApplication, window: Page): Promise<Locator> => {
  await menu(electron, 'Export…')
  await expect(dialog(window)).toBeVisible()
  return dialog(window)
}

/** Exports in one form, as the dialog says it. @returns what was written */
const exportAs = async (
  { electron, window }: { electron: ElectronApplication; window: Page },
  form: string | RegExp,
  path: string
): Promise<Buffer> => {
  await choose(electron, path)
  await dialog(window).getByRole('radio', { name: form }).check()
  await dialog(window).getByRole('button', { name: 'Export…' }).click()
  const name = path.slice(path.lastIndexOf('/') + 1)
  await expect(dialog(window).getByRole('status')).toHaveText(`Written to “${name}”.`)
  return readFile(path)
}

const poppler = (program: string, ...words: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return stdout.replace(/\s+/gu, ' ')
}

test('each form is what it says, of a Chinese pair, with the work in it', async ({ launch, newProfile }) => {
  const folder = await newProfile()
  const app = await launch(readout('talks', 'us'), readout('talks', 'cn.zh'))
  const { electron, window } = app
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', NOTE)
  const form = await openDialog(electron, window)
  const zh = '台湾问题'

  await test.step('a brief of two pages, unless more is wanted', async () => {
    const brief = (await exportAs(app, /^Markdown/, join(folder, 'a.md'))).toString()
    expect(brief).toMatch(/^# Blinken–Qin, Beijing: how the two readouts differ$/mu)
    expect(brief).toContain('## What differs most')
    expect(brief).not.toContain('## All findings')
    await form.getByLabel('Length').selectOption('whole')
  })

  await test.step('Word', async () => {
    const bytes = await exportAs(app, /^Word/, join(folder, 'a.docx'))
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    expect(value).toContain(zh)
    expect(value).toContain(NOTE)
  })
  await test.step('PDF', async () => {
    const path = join(folder, 'a.pdf')
    const bytes = await exportAs(app, /^PDF/, path)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    if (!hasPoppler) return
    expect(poppler('pdftotext', '-layout', path, '-')).toContain('Only Washington says it')
    expect(poppler('pdffonts', path)).toContain('NotoSerifSC')
    expect(poppler('pdfinfo', path)).toMatch(/Page size: 59[45]\.\d+ x 84[12]\.\d+ pts/)
  })
  await test.step('web page', async () => {
    const html = (await exportAs(app, /^Web page/, join(folder, 'a.html'))).toString()
    expect(html).toMatch(/^<!doctype html>/iu)
    expect(html).toContain(NOTE)
    // Nothing is fetched: all that it needs is in it.
    expect(html).not.toMatch(/(?:src|href)="(?!data:|#)|url\((?!data:|"data:|'data:)/u)
  })
  await test.step('Markdown', async () => {
    const text = (await exportAs(app, /^Markdown/, join(folder, 'a.md'))).toString()
    expect(text).toMatch(/^# /mu)
    expect(text).toContain(NOTE)
  })
  await test.step('tables', async () => {
    for (const [form, name] of [
      [/^Table of the findings/, 'findings.csv'],
      [/^Table of the aligned rows/, 'rows.csv']
    ] as const) {
      const bytes = await exportAs(app, form, join(folder, name))
      // Excel takes a table without this mark for one of its own encoding.
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const [header = [], ...rows] = fromCsv(bytes.toString())
      expect(rows.length).toBeGreaterThan(3)
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]))
      expect(rows.flat().join()).toContain(zh)
    }
  })
  await test.step('data', async () => {
    const data: unknown = JSON.parse(
      (await exportAs(app, /^All of it as data/, join(folder, 'a.json'))).toString()
    )
    expect(JSON.stringify(data)).toContain(NOTE)
  })
  await test.step('pictures', async () => {
    const svg = (await exportAs(app, /\(SVG\)/, join(folder, 'a.svg'))).toString()
    const [, width = '', height = ''] = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/u.exec(svg) ?? []
    const png = await exportAs(app, /\(PNG\)/, join(folder, 'a.png'))
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      Math.round(3 * Number(width)),
      Math.round(3 * Number(height))
    ])
  })
  expect((await readdir(folder)).sort()).toEqual(
    ['a.docx', 'a.html', 'a.json', 'a.md', 'a.pdf', 'a.png', 'a.svg', 'findings.csv', 'rows.csv'].sort()
  )
})

test('parts that are left out are not there; the paper lies across', async ({ launch, newProfile }) => {
  const folder = await newProfile()
  const app = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  const { electron, window } = app
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', NOTE)
  const form = await openDialog(electron, window)
  await form.getByLabel('Length').selectOption('whole')
  const whole = (await exportAs(app, /^Markdown/, join(folder, 'whole.md'))).toString()
  await form.getByRole('checkbox', { name: 'Notes and tags' }).uncheck()
  await form.getByRole('checkbox', { name: 'All findings' }).uncheck()
  const part = (await exportAs(app, /^Markdown/, join(folder, 'part.md'))).toString()
  expect(whole).toContain(NOTE)
  expect(part).not.toContain(NOTE)
  const titles = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('## '))
  expect(titles(part)).toEqual(titles(whole).filter((title) => title !== '## All findings'))

  await form.getByLabel('Paper').selectOption('landscape')
  await exportAs(app, /^PDF/, join(folder, 'wide.pdf'))
  if (hasPoppler)
    expect(poppler('pdfinfo', join(folder, 'wide.pdf'))).toMatch(/Page size: 84[12]\.\d+ x 59[45]\.\d+ pts/)
  const { value } = await mammoth.extractRawText({
    buffer: await exportAs(app, /^Word/, join(folder, 'wide.docx'))
  })
  expect(value).not.toContain(NOTE)

  for (const box of await form.getByRole('checkbox').all()) await box.uncheck()
  await expect(form.getByRole('button', { name: 'Export…' })).toBeDisabled()
  // A table and the data are always whole.
  const table = (await exportAs(app, /^Table of the findings/, join(folder, 'findings.csv'))).toString()
  expect(fromCsv(table).length).toBeGreaterThan(5)
  expect((await exportAs(app, /^All of it as data/, join(folder, 'all.json'))).toString()).toContain(NOTE)
})

test('a place that cannot be written is told of in the dialog; none chosen says nothing', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const { electron, window } = await launch('--sample')
  await settled(window, 'ready')
  const form = await openDialog(electron, window)
  const status = form.getByRole('status')
  await choose(electron, join(folder, 'no/where.docx'))
  await form.getByRole('button', { name: 'Export…' }).click()
  await expect(status).toContainText('“where.docx” or its folder is no longer there')
  await choose(electron, '')
  await form.getByRole('button', { name: 'Export…' }).click()
  await expect(status).toHaveText('')
  await expect(form.getByRole('button', { name: 'Export…' })).toBeEnabled()
  expect(await readdir(folder)).toEqual([])
})

const clipboard = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(({ clipboard }) => clipboard.readText())

test('words are copied with the citation that the researcher gave, in each of three styles', async ({
  launch
}) => {
  const { electron, window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  await window.getByTitle('Name, sources and note of this comparison').click()
  const about = window.getByRole('dialog', { name: 'About this comparison' })
  const us = about.getByRole('group', { name: 'United States' })
  for (const [field, value] of [
    ['Issuer', 'Department of Illustration'],
    ['Title', 'The Secretary’s Meeting'],
    ['Published', '2023-06-18'],
    ['Address', 'https://illustration.example/talks'],
    ['Retrieved', '2023-06-20']
  ] as const) {
    await us.getByLabel(field).fill(value)
    await us.getByLabel(field).press('Tab')
  }
  const words = 'Their discussions were candid and constructive.'
  const styles = {
    chicago: 'Department of Illustration, “The Secretary’s Meeting,”',
    apa: 'Department of Illustration. (2023, June 18).',
    mla: '“The Secretary’s Meeting.”'
  }
  const copies: string[] = []
  for (const [style, beginning] of Object.entries(styles)) {
    await about.getByLabel('Style').selectOption(style)
    await expect(us).toContainText(beginning)
    await about.getByRole('button', { name: 'Close' }).click()
    await sentence(window, 'u2').focus()
    await window.keyboard.press('Enter')
    await window.keyboard.press('c')
    await expect.poll(() => clipboard(electron)).toContain(beginning)
    const copied = await clipboard(electron)
    expect(copied).toContain(words)
    expect(copied).toContain('https://illustration.example/talks')
    expect(copied).toContain('Qin Gang Holds Talks')
    copies.push(copied)
    await window.keyboard.press('Escape')
    await window.getByTitle('Name, sources and note of this comparison').click()
  }
  expect(new Set(copies).size).toBe(3)
  await about.getByRole('button', { name: 'Close' }).click()

  await test.step('selected words', async () => {
    const place = sentence(window, 'u1')
    const box = await place.evaluate((element) => {
      const [first] = element.getClientRects()
      return first && { x: first.x, y: first.y + first.height / 2, width: first.width }
    })
    if (!box) throw new Error('the sentence is not on screen')
    await window.mouse.move(box.x + 1, box.y)
    await window.mouse.down()
    await window.mouse.move(box.x + box.width / 2, box.y, { steps: 4 })
    await window.mouse.up()
    const selected = await window.evaluate(() => document.getSelection()?.toString() ?? '')
    expect(selected).toMatch(/^Secretary of State/)
    const bar = window.getByRole('toolbar', { name: 'The selected words' })
    await bar.getByRole('button', { name: 'Copy with citation' }).click()
    await expect.poll(() => clipboard(electron)).toContain(`“${selected.trim()}”\n`)
    expect(await clipboard(electron)).toContain('“The Secretary’s Meeting.”')
  })
  await test.step('a finding', async () => {
    await window.keyboard.press('3')
    await window.keyboard.press('j')
    const finding = window.getByRole('complementary', { name: 'The selected finding' })
    const say = (await finding.locator('.say').textContent()) ?? ''
    await finding.getByRole('button', { name: 'Copy with citation' }).click()
    await expect.poll(() => clipboard(electron)).toContain(say)
    expect(await clipboard(electron)).toContain('https://illustration.example/talks')
  })
})
