import { describe, expect, it } from 'vitest'
import { developmentPage, isOwnAddress } from '../../../../electron/main/origin.ts'

describe('the development server', () => {
  it('is heeded in an unpackaged run, on this machine alone', () => {
    const page = (address: string, packaged = false): string | null =>
      developmentPage(packaged, { ELECTRON_RENDERER_URL: address })
    expect(page('http://localhost:5173')).toBe('http://localhost:5173')
    expect(page('http://127.0.0.1:5173')).toBe('http://127.0.0.1:5173')
    expect(page('http://localhost:5173', true)).toBeNull()
    expect(page('http://example.org')).toBeNull()
    expect(page('https://localhost:5173')).toBeNull()
    expect(developmentPage(false, {})).toBeNull()
  })
})

describe('our own address', () => {
  it.each([
    ['parallax://app/index.html', null, true],
    ['parallax://app.example/index.html', null, false],
    ['parallax://user@app/index.html', null, true],
    ['https://app/index.html', null, false],
    ['about:blank', null, false],
    ['', null, false],
    ['http://localhost:5173/index.html', 'http://localhost:5173', true],
    ['http://localhost:5174/index.html', 'http://localhost:5173', false],
    ['http://localhost:5173/index.html', null, false]
  ])('%s (development: %s): %s', (address, development, own) => {
    expect(isOwnAddress(address, development)).toBe(own)
  })
})
