import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, readout, settled, test } from './app.ts'
import { choose } from './desk.ts'
import { goByKey, spokenFocus } from './spoken.ts'

test('a comparison, a correction and an export by keys alone, told where one is by what is read out', async ({
  launch,
  newProfile
}) => {
  test.slow()
  const { electron, window } = await launch()
  await settled(window, 'empty')
  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => window.keyboard.press(key)), Promise.resolve())
  const said = window.locator('p[role="status"][aria-live]')

  await test.step('both readouts are pasted in their places', async () => {
    for (const [side, party] of [
      ['us', 'United States'],
      ['cn', 'China']
    ] as const) {
      await goByKey(window, new RegExp(`^button Paste… ${party} readout$`, 'u'))
      await press('Enter')
      await expect.poll(() => spokenFocus(window)).toBe('textbox Text of the readout')
      await window.keyboard.insertText(await readFile(readout('talks', side), 'utf8'))
      await goByKey(window, /^button Use this text$/u)
      await press('Enter')
      // Where the dialog was opened from, the way goes on.
      if (side === 'us')
        await expect.poll(() => spokenFocus(window)).toBe('button Paste… United States readout')
    }
    await settled(window, 'ready')
  })

  await test.step('a passage is verified and called alike or different, and a note is written on it', async () => {
    await press('j')
    await expect(said).toHaveText(/^Passage 1 of \d+: /u)
    expect(await spokenFocus(window)).toMatch(/^button .*\w/u)
    await press('v')
    await expect(said).toHaveText(/verified/iu)
    await press('d')
    await expect(said).toHaveText(/alike|differ/iu)
    await press('n')
    await expect.poll(() => spokenFocus(window)).toBe('textbox Note on this passage')
    await window.keyboard.type('Heard, not seen.')
    await press('Escape')
  })

  const report = join(await newProfile(), 'heard.md')
  await test.step('the report of it is exported', async () => {
    // The system's own dialog is the one thing that is answered for the reader.
    await choose(electron, report)
    await goByKey(window, /^button Export/u)
    await press('Enter')
    await goByKey(window, /^radio Word/u)
    await goByKey(window, /^radio Markdown/u, 'ArrowDown')
    await goByKey(window, /^combobox Length/u)
    await press('ArrowDown')
    await goByKey(window, /^button Export…$/u)
    await press('Enter')
    await expect(window.getByRole('dialog').getByRole('status')).toHaveText('Written to “heard.md”.')
    await press('Escape')
  })
  const text = await readFile(report, 'utf8')
  expect(text).toContain('Heard, not seen.')
  expect(text).toContain('verified')
})
