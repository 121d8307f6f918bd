import { expect, launchSample, settled, test } from './app.ts'
import { command, DIALOGS, resizeTo } from './desk.ts'

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
