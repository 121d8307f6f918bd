import { resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOfAddress } from '../../../../electron/main/protocol.ts'

const root = resolve('built', 'page')

describe('the file that an address stands for', () => {
  it.each([
    ['parallax://app/index.html', 'index.html'],
    ['parallax://app/assets/index-1.js', `assets${sep}index-1.js`],
    ['parallax://app/a%20b.js', 'a b.js'],
    ['parallax://app/index.html?x=1#y', 'index.html'],
    // The URL parser folds these before we see them: they stay inside.
    ['parallax://app/../../etc/passwd', `etc${sep}passwd`],
    ['parallax://app/%2e%2e/secret', 'secret']
  ])('%s is inside the folder', (address, file) => {
    expect(fileOfAddress(address, root)).toBe(`${root}${sep}${file}`)
  })

  it.each([
    ['an encoded way out', 'parallax://app/..%2f..%2fetc%2fpasswd'],
    ['a way out by backslash', 'parallax://app/..%5c..%5csecret'],
    ['a NUL', 'parallax://app/index.html%00.png'],
    ['a stray per cent sign', 'parallax://app/%'],
    ['the folder itself', 'parallax://app/'],
    ['a foreign host', 'parallax://elsewhere/index.html'],
    ['a foreign scheme', 'https://app/index.html'],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'index.html']
  ])('%s is refused', (_name, address) => {
    expect(fileOfAddress(address, root)).toBeNull()
  })
})
