import type { Page } from 'playwright/test'
import { expect, launchSample, readout, settled, test } from './app.ts'
import { resizeTo } from './desk.ts'

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
  const alone = window.locator('[data-sentence].alone').first()
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
  await window.keyboard.press('p')
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
  await expect(window.getByRole('button', { name: 'Topics', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  const rows = window.getByRole('article')
  await expect(rows).not.toHaveCount(0)
  const groups = await window.locator('[data-group]').count()
  expect(groups).toBeGreaterThan(3)
  expect(await window.locator('section.topic').count()).toBeGreaterThan(5)
  await expect(rows.getByText('not in the readout of the United States').first()).toBeVisible()
  await window.getByLabel('Order').selectOption('cn')
  await expect(rows.first()).toContainText('East Asia Cooperation')
  const whole = await rows.count()
  await window
    .getByRole('navigation', { name: 'Topics' })
    .getByRole('button', { name: /^Taiwan/ })
    .click()
  await expect(window.getByRole('button', { name: 'Only Taiwan ×' })).toBeVisible()
  expect(await rows.count()).toBeLessThan(whole)
  // The rows on it, and those that name it in passing.
  const own = window.getByRole('region', { name: 'Taiwan', exact: true }).getByRole('article')
  expect(await own.count()).toBeGreaterThan(0)
  expect(await own.count()).toBeLessThan(await rows.count())
  await expect(own.first()).toContainText(/Taiwan|One China/i)
})

test('a topic folds and unfolds, and a row that is gone to comes out of its fold', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('2')
  const rows = window.getByRole('article')
  const whole = await rows.count()
  const topic = window.getByRole('region', { name: 'Taiwan', exact: true })
  await topic.getByRole('button', { name: /^[^a-z]*Taiwan/ }).click()
  await expect(topic.getByRole('article')).toHaveCount(0)
  await window.getByRole('button', { name: 'Fold all' }).click()
  await expect(rows).toHaveCount(0)
  await window.keyboard.press('j')
  await expect(window.locator('.pair.chosen')).toBeInViewport()
  await window.getByRole('button', { name: 'Fold all' }).click()
  await window.getByRole('button', { name: 'Unfold all' }).click()
  await expect(rows).toHaveCount(whole)
})

test('the count at the foot is that of the texts, and says each difference of a row once', async ({
  launch
}) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  const alone = await window.locator('[data-drop="cn"] [data-sentence].alone').count()
  await expect(window.locator('footer .standing').nth(1)).toContainText(`${alone} only here`)
  await window.keyboard.press('2')
  const told = await window.getByRole('group', { name: 'What differs' }).getByRole('listitem').count()
  expect(told).toBeGreaterThan(4)
  for (const row of await window.getByRole('article').all()) {
    const lines = await row.getByRole('listitem').allTextContents()
    expect(new Set(lines).size).toBe(lines.length)
  }
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

test('the foot keeps to one line at 1024 pixels', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await resizeTo(electron, window, [1024, 700])
  await expect(window.getByText('nothing leaves this computer')).toBeInViewport({ ratio: 1 })
  const { height = 99 } = (await window.getByRole('contentinfo').boundingBox()) ?? {}
  expect(height).toBeLessThan(36)
})

test('what differs most is as wide as the page, with the terms of its Chinese quotations', async ({
  launch
}) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn.zh'))
  await settled(window, 'ready')
  await window.keyboard.press('3')
  const differences = window.locator('[data-foremost]')
  await expect(differences.filter({ hasText: /Terms: \p{Script=Han}+ \(/u }).first()).toBeVisible()
  // A difference's number stands before all of it, and takes no room of its words.
  for (const { left, whole } of await differences.evaluateAll((all) =>
    all.flatMap((one) => {
      const { left, width } = one.getBoundingClientRect()
      return [...one.children].map((part) => ({
        left: part.getBoundingClientRect().left - left,
        whole: width
      }))
    })
  ))
    expect(left).toBeLessThan(whole / 8)
})

test('the Findings view ranks, filters, explains, and leads to the words in the texts', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('3')
  const cards = window.getByRole('article')
  const all = await cards.count()
  expect(all).toBeGreaterThan(6)
  await expect(window.getByRole('heading', { name: 'What differs most' })).toBeVisible()

  await window.getByLabel('Kind').selectOption('omission')
  await expect(window.getByRole('group', { name: 'Filter' }).getByRole('status')).toHaveText(
    /^[1-9]\d* findings? of/
  )
  expect(await cards.count()).toBeLessThan(all)
  for (const label of await cards.evaluateAll((list) => list.map((card) => card.getAttribute('aria-label'))))
    expect(label).toMatch(/^Omission/)
  await window.getByLabel('Weight at least').fill('0.9')
  await window.getByLabel('Reported by').selectOption('cn')
  const left = await cards.count()
  if (left === 0) await expect(window.getByText('No finding passes the filter.')).toBeVisible()
  await window.getByLabel('Weight at least').fill('0')
  await window.getByLabel('Reported by').selectOption('any')
  await window.getByLabel('Kind').selectOption('any')
  await expect(cards).toHaveCount(all)

  // In the list a letter would choose an entry.
  await window.getByRole('heading', { name: 'What differs most' }).click()
  const shown = await cards.evaluateAll((list) => list.map((card) => card.getAttribute('data-finding') ?? ''))
  const [first = '', second = ''] = shown
  await window.keyboard.press('j')
  const panel = window.getByRole('complementary', { name: 'The selected finding' })
  await expect(panel).toContainText('Made by the rule')
  await expect(window.locator('article.selected')).toHaveAttribute('data-finding', first)
  await window.keyboard.press('j')
  await expect(window.locator('article.selected')).toHaveAttribute('data-finding', second)
  await window.keyboard.press('k')
  const words = await panel.locator('.difference').first().textContent()
  await window.locator(`[data-finding="${first}"]`).getByRole('button', { name: 'Show in the texts' }).click()
  await expect(window.getByRole('button', { name: 'Texts' })).toHaveAttribute('aria-pressed', 'true')
  const places = window.locator('[data-sentence] .finding')
  await expect(places.first()).toBeInViewport()
  expect((await places.allTextContents()).join('')).toContain(words ?? '?')
})

test('marks in the texts have shapes of their own and are switched off in the legend', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const terms = window.locator('[data-sentence] .term')
  await expect(terms.first()).toBeVisible()
  await window.getByText('Legend', { exact: true }).click()
  await window.getByRole('checkbox', { name: /contested term/ }).uncheck()
  await expect(terms).toHaveCount(0)
  await expect(window.locator('[data-sentence] .verb').first()).toBeVisible()
  await window.getByRole('checkbox', { name: /contested term/ }).check()
  await expect(terms.first()).toBeVisible()
})

test('says what the selected sentence claims', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await sentence(window, 'u3').click()
  const panel = window.getByRole('complementary', { name: 'The selected passage' })
  await expect(panel.getByRole('heading', { name: 'What this sentence says' })).toBeVisible()
  const words = (await panel.locator('q').first().textContent()) ?? ''
  expect(await sentence(window, 'u3').textContent()).toContain(words)
})
