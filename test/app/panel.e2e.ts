import type { Locator, Page } from 'playwright/test'
import { expect, launchSample, menu, readout, sampleOn, settled, test } from './app.ts'
import { faults } from './axe.ts'
import { history, noteOnSentence, panelTab, passage, resizeTo, sentence } from './desk.ts'

const panel = (window: Page): Locator => window.locator('aside.panel')
const edge = (window: Page): Locator => window.getByRole('separator', { name: 'Width of the panel' })
const widthOf = (place: Locator): Promise<number> =>
  place.evaluate((element) => Math.round(element.getBoundingClientRect().width))
const pane = (window: Page, side: 'us' | 'cn'): Locator => window.locator(`[data-drop="${side}"].pane`)

/** Words that have no room, and controls beyond the window's edge. */
const cutOff = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const isCut = (element: Element): boolean => {
      const { overflowX } = getComputedStyle(element)
      const hides = overflowX === 'hidden' || overflowX === 'clip'
      return hides && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 6
    }
    const isBeyond = (element: Element): boolean => {
      if (!element.matches('button, select, input, h1, h2, h3')) return false
      for (let place = element.parentElement; place; place = place.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(place).overflowX)) return false
      const { left, right } = element.getBoundingClientRect()
      return right > innerWidth + 1 || left < -1
    }
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !element.matches('.visually-hidden, .wordmark'))
      .filter((element) => isCut(element) || isBeyond(element))
      .map((element) => `${element.tagName}.${element.className} “${element.textContent.slice(0, 40)}”`)
  })

test('passage, finding, notes and history are tabs of one panel, which closes and comes back', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  await expect(panel(window)).toHaveCount(0)
  await sentence(window, 'u2').click()
  await expect(passage(window)).toBeVisible()
  await expect(panelTab(window, 'Passage')).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('h')
  await expect(history(window)).toBeVisible()
  await expect(window.locator('p[role="status"][aria-live]')).toHaveText(
    'History in the side panel; i goes there.'
  )
  await expect(panel(window)).toHaveCount(1)
  // The same key leads back to what was there.
  await window.keyboard.press('h')
  await expect(passage(window)).toBeVisible()

  // The tabs are one stop of the Tab key, with arrows.
  await window.keyboard.press('i')
  await expect(panelTab(window, 'Passage')).toBeFocused()
  await window.keyboard.press('ArrowRight')
  await expect(panelTab(window, 'Finding')).toBeFocused()
  await expect(panel(window)).toContainText('No finding is selected')
  await window.keyboard.press('End')
  await expect(history(window)).toBeVisible()
  await window.keyboard.press('Home')
  await expect(passage(window)).toBeVisible()

  // Closed, it leaves what is selected, and gives it the focus.
  await window.keyboard.press('i')
  await expect(panel(window)).toHaveCount(0)
  await expect(sentence(window, 'u2')).toHaveAttribute('aria-pressed', 'true')
  await expect(sentence(window, 'u2')).toBeFocused()
  await window.getByRole('button', { name: 'Side panel' }).click()
  await expect(passage(window)).toBeVisible()
  await panelTab(window, 'Passage').focus()
  await window.keyboard.press('Escape')
  await expect(panel(window)).toHaveCount(0)
  await expect(sentence(window, 'u2')).toHaveAttribute('aria-pressed', 'false')
  await expect(sentence(window, 'u2')).toBeFocused()
})

test('a finding of one’s own stays on screen while its words are chosen, and outlives a closed panel', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  const own = window.getByRole('complementary', { name: 'A finding of your own' })
  await sentence(window, 'u2').focus()
  await window.keyboard.press('f')
  await own.getByLabel('In one sentence').fill('Half written')
  await sentence(window, 'c2').click()
  await expect(own).toBeVisible()
  await own.getByRole('button', { name: 'Close' }).click()
  await expect(own).toHaveCount(0)
  await window.getByRole('button', { name: 'Side panel' }).click()
  await expect(own.getByLabel('In one sentence')).toHaveValue('Half written')
  await own.getByRole('button', { name: 'Give it up' }).click()
  await expect(own).toHaveCount(0)
})

