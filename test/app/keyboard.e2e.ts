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
  await check('a passage with its tools', async () => {
    await sentence(window, 'u2').click()
    await passage(window).getByText('Members', { exact: true }).click()
    await passage(window).getByRole('button', { name: 'Split…' }).click()
    await passage(window).getByLabel('verified').check()
  })
  await check('the history', async () => {
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

test('j and k move the focus in every view, and say where they came to', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const said = window.locator('p[role="status"]')
  await window.keyboard.press('j')
  const first = window.locator('[data-drop="us"] [data-sentence]:focus')
  await expect(first).toHaveCount(1)
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  await expect(said).toHaveText(
    /^Passage 1 of \d+: .+, (?:alike|differs)\. United States \d+ sentences?, China/
  )
  const id = (await first.getAttribute('data-sentence')) ?? ''
  await window.keyboard.press('j')
  await expect(said).toHaveText(/^Passage 2 of/)
  await expect(sentence(window, id)).not.toBeFocused()
  await window.keyboard.press('k')
  await expect(sentence(window, id)).toBeFocused()
  // From there the arrows go on, sentence by sentence.
  await window.keyboard.press('ArrowDown')
  await expect(window.locator('[data-drop="us"] [data-sentence]:focus')).not.toHaveAttribute(
    'data-sentence',
    id
  )

  await window.keyboard.press('2')
  await window.keyboard.press('j')
  await expect(said).toHaveText(/^Passage 2 of/)
  await expect(window.locator('[data-group].chosen')).toBeFocused()

  await window.keyboard.press('3')
  await window.keyboard.press('j')
  await expect(said).toHaveText(/^Finding 1 of \d+: /)
  await expect(window.getByRole('article').first()).toBeFocused()
})

test('sentences that one side alone has are found and linked by keys', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const lone = window.locator('[data-drop="us"] [data-sentence].alone').first()
  const us = (await lone.getAttribute('data-sentence')) ?? ''
  await lone.focus()
  await window.keyboard.press('l')
  // Across to the sentence beside it, then from one to the next until one of that side alone.
  await window.keyboard.press('ArrowRight')
  const focused = window.locator('[data-drop="cn"] [data-sentence]:focus')
  await expect(focused).toHaveCount(1)
  const isAlone = (): Promise<boolean> => focused.evaluate((element) => element.classList.contains('alone'))
  for (let step = 0; !(await isAlone()) && step < 60; step++) await window.keyboard.press('ArrowDown')
  const cn = (await focused.getAttribute('data-sentence')) ?? ''
  await window.keyboard.press('Enter')
  await expect(sentence(window, us)).toHaveClass(/aligned/)
  await expect(sentence(window, cn)).toHaveClass(/aligned/)
})

test('linking that is begun in another view goes on in the texts, at its sentence', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await sentence(window, 'u2').click()
  await window.keyboard.press('2')
  await passage(window).getByRole('button', { name: 'Link…' }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByText('with a sentence of')).toBeVisible()
  await expect(sentence(window, 'u2')).toBeFocused()
})

/** What the mouse does on a comparison, and the key that does the same. */
const BY_KEY = {
  'Next passage or finding': 'j',
  'Previous passage or finding': 'k',
  'Go to the counterpart of this sentence': '.',
  'Select nothing': 'Esc',
  'Swap the sides': 's',
  'Scroll the texts together or apart': 'p',
  'Fold or unfold the list of topics': 'r',
  'Side panel: go there, or close it': 'i',
  'Legend: what the marks mean, and which are shown': 'm',
  'Link this sentence with one of the other side': 'l',
  'Take the sentence out of its passage, or part the passage': 'u',
  'Mark the passage as verified': 'v',
  'Say that the two passages are alike, or that they differ': 'd',
  'Give the passage or sentence another topic': 'g',
  'Say who speaks in this sentence': 'w',
  'Members of the passage: take out, part, join with another': 'q',
  'Split this sentence…': 'b',
  'Join this sentence with the next': 'e',
  'Make a finding of your own on this sentence': 'f',
  'Write a note on what is selected': 'n',
  'Tag what is selected': 't',
  'All notes and tags': 'a',
  'Copy what is selected, with its citation': 'c',
  'History of changes': 'h'
}

test('what the mouse does on a passage stands in the palette with its key, and the key does it', async ({
  launch
}) => {
  const { electron, window } = await launchSample(launch)
  await sentence(window, 'u2').click()
  await menu(electron, 'Any command…')
  const options = window.getByRole('dialog', { name: 'Commands' }).getByRole('option')
  for (const [name, key] of Object.entries(BY_KEY)) {
    const option = options.filter({ has: window.getByText(name, { exact: true }) })
    await expect(option.locator('kbd').first(), name).toHaveText(key)
  }
  await window.keyboard.press('Escape')

  const relation = passage(window).getByRole('group', { name: 'Relation of the two' })
  const pressed = (await relation.locator('[aria-pressed="true"]').textContent()) ?? ''
  await window.keyboard.press('d')
  await expect(relation.locator('[aria-pressed="true"]')).not.toHaveText(pressed)
  await window.keyboard.press('w')
  await expect(passage(window).getByLabel('Said by')).toBeFocused()
  await sentence(window, 'u2').focus()
  await window.keyboard.press('g')
  await expect(passage(window).getByLabel('Topic of this passage')).toBeFocused()
  await sentence(window, 'u2').focus()
  await window.keyboard.press('.')
  await expect(window.locator('[data-drop="cn"] [data-sentence]:focus')).toHaveCount(1)

  // The same for a finding of the list.
  await window.keyboard.press('3')
  await window.keyboard.press('j')
  await window.keyboard.press('y')
  await expect(window.locator('aside.panel')).toHaveCount(0)
  await window.keyboard.press('j')
  await window.keyboard.press('o')
  await expect(window.locator('[data-sentence] .finding').first()).toBeInViewport()
})
