import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, readout, settled, test } from './app.ts'
import { alert, banner, history, noteOnSentence, passage, saveTo, sentence } from './desk.ts'
import { drop } from './drop.ts'

const which = (window: Page) => window.getByRole('combobox', { name: 'Comparison in this project' })
const note = (window: Page) => passage(window).getByLabel('Note on this sentence')
const stays = (window: Page) =>
  window.getByRole('status').filter({ hasText: 'The comparison before stays in the project' })

test('sides and languages change places only in what is untouched; what was done stays in the project', async ({
  launch
}) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await drop(window, banner(window), {
    files: [readout('talks', 'us'), readout('talks', 'cn'), readout('talks', 'cn.zh')]
  })
  await settled(window, 'ready')
  const china = window.getByRole('region', { name: 'China readout' })
  const language = (name: string) => china.getByRole('button', { name, exact: true })

  await test.step('untouched, it is one comparison', async () => {
    await language('Chinese').click()
    await expect(china).toContainText('钓鱼台')
    await language('English').click()
    await expect(china).toContainText('Diaoyutai')
    await expect(which(window)).toBeHidden()
    await expect(stays(window)).toHaveCount(0)
  })
  await test.step('another language', async () => {
    await noteOnSentence(window, 'c2', 'on the English text')
    await language('Chinese').click()
    await expect(china).toContainText('钓鱼台')
    await expect(stays(window)).toHaveCount(1)
    await sentence(window, 'c2').click()
    await expect(note(window)).toHaveValue('')
    await expect(which(window).getByRole('option')).toHaveCount(2)
    await which(window).selectOption({ index: 0 })
    await expect(china).toContainText('Diaoyutai')
    await sentence(window, 'c2').click()
    await expect(note(window)).toHaveValue('on the English text')
  })
  await test.step('the other side', async () => {
    await banner(window).click()
    await window.keyboard.press('s')
    await expect(which(window).getByRole('option')).toHaveCount(3)
    await expect(stays(window)).toHaveCount(1)
    // China's text has taken the other place, and is back in its own once the first comparison is on screen.
    await expect(window.locator('[data-drop="us"]')).toContainText('Diaoyutai')
    await which(window).selectOption({ index: 0 })
    await expect(window.locator('[data-drop="cn"]')).toContainText('Diaoyutai')
    await sentence(window, 'c2').click()
    await expect(note(window)).toHaveValue('on the English text')
  })
})

test('compared again with another lexicon, what was done stays; what lost its place is listed', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const [us, cn] = [join(folder, 'us.txt'), join(folder, 'cn.txt')]
  await writeFile(
    us,
    'Secretary Alder met PRC Foreign Minister Shen Rui.\n\nThe Secretary said that dead satellites harm science and technology cooperation.'
  )
  await writeFile(
    cn,
    'Foreign Minister Shen Rui met U.S. Secretary of State Alder.\n\nShen Rui said that retired spacecraft help science and technology cooperation.'
  )
  const { electron, window } = await launch(us, cn)
  await settled(window, 'ready')
  const lexicon = window.getByRole('dialog', { name: 'Lexicon' })
  const openLexicon = (): Promise<void> => window.getByRole('button', { name: /^lexicon / }).click()
  await noteOnSentence(window, 'u2', 'mine')

  await test.step('a term is added', async () => {
    await openLexicon()
    await lexicon.getByRole('button', { name: 'Add…' }).click()
    const form = lexicon.getByRole('form', { name: 'Add an entry' })
    await form.getByLabel('Topic').selectOption('technology')
    await form.getByLabel('What the choice signals').fill('waste, or property')
    await form.getByLabel(/^As Washington/).fill('dead satellites')
    await form.getByLabel(/^As Beijing/).fill('retired spacecraft')
    await form.getByRole('button', { name: 'Add' }).click()
    await expect(form).toBeHidden()
    await lexicon.getByRole('button', { name: 'Close' }).click()
    await sentence(window, 'u2').click()
    await expect(note(window)).toHaveValue('mine')
  })
  await test.step('its finding is accepted, and all saved', async () => {
    await window.keyboard.press('3')
    const found = window.getByRole('article', { name: /^Contested term/ })
    await found.getByRole('button', { name: 'Why' }).click()
    await window
      .getByRole('complementary', { name: 'The selected finding' })
      .getByRole('button', { name: 'Accept' })
      .click()
    await expect(found).toContainText('accepted')
    await saveTo(electron, window, join(folder, 'talks.parallax'))
  })
  await test.step('without the term there is no finding', async () => {
    await window.keyboard.press('1')
    await openLexicon()
    await lexicon.getByLabel('Search the lexicon').fill('dead satellites')
    await lexicon.getByRole('button', { name: 'Remove' }).click()
    await lexicon.getByRole('button', { name: 'Close' }).click()
    await expect(alert(window)).toContainText('1 of your changes lost their place')
    await expect(banner(window)).toContainText('not saved')
    await sentence(window, 'u2').click()
    await expect(note(window)).toHaveValue('mine')
    await banner(window).click()
    await window.keyboard.press('h')
    const lost = history(window).getByRole('region', { name: 'Lost their place' })
    await expect(lost.getByRole('listitem')).toHaveCount(1)
    await expect(lost).toContainText(/[Aa]ccepted the finding/)
  })
})
