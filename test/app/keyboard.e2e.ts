import type { Page } from 'playwright/test'
import { expect, launchSample, menu, test } from './app.ts'
import { banner, history, passage, sentence } from './desk.ts'

/** More controls than any screen of the app has. */
const MOST_STEPS = 400

/**
 * Controls that the Tab key, pressed round the whole screen, never comes to. Of radio buttons it comes to the chosen
 * one, and of the sentences to one of each text: the arrow keys go on from there.
 */
const neverFocused = async (window: Page): Promise<string[]> => {
  await window.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.body
    const controls = [
      ...root.querySelectorAll<HTMLElement>('button, select, input, textarea, summary')
    ].filter(
      (control) =>
        control.checkVisibility() &&
        !control.matches(':disabled, [tabindex="-1"], [type="radio"]:not(:checked)')
    )
    if (controls.length === 0) throw new Error('there is no control on screen')
    for (const control of controls) control.dataset['awaited'] = ''
    const onfocus = ({ target }: Event): void => {
      if (target instanceof HTMLElement) delete target.dataset['awaited']
    }
    document.addEventListener('focusin', onfocus)
  })
  const left = window.locator('[data-awaited]')
  for (let step = 0; step < MOST_STEPS && (await left.count()) > 0; step++) await window.keyboard.press('Tab')
  return left.evaluateAll((controls) =>
    controls.map((control) => {
      if (control instanceof HTMLElement) delete control.dataset['awaited']
      return `${control.tagName} ${control.ariaLabel ?? control.textContent.trim()}`
    })
  )
}

/** An English quote in marks without its first two words, its last word and what follows that. */
const trimmed = (quoted: string): string =>
  /^“\S+ \S+ (?<words>.*\w)\W+\w+\W*”$/su.exec(quoted)?.groups?.['words'] ?? ''

test('Tab comes to every control of every panel and dialog', async ({ launch }) => {
  test.slow()
  const { electron, window } = await launchSample(launch)
  const check = (what: string, show: () => Promise<void>): Promise<void> =>
    test.step(what, async () => {
      await show()
      expect.soft(await neverFocused(window), what).toEqual([])
    })
  await check('a passage with its tools, and the history', async () => {
    await sentence(window, 'u2').click()
    await passage(window).getByText('Members', { exact: true }).click()
    await passage(window).getByRole('button', { name: 'Split…' }).click()
    await passage(window).getByLabel('verified').check()
    await menu(electron, 'History of changes')
    await expect(history(window)).toBeVisible()
  })
  await check('a finding of one’s own', async () => {
    await sentence(window, 'u2').focus()
    await window.keyboard.press('f')
    await expect(window.getByRole('complementary', { name: 'A finding of your own' })).toBeVisible()
  })
  await check('findings', async () => {
    await menu(electron, 'Findings')
    await window.getByRole('button', { name: 'Why' }).first().click()
  })
  for (const [command, name] of [
    ['export', 'Export'],
    ['about', 'About this comparison'],
    ['codebook', 'Codebook'],
    ['second coder', 'Second coder']
  ] as const)
    await check(name, async () => {
      await menu(electron, 'Any command…')
      await window.getByRole('combobox', { name: 'Command' }).fill(command)
      await window.getByRole('combobox', { name: 'Command' }).press('Enter')
      await expect(window.getByRole('dialog', { name })).toBeVisible()
      if (command === 'codebook') await window.getByRole('button', { name: 'Add a tag' }).click()
    }).then(async () => {
      await window.keyboard.press('Escape')
      await expect(window.locator('dialog[open]')).toHaveCount(0)
    })
})

test('the work of a desk by keys alone: verify, note, split, a finding of words of both sides', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  const sentences = (side: 'us' | 'cn') => window.locator(`[data-drop="${side}"] [data-sentence]`)
  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => window.keyboard.press(key)), Promise.resolve())

  await test.step('to the first passage, verified', async () => {
    await press('j', 'v')
    await expect(passage(window).getByLabel('verified')).toBeChecked()
    await press('v')
    await expect(passage(window).getByLabel('verified')).not.toBeChecked()
  })
  await test.step('a note, and back to the text', async () => {
    await press('n')
    const note = passage(window).getByLabel('Note on this passage')
    await expect(note).toBeFocused()
    await window.keyboard.type('jv nothing of this is a command')
    await expect(note).toHaveValue('jv nothing of this is a command')
    await note.blur()
  })
  await test.step('from sentence to sentence, and across', async () => {
    await sentences('us').first().focus()
    await press('ArrowDown')
    await expect(sentence(window, 'u2')).toBeFocused()
    await press('ArrowRight')
    await expect(window.locator('[data-drop="cn"] [data-sentence]:focus')).toHaveCount(1)
    await press('ArrowLeft')
    await expect(sentence(window, 'u2')).toBeFocused()
  })
  await test.step('split', async () => {
    const before = await sentences('us').count()
    await press('Enter')
    await passage(window).getByRole('button', { name: 'Split…' }).focus()
    await press('Enter', 'Tab')
    const words = passage(window).getByRole('group', { name: /second sentence/ })
    await words.getByRole('button').nth(2).focus()
    await press('Enter')
    await expect(sentences('us')).toHaveCount(before + 1)
  })
  await test.step('a finding of one’s own on both sides', async () => {
    await sentences('us').first().focus()
    await press('f')
    await sentences('cn').first().focus()
    await press('f')
    const own = window.getByRole('complementary', { name: 'A finding of your own' })
    await expect(own.getByRole('button', { name: /^Leave out/ })).toHaveCount(2)
    const words = own.getByRole('listitem').filter({ hasText: '“' }).first()
    const quoted = (await words.locator('span').first().textContent()) ?? ''
    await words.getByRole('button', { name: 'Start one word later' }).focus()
    await press('Enter', 'Enter')
    await words.getByRole('button', { name: 'End one word earlier' }).focus()
    await press('Enter', 'Enter')
    // Two words fewer at its start; at its end the stop, then a word. The focus stayed on the button.
    await expect(words.locator('span').first()).toHaveText(`“${trimmed(quoted)}”`)
    await own.getByLabel('In one sentence').focus()
    await window.keyboard.type('Both name the place.')
    await press('Tab', 'Enter')
    await expect(own).toBeHidden()
    await banner(window).click()
    await press('3')
    await expect(window.getByRole('article').filter({ hasText: 'Both name the place.' })).toHaveCount(1)
  })
})

test('Enter on a button presses that button, whatever it does elsewhere', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('3')
  await window.keyboard.press('j')
  const finding = window.getByRole('complementary', { name: 'The selected finding' })
  await finding.getByRole('button', { name: 'Accept' }).focus()
  await window.keyboard.press('Enter')
  await expect(window.locator('article.selected')).toContainText('accepted')
  await finding.getByRole('button', { name: 'Show in the texts' }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Texts', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await window.keyboard.press('3')
  // It is accepted still: Enter did nothing beside.
  await expect(window.getByRole('article').filter({ hasText: 'accepted' })).toHaveCount(1)
  const button = window.getByRole('button', { name: 'Export', exact: true })
  await button.focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog', { name: 'Export' })).toBeVisible()
})
