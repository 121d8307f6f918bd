import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'

/** What axe's rules look at that has other colours in the dark; all other rules find the same there. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

const seriousBy = async (axe: AxeBuilder): Promise<string[]> => {
  // Electron opens no extra page for axe to finish in, which its legacy mode does without.
  const { violations } = await axe.setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary ?? ''}`)
    )
}

/** What axe finds serious or critical, with the places, in the colours that are shown. */
export const serious = (window: Page): Promise<string[]> => seriousBy(new AxeBuilder({ page: window }))

/** What it finds in light colours, and then in dark ones; light ones are shown after it. */
export const seriousInBothColours = async (window: Page): Promise<string[]> => {
  await window.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await seriousBy(new AxeBuilder({ page: window }).withRules(RULES_OF_COLOUR))
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return [...dark.map((found) => `in the dark: ${found}`), ...(await serious(window))]
}
