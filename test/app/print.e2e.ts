import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import { expect, readout, settled, test } from './app.ts'
import { reportPage } from './report.ts'

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const NO_POPPLER = 'pdftotext and pdffonts (poppler-utils) are not installed'

let folder = ''
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-print-'))
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))

/** The save dialog answers with a place, or with none. */
const answerDialog = (electron: ElectronApplication, filePath: string): Promise<void> =>
  electron.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: place === '', filePath: place })
  }, filePath)

/** Prints as the window does, and writes the PDF; whether a place was chosen. */
const print = (page: Page, html: string): Promise<boolean> =>
  page.evaluate(async (page) => {
    const content = new Uint8Array(await window.parallax.printReport(page))
    return (await window.parallax.exportFile({ name: 'report.pdf', kind: 'pdf', content })) !== null
  }, html)

const poppler = (program: string, ...words: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

test('a report is printed to a PDF that other programs read, Chinese with its own typeface', async ({
  launch
}) => {
  test.skip(!hasPoppler, NO_POPPLER)
  const { electron, window } = await launch()
  await settled(window, 'empty')
  const pdf = join(folder, 'report.pdf')
  await answerDialog(electron, pdf)
  const html = reportPage(readout('talks', 'us'), readout('talks', 'cn.zh'), folder)
  const saved = await print(window, html)
  expect(saved).toBe(true)

  const text = poppler('pdftotext', '-layout', pdf, '-').replace(/\s+/g, ' ')
  expect(text).toContain('how the two readouts differ')
  expect(text).toContain('国务委员兼外长')
  expect(text).toMatch(/\b1 ?\/ ?\d+/)
  expect(poppler('pdfinfo', pdf)).toMatch(/Page size: +59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/)
  const fonts = poppler('pdffonts', pdf)
  expect(fonts).toContain('NotoSerifSC')
  expect(fonts).toContain('SourceSerif4')
  // None of the machine's own faces is needed; the footer alone is set in one of them.
  expect(fonts).not.toMatch(/CJK/)
  // The window that printed it is gone, and nothing lies about.
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect((await readdir(folder)).sort()).toEqual(['report.html', 'report.pdf'])
})

test('paper turns as the page says', async ({ launch }) => {
  test.skip(!hasPoppler, NO_POPPLER)
  const { electron, window } = await launch()
  await settled(window, 'empty')
  const pdf = join(folder, 'wide.pdf')
  await answerDialog(electron, pdf)
  await print(window, '<!doctype html><style>@page{size:A4 landscape}</style><p>wide</p>')
  expect(poppler('pdfinfo', pdf)).toMatch(/Page size: +84[12]\.\d+ x 59[45]\.\d+ pts/)
})

test('no place chosen, nothing printed', async ({ launch }) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await answerDialog(electron, '')
  expect(await print(window, '<p>x</p>')).toBe(false)
  expect(await readdir(folder)).toEqual([])
})

test('a page that would do harm can do nothing: no script runs, nothing is asked for, nothing else is read', async ({
  launch
}) => {
  test.skip(!hasPoppler, NO_POPPLER)
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end('reached')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { electron, window } = await launch()
  await settled(window, 'empty')
  const pdf = join(folder, 'hostile.pdf')
  await answerDialog(electron, pdf)
  const html = `<!doctype html><p id="said">before</p>
    <script>document.getElementById('said').textContent = 'script ran'</script>
    <img src="http://127.0.0.1:${port}/picture"><img src="x" onerror="document.title='script ran'">
    <link rel="stylesheet" href="http://127.0.0.1:${port}/style">
    <iframe src="http://127.0.0.1:${port}/frame"></iframe><iframe src="file:///etc/hostname"></iframe>
    <iframe src="parallax://app/index.html"></iframe>
    <meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/away">`
  await print(window, html)
  const text = poppler('pdftotext', pdf, '-')
  expect(text).toContain('before')
  expect(text).not.toContain('script ran')
  expect(text).not.toContain('reached')
  expect(asked).toEqual([])
  server.close()
})

test('where the place cannot be written the window is told', async ({ launch }) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await answerDialog(electron, join(folder, 'no/where.pdf'))
  const problem = await window.evaluate(async () => {
    const content = new Uint8Array(await globalThis.window.parallax.printReport('<p>x</p>'))
    return globalThis.window.parallax.exportFile({ name: 'report.pdf', kind: 'pdf', content })
  })
  expect(JSON.stringify(problem)).toMatch(/problem.*where\.pdf/)
  await expect(readFile(join(folder, 'no/where.pdf'))).rejects.toThrow()
})
