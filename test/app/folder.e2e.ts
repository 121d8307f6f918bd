import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, readout, settled, test } from './app.ts'
import { faultsInBothColours } from './axe.ts'
import { drop } from './drop.ts'

const READOUTS = resolve(import.meta.dirname, '../fixtures/readouts')
let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-folder-'))
})
test.afterEach(() => rm(folder, { recursive: true }))

test('the readouts in a dropped folder are paired by meeting, and one is chosen', async ({ launch }) => {
  await cp(READOUTS, join(folder, 'readouts'), { recursive: true })
  const { window } = await launch('--sample')
  await settled(window, 'ready')
  await drop(window, window.getByRole('banner'), { files: [join(folder, 'readouts')] })
  const dialog = window.getByRole('dialog', { name: '3 meetings were found' })
  await expect(dialog).toContainText('Blinken – Qin Gang, 18 June')
  await expect(dialog).toContainText('readouts/talks/cn.txt, readouts/talks/cn.zh.txt')
  await expect(dialog.getByRole('list', { name: 'Without a partner' })).toContainText('README.md')
  expect(await faultsInBothColours(window)).toEqual([])
  await dialog.getByRole('button', { name: /^Compare: Blinken – Qin Gang/u }).click()
  await expect(dialog).toBeHidden()
  const china = window.getByRole('region', { name: 'China readout' })
  await expect(china).toContainText('Diaoyutai')
  await china.getByRole('button', { name: 'Chinese', exact: true }).click()
  await expect(china).toContainText('钓鱼台')
})

test('four files at once are paired; closing the dialog keeps what was there', async ({ launch }) => {
  const { window } = await launch(readout('japan', 'us'), readout('japan', 'cn'))
  await settled(window, 'ready')
  const files = [readout('talks', 'us'), readout('talks', 'cn'), readout('call', 'us'), readout('call', 'cn')]
  await drop(window, window.getByRole('banner'), { files })
  const dialog = window.getByRole('dialog', { name: '2 meetings were found' })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(window.getByRole('region', { name: 'Japan readout' })).toContainText('MINAMIKAWA')
  await drop(window, window.getByRole('banner'), { files })
  await dialog.getByRole('button', { name: /^Compare: Alderton – Gu/u }).click()
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('Gu Mingche')
})

test('of a saved page with its folder the page is read, whatever else is in the folder', async ({
  launch
}) => {
  const words =
    'The Secretary met with Foreign Minister Qin Gang in Beijing. They spoke about Taiwan and trade.'
  await writeFile(join(folder, 'Readout.html'), `<!doctype html><title>Talks</title><p>${words}</p>`)
  await mkdir(join(folder, 'Readout_files'))
  await writeFile(
    join(folder, 'Readout_files/frame.html'),
    '<!doctype html><p>Subscribe to our newsletter.</p>'
  )
  await writeFile(join(folder, 'Readout_files/style.css'), 'p { color: red }')
  const { window } = await launch()
  await settled(window, 'empty')
  const page = [join(folder, 'Readout.html'), join(folder, 'Readout_files')]
  await drop(window, window.getByRole('banner'), { files: page })
  await expect(window.locator('[data-drop="us"]')).toContainText('Readout.html')
  await expect(window.getByRole('dialog')).toBeHidden()
  await drop(window, window.locator('[data-drop="cn"]'), { files: [readout('talks', 'cn')] })
  await settled(window, 'ready')
  await expect(window.getByRole('region', { name: 'United States readout' })).toContainText(
    'Taiwan and trade'
  )
})
