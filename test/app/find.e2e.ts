import { join, resolve } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, launchSample, menu, readout, settled, test } from './app.ts'

/** The words that are marked as found on screen, and as the present place. */
const marked = (window: Page, name: 'found' | 'found-current'): Promise<string[]> =>
  window.evaluate(
    (highlight) =>
      [...(CSS.highlights.get(highlight) ?? [])].map((range) =>
        range instanceof Range ? range.toString() : ''
      ),
    name
  )

test('finds in both texts, whatever the capitals, and goes round', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await menu(electron, 'Find…')
  const field = window.getByRole('textbox', { name: 'Find in both texts' })
  await expect(field).toBeFocused()
  await field.fill('TAIWAN')
  const places = await marked(window, 'found')
  expect(places.length).toBeGreaterThan(1)
  for (const place of places) expect(place.toLowerCase()).toBe('taiwan')
  await expect(window.getByText(`1 of ${places.length}`, { exact: true })).toBeVisible()
  await field.press('Enter')
  await expect(window.getByText(`2 of ${places.length}`, { exact: true })).toBeVisible()
  await field.press('Shift+Enter')
  await field.press('Shift+Enter')
  await expect(window.getByText(`${places.length} of ${places.length}`, { exact: true })).toBeVisible()
  expect(await marked(window, 'found-current')).toHaveLength(1)
  await field.fill('no such words')
  await expect(window.getByText('not found')).toBeVisible()
  await field.press('Escape')
  await expect(field).toBeHidden()
  expect(await marked(window, 'found')).toEqual([])
})

test('finds simplified characters by traditional ones, and the other way round', async ({ launch }) => {
  const { electron, window } = await launch(readout('talks', 'us'), readout('talks', 'cn.zh'))
  await settled(window, 'ready')
  await menu(electron, 'Find…')
  const field = window.getByRole('textbox', { name: 'Find in both texts' })
  await field.fill('中美關係')
  const places = await marked(window, 'found')
  expect(places.length).toBeGreaterThan(0)
  expect(new Set(places)).toEqual(new Set(['中美关系']))
})

test('finds words that are written with other characters, or parted at the end of a line', async ({
  launch
}) => {
  const cases = resolve(import.meta.dirname, '../fixtures/cases')
  const { electron, window } = await launch(
    join(cases, '22-hard-wrap/us-hyph.txt'),
    join(cases, '19-kangxi-radicals/cn.txt')
  )
  await settled(window, 'ready')
  await menu(electron, 'Find…')
  const field = window.getByRole('textbox', { name: 'Find in both texts' })
  for (const [wanted, shown] of [
    ['fentanyl', 'fen-\ntanyl'],
    ['responsibly', 'respon-\nsibly'],
    ['双方要保持沟通', '双⽅要保持沟通']
  ] as const) {
    await field.fill(wanted)
    await expect(window.getByText('1 of 1', { exact: true })).toBeVisible()
    expect(await marked(window, 'found')).toEqual([shown])
  }
})

test('the Enter and the Escape of an input method belong to it', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await menu(electron, 'Find…')
  const field = window.getByRole('textbox', { name: 'Find in both texts' })
  await field.fill('China')
  const places = await marked(window, 'found')
  const session = await window.context().newCDPSession(window)
  await session.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 })
  for (const key of ['Escape', 'Enter']) {
    // What the browser sends for a key that an input method took.
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 })
    await expect(field).toBeVisible()
  }
  await session.send('Input.insertText', { text: '中' })
  await expect(field).toHaveValue('China中')
  await field.fill('China')
  await expect(window.getByText(`1 of ${places.length}`, { exact: true })).toBeVisible()
})
