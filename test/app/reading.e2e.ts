import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { longText } from '../bench/long-pair.ts'
import { expect, menu, readout, settled, test } from './app.ts'
import { passage, resizeTo, sentence } from './desk.ts'
import { drop } from './drop.ts'

type Side = 'us' | 'cn'
const pane = (window: Page, side: Side) => window.locator(`[data-drop="${side}"] [role="document"]`)
const top = (window: Page, side: Side): Promise<number> =>
  pane(window, side).evaluate((element) => element.scrollTop)
const frame = (window: Page): Promise<unknown> =>
  window.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
/** Where a sentence stands in the window. */
const yOf = async (window: Page, id: string): Promise<number> =>
  (await sentence(window, id).boundingBox())?.y ?? Number.NaN

/** Draws a finger upwards over a text, as a touch screen would tell of it. */
const swipe = async (window: Page, side: Side, distance: number): Promise<void> => {
  const box = await pane(window, side).boundingBox()
  if (!box) throw new Error('the text is not on screen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 60]
  const session = await window.context().newCDPSession(window)
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (let way = 10; way <= distance; way += 10)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - way }] })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}

/** Two texts of so many sentences a side, which answer each other word for word, as files. */
const longPair = async (sentences: number): Promise<{ files: string[]; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-long-'))
  const [own = '', ...paragraphs] = longText('us', sentences).split('\n\n')
  const [other = ''] = longText('cn', 1).split('\n\n')
  const files = await Promise.all(
    [own, other].map(async (title, at) => {
      const file = join(folder, `${at}.txt`)
      await writeFile(file, [title, ...paragraphs].join('\n\n'))
      return file
    })
  )
  return { files, remove: () => rm(folder, { recursive: true, force: true }) }
}

test('the text under the wheel goes where the wheel sends it; the other follows no faster', async ({
  launch
}) => {
  const { files, remove } = await longPair(600)
  const { window } = await launch(...files)
  await settled(window, 'ready')
  const all = await pane(window, 'us').evaluate((element) => {
    const tops: number[] = []
    Object.assign(globalThis, { tops })
    element.addEventListener('scroll', () => tops.push(element.scrollTop))
    return element.scrollHeight
  })
  expect(all).toBeGreaterThan(10_000)
  await pane(window, 'us').hover()
  let followed = 0
  for (let turn = 0; turn < 18; turn++) {
    const before = await top(window, 'cn')
    await window.mouse.wheel(0, 200)
    await frame(window)
    followed += Math.abs((await top(window, 'cn')) - before)
  }
  // To the pixel but for what the browser takes back when lines above turn out higher or lower than was told.
  await expect.poll(() => top(window, 'us')).toBeGreaterThan(3500)
  expect(followed).toBeGreaterThan(50)
  // Each turn is a whole pixel off at most.
  expect(followed).toBeLessThanOrEqual(3600 + 18)
  const tops = await window.evaluate(() => (globalThis as unknown as { tops: number[] }).tops)
  const back = tops.map((at, index) => (tops[index - 1] ?? 0) - at)
  expect(Math.max(...back)).toBeLessThan(40)

  // Taken hold of, the other leads.
  await pane(window, 'cn').hover()
  const before = await top(window, 'cn')
  for (let turn = 0; turn < 4; turn++) await window.mouse.wheel(0, 200)
  await expect.poll(() => top(window, 'cn')).toBeGreaterThan(before + 700)
  await remove()
})

test('who scrolls by key, by the scrollbar or by touch leads; the other follows', async ({ launch }) => {
  const { files, remove } = await longPair(600)
  const { window } = await launch(...files)
  await settled(window, 'ready')
  await test.step('by key', async () => {
    await pane(window, 'us').focus()
    for (let turn = 0; turn < 3; turn++) await window.keyboard.press('PageDown')
    await expect.poll(() => top(window, 'us')).toBeGreaterThan(600)
    await expect.poll(() => top(window, 'cn')).toBeGreaterThan(300)
  })
  await test.step('by the scrollbar of the other', async () => {
    const before = { us: await top(window, 'us'), cn: await top(window, 'cn') }
    const box = await pane(window, 'cn').boundingBox()
    if (!box) throw new Error('the text is not on screen')
    // Below the handle, a press goes on by pages.
    await window.mouse.move(box.x + box.width - 4, box.y + box.height - 40)
    await window.mouse.down()
    await expect.poll(() => top(window, 'cn')).toBeGreaterThan(before.us + 2000)
    await window.mouse.up()
    await expect.poll(() => top(window, 'us')).toBeGreaterThan(before.us + 200)
  })
  await test.step('by a finger on the first', async () => {
    const before = { us: await top(window, 'us'), cn: await top(window, 'cn') }
    await swipe(window, 'us', 600)
    await expect.poll(() => top(window, 'us')).toBeGreaterThan(before.us + 500)
    // Towards the counterpart, which may lie above where its scrollbar has brought it, and as near by as that stopped.
    await expect.poll(async () => Math.abs((await top(window, 'cn')) - before.cn)).toBeGreaterThan(10)
  })
  await remove()
})

