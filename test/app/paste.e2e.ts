import type { RunningApp } from './lasting.ts'
import { expect, readout, settled, test } from './app.ts'
import { drop } from './drop.ts'

const HTML =
  '<h1>Qin Gang Meets Blinken</h1><p>Qin Gang stressed that the Taiwan question is at the core of <b>China’s core interests</b>.</p><p>He urged the U.S. side to honour its commitments.</p>'
/** What a browser gives beside it: the paragraphs run together. */
const TEXT =
  'Qin Gang Meets Blinken Qin Gang stressed that the Taiwan question is at the core of China’s core interests. He urged the U.S. side to honour its commitments.'

/** Puts something on the system's clipboard, as another program does. */
const copy = ({ electron }: RunningApp, data: { text: string; html?: string }): Promise<void> =>
  electron.evaluate(({ clipboard }, copied) => {
    // As the Electron has it that the tests run on; newer ones have taken over the web's own way.
    const board = clipboard as unknown as { write: (data: typeof copied) => void }
    board.write(copied)
  }, data)

test('a selection of a page pasted anywhere keeps its paragraphs', async ({ launch }) => {
  const app = await launch(readout('talks', 'us'))
  const { window } = app
  await window.locator('[data-drop="us"]').getByText('us.txt').waitFor()
  await copy(app, { text: TEXT, html: HTML })
  await window.locator('body').press('ControlOrMeta+v')
  await settled(window, 'ready')
  const china = window.getByRole('region', { name: 'China readout' })
  await expect(china.locator('p.title')).toHaveText('Qin Gang Meets Blinken')
  await expect(china).toContainText('He urged the U.S. side')
  await expect(china).toContainText('pasted selection')
})

test('a selection of a page pasted into the dialog keeps its paragraphs', async ({ launch }) => {
  const app = await launch(readout('talks', 'us'))
  const { window } = app
  await window.locator('[data-drop="us"]').getByText('us.txt').waitFor()
  await copy(app, { text: TEXT, html: HTML })
  await window.locator('[data-drop="cn"]').getByRole('button', { name: 'Paste…' }).click()
  await window.getByRole('textbox', { name: 'Text of the readout' }).press('ControlOrMeta+v')
  await window.getByRole('button', { name: 'Use this text' }).click()
  await settled(window, 'ready')
  await expect(window.getByRole('region', { name: 'China readout' }).locator('p.title')).toHaveText(
    'Qin Gang Meets Blinken'
  )
})

test('a link pasted or dragged alone says what to do, and a selection dragged with one is read', async ({
  launch
}) => {
  const app = await launch(readout('talks', 'us'))
  const { window } = app
  await window.locator('[data-drop="us"]').getByText('us.txt').waitFor()
  await copy(app, { text: 'https://example.org/readout' })
  await window.locator('body').press('ControlOrMeta+v')
  await expect(window.getByRole('alert')).toContainText('makes no requests: open the page')
  await drop(window, window.locator('[data-drop="cn"]'), {
    items: [
      { mimeType: 'text/uri-list', data: 'https://example.org/readout' },
      { mimeType: 'text/plain', data: TEXT },
      { mimeType: 'text/html', data: HTML }
    ]
  })
  await settled(window, 'ready')
  await expect(window.getByRole('alert')).toBeHidden()
  await expect(window.getByRole('region', { name: 'China readout' }).locator('p.title')).toHaveText(
    'Qin Gang Meets Blinken'
  )
})
