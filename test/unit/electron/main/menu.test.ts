import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ BrowserWindow: {}, Menu: {} }))
const { menuTemplate } = await import('../../../../electron/main/menu.ts')

type Item = ReturnType<typeof menuTemplate>[number]
const flatten = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])

describe.each([
  ['macOS', true],
  ['Linux and Windows', false]
])('the menu on %s', (_name, mac) => {
  const items = flatten(menuTemplate(mac, false, () => undefined))

  it('has no accelerator twice and none that is a bare letter', () => {
    const accelerators = items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(new Set(accelerators).size).toBe(accelerators.length)
    expect(accelerators.filter((accelerator) => accelerator.length === 1)).toEqual([])
  })

  it('sends each command from exactly one item', () => {
    const sent: string[] = []
    for (const item of flatten(menuTemplate(mac, false, (command) => sent.push(command))))
      (item.click as (() => void) | undefined)?.()
    expect(sent.sort()).toEqual(
      [
        'lexicon',
        'new',
        'next',
        'open',
        'paste',
        'previous',
        'sample',
        'shortcuts',
        'swap',
        'view-findings',
        'view-texts',
        'view-topics'
      ].sort()
    )
  })

  it('offers developer tools to developers only', () => {
    const has = (developer: boolean): boolean =>
      flatten(menuTemplate(mac, developer, () => undefined)).some((item) => item.role === 'toggleDevTools')
    expect([has(true), has(false)]).toEqual([true, false])
  })
})
