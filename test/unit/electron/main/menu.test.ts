import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ BrowserWindow: {}, Menu: {} }))
const { menuTemplate } = await import('../../../../electron/main/menu.ts')

const nothing = (): void => undefined
const idle = { send: nothing, newWindow: nothing, openRecent: nothing, clearRecent: nothing }

type Item = ReturnType<typeof menuTemplate>[number]
const flatten = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])

describe.each([
  ['macOS', true],
  ['Linux and Windows', false]
])('the menu on %s', (_name, mac) => {
  const items = flatten(menuTemplate(mac, false, [], idle))

  it('has no accelerator twice and none that is a bare letter', () => {
    const accelerators = items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(new Set(accelerators).size).toBe(accelerators.length)
    expect(accelerators.filter((accelerator) => accelerator.length === 1)).toEqual([])
  })

  it('sends each command from exactly one item', () => {
    const sent: string[] = []
    const send = (command: string): void => {
      sent.push(command)
    }
    for (const item of flatten(menuTemplate(mac, false, [], { ...idle, send })))
      (item.click as (() => void) | undefined)?.()
    expect(sent.sort()).toEqual(
      [
        'export',
        'find',
        'guide',
        'history',
        'lexicon',
        'new',
        'next',
        'open',
        'open-project',
        'palette',
        'paste',
        'previous',
        'redo',
        'sample',
        'save',
        'save-as',
        'earlier-copies',
        'shortcuts',
        'swap',
        'undo',
        'view-findings',
        'view-texts',
        'view-topics'
      ].sort()
    )
  })

  it('opens a recent project by its name and folder, whatever letters they have', () => {
    const opened: string[] = []
    const recent = [{ id: 'recent-1', name: 'Talks & calls.parallax', folder: '/work' }]
    const openRecent = (id: string): void => {
      opened.push(id)
    }
    const found = flatten(menuTemplate(mac, false, recent, { ...idle, openRecent })).find(
      ({ label }) => label === 'Talks && calls.parallax — /work'
    )
    ;(found?.click as (() => void) | undefined)?.()
    expect(opened).toEqual(['recent-1'])
  })

  it('opens a new window, which needs none to be there', () => {
    let count = 0
    const newWindow = (): void => {
      count++
    }
    const found = flatten(menuTemplate(mac, false, [], { ...idle, newWindow })).find(
      ({ label }) => label === 'New window'
    )
    ;(found?.click as (() => void) | undefined)?.()
    expect(count).toBe(1)
  })

  it('offers developer tools to developers only', () => {
    const has = (developer: boolean): boolean =>
      flatten(menuTemplate(mac, developer, [], idle)).some((item) => item.role === 'toggleDevTools')
    expect([has(true), has(false)]).toEqual([true, false])
  })
})
