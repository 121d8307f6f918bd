import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { SIDES } from '../../engine/model.ts'
import { longText } from '../bench/long-pair.ts'
import { expect, launchSample, menu, test } from './app.ts'
import { spokenTree } from './spoken.ts'

/** What makes another view of a long pair quick, told by what is drawn: times are measured by `npm run bench:scroll`. */

const pane = (window: Page) => window.locator('.pane[data-drop="us"] [role="document"]')

/** Presses a key and counts, in the first frame that has what it brings, what is drawn whole. */
const drawnAtFirst = (window: Page, key: string, shown: string): Promise<number> =>
  window.evaluate(
    ([name, selector]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const drawn = document.querySelectorAll(selector).length
          if (drawn > 0) resolve(drawn)
          else requestAnimationFrame(look)
        }
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
        look()
      }),
    [key, shown] as const
  )

test('the texts of a long pair wait behind another view, as they were', async ({ launch }) => {
  test.slow()
  const folder = await mkdtemp(join(tmpdir(), 'parallax-switching-'))
  const files = SIDES.map((side) => join(folder, `${side}.txt`))
  await Promise.all(SIDES.map((side, at) => writeFile(files[at] ?? '', longText(side, 500))))
  const { window } = await launch(...files)
  // A long pair is compared for longer than anything else here takes.
  await window.locator('html[data-state="ready"]').waitFor({ state: 'attached', timeout: 150_000 })
  await pane(window).hover()
  await window.mouse.wheel(0, 3000)
  const top = (): Promise<number> => pane(window).evaluate((element) => element.scrollTop)
  await expect.poll(top).toBeGreaterThan(2900)
  const before = await top()
  const sentences = (): Promise<number> => pane(window).locator('[data-sentence]').count()
  await expect.poll(sentences).toBeGreaterThan(5)
  await pane(window).evaluate((element) => {
    element.dataset['known'] = 'before'
  })

  // Of a hundred rows those of the first screen are drawn, and the others when they come near.
  expect(await drawnAtFirst(window, '2', 'article.row h3')).toBeLessThan(12)
  await expect(pane(window)).toBeHidden()
  await window.keyboard.press('1')
  await expect(pane(window)).toBeVisible()
  expect(await pane(window).getAttribute('data-known')).toBe('before')
  expect(await top()).toBe(before)
  expect(await sentences()).toBeGreaterThan(5)

  // Exchanged, a text is asked what is laid out of it only near the screen, however often it is measured until it stands.
  const [asked, all] = await window.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
    const elements = Element.prototype as unknown as Record<
      string,
      (this: Element, options?: CheckVisibilityOptions) => boolean
    >
    const own = elements['checkVisibility']
    const seen = new Set<Element>()
    elements['checkVisibility'] = function (options) {
      seen.add(this)
      return own?.call(this, options) ?? false
    }
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true }))
    while (!document.querySelector('[data-drop="us"][aria-label^="China"]')) await frame()
    for (let frames = 0; frames < 4; frames++) await frame()
    return [seen.size, document.querySelectorAll('[data-stretch]').length] as const
  })
  expect(all).toBeGreaterThan(40)
  expect(asked).toBeLessThan(0.8 * all)
  await rm(folder, { recursive: true })
})

test('what waits behind a view is not found, heard, reached or copied in it', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await window.locator('[data-sentence="u2"]').selectText()
  await window.keyboard.press('3')
  await expect(pane(window)).toBeHidden()
  expect(await window.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true)
  const heard = (await spokenTree(window)).filter(({ name }) => /^Text of the|^Scroll together/u.test(name))
  expect(heard).toEqual([])
  for (let step = 0; step < 60; step++) {
    await window.keyboard.press('Tab')
    expect(await window.evaluate(() => document.activeElement?.closest('.texts') ?? null)).toBeNull()
  }
  await menu(electron, 'Find…')
  await window.getByLabel('Find in both texts').fill('the')
  const found = await window.evaluate(() =>
    [...(CSS.highlights.get('found') ?? [])].filter(
      (range) => range instanceof Range && range.startContainer.parentElement?.closest('.texts') !== null
    )
  )
  expect(found).toEqual([])
})

test('a passage chosen in another view is in sight when the texts come back', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('2')
  await window.keyboard.press('k')
  await window.keyboard.press('1')
  const chosen = window.locator('[data-sentence][aria-pressed="true"]')
  await expect(window.locator('[data-drop="us"]').locator(chosen).first()).toBeInViewport()
  await expect(window.locator('[data-drop="cn"]').locator(chosen).first()).toBeInViewport()
})
