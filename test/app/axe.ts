import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'

/** What axe's rules look at that has other colours in the dark; all other rules find the same there. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

const faultsBy = async (axe: AxeBuilder): Promise<string[]> => {
  // Electron opens no extra page for axe to finish in, which its legacy mode does without.
  const { violations } = await axe.setLegacyMode(true).analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${impact ?? 'minor'}) ${String(target)} ${failureSummary ?? ''}`
    )
  )
}

/** What axe finds, of any weight, with the places, in the colours that are shown. */
export const faults = (window: Page): Promise<string[]> => faultsBy(new AxeBuilder({ page: window }))

/** What it finds in light colours, and then in dark ones; light ones are shown after it. */
export const faultsInBothColours = async (window: Page): Promise<string[]> => {
  await window.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await faultsBy(new AxeBuilder({ page: window }).withRules(RULES_OF_COLOUR))
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return [...dark.map((found) => `in the dark: ${found}`), ...(await faults(window))]
}
