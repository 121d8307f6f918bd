import type { Locator, Page } from 'playwright/test'
import { expect, launchSample, menu, sampleOn, settled, test } from './app.ts'
import { faults } from './axe.ts'
import { sentence } from './desk.ts'

test.use({ isAlone: true })

const settingsOf = (window: Page): Locator => window.getByRole('dialog', { name: 'Settings' })

test('what is chosen in the settings is seen at once, and kept for the next start', async ({
  launchOn,
  newProfile
}) => {
  const profile = await newProfile()
  const { electron, window } = await sampleOn(launchOn, profile)
  await window.emulateMedia({ colorScheme: null })
  const keys = await electron.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      .find(({ label }) => label === 'Settings…')
      ?.accelerator?.toString()
  )
  expect(keys).toBe('CmdOrCtrl+,')
  await menu(electron, 'Settings…')
  const settings = settingsOf(window)
  await settings.getByRole('radio', { name: 'dark' }).check()
  await expect
    .poll(() => window.evaluate(() => getComputedStyle(document.body).backgroundColor))
    .toBe('rgb(21, 23, 26)')
  await settings.getByLabel('Size of the letters').fill('21')
  await settings.getByLabel('Longest line').fill('44')
  await settings.getByLabel('Typeface').selectOption('sans')
  await settings.getByRole('checkbox', { name: 'contested terms' }).uncheck()
  await settings.getByLabel('Style').selectOption('mla')
  await settings.getByLabel('United States').fill('Washington')

  const check = async (page: Page): Promise<void> => {
    const looks = await sentence(page, 'u2').evaluate((element) => {
      const { fontSize, fontFamily } = getComputedStyle(element)
      return { fontSize, fontFamily, width: element.closest('article')?.clientWidth ?? 0 }
    })
    expect(looks.fontSize).toBe('21px')
    expect(looks.fontFamily).toContain('Inter')
    expect(looks.width).toBeLessThan(44 * 21)
    await expect(page.locator('[data-sentence] .term')).toHaveCount(0)
    await expect(page.locator('[data-drop="us"]').getByRole('heading', { level: 2 })).toHaveText('Washington')
  }
  await check(window)
  expect(await faults(window)).toEqual([])
  await window.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await electron.close()

  const again = await sampleOn(launchOn, profile)
  await check(again.window)
  expect(await again.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  await menu(again.electron, 'Export…')
  await expect(again.window.getByLabel('Sources cited as')).toHaveValue('mla')
})

test('the tour goes through three steps by keyboard, can be skipped, and is offered once', async ({
  launch
}) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  await window.getByRole('button', { name: 'Take the tour' }).click()
  const tour = window.getByRole('dialog', { name: 'Tour' })
  await expect(tour).toContainText('Step 1 of 3')
  await expect(sentence(window, 'u1')).toBeVisible()
  expect(await faults(window)).toEqual([])
  for (const step of [2, 3]) {
    await tour.getByRole('button', { name: 'Next' }).press('Enter')
    await expect(tour).toContainText(`Step ${step} of 3`)
    await expect(tour.getByRole('group')).toBeFocused()
  }
  await tour.getByRole('button', { name: 'Begin' }).press('Enter')
  await expect(tour).toHaveCount(0)
  await window.getByRole('button', { name: 'New', exact: true }).click()
  await settled(window, 'empty')
  await expect(window.getByRole('button', { name: 'Take the tour' })).toHaveCount(0)
  await menu(electron, 'Tour')
  await expect(tour).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(tour).toHaveCount(0)
})

test('what the legend switches off stays off in the next comparison', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('m')
  await window.getByRole('checkbox', { name: /reporting verb/ }).uncheck()
  await window.getByRole('button', { name: 'New', exact: true }).click()
  await window.getByRole('button', { name: 'Open the sample' }).click()
  await settled(window, 'ready')
  await expect(window.locator('[data-sentence] .verb')).toHaveCount(0)
})
