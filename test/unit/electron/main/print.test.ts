import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pdfOf } from '../../../../electron/main/print.ts'

/** What a print did to the parts of Electron that it uses. */
const seen = vi.hoisted(() => ({
  load: (): Promise<void> => Promise.resolve(),
  destroyed: 0,
  unhandled: 0,
  partitions: [] as string[],
  preferences: {},
  filter: (_details: { url: string }, _answer: (verdict: { cancel: boolean }) => void): void => undefined
}))

vi.mock('electron', () => ({
  dialog: {},
  session: {
    fromPartition: (name: string) => {
      seen.partitions.push(name)
      return {
        setPermissionRequestHandler: () => undefined,
        setPermissionCheckHandler: () => undefined,
        setDevicePermissionHandler: () => undefined,
        setSpellCheckerEnabled: () => undefined,
        on: () => undefined,
        webRequest: {
          onBeforeRequest: (filter: typeof seen.filter) => {
            seen.filter = filter
          }
        },
        protocol: {
          handle: () => undefined,
          unhandle: () => {
            seen.unhandled++
          }
        }
      }
    }
  },
  BrowserWindow: class {
    webContents = { printToPDF: () => Promise.resolve(new Uint8Array([37, 80])) }
    constructor(options: { webPreferences: Record<string, unknown> }) {
      seen.preferences = options.webPreferences
    }
    loadURL = () => seen.load()
    destroy = () => {
      seen.destroyed++
    }
  }
}))

beforeEach(() => {
  Object.assign(seen, { load: () => Promise.resolve(), destroyed: 0, unhandled: 0, partitions: [] })
})

describe('printing', () => {
  it('is of one report at a time', async () => {
    let loaded = (): void => undefined
    seen.load = () => new Promise((done) => (loaded = done))
    const first = pdfOf('<p>x</p>')
    await expect(pdfOf('<p>y</p>')).rejects.toThrow('Another report')
    loaded()
    expect([...(await first)]).toEqual([37, 80])
    seen.load = () => Promise.resolve()
    expect([...(await pdfOf('<p>z</p>'))]).toEqual([37, 80])
  })

  it('has no script, no bridge and a session of its own each time', async () => {
    expect([...(await pdfOf('<p>x</p>'))]).toEqual([37, 80])
    await pdfOf('<p>y</p>')
    expect(seen.preferences).toMatchObject({ sandbox: true, javascript: false, nodeIntegration: false })
    expect(seen.preferences).not.toHaveProperty('preload')
    expect(new Set(seen.partitions).size).toBe(2)
    expect(seen.partitions.every((name) => !name.startsWith('persist:'))).toBe(true)
    expect([seen.destroyed, seen.unhandled]).toEqual([2, 2])
  })
  it.each([
    ['parallax://report/index.html', false],
    ['data:font/woff;base64,AAAA', false],
    ['parallax://app/index.html', true],
    ['file:///etc/hostname', true],
    ['https://example.org/', true]
  ])('of %s the request is cancelled: %s', async (url, cancelled) => {
    await pdfOf('<p>x</p>')
    const verdicts: boolean[] = []
    seen.filter({ url }, ({ cancel }) => verdicts.push(cancel))
    expect(verdicts).toEqual([cancelled])
  })
  it('that does not end is ended, with a message that says what to do', async () => {
    seen.load = () => new Promise(() => undefined)
    await expect(pdfOf('<p>x</p>', 1)).rejects.toThrow(/could not be printed in time.*save it as HTML/u)
    expect([seen.destroyed, seen.unhandled]).toEqual([1, 1])
  })
})
