import type { ElectronApplication, Locator, Page } from 'playwright/test'
import { expect, launchSample, readout, settled, test } from './app.ts'
import { sentence } from './desk.ts'

const toast = (window: Page): Locator => window.getByRole('region', { name: 'What was just done' })
const clipboard = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(({ clipboard: board }) => board.readText())

/** Where a character of a sentence stands in the window: the middle of its left edge. */
const placeOf = (window: Page, id: string, at: number): Promise<{ x: number; y: number }> =>
  sentence(window, id).evaluate((element, offset) => {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let left = offset
    while (words.nextNode()) {
      const { length } = words.currentNode.textContent ?? ''
      if (left < length) break
      left -= length
    }
    const range = document.createRange()
    range.setStart(words.currentNode, left)
    range.setEnd(words.currentNode, left + 1)
    const { left: x, top, height } = range.getBoundingClientRect()
    return { x, y: top + height / 2 }
  }, at)

/** Selects words as a reader does, with the mouse held. */
const selectByMouse = async (
  window: Page,
  from: { id: string; at: number },
  to: { id: string; at: number }
): Promise<void> => {
  const [start, end] = [await placeOf(window, from.id, from.at), await placeOf(window, to.id, to.at)]
  await window.mouse.move(start.x, start.y)
  await window.mouse.down()
  await window.mouse.move(end.x, end.y, { steps: 8 })
  await window.mouse.up()
}

test('what is done is seen, and taken back where it is said', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await sentence(window, 'u2').click()
  await window.keyboard.press('v')
  await expect(toast(window)).toContainText(/verified/i)
  await toast(window).getByRole('button', { name: 'Undo' }).click()
  await expect(toast(window)).toContainText('Undone:')
  await expect(window.getByText(/\d of \d+ verified/)).toHaveCount(0)
  // The way back stays under the finger.
  await expect(toast(window).getByRole('button', { name: 'Do again' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText(/1 of \d+ verified/)).toBeVisible()
  await window.getByRole('banner').click()
  await window.keyboard.press('c')
  await expect(toast(window)).toContainText('Copied with its citation.')
  await toast(window).getByRole('button', { name: 'Close this message' }).click()
  await expect(toast(window)).toBeHidden()

  await sentence(window, 'u2').focus()
  await window.keyboard.press('f')
  const own = window.getByRole('complementary', { name: 'A finding of your own' })
  await own.getByLabel('In one sentence').fill('Both met.')
  await own.getByRole('button', { name: 'Add it' }).click()
  await expect(toast(window)).toContainText('Both met.')
  await toast(window).getByRole('button', { name: 'Undo' }).click()
  await expect(toast(window)).toContainText('Undone:')

  await window.getByRole('button', { name: 'New', exact: true }).click()
  // Under the pointer it stays, however long the window takes.
  await toast(window).hover()
  await settled(window, 'empty')
  await toast(window).getByRole('button', { name: 'Go back' }).click()
  await settled(window, 'ready')
  await expect(window.getByText(/1 of \d+ verified/)).toBeVisible()
})

test('what is dismissed in the list leaves what stands out and every count; the focus goes on', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('3')
  const cards = window.getByRole('article')
  const foremost = window.locator('[data-foremost]')
  const foot = window.getByRole('contentinfo')
  const all = await cards.count()
  await expect(foot).toContainText(`${all} findings`)
  const first = (await foremost.first().getAttribute('data-foremost')) ?? '?'
  const card = window.locator(`article[data-finding="${first}"]`)
  const kind = ((await card.getAttribute('aria-label')) ?? '').split(',')[0] ?? ''
  const inFilter = (): Promise<string | undefined> =>
    window
      .getByLabel('Kind')
      .locator('option')
      .allTextContents()
      .then((options) => options.find((option) => option.startsWith(kind)))
  const before = await inFilter()

  // At rest a card is read; what can be done with it shows under the pointer.
  const dismiss = card.getByRole('button', { name: 'Dismiss' })
  const judging = card.locator('.judging')
  await expect(judging).toHaveCSS('opacity', '0')
  await card.hover()
  await expect(judging).toHaveCSS('opacity', '1')
  const following = await cards
    .nth(
      1 +
        (await cards.evaluateAll(
          (list, id) => list.findIndex((one) => one.getAttribute('data-finding') === id),
          first
        ))
    )
    .getAttribute('data-finding')
  await dismiss.click()

  await expect(toast(window)).toContainText(/dismissed/i)
  await expect(cards).toHaveCount(all - 1)
  await expect(window.locator(`[data-foremost="${first}"]`)).toHaveCount(0)
  await expect(foot).toContainText(`${all - 1} findings`)
  await expect(window.getByRole('group', { name: 'Filter' }).getByRole('status')).toHaveText(
    `${all - 1} findings of ${all - 1}`
  )
  expect(await inFilter()).not.toBe(before)
  await expect(window.locator(`[data-finding="${following ?? ''}"]`)).toBeFocused()

  // By key, from the list, without opening anything.
  await window.keyboard.press('x')
  await expect(cards).toHaveCount(all - 2)
  await window.keyboard.press('Enter')
  await expect(cards.filter({ hasText: 'accepted' })).toHaveCount(1)
  await expect(window.getByRole('complementary', { name: 'The selected finding' })).toHaveCount(0)
  await expect(window.locator('[data-finding]:focus')).toHaveCount(1)
  await toast(window).getByRole('button', { name: 'Undo' }).click()
  await expect(cards.filter({ hasText: 'accepted' })).toHaveCount(0)
})

