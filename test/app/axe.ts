import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'

/** What axe's rules look at that has other colours in the dark; all other rules find the same there. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/**
 * Axe itself, of the package that brings it. Its builder for Playwright puts it into the page twice for each look and
 * carries back all that is right as well, which takes four times as long as the look itself.
 */
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const AXE = readFileSync(ofBuilder.resolve('axe-core/axe.min.js'), 'utf8')

/** What is used of axe in the page. */
interface Axe {
  run: (options: { resultTypes: ['violations']; runOnly?: { type: 'rule'; values: string[] } }) => Promise<{
    violations: {
      id: string
      impact?: string | null
      nodes: { target: unknown; failureSummary?: string }[]
    }[]
  }>
}

/** @param rules only these; all where none are named */
const faultsBy = async (window: Page, rules?: string[]): Promise<string[]> => {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(AXE)
  return window.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      ...(values && { runOnly: { type: 'rule', values } })
    })
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} (${impact ?? 'minor'}) ${String(target)} ${failureSummary ?? ''}`
      )
    )
  }, rules)
}

/** What axe finds, of any weight, with the places, in the colours that are shown. */
export const faults = (window: Page): Promise<string[]> => faultsBy(window)

/** What it finds in light colours, and then in dark ones; light ones are shown after it. */
export const faultsInBothColours = async (window: Page): Promise<string[]> => {
  await window.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await faultsBy(window, RULES_OF_COLOUR)
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return [...dark.map((found) => `in the dark: ${found}`), ...(await faults(window))]
}