test('the panel is as wide as its edge is dragged or moved by keys, and is so the next time', async ({
  launchOn,
  newProfile
}) => {
  const profile = await newProfile()
  const { electron, window } = await sampleOn(launchOn, profile)
  await resizeTo(electron, window, [1440, 900])
  await sentence(window, 'u2').click()
  const first = await widthOf(panel(window))
  await expect(edge(window)).toHaveAttribute('aria-valuenow', String(first))

  const box = await edge(window).boundingBox()
  if (!box) throw new Error('the edge is not on screen')
  await window.mouse.move(box.x + box.width / 2, 400)
  await window.mouse.down()
  await window.mouse.move(box.x + box.width / 2 - 100, 420, { steps: 5 })
  await window.mouse.up()
  await expect.poll(() => widthOf(panel(window))).toBeGreaterThan(first + 90)
  const dragged = await widthOf(panel(window))
  await expect(edge(window)).toHaveAttribute('aria-valuenow', String(dragged))

  await edge(window).focus()
  await window.keyboard.press('ArrowRight')
  await expect.poll(() => widthOf(panel(window))).toBe(dragged - 16)
  await window.keyboard.press('Home')
  const least = Number(await edge(window).getAttribute('aria-valuemin'))
  await expect.poll(() => widthOf(panel(window))).toBe(least)
  await window.keyboard.press('ArrowLeft')
  await expect(edge(window)).toHaveAttribute('aria-valuenow', String(least + 16))
  // No arrow of the edge went to the next passage.
  await expect(sentence(window, 'u2')).toHaveAttribute('aria-pressed', 'true')
  await electron.close()

  const again = await sampleOn(launchOn, profile)
  await resizeTo(again.electron, again.window, [1440, 900])
  await again.window.keyboard.press('j')
  await expect.poll(() => widthOf(panel(again.window))).toBe(least + 16)
})

test('the panel lies over the texts where there is no room for it beside them', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  for (const [size, isOver] of [
    [[1299, 800], true],
    [[1300, 800], false],
    [[900, 700], true]
  ] as const) {
    await resizeTo(electron, window, size)
    const before = [await widthOf(pane(window, 'us')), await widthOf(pane(window, 'cn'))]
    await window.keyboard.press('j')
    await expect(passage(window)).toBeVisible()
    const after = [await widthOf(pane(window, 'us')), await widthOf(pane(window, 'cn'))]
    if (isOver) expect(after, String(size)).toEqual(before)
    else expect(after[0], String(size)).toBeLessThan(before[0] ?? 0)
    await window.keyboard.press('Escape')
    await expect(panel(window)).toHaveCount(0)
  }
})

test('topics fold to their colours, are one stop of the Tab key, and stay folded', async ({
  launchOn,
  newProfile
}) => {
  const profile = await newProfile()
  const { electron, window } = await sampleOn(launchOn, profile)
  await resizeTo(electron, window, [1440, 900])
  const rail = window.getByRole('navigation', { name: 'Topics' })
  const topics = rail.locator('li button')
  expect(await topics.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1)
  await rail.getByRole('button', { name: 'List of topics' }).focus()
  await window.keyboard.press('Tab')
  await expect(topics.first()).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(topics.nth(1)).toBeFocused()
  await window.keyboard.press('End')
  await expect(topics.last()).toBeFocused()
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('Enter')
  await expect(topics.nth((await topics.count()) - 2)).toHaveAttribute('aria-pressed', 'true')
  // The next Tab leaves the list.
  await window.keyboard.press('Tab')
  await expect(rail.locator(':focus')).toHaveCount(0)

  const wide = await widthOf(pane(window, 'us'))
  await rail.getByRole('button', { name: 'List of topics' }).click()
  await expect.poll(() => widthOf(rail)).toBeLessThan(60)
  expect(await widthOf(pane(window, 'us'))).toBeGreaterThan(wide + 60)
  expect(await faults(window)).toEqual([])
  await electron.close()
  const again = await sampleOn(launchOn, profile)
  await expect.poll(() => widthOf(again.window.getByRole('navigation', { name: 'Topics' }))).toBeLessThan(60)
})

