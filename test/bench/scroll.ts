import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { ensureBuild } from '../../electron/runtime/build.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { ensureElectron } from '../../electron/runtime/electron.ts'
import { ROOT } from '../../electron/runtime/paths.ts'
import { run, say } from '../../electron/runtime/say.ts'
import { ensureSystemPackages } from '../../electron/runtime/system-packages.ts'
import { SIDES } from '../../engine/model.ts'
import { segment } from '../../engine/text/segment.ts'
import { longText, longTextOfShort } from './long-pair.ts'

/**
 * What reading feels like, `npm run bench:scroll`: the times of frames while one text is scrolled with the wheel, linked
 * and free, beside a bare page that has nothing but the same two texts, in one run; and how long the change to another
 * view and the exchange of the sides take. On a machine without a graphics card all frames are slower: the ratios to the
 * bare page are what may be compared.
 *
 * `npm run bench:scroll -- us.txt cn.txt` measures these two texts alone.
 */
const SHORT = 60
const LONG = 3000
/** So that the longer pair is about as long as a text may be (MAX_TEXT_LENGTH). */
const LETTERS_A_SENTENCE = 90
const WHEELS = 60
const WHEEL_PX = 120
const FRAME_MS = 1000 / 60

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const barePage = (texts: readonly string[]): string =>
  `<!doctype html><style>body{margin:0;display:grid;grid-template-columns:1fr 1fr;height:100vh;font:16px/1.62 serif}
div{overflow:auto;padding:0 28px}p{margin:0 0 .95em}</style>${texts
    .map(
      (text) =>
        `<div role="document">${text
          .split('\n\n')
          .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
          .join('')}</div>`
    )
    .join('')}`

interface Frames {
  median: number
  p95: number
  /** Frames that should have been shown and were not, as a share of all. */
  dropped: number
  /** How far the text went, of what the wheel asked for. */
  went: number
}

/** Wheels a pane, a turn a frame, and takes the times of the frames in the page. */
const scroll = async (window: Page): Promise<Frames> => {
  const pane = window.locator('[role="document"]').first()
  await pane.evaluate((element) => {
    element.scrollTop = 0
  })
  await pane.hover({ position: { x: 200, y: 200 } })
  await window.evaluate(() => {
    const times: number[] = []
    const tick = (at: number): void => {
      times.push(at)
      if (times.length < 10_000) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { frameTimes: times })
  })
  for (let turn = 0; turn < WHEELS; turn++) {
    await window.mouse.wheel(0, WHEEL_PX)
    await window.evaluate(() => new Promise(requestAnimationFrame))
  }
  const times = await window.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes)
  const top = await pane.evaluate((element) => element.scrollTop)
  const lengths = times.slice(1).map((at, index) => at - (times[index] ?? at))
  const sorted = [...lengths].sort((a, b) => a - b)
  const missed = lengths.reduce((sum, length) => sum + Math.max(0, Math.round(length / FRAME_MS) - 1), 0)
  return {
    median: sorted[sorted.length >> 1] ?? 0,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    dropped: missed / (missed + lengths.length),
    went: top / (WHEELS * WHEEL_PX)
  }
}

const told = (name: string, { median, p95, dropped, went }: Frames): string =>
  `  ${name.padEnd(14)} median ${median.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms, dropped ${(100 * dropped).toFixed(0)}%, went ${(100 * went).toFixed(0)}% of the way`

/** Presses a key in the page, and waits until what it brings has been painted. */
const painted = (window: Page, key: string, shown: string): Promise<number> =>
  window.evaluate(
    async ([name, selector]) => {
      const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
      const started = performance.now()
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
      while (!document.querySelector(selector)) {
        if (performance.now() - started > 20_000) throw new Error(`${selector} was not shown`)
        await frame()
      }
      await frame()
      await frame()
      return performance.now() - started
    },
    [key, shown] as const
  )

const launch = async (
  profile: string,
  display: string | undefined,
  words: string[]
): Promise<{ electron: ElectronApplication; window: Page }> => {
  const { path, args } = await ensureElectron()
  const electron = await _electron.launch({
    executablePath: path,
    args: [...args, `--user-data-dir=${profile}`, ...words],
    env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) }
  })
  const window = await electron.firstWindow()
  // What runs this file names the functions in it by a helper, which a page does not have.
  await window.evaluate('globalThis.__name = (named) => named')
  return { electron, window }
}

interface Pair {
  name: string
  texts: string[]
}

/** @param files of two texts; where there are none, texts of our own */
const pairsFrom = (files: readonly string[]): Pair[] =>
  files.length === SIDES.length
    ? [{ name: files.join(', '), texts: files.map((file) => readFileSync(file, 'utf8')) }]
    : [
        { name: `2 x ${SHORT} sentences`, texts: SIDES.map((side) => longText(side, SHORT)) },
        {
          name: `2 x ${LONG} short sentences`,
          texts: SIDES.map((side) => longTextOfShort(side, LONG, LETTERS_A_SENTENCE))
        }
      ]

run(async () => {
  await ensureSystemPackages()
  await ensureBuild()
  const display = await openDisplay(true)
  for (const { name, texts } of pairsFrom(process.argv.slice(2))) {
    const folder = mkdtempSync(join(tmpdir(), 'parallax-scroll-'))
    const files = SIDES.map((side) => join(folder, `${side}.txt`))
    files.forEach((file, at) => {
      writeFileSync(file, texts[at] ?? '')
    })
    say(`${name}, ${texts.map((text) => `${segment(text, 'en').sentences.length} sentences`).join(' and ')}:`)

    const bare = await launch(join(folder, 'bare'), display.name, [join(import.meta.dirname, 'bare')])
    await bare.window.setContent(barePage(texts))
    await bare.window.evaluate('globalThis.__name = (named) => named')
    console.log(told('bare page', await scroll(bare.window)))
    await bare.electron.close()

    const app = await launch(join(folder, 'app'), display.name, [ROOT, ...files])
    const { window } = app
    await window.locator('html[data-state="ready"]').waitFor({ state: 'attached', timeout: 120_000 })
    console.log(told('app, linked', await scroll(window)))
    await window.keyboard.press('p')
    console.log(told('app, free', await scroll(window)))
    for (const [step, key, shown] of [
      ['to Topics', '2', '.rows article'],
      ['to Texts', '1', '.texts [data-sentence]'],
      ['to Findings', '3', '[aria-label="Findings"] .page'],
      ['back to Texts', '1', '.texts [data-sentence]'],
      ['swap', 's', 'section[data-drop="us"][aria-label^="China"]']
    ] as const)
      console.log(`  ${step.padEnd(14)} ${(await painted(window, key, shown)).toFixed(0)} ms`)
    await app.electron.close()
    rmSync(folder, { recursive: true, force: true })
  }
  display.close()
  return 0
})
