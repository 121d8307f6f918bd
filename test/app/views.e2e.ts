import type { Page } from 'playwright/test'
import { expect, launchSample, readout, settled, test } from './app.ts'

const sentence = (window: Page, id: string) => window.locator(`[data-sentence="${id}"]`)

/** Ids of the sentences that are part of the selected passage. */
const chosen = (window: Page): Promise<(string | null)[]> =>
  window
    .locator('[data-sentence][aria-pressed="true"]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-sentence')))

test('swaps the sides with one click, and back', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const first = window.locator('section[data-drop="us"]')
  await expect(first).toHaveAttribute('aria-label', 'United States readout')
  await window.getByRole('button', { name: 'Swap sides' }).click()
  await expect(first).toHaveAttribute('aria-label', 'China readout')
  await expect(window.getByText('illustrative sample')).toBeVisible()
  await window.keyboard.press('s')
  await expect(first).toHaveAttribute('aria-label', 'United States readout')
})

test('pointing at a sentence lights up its counterpart and their ribbon', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await sentence(window, 'u2').hover()
  await expect(sentence(window, 'c1')).toHaveClass(/lit/)
  await expect(window.locator('[data-ribbon].chosen')).toHaveCount(1)
  await window.getByRole('banner').hover()
  await expect(sentence(window, 'c1')).not.toHaveClass(/lit/)
})

test('a sentence that one side alone has is said to be so', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const alone = window.locator('[data-sentence].hatched').first()
  const description = await alone.evaluate(
    (element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent
  )
  expect(description).toMatch(/^not in the readout of /)
})

test('next and previous by keyboard bring both passages into sight', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  await window.keyboard.press('j')
  const first = await chosen(window)
  expect(first).toEqual(expect.arrayContaining(['u1', 'c1']))
  await expect(window.getByRole('complementary', { name: 'The selected passage' })).toBeVisible()
  await window.keyboard.press('k')
  const last = await chosen(window)
  expect(last).not.toEqual(first)
  for (const id of last.filter(
    (value, at, all) => all.findIndex((other) => other?.[0] === value?.[0]) === at
  ))
    await expect(sentence(window, id ?? '')).toBeInViewport()
  await window.keyboard.press('j')
  expect(await chosen(window)).toEqual(first)
  await window.keyboard.press('Escape')
  expect(await chosen(window)).toEqual([])
})

test('the focus goes from a sentence to its counterpart', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await sentence(window, 'u2').focus()
  await window.keyboard.press('ArrowRight')
  await expect(sentence(window, 'c1')).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(sentence(window, 'c2')).toBeFocused()
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('Enter')
  await expect(sentence(window, 'c1')).toHaveAttribute('aria-pressed', 'true')
})

test('the texts scroll together by their matters, or apart', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  const top = (side: string): Promise<number> =>
    window.locator(`[data-drop="${side}"] [role="document"]`).evaluate((element) => element.scrollTop)
  await window.locator('[data-drop="cn"]').hover()
  await window.mouse.wheel(0, 700)
  await expect.poll(() => top('us')).toBeGreaterThan(50)
  await window.keyboard.press('l')
  await expect(window.getByRole('button', { name: 'Scroll together' })).toHaveAttribute(
    'aria-pressed',
    'false'
  )
  const before = await top('us')
  await window.mouse.wheel(0, -700)
  await expect.poll(() => top('cn')).toBeLessThan(50)
  expect(await top('us')).toBe(before)
})

test('the Topics view has a row a matter, and honest empty sides', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('2')
  await expect(window.getByRole('button', { name: 'Topics' })).toHaveAttribute('aria-pressed', 'true')
  const rows = window.getByRole('article')
  await expect(rows).not.toHaveCount(0)
  const groups = await window.locator('[data-group]').count()
  expect(groups).toBeGreaterThan(3)
  expect(await rows.count()).toBeGreaterThan(groups)
  await expect(window.getByText('not in the readout of the United States').first()).toBeVisible()
  await window.getByLabel('Order').selectOption('cn')
  await expect(rows.first()).toContainText('East Asia Cooperation')
  await window.getByRole('button', { name: /^Taiwan/ }).click()
  await expect(window.getByRole('button', { name: 'Only Taiwan ×' })).toBeVisible()
  for (const label of await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label'))))
    expect(label).toMatch(/^Taiwan/)
})

test('pasted text fills a place; the dialog leaves what is typed alone', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await window.locator('[data-drop="us"]').getByRole('button', { name: 'Paste…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Paste a readout' })
  await dialog.getByLabel('Text of the readout').fill('The Secretary raised concerns about 2 jks? on Taiwan.')
  await dialog.getByRole('button', { name: 'Use this text' }).click()
  await expect(window.locator('[data-drop="us"]')).toContainText('pasted text')
  await expect(dialog).toBeHidden()
})

test('the shortcut sheet opens by key and closes by Escape', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('?')
  const sheet = window.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('a narrow window keeps both texts and all topics in reach', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(720, 600)
  })
  await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThanOrEqual(760)
  await expect(sentence(window, 'u1')).toBeInViewport()
  await expect(sentence(window, 'c1')).toBeInViewport()
  await window.getByRole('button', { name: /^Trade/ }).scrollIntoViewIfNeeded()
  await expect(window.getByRole('button', { name: /^Trade/ })).toBeInViewport()
  await expect(window.getByText('nothing leaves this computer')).toBeInViewport({ ratio: 1 })
})
