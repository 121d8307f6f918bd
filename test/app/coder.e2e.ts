import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { expect, menu, readout, settled, test } from './app.ts'
import { choose, command, passage, saveTo, sentence } from './desk.ts'
import { drop } from './drop.ts'

const TALKS = [readout('talks', 'us'), readout('talks', 'cn')]

test('the work of a second coder is held against one’s own, and each disagreement is gone to', async ({
  launch,
  newProfile
}) => {
  const theirs = join(await newProfile(), 'theirs.parallax')
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  const before = await window.locator('[data-drop="us"] [data-sentence]').count()
  const alone = window.locator('[data-drop="cn"] [data-sentence].alone').first()
  const aloneId = (await alone.getAttribute('data-sentence')) ?? ''
  const aloneWords = (await alone.textContent())?.trim() ?? ''

  await test.step('a colleague’s work: another speaker, a sentence cut in two, and its second part linked', async () => {
    await sentence(window, 'u2').click()
    await passage(window).getByLabel('Said by').selectOption('both')
    await passage(window).getByLabel('verified').check()
    await sentence(window, 'u5').click()
    await passage(window).getByRole('button', { name: 'Split…' }).click()
    await passage(window)
      .getByRole('group', { name: /second sentence/ })
      .getByRole('button')
      .nth(4)
      .click()
    const parts = window.locator('[data-drop="us"] [data-sentence]')
    await expect(parts).toHaveCount(before + 1)
    await parts.nth(5).focus()
    await window.keyboard.press('l')
    await alone.focus()
    await window.keyboard.press('Enter')
    await expect(parts.nth(5)).toHaveClass(/aligned/)
    await sentence(window, aloneId).click()
    await passage(window).getByLabel('verified').check()
    await saveTo(electron, window, theirs)
  })
  // Verified, linked, split, verified, the speaker.
  for (let step = 0; step < 5; step++) await menu(electron, 'Undo')
  await expect(window.locator('[data-drop="us"] [data-sentence]')).toHaveCount(before)

  const dialog = window.getByRole('dialog', { name: 'Second coder' })
  const open = async (): Promise<void> => {
    await command(electron, window, 'second coder')
    await dialog.getByRole('button', { name: 'Open a colleague’s file…' }).click()
  }
  await choose(electron, theirs)
  await open()
  await expect(dialog).toContainText('held against “theirs.parallax”')
  // What nobody looked at here agrees with nothing.
  await expect(dialog).toContainText('0 here, 2 there')
  await expect(dialog).toContainText('Nothing is verified by both yet')
  await expect(dialog.getByRole('row', { name: 'Links' })).toContainText('F1 –')
  await dialog.getByRole('button', { name: 'Close' }).click()
  for (const id of ['u2', 'u5']) {
    await sentence(window, id).click()
    await passage(window).getByLabel('verified').check()
  }
  await open()
  await expect(dialog).toContainText('2 here, 2 there')
  const row = (name: string): Locator => dialog.getByRole('row', { name })
  await expect(row('Speakers')).toContainText(/κ (?:–|-?\d\.\d\d)/)
  await expect(row('Topics')).toContainText(/κ (?:–|-?\d\.\d\d)/)
  await expect(row('Links')).toContainText(/F1 0\.\d\d.*only here, [1-9]\d* only there/)

  const table = join(await newProfile(), 'agreement.csv')
  await choose(electron, table)
  await dialog.getByRole('button', { name: 'Save the table…' }).click()
  await expect
    .poll(() => readFile(table, 'utf8').catch(() => ''))
    .toContain('passages verified by both coders (2 verified here, 2 there)')
  await choose(electron, theirs)
  const disagreements = dialog.getByRole('listitem')
  const speaker = disagreements.filter({ hasText: 'both sides' })
  await expect(speaker).toHaveCount(1)
  await speaker.getByRole('button', { name: 'Show' }).click()
  await expect(dialog).toBeHidden()
  await expect(sentence(window, 'u2')).toHaveAttribute('aria-pressed', 'true')

  // The colleague’s half sentence is not one here: the whole one is gone to.
  await open()
  const link = disagreements.filter({ hasText: aloneWords.slice(0, 30) }).filter({ hasText: 'not linked' })
  await link.first().getByRole('button', { name: 'Show' }).click()
  await expect(sentence(window, 'u5')).toHaveAttribute('aria-pressed', 'true')

  await test.step('of another pair, and no project at all', async () => {
    await window.getByRole('button', { name: 'New', exact: true }).click()
    await drop(window, window.getByRole('banner'), { files: [readout('call', 'us'), readout('call', 'cn')] })
    await settled(window, 'ready')
    await open()
    await expect(dialog.getByRole('alert')).toContainText(
      '“theirs.parallax”: It has no comparison of these two texts'
    )
    await writeFile(theirs, 'Dear colleague,')
    await dialog.getByRole('button', { name: 'Open a colleague’s file…' }).click()
    await expect(dialog.getByRole('alert').filter({ hasText: 'not a Parallax project' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toBeHidden()
  })
})

test('a codebook goes out and comes in, as a table and as REFI-QDA; what is in use cannot be deleted', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  const dialog = window.getByRole('dialog', { name: 'Codebook' })
  const names = (): Promise<string[]> =>
    dialog
      .getByLabel(/^Name of /u)
      .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')))
  await command(electron, window, 'codebook')
  for (const [name, means] of [
    ['Assurance', 'what one side promises'],
    ['保证, “red line”', '=not a formula']
  ] as const) {
    await dialog.getByRole('button', { name: 'Add a tag' }).click()
    await dialog
      .getByLabel(/^Name of /u)
      .last()
      .fill(name)
    await dialog
      .getByLabel(/^Name of /u)
      .last()
      .press('Tab')
    await dialog.getByLabel(`What ${name} means`).fill(means)
    await dialog.getByLabel(`What ${name} means`).press('Tab')
  }
  const forms = [
    ['Save as CSV…', 'codes.csv', /^\uFEFFid,name,colour,shape,description\r\n/u],
    ['Save as REFI-QDA…', 'codes.qdc', /<CodeBook xmlns="urn:QDA-XML:codebook:1\.0"/u]
  ] as const
  for (const [button, file, looks] of forms) {
    await choose(electron, join(folder, file))
    await dialog.getByRole('button', { name: button }).click()
    await expect.poll(() => readFile(join(folder, file), 'utf8').catch(() => '')).toMatch(looks)
  }

  await test.step('in use', async () => {
    await dialog.getByRole('button', { name: 'Close' }).click()
    await sentence(window, 'u2').click()
    const tags = passage(window).getByRole('group', { name: 'Tags on this sentence' })
    await tags.getByRole('button', { name: 'Assurance' }).click()
    await command(electron, window, 'codebook')
    await expect(dialog.getByRole('button', { name: 'Delete Assurance' })).toBeDisabled()
    await dialog.getByRole('button', { name: 'Delete 保证' }).click()
    expect(await names()).toEqual(['Assurance'])
  })
  for (const [, file] of forms)
    await test.step(`in from ${file}`, async () => {
      const remaining = dialog.getByRole('button', { name: 'Delete 保证' })
      await choose(electron, join(folder, file))
      await dialog.getByRole('button', { name: 'Import…' }).click()
      await expect(remaining).toBeVisible()
      await expect(dialog.getByRole('status')).toContainText('1 tag added.')
      // The same code comes back as the one that is in use, and is not there twice.
      expect((await names()).sort()).toEqual(['Assurance', '保证, “red line”'])
      await expect(dialog.getByLabel('What 保证, “red line” means')).toHaveValue('=not a formula')
      await expect(dialog.getByRole('button', { name: 'Delete Assurance' })).toBeDisabled()
      await remaining.click()
    })
  await test.step('what is no codebook is refused and changes nothing', async () => {
    await writeFile(join(folder, 'bad.csv'), 'a,b\r\n1,2\r\n')
    await choose(electron, join(folder, 'bad.csv'))
    await dialog.getByRole('button', { name: 'Import…' }).click()
    await expect(dialog.getByRole('alert')).toContainText('has no column “name”')
    expect(await names()).toEqual(['Assurance'])
  })
  await test.step('where it cannot be written', async () => {
    await choose(electron, join(folder, 'no/where.csv'))
    await dialog.getByRole('button', { name: 'Save as CSV…' }).click()
    await expect(dialog.getByRole('alert')).toContainText('no longer there')
  })
})