test('what passes by beneath a pointer that rests is not lit; what is there once the text stands is', async ({
  launch
}) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  /** The sentence of the first text that is lit, and the one that is under the pointer. */
  const seen = (): Promise<{ lit: string[]; under: string | undefined }> =>
    window.evaluate(() => {
      const ids = (found: Iterable<HTMLElement>): string[] =>
        [...found].map((one) => one.dataset['sentence'] ?? '')
      return {
        lit: ids(document.querySelectorAll<HTMLElement>('[data-drop="us"] .lit')),
        under: ids(document.querySelectorAll<HTMLElement>('[data-drop="us"] [data-sentence]:hover'))[0]
      }
    })
  await sentence(window, 'u5').hover()
  await expect.poll(async () => (await seen()).lit).toContain('u5')
  const { lit } = await seen()
  // Seen as the text moves: on a machine that is slow between two turns of the wheel it stands, and may be lit anew.
  await window.evaluate(() => {
    let last = performance.now()
    document.addEventListener(
      'scroll',
      () => {
        const now = performance.now()
        const isFirst = document.body.dataset['during'] === undefined
        const ids = [...document.querySelectorAll<HTMLElement>('[data-drop="us"] .lit')].map(
          (one) => one.dataset['sentence'] ?? ''
        )
        if (isFirst || now - last < 40)
          document.body.dataset['during'] = `${document.body.dataset['during'] ?? ''}|${ids.join(' ')}`
        last = now
      },
      true
    )
  })
  for (let turn = 0; turn < 6; turn++) await window.mouse.wheel(0, 30)
  const during = (): Promise<string> => window.evaluate(() => document.body.dataset['during'] ?? '')
  await expect.poll(during).not.toBe('')
  expect(new Set((await during()).split('|').slice(1))).toEqual(new Set([lit.join(' ')]))
  await expect.poll(async () => (await seen()).lit).not.toEqual(lit)
  const after = await seen()
  expect(after.lit).toContain(after.under)
})

for (const width of [1100, 1440])
  test(`a panel that opens or closes leaves the clicked line where it is, in a window of ${width}`, async ({
    launch
  }) => {
    const { electron, window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
    await settled(window, 'ready')
    await resizeTo(electron, window, [width, 620])
    await window.keyboard.press('p')
    // The layout is asked for before the frame is: a text that became shorter is then at its end when it is measured.
    await window.evaluate(() => {
      new MutationObserver(() => document.body.getBoundingClientRect()).observe(document.body, {
        subtree: true,
        childList: true
      })
    })
    for (const side of ['us', 'cn'] as const) {
      const ids = await window
        .locator(`[data-drop="${side}"] [data-sentence]`)
        .evaluateAll((list) => list.map((one) => one.getAttribute('data-sentence') ?? ''))
      for (const id of ids.slice(4, 10)) {
        await sentence(window, id).evaluate((element) => {
          element.scrollIntoView({ block: 'center', behavior: 'instant' })
        })
        await frame(window)
        const before = await yOf(window, id)
        await sentence(window, id).dispatchEvent('click')
        await expect(passage(window)).toBeVisible()
        await frame(window)
        expect(Math.abs((await yOf(window, id)) - before), `${id} opened`).toBeLessThan(3)
        await window.keyboard.press('Escape')
        await expect(passage(window)).toBeHidden()
        await frame(window)
        expect(Math.abs((await yOf(window, id)) - before), `${id} closed`).toBeLessThan(3)
      }
    }
  })

test('a new comparison begins at its top; another view and back is the same place', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  await window.keyboard.press('p')
  await pane(window, 'us').hover()
  await window.mouse.wheel(0, 300)
  await expect.poll(() => top(window, 'us')).toBe(300)
  await window.keyboard.press('3')
  await expect(pane(window, 'us')).toBeHidden()
  await window.keyboard.press('1')
  await expect.poll(() => top(window, 'us')).toBe(300)
  await drop(window, window.getByRole('banner'), { files: [readout('call', 'us'), readout('call', 'cn')] })
  await expect(window.getByRole('region', { name: 'United States readout' })).not.toContainText('five hours')
  await expect.poll(() => top(window, 'us')).toBe(0)
  expect(await top(window, 'cn')).toBe(0)
})

test('a long pair is drawn where it is read, found, copied and gone to everywhere', async ({ launch }) => {
  const { files, remove } = await longPair(1500)
  const { electron, window } = await launch(...files)
  await settled(window, 'ready')
  const drawn = (): Promise<number> => window.locator('[data-sentence]').count()
  expect(await drawn()).toBeLessThan(700)
  expect(await window.locator('[data-ribbon]').count()).toBeLessThan(150)
  const text = await pane(window, 'us').evaluate((element) => element.textContent.length)
  expect(text).toBeGreaterThan(150_000)

  await test.step('far passages come into sight by key, on both sides', async () => {
    await window.keyboard.press('k')
    const chosen = window.locator('[data-sentence][aria-pressed="true"]')
    await expect(window.locator('[data-drop="us"]').locator(chosen).first()).toBeInViewport()
    await expect(window.locator('[data-drop="cn"]').locator(chosen).first()).toBeInViewport()
    expect(await drawn()).toBeLessThan(900)
  })
  await test.step('what is found stays marked when it is drawn', async () => {
    await menu(electron, 'Find…')
    const field = window.getByLabel('Find in both texts')
    await field.fill('wrongfully detained')
    await field.press('Shift+Enter')
    const marked = (): Promise<{ words: string; isInWindow: boolean }> =>
      window.evaluate(() => {
        const [range] = [...(CSS.highlights.get('found-current') ?? [])]
        if (!(range instanceof Range)) return { words: '', isInWindow: false }
        const { top: upper, bottom } = range.getBoundingClientRect()
        const isDrawn = range.startContainer.parentElement?.closest('[data-sentence]') !== null
        return { words: range.toString(), isInWindow: isDrawn && upper > 0 && bottom < innerHeight }
      })
    await expect.poll(marked).toEqual({ words: 'wrongfully detained', isInWindow: true })
    await field.press('Escape')
  })
  await test.step('views change at once', async () => {
    await window.keyboard.press('2')
    await expect(window.getByRole('article').first()).toBeVisible()
    const rows = await window.getByRole('article').count()
    expect(rows).toBeGreaterThan(40)
    expect(await window.locator('article.row h3').count()).toBeLessThan(rows)
  })
  await remove()
})
