import { mkdtemp, writeFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import type { LoadedLexicon } from '../../electron/contract/api.ts'
import { expect, settled, test } from './app.ts'

test.use({ isAlone: true })

/** What the window would load at its next start. */
const readBack = (page: Page): Promise<LoadedLexicon> => page.evaluate(() => window.parallax.loadLexicon())

test('an entry of the lexicon is added, makes findings, is switched off, and is there after a new start', async ({
  launch
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-lexicon-e2e-'))
  const [us, cn] = [join(folder, 'us.txt'), join(folder, 'cn.txt')]
  await writeFile(
    us,
    'Secretary Alder met PRC Foreign Minister Shen Rui.\n\nThe Secretary said that dead satellites harm science and technology cooperation.'
  )
  await writeFile(
    cn,
    'Foreign Minister Shen Rui met U.S. Secretary of State Alder.\n\nShen Rui said that retired spacecraft help science and technology cooperation.'
  )
  const { window } = await launch(us, cn)
  await settled(window, 'ready')
  await window.getByRole('button', { name: /^lexicon / }).click()
  const dialog = window.getByRole('dialog', { name: 'Lexicon' })
  await expect(dialog).toContainText('as it ships')

  await dialog.getByRole('button', { name: 'Add…' }).click()
  const form = dialog.getByRole('form', { name: 'Add an entry' })
  await form.getByLabel('Topic').selectOption('technology')
  await form.getByLabel('What the choice signals').fill('waste, or property')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form.getByRole('alert')).toContainText('has no terms')
  await form.getByLabel(/^As Washington/).fill('dead satellites')
  await form.getByLabel(/^As Beijing/).fill('retired spacecraft')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form).toBeHidden()
  await expect(dialog).toContainText('with 1 change of your own')

  await dialog.getByRole('button', { name: 'Reporting verbs' }).click()
  await dialog.getByLabel('Search the lexicon').fill('say said')
  await dialog.getByRole('checkbox', { name: 'say', exact: true }).uncheck()
  await expect(dialog).toContainText('with 2 changes of your own')
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await expect(window.getByRole('button', { name: /^lexicon .* \+ 2 of your own$/ })).toBeVisible()
  await window.keyboard.press('3')
  await expect(window.getByRole('article', { name: /^Contested term/ })).toContainText('dead satellites')

  // It is on disk, for the next start.
  const { json } = await readBack(window)
  expect(JSON.parse(json ?? '{}')).toMatchObject({ terms: [{ id: 'dead-satellites' }], off: ['verb:say'] })
  await window.reload()
  await settled(window, 'empty')
  await expect(window.getByRole('alert')).toBeHidden()
  await rm(folder, { recursive: true, force: true })
})