test('words that are dragged inside the window are no drop', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await sentence(window, 'u2').focus()
  await window.keyboard.press('f')
  const own = window.getByRole('complementary', { name: 'A finding of your own' })
  await own.getByLabel('In one sentence').fill('Half written')
  const text = window.locator('[data-drop="cn"] article')
  const before = await text.textContent()

  await selectByMouse(window, { id: 'u3', at: 2 }, { id: 'u3', at: 30 })
  expect(await window.evaluate(() => document.getSelection()?.toString().length ?? 0)).toBeGreaterThan(10)
  const [from, to] = [await placeOf(window, 'u3', 8), await placeOf(window, 'c2', 4)]
  const dragged = window.evaluate(
    () =>
      new Promise((heard) => {
        addEventListener('dragstart', () => {
          heard(true)
        })
      })
  )
  await window.mouse.move(from.x, from.y)
  await window.mouse.down()
  await window.mouse.move(to.x, to.y, { steps: 10 })
  expect(await dragged).toBe(true)
  await expect(window.getByText(/^Drop /)).toHaveCount(0)
  await window.mouse.up()

  await expect(own.getByLabel('In one sentence')).toHaveValue('Half written')
  expect(await text.textContent()).toBe(before)
  await expect(window.locator('main[aria-busy="false"]')).toHaveCount(1)
})

test('copied words are the words of the text and nothing that is drawn among them', async ({ launch }) => {
  const { electron, window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  const strengths = window.locator('[data-drop="us"] [data-sentence] .strength')
  const id = await strengths
    .first()
    .evaluate((mark) => mark.closest<HTMLElement>('[data-sentence]')?.dataset['sentence'] ?? '')
  const words = (await sentence(window, id).textContent()) ?? ''
  await sentence(window, id).scrollIntoViewIfNeeded()

  await test.step('a sentence with a marked verb, by the keys of the system', async () => {
    await sentence(window, id).evaluate((element) => document.getSelection()?.selectAllChildren(element))
    await window.keyboard.press('ControlOrMeta+C')
    await expect.poll(() => clipboard(electron)).toBe(words)
  })
  await test.step('with its citation, by the bar at the selection', async () => {
    await window.evaluate(() => document.getSelection()?.empty())
    await selectByMouse(window, { id, at: 2 }, { id, at: words.length - 2 })
    await window
      .getByRole('toolbar', { name: 'The selected words' })
      .getByRole('button', { name: 'Copy with citation' })
      .click()
    await expect.poll(() => clipboard(electron)).toContain(`“${words.slice(2, -2)}”`)
  })
  await test.step('across both texts: the signs between them stay out', async () => {
    await window.evaluate(() => {
      const [us, cn] = ['us', 'cn'].map((side) => document.querySelector(`[data-drop="${side}"] article`))
      if (us && cn) document.getSelection()?.setBaseAndExtent(us, 0, cn, cn.childNodes.length)
    })
    const texts = await Promise.all(
      ['us', 'cn'].map((side) =>
        window.locator(`[data-drop="${side}"] article`).evaluate((article) => article.textContent.trim())
      )
    )
    await window.keyboard.press('ControlOrMeta+C')
    const joined = (text: string): string => text.replaceAll(/\s+/gu, '')
    await expect.poll(async () => joined(await clipboard(electron))).toBe(joined(texts.join('')))
  })
})
