import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { bomb } from '../documents/docx.ts'
import { lockedPdf } from '../documents/pdf.ts'
import { expect, readout, settled, test } from './app.ts'
import { drop } from './drop.ts'

/** Every bad input in one window, one after another: each is said, keeps what was there, and leaves the app usable. */

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-bad-'))
})
test.afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const FRENCH =
  'Les deux ministres se sont réunis mardi à Genève pour discuter du commerce et de la sécurité. Ils sont convenus de maintenir les échanges à haut niveau et de se revoir avant la fin de l’année.'
const JAPANESE =
  '両外相は火曜日にジュネーブで会談し、貿易と安全保障について意見を交換した。両者は年内に再び会談することで一致した。'
const RECIPE =
  'Heat the oil in a large pan. Add the chopped onions and the garlic and fry them for five minutes, until they are soft. Pour in the stock, cover the pan and let it simmer for twenty minutes. Season with salt and pepper, and serve the stew with rice and a slice of fresh bread.'
const HOSTILE = `<!doctype html><title>x</title><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><base href="http://127.0.0.1:9/">
<script>document.title = 'ran'; fetch('http://127.0.0.1:9/')</script><img src="http://127.0.0.1:9/t.gif" onerror="document.title = 'ran'">
<iframe src="http://127.0.0.1:9/"></iframe><body onload="document.title = 'ran'"></body>`

interface Bad {
  name: string
  files: () => Promise<string[]>
  message: RegExp
}
const BAD: readonly Bad[] = [
  {
    name: 'empty',
    files: async () => [await file('empty.txt', '')],
    message: /“empty\.txt” has no text in it/u
  },
  {
    name: 'binary',
    files: async () => [
      await file(
        'run.bin',
        Uint8Array.from({ length: 9_000 }, (_, at) => (at * 37) % 256)
      )
    ],
    message: /“run\.bin” is not a text\. Choose/u
  },
  {
    name: 'bytes of no encoding',
    files: async () => [
      await file(
        'bad.txt',
        Uint8Array.from({ length: 64 }, (_, at) => 0x80 + (at % 0x20))
      )
    ],
    message: /cannot be read in any encoding known here .* Save it as UTF-8/u
  },
  {
    name: 'a locked PDF',
    files: async () => [await file('locked.pdf', lockedPdf())],
    message: /“locked\.pdf” is locked with a password\. Open it in a PDF viewer/u
  },
  {
    name: 'a locked Word file',
    files: async () => [
      await file('locked.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    ],
    message: /old or password-locked Office file\. Open it in a word processor/u
  },
  {
    name: '50 MB',
    files: async () => [await file('huge.txt', new Uint8Array(50_000_000).fill(97))],
    message: /50 MB; a readout may have up to 25 MB\. Cut out the readout/u
  },
  {
    name: 'a hostile page',
    files: async () => [await file('hostile.html', HOSTILE)],
    message: /“hostile\.html” has no text in it/u
  },
  {
    name: 'a page nested without end',
    files: async () => [await file('deep.html', `<html>${'<div>'.repeat(100_000)}The two sides met.`)],
    message: /“deep\.html” is built in a way that no program builds documents, and was not read/u
  },
  {
    name: 'a bomb',
    files: async () => [await file('bomb.docx', bomb(200_000_000))],
    message: /“bomb\.docx” unpacks to more than a document holds/u
  },
  {
    name: 'only furniture',
    files: async () => [await file('menu.txt', 'Skip to main content\nShare\nPrint\nBack to top\n')],
    message: /“menu\.txt” holds only the furniture of a page/u
  },
  {
    name: 'French',
    files: async () => [await file('fr.txt', FRENCH)],
    message: /“fr\.txt” is neither in English nor in Chinese\. Look for/u
  },
  {
    name: 'Japanese',
    files: async () => [await file('ja.txt', JAPANESE)],
    message: /“ja\.txt” is neither in English nor in Chinese\. Look for/u
  },
  {
    name: 'the same text twice',
    files: async () => {
      await copyFile(readout('talks', 'us'), join(folder, 'copy.txt'))
      return [readout('talks', 'us'), join(folder, 'copy.txt')]
    },
    message: /hold the same text\. Choose the other side’s/u
  },
  {
    name: 'a folder without documents',
    files: async () => {
      await mkdir(join(folder, 'pictures'))
      await file('pictures/a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))
      return [join(folder, 'pictures')]
    },
    message: /no document in the folder\. Drop the files/u
  }
]

const china = (window: Page) => window.getByRole('region', { name: 'China readout' })

/** A good pair, alternately, so that each comparison is seen to be a new one. */
const compareGood = async (window: Page, turn: number): Promise<void> => {
  const [pair, words] = turn % 2 === 0 ? (['talks', 'Diaoyutai'] as const) : (['call', 'Gu Mingche'] as const)
  await drop(window, window.getByRole('banner'), { files: [readout(pair, 'us'), readout(pair, 'cn')] })
  await expect(china(window)).toContainText(words)
  await expect(window.getByRole('alert')).toBeHidden()
}

test('every bad input is said, keeps what was there, and the next comparison is made', async ({
  launchAlone
}) => {
  test.setTimeout(180_000)
  const { window, networkLog } = await launchAlone(readout('call', 'us'), readout('call', 'cn'))
  await settled(window, 'ready')
  for (const [turn, { name, files, message }] of BAD.entries())
    await test.step(name, async () => {
      const before = await china(window).innerText()
      await drop(window, window.getByRole('banner'), { files: await files() })
      await expect(window.getByRole('alert')).toContainText(message)
      expect(await china(window).innerText()).toBe(before)
      await compareGood(window, turn)
    })

  await test.step('a link alone', async () => {
    const before = await china(window).innerText()
    const data = 'https://example.org/readout'
    await drop(window, window.getByRole('banner'), { items: [{ mimeType: 'text/uri-list', data }] })
    await expect(window.getByRole('alert')).toContainText('makes no requests')
    expect(await china(window).innerText()).toBe(before)
    await compareGood(window, BAD.length)
  })

  await test.step('a text that is no readout is compared, once the reader wants it, with a note', async () => {
    await drop(window, china(window), { files: [await file('recipe.txt', RECIPE)] })
    await window.getByRole('button', { name: 'Compare it all the same' }).click()
    await expect(china(window)).toContainText('Heat the oil')
    const note = window.getByRole('status').filter({ hasText: '“recipe.txt” looks like no readout' })
    await expect(note).toContainText('drop the right one in its place')
    await compareGood(window, 0)
    await expect(note).toBeHidden()
  })
  expect(await window.title()).toMatch(/^[^<>]*Parallax$/)
  expect(await networkLog()).not.toContain('127.0.0.1:9')
})
