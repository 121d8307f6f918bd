import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { expect, launchSample, menu, readout, settled, test } from './app.ts'
import { choose, passage, sentence } from './desk.ts'
import { drop } from './drop.ts'

const colourOf = (place: Locator): Promise<string> =>
  place.evaluate((element) => getComputedStyle(element).color)
const head = (window: Page, party: string): Locator =>
  window.getByRole('region', { name: `${party} readout` }).getByRole('heading', { level: 2 })
const scrollTop = (window: Page, side: 'us' | 'cn'): Promise<number> =>
  window.locator(`[data-drop="${side}"] [role="document"]`).evaluate((element) => element.scrollTop)

test('a party keeps its colour when the sides are swapped', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const [us, cn] = [await colourOf(head(window, 'United States')), await colourOf(head(window, 'China'))]
  expect(us).not.toBe(cn)
  await window.keyboard.press('s')
  await expect(window.locator('section[data-drop="us"]')).toHaveAttribute('aria-label', 'China readout')
  await expect.poll(() => colourOf(head(window, 'China'))).toBe(cn)
  expect(await colourOf(head(window, 'United States'))).toBe(us)
  await expect(window.locator('.wordmark .us')).toHaveCSS('color', us)
})

test('the colours of the window are those of its exports', async ({ launch, newProfile }) => {
  const { electron, window } = await launchSample(launch)
  const hex = async (colour: Promise<string>): Promise<string> => {
    const channels = /rgb\((\d+), (\d+), (\d+)\)/u.exec(await colour)?.slice(1) ?? []
    return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`
  }
  await window.emulateMedia({ colorScheme: 'light' })
  const dots = window.getByRole('navigation', { name: 'Topics' }).locator('.dot')
  const topics = await dots.evaluateAll((all) => all.map((dot) => getComputedStyle(dot).backgroundColor))
  expect(new Set(topics).size).toBe(topics.length)
  const shown = [
    await hex(colourOf(head(window, 'United States'))),
    await hex(colourOf(head(window, 'China'))),
    await hex(Promise.resolve(topics[0] ?? ''))
  ]
  const path = join(await newProfile(), 'overview.svg')
  await choose(electron, path)
  await menu(electron, 'Export…')
  const dialog = window.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: /\(SVG\)/ }).check()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog.getByRole('status')).toContainText('overview.svg')
  const svg = await readFile(path, 'utf8')
  for (const colour of shown) expect(svg).toContain(colour)
})

test('at rest only what is at reading height is joined, and what one side has alone is barred in the margin', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  await window.getByRole('banner').hover()
  const ribbons = window.locator('[data-ribbon]')
  const shown = (): Promise<number> =>
    ribbons.evaluateAll((all) => all.filter((one) => getComputedStyle(one).opacity !== '0').length)
  const all = await ribbons.count()
  await expect.poll(shown).toBeLessThan(all)
  expect(await shown()).toBeGreaterThan(0)
  await window.locator('.ribbons').hover()
  await expect.poll(shown).toBe(all)

  const alone = sentence(window, 'c2')
  await expect(alone).toHaveClass(/alone/)
  await expect(alone).toHaveCSS('background-image', 'none')
  const box = await alone.boundingBox()
  const bars = await window
    .locator('[data-drop="cn"] .bar')
    .evaluateAll((list) =>
      list.map((bar) => bar.getBoundingClientRect()).map(({ top, bottom, right }) => ({ top, bottom, right }))
    )
  const beside = bars.filter(({ top, bottom }) => box && top <= box.y + 1 && bottom >= box.y + box.height - 1)
  expect(beside).toHaveLength(1)
  expect(beside[0]?.right).toBeLessThan(box?.x ?? 0)
})

test('a ribbon says what it joins, and a badge leads to the next counterpart', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  const gutter = window.locator('.ribbons')
  const matter = gutter.locator('.matter')
  await expect(matter).toHaveCount(0)
  await window.locator('[data-ribbon].near').first().hover({ force: true })
  await expect(matter).toContainText(/, (?:alike|differs)$/)
  await window.getByRole('banner').hover()
  await expect(matter).toHaveCount(0)

  const before = { us: await scrollTop(window, 'us'), cn: await scrollTop(window, 'cn') }
  await window.getByRole('button', { name: /counterparts? below in the text of China/ }).click()
  await expect.poll(() => scrollTop(window, 'cn')).toBeGreaterThan(before.cn)
  expect(await scrollTop(window, 'us')).toBe(before.us)
})

test('a second click on a sentence of several passages says which it shows', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const chip = passage(window).getByText(/^\d of \d passages with this sentence$/)
  const ids = await window
    .locator('[data-sentence].aligned')
    .evaluateAll((list) => list.map((one) => one.getAttribute('data-sentence') ?? ''))
  const several = async (at = 0): Promise<string> => {
    const id = ids[at]
    if (id === undefined) throw new Error('no sentence is in several passages')
    await sentence(window, id).click()
    await expect(passage(window)).toBeVisible()
    return (await chip.count()) > 0 ? id : several(at + 1)
  }
  const id = await several()
  await expect(chip).toHaveText(/^1 of/)
  await sentence(window, id).click()
  await expect(chip).toHaveText(/^2 of/)
})

test('the tone of the talks is marked where it is told, and its mark switched off', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const files = [join(folder, 'us.txt'), join(folder, 'cn.txt')] as const
  await writeFile(
    files[0],
    'Secretary of State Ruth Calder met today in Vienna with PRC Foreign Minister Shen Rui.\n\nThe two officials had candid and constructive discussions on a range of issues.\n'
  )
  await writeFile(
    files[1],
    'Foreign Minister Shen Rui met with U.S. Secretary of State Ruth Calder in Vienna.\n\nThe two sides had an in-depth and constructive exchange of views.\n'
  )
  const { window } = await launch()
  await settled(window, 'empty')
  await drop(window, window.getByRole('banner'), { files: [...files] })
  await settled(window, 'ready')
  const marks = window.locator('[data-sentence] .tone')
  await expect(marks).not.toHaveCount(0)
  await window.getByRole('button', { name: 'Legend', exact: true }).click()
  await window
    .getByRole('region', { name: 'Legend' })
    .getByRole('checkbox', { name: /tone of the talks/ })
    .uncheck()
  await expect(marks).toHaveCount(0)
})

test('every mark is switched off in the legend, which covers no text and closes with Escape', async ({
  launch
}) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  const legend = window.getByRole('region', { name: 'Legend' })
  const button = window.getByRole('button', { name: 'Legend', exact: true })
  await button.click()
  await expect(legend).toBeVisible()
  const [box, pane] = [
    await legend.boundingBox(),
    await window.locator('[data-drop="us"] [role="document"]').boundingBox()
  ]
  expect((pane?.y ?? 0) + (pane?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1)
  for (const [name, mark] of [
    [/also in the other/, '.underlined'],
    [/only in this readout/, 'article .bar'],
    [/joins what is at/, '.near'],
    [/reporting verb/, '[data-sentence] .verb'],
    [/demand on the other/, '[data-sentence] .demand'],
    [/other side is to have said/, 'article .said']
  ] as const) {
    await expect(window.locator(mark), mark).not.toHaveCount(0)
    await legend.getByRole('checkbox', { name }).uncheck()
    await expect(window.locator(mark), mark).toHaveCount(0)
  }
  await window.keyboard.press('Escape')
  await expect(legend).toHaveCount(0)
  await expect(button).toBeFocused()
})
