import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, readout, settled, test } from './app.ts'
import { drop } from './drop.ts'

const FORMATS = resolve(import.meta.dirname, '../fixtures/formats')
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-import-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

for (const [us, cn] of [
  ['talks-us.docx', 'talks-cn.zh.chromium.pdf'],
  ['talks-us.mhtml', 'talks-cn.zh.odt'],
  ['talks-us.eml', 'talks-cn.zh.rtf']
] as const)
  test(`compares ${us} with ${cn}, dropped under other names`, async ({ launch }) => {
    const { window } = await launch()
    await settled(window, 'empty')
    // Formats are told by content: the names say nothing.
    const paths = [join(folder, 'one.dat'), join(folder, 'two.dat')]
    await copyFile(join(FORMATS, us), paths[0] ?? '')
    await copyFile(join(FORMATS, cn), paths[1] ?? '')
    await drop(window, window.locator('[data-drop="us"]'), { files: paths })
    await settled(window, 'ready')
    await expect(window.getByRole('region', { name: 'United States readout' })).toContainText('Qin Gang')
    await expect(window.getByRole('region', { name: 'China readout' })).toContainText('秦刚')
  })

test('says what was cut from a page, puts it back, and reads it in another encoding', async ({ launch }) => {
  const page = join(folder, 'page.html')
  const words = (await readFile(readout('talks', 'us'), 'utf8')).split('\n').filter(Boolean)
  const body = words.map((line) => `<p>${line}</p>`).join('')
  await writeFile(
    page,
    `<!doctype html><meta charset="windows-1252"><title>Talks</title><nav><a href="/">Where all the links are</a></nav><article>${body}</article>`
  )
  const { window } = await launch(page, readout('talks', 'cn'))
  await settled(window, 'ready')
  const pane = window.getByRole('region', { name: 'United States readout' })
  await expect(pane).not.toContainText('Where all the links are')
  await pane.getByRole('button', { name: /page\.html, 1 notes?/u }).click()
  const dialog = window.getByRole('dialog', { name: /page\.html/u })
  await expect(dialog).toContainText('Saved web page')
  await dialog.getByRole('button', { name: 'Put back: Where all the links are' }).click()
  await expect(pane).toContainText('Where all the links are')
  await dialog.getByRole('button', { name: 'Cut: Where all the links are' }).click()
  await expect(pane).not.toContainText('Where all the links are')
  await dialog.getByLabel('Encoding').selectOption('gb18030')
  await expect(dialog).toContainText('chosen by you')
  await dialog.getByLabel('Encoding').selectOption('utf-8')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(pane).toContainText('Secretary')
})
