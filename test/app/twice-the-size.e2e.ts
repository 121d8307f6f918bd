import type { Locator } from 'playwright/test'
import { expect, launchSample, settled, test } from './app.ts'
import { command, DIALOGS, resizeTo, sentence } from './desk.ts'

test('no dialog is wider than there is room, at twice the size', async ({ launch }) => {
  test.slow()
  const { electron, window } = await launchSample(launch)
  await resizeTo(electron, window, [1280, 800], 2)
  for (const [words, name] of Object.entries(DIALOGS)) {
    await command(electron, window, words)
    const dialog = window.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    const wide = await dialog.evaluate((element) =>
      [element, ...element.querySelectorAll('*')]
        .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => `${one.tagName}.${[...one.classList].join('.')}`)
    )
    expect.soft(wide, name).toEqual([])
    await window.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

test('the empty window begins at its top, at twice the size', async ({ launch }) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await resizeTo(electron, window, [1280, 800], 2)
  const lead = window.getByText('Drop the two readouts of one meeting.')
  const header = await window.getByRole('banner').boundingBox()
  const box = await lead.boundingBox()
  expect((box?.y ?? 0) - ((header?.y ?? 0) + (header?.height ?? 0))).toBeGreaterThan(10)
})

test('what asks for a sentence to link stands below the texts, at twice the size', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await resizeTo(electron, window, [1440, 900], 2)
  await sentence(window, 'u3').click()
  await command(electron, window, 'Link this sentence')
  const asks = await window.locator('.linking').boundingBox()
  const text = await window.locator('.pane[data-drop="us"] [role="document"]').boundingBox()
  expect(asks?.y ?? 0).toBeGreaterThanOrEqual((text?.y ?? 0) + (text?.height ?? 0) - 1)
})

test('no tool of the lexicon stands alone on a line, at twice the size', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await resizeTo(electron, window, [1440, 900], 2)
  await command(electron, window, 'Lexicon')
  const dialog = window.getByRole('dialog', { name: 'Lexicon' })
  const middleOf = async (place: Locator): Promise<number> => {
    const box = await place.boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0) / 2
  }
  const add = await middleOf(dialog.getByRole('button', { name: 'Add…' }))
  expect(Math.abs(add - (await middleOf(dialog.getByLabel('only what I changed'))))).toBeLessThan(8)
})
