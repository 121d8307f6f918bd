import { afterEach, describe, expect, it, vi } from 'vitest'
import { pngOf } from '../../../renderer/lib/png.ts'
import { loadReportFont } from '../../../renderer/lib/report-fonts.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('an SVG as a PNG', () => {
  const drawn: unknown[] = []
  const canvases: number[][] = []
  class Picture {
    src = ''
    decode(): Promise<void> {
      return this.src.startsWith('data:image/svg+xml;')
        ? Promise.resolve()
        : Promise.reject(new Error('no picture'))
    }
  }
  class Canvas {
    constructor(
      readonly width: number,
      readonly height: number
    ) {
      canvases.push([width, height])
    }
    getContext = () => ({ drawImage: (...all: unknown[]) => drawn.push(all.slice(1)) })
    convertToBlob = () => Promise.resolve(new Blob([new Uint8Array([137, 80])]))
  }

  it('is drawn whole at the size that it says it has, enlarged', async () => {
    vi.stubGlobal('Image', Picture)
    vi.stubGlobal('OffscreenCanvas', Canvas)
    expect([...(await pngOf('<svg width="96" height="40.5"><rect width="1" height="1"/></svg>', 2))]).toEqual(
      [137, 80]
    )
    expect(canvases).toEqual([[192, 81]])
    expect(drawn).toEqual([[0, 0, 192, 81]])
  })
  it('is refused without a size', async () => {
    await expect(pngOf('<svg><rect width="1" height="1"/></svg>')).rejects.toThrow('no size')
  })
})

describe('typefaces of the app', () => {
  it('are asked of the app’s own scheme alone, and missed aloud', async () => {
    const asked: string[] = []
    vi.stubGlobal('self', { location: { origin: 'parallax://app' } })
    vi.stubGlobal('fetch', (address: URL) => {
      asked.push(address.href)
      return Promise.resolve(
        new Response(address.href.endsWith('.woff') ? 'font' : null, {
          status: address.href.endsWith('.woff') ? 200 : 404
        })
      )
    })
    expect(await loadReportFont('@fontsource/noto-serif-sc', 'files/a.woff')).toHaveLength(4)
    expect(asked).toEqual(['parallax://app/fonts/noto-serif-sc/files/a.woff'])
    await expect(loadReportFont('@fontsource/inter', 'files/b.woff2')).rejects.toThrow(
      'inter/files/b.woff2 is missing'
    )
  })
})
