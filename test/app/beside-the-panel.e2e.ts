import type { Locator } from 'playwright/test'
import { expect, launchSample, menu, test } from './app.ts'
import { resizeTo, sentence } from './desk.ts'

test('what lies over the window leaves the panel in reach: the search, a message, a question, what is gone to', async ({
  launch
}) => {
  const { electron, window } = await launchSample(launch)
  const boxOf = async (
    place: Locator
  ): Promise<{ left: number; right: number; top: number; bottom: number }> => {
    const box = await place.boundingBox()
    if (!box) throw new Error('it is not on screen')
    return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height }
  }
  const search = window.getByRole('search')
  const message = window.getByRole('region', { name: 'What was just done' })
  for (const size of [
    [1024, 700],
    [1250, 800],
    [1440, 900]
  ] as const) {
    await resizeTo(electron, window, size)
    await sentence(window, 'u3').click()
    await menu(electron, 'Find…')
    const [found, side, tools] = [
      await boxOf(search),
      await boxOf(window.locator('aside.panel')),
      await boxOf(window.getByRole('button', { name: 'Swap sides' }))
    ]
    expect(found.right).toBeLessThanOrEqual(side.left)
    expect(found.right <= tools.left || found.left >= tools.right).toBe(true)
    await window.keyboard.press('Escape')
    await sentence(window, 'u3').focus()
    await window.keyboard.press('c')
    await expect(message).toBeVisible()
    expect((await boxOf(message)).right).toBeLessThanOrEqual(side.left)
    await window.keyboard.press('l')
    expect((await boxOf(window.locator('.linking'))).right).toBeLessThanOrEqual(side.left)
    await window.keyboard.press('Escape')
  }
  // At 200% too.
  await resizeTo(electron, window, [1440, 900], 2)
  await menu(electron, 'Find…')
  const { left } = await boxOf(window.locator('aside.panel'))
  expect((await boxOf(search)).right).toBeLessThanOrEqual(left)
  await window.keyboard.press('Escape')
  await sentence(window, 'u3').focus()
  await window.keyboard.press('c')
  await expect(message).toBeVisible()
  expect((await boxOf(message)).right).toBeLessThanOrEqual(left)
  await resizeTo(electron, window, [1440, 900])
  await window.keyboard.press('3')
  await window.keyboard.press('j')
  for (let time = 0; time < 3; time++) {
    await window.keyboard.press('x')
    await expect(message).toContainText('Dismissed the finding')
    expect((await boxOf(window.locator('article:focus'))).bottom).toBeLessThanOrEqual(
      (await boxOf(message)).top
    )
  }
})
