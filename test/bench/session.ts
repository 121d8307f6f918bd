import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CDPSession, Page } from 'playwright'
import { ensureBuild } from '../../electron/runtime/build.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { ensureElectron } from '../../electron/runtime/electron.ts'
import { Plain, run, say } from '../../electron/runtime/say.ts'
import { ensureSystemPackages } from '../../electron/runtime/system-packages.ts'
import { killTree, start } from './kill-app.ts'
import { memoryOf } from './memory.ts'

/**
 * A long session: one window is given pair after pair of readouts, each compared and looked at. What it and all
 * processes hold at the end beside what they held after the first few is what is never let go of.
 */
const DEFAULT_TIMES = 300
const READOUTS = resolve(import.meta.dirname, '../fixtures/readouts/talks')
/** After so many, caches are filled; measured from there. */
const WARM = 10
const MB = 1e6

/** Drops a pair of files that no earlier one is like, and waits until it is compared. */
const comparePair = async (window: Page, at: number, texts: { us: string; cn: string }): Promise<void> => {
  await window.evaluate(
    ({ at: number, texts: { us, cn } }) => {
      const carried = new DataTransfer()
      for (const [name, text] of [
        [`us-${number}.txt`, us],
        [`cn-${number}.txt`, cn]
      ] as const)
        carried.items.add(new File([`${text}\n\nThe two sides met for ${number + 2} hours.\n`], name))
      const banner = document.querySelector('header') ?? document.body
      for (const kind of ['dragenter', 'dragover', 'drop'])
        banner.dispatchEvent(
          new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true, composed: true })
        )
    },
    { at, texts }
  )
  await window
    .getByText(`The two sides met for ${at + 2} hours.`)
    .first()
    .waitFor({ state: 'attached' })
  await window.locator('main[aria-busy="false"]').waitFor({ state: 'attached' })
}

/** Heap of the window after a collection, in bytes. */
const heapOf = async (tools: CDPSession): Promise<number> => {
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  return usedSize
}

run(async () => {
  const { values } = parseArgs({ options: { times: { type: 'string' } } })
  const times = Number(values.times ?? DEFAULT_TIMES)
  if (!Number.isInteger(times) || times <= WARM) throw new Plain(`--times takes a number above ${WARM}.`)
  await ensureSystemPackages()
  const runtime = await ensureElectron()
  await ensureBuild()
  const display = await openDisplay(true)
  const profile = mkdtempSync(join(tmpdir(), 'parallax-session-'))
  const environment = {
    ...process.env,
    ...(display.name === undefined ? {} : { DISPLAY: display.name })
  } as Record<string, string>
  const { electron, window } = await start(runtime, profile, environment)
  const { pid = -1 } = electron.process()
  try {
    say(`${runtime.description}; ${times} comparisons in one window.`)
    const tools = await window.context().newCDPSession(window)
    const texts = {
      us: readFileSync(join(READOUTS, 'us.txt'), 'utf8'),
      cn: readFileSync(join(READOUTS, 'cn.txt'), 'utf8')
    }
    const measure = async (): Promise<string> => {
      const heap = await heapOf(tools)
      return `heap ${(heap / MB).toFixed(1)} MB, all processes ${memoryOf(pid)?.toFixed(0) ?? '?'} MB`
    }
    for (let at = 1; at <= times; at++) {
      await comparePair(window, at, texts)
      if (at === WARM || at === times || at % 50 === 0)
        console.log(`after ${at} comparisons: ${await measure()}`)
    }
    return 0
  } finally {
    killTree(pid)
    display.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