for (const [name, size, zoom] of [
  ['1024 × 700', [1024, 700], 1],
  ['1280 × 800 at twice the size', [1280, 800], 2],
  ['1440 × 900', [1440, 900], 1]
] as const)
  test(`nothing is cut off, and columns can be read, at ${name}`, async ({ launch }) => {
    const { electron, window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
    await settled(window, 'ready')
    await resizeTo(electron, window, size, zoom)
    for (const key of ['1', '2', '3']) {
      await window.keyboard.press(key)
      expect.soft(await cutOff(window), `view ${key}`).toEqual([])
      await window.keyboard.press('j')
      await expect(panel(window)).toBeVisible()
      expect.soft(await cutOff(window), `view ${key} with its panel`).toEqual([])
      await window.keyboard.press('h')
      expect.soft(await cutOff(window), `view ${key} with the history`).toEqual([])
      await window.keyboard.press('Escape')
      await window.keyboard.press('Escape')
      await expect(panel(window)).toHaveCount(0)
    }
    await window.keyboard.press('1')
    await window.keyboard.press('j')
    for (const side of ['us', 'cn'] as const) {
      const column = await pane(window, side)
        .locator('article p')
        .first()
        .evaluate((paragraph) => ({
          width: paragraph.getBoundingClientRect().width,
          letter: parseFloat(getComputedStyle(paragraph.closest('article') ?? paragraph).fontSize)
        }))
      // Some fifteen letters of the width of an em: thirty characters a line.
      expect(column.width / column.letter).toBeGreaterThan(15)
      const height = await pane(window, side)
        .locator('.scroll')
        .evaluate((element) => element.clientHeight)
      expect(height, 'lines of the text').toBeGreaterThan(200)
    }
  })

test('all notes and tags are in a list that is searched and narrowed, and leads to their places', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  await noteOnSentence(window, 'u2', 'first of all')
  await noteOnSentence(window, 'c3', 'said only in Beijing')
  await window.keyboard.press('t')
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: 'Add a tag' }).click()
  await window.keyboard.press('Escape')
  await passage(window).getByRole('button', { name: 'Tag 1' }).last().click()
  await window.keyboard.press('3')
  await window.keyboard.press('j')
  await window.keyboard.press('n')
  await window.keyboard.type('worth a paragraph')
  await window.keyboard.press('Escape')
  await panelTab(window, 'Notes').click()

  const list = window.getByRole('list', { name: 'Notes and tags' }).getByRole('listitem')
  await expect(list).toHaveCount(3)
  await expect(list.nth(0)).toContainText('first of all')
  await expect(list.nth(2)).toContainText('worth a paragraph')
  expect(await faults(window)).toEqual([])
  const search = panel(window).getByRole('textbox', { name: 'Words in notes, tags and texts' })
  await search.fill('beijing SAID')
  await expect(list).toHaveCount(1)
  await expect(panel(window).getByRole('status')).toContainText('1 of 3 places')
  await panel(window).getByRole('button', { name: 'Show all' }).click()
  await expect(list).toHaveCount(3)
  await panel(window).getByLabel('Notes on what').selectOption('findings')
  await expect(list).toHaveCount(1)
  await expect(list).toContainText('worth a paragraph')
  await panel(window).getByLabel('Notes on what').selectOption('everything')
  await panel(window).getByLabel('Notes with the tag').selectOption('Tag 1')
  await expect(list).toHaveCount(1)
  // Where it is stands in the texts; the list stays.
  await list.getByRole('button').click()
  await expect(sentence(window, 'c3')).toBeInViewport()
  await expect(sentence(window, 'c3')).toHaveAttribute('aria-pressed', 'true')
  await expect(list.getByRole('button')).toHaveAttribute('aria-current', 'true')
})

test('Join lists every sentence of both sides, and Split opens where it is seen', async ({ launch }) => {
  const { electron, window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  await resizeTo(electron, window, [1024, 560])
  const button = passage(window).getByRole('button', { name: 'Join with another passage…' })
  const count = async (): Promise<number> => {
    await window.keyboard.press('j')
    await window.keyboard.press('q')
    await expect(passage(window).locator('details[open] li').first()).toBeVisible()
    return button.count()
  }
  let steps = 0
  while ((await count()) === 0 && ++steps < 40) await window.keyboard.press('Escape')
  await button.click()
  const others = window.getByRole('list', { name: 'Passages to join with' }).getByRole('listitem')
  await expect(others.first()).toBeInViewport()
  const words = await others.first().locator('.words').allTextContents()
  const members = passage(window).locator('details li label')
  const before = await members.count()
  await others
    .first()
    .getByRole('button', { name: /^Join with/ })
    .click()
  await expect(members).not.toHaveCount(before)
  // Each sentence that was listed is a member now.
  for (const word of words) await expect(members.filter({ hasText: word.slice(0, 50) })).toHaveCount(1)

  await sentence(window, 'u4').focus()
  await window.keyboard.press('b')
  const split = passage(window).getByRole('group', { name: /second sentence/ })
  await expect(split).toBeInViewport({ ratio: 0.9 })
  await expect(split.getByRole('button').first()).toBeFocused()
})

/** A pair that agrees in something, too. */
const AGREEING = '../practice/p19a-2029-04-17-secretary-beijing'

test('weight is called weight, its slider says its value, and differences come before agreement', async ({
  launch
}) => {
  const { electron, window } = await launch(readout(AGREEING, 'us'), readout(AGREEING, 'cn'))
  await settled(window, 'ready')
  await menu(electron, 'Findings')
  await expect(window.getByRole('img', { name: /^weight \d of 5$/ }).first()).toBeVisible()
  await expect(window.getByRole('img', { name: /^strength/ })).toHaveCount(0)
  const slider = window.getByLabel('Weight at least')
  await slider.focus()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '0.2')
  await expect(window.getByText('0.2', { exact: true })).toBeVisible()
  const sections = window.getByRole('region', { name: 'Findings' }).locator('section')
  const names = await sections.evaluateAll((list) => list.map((one) => one.getAttribute('aria-label') ?? ''))
  expect(names).toContain('Alike')
  expect(names.indexOf('Differs')).toBeLessThan(names.indexOf('Alike'))
  await window.keyboard.press('1')
  await sentence(window, 'u9').click()
  const order = await passage(window).locator('h3').allTextContents()
  expect(order.indexOf('What differs')).toBeGreaterThan(-1)
  expect(order.indexOf('What differs')).toBeLessThan(order.indexOf('Why side by side'))
})
