import { describe, expect, it } from 'vitest'
import { readCodebook } from '../../../../engine/codebook/read.ts'
import { bytesOf } from '../ingest/cases.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const codesOf = (bytes: Uint8Array) => {
  const read = readCodebook(bytes, 'a')
  if (!read.ok) throw new Error(read.message)
  return read.codes.map(({ name, colour }) => [name, colour])
}

describe('a codebook of another program', () => {
  it.each(['nvivo-utf16', 'big-endian', 'etree'])('is read in UTF-16 (%s)', (file) => {
    const names = codesOf(bytesOf(`30-qdc/${file}.qdc`)).map(([name]) => name)
    expect(names.slice(0, 3)).toEqual(['Sovereignty', 'Sovereignty › 台湾', 'Sovereignty › South China Sea'])
  })
  it.each(['gbk', 'utf16.python', 'utf16be.iconv'])('is read as a table in its encoding (%s)', (file) => {
    expect(codesOf(bytesOf(`31-codebook-csv/${file}.csv`))).toEqual([
      ['台湾', '#ff0000'],
      ['责任', '#00ff00']
    ])
  })
  it('may have prefixes and colours of all kinds', () => {
    const code = (name: string, colour: string): string =>
      `<q:Code guid="0f6a8b0e-6b5b-4a44-9b0b-1b0c6d2f7a0${name}" name="${name}" isCodable="true" color="${colour}"/>`
    expect(
      codesOf(
        utf8(
          `<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0"><q:Codes>${code('1', 'rgb(255, 0, 16)')}${code('2', '#11223380')}${code('3', 'rgba(1 2 3 / 50%)')}${code('4', '#abc')}</q:Codes></q:CodeBook>`
        )
      )
    ).toEqual([
      ['1', '#ff0010'],
      ['2', '#112233'],
      ['3', '#010203'],
      ['4', '#aabbcc']
    ])
  })
  it('has its columns by their Chinese names, and parted by what its first line says', () => {
    const colours = [['台湾', '#ff0000']]
    expect(codesOf(utf8('名称,颜色,说明\n台湾,#ff0000,涉台\n'))).toEqual(colours)
    expect(codesOf(utf8('sep=;\r\nname;colour\r\n台湾;Red\r\n'))).toEqual(colours)
    expect(codesOf(utf8('name,color\n台湾,"rgb(100%, 0%, 0%)"\n'))).toEqual(colours)
    expect(codesOf(utf8('name,color\n台湾,"255,0,0"\n'))).toEqual(colours)
  })
  it('says which colours are replaced', () => {
    expect(readCodebook(utf8('name,colour\na,16711680x\nb,\nc,#ff0000\n'), 'a')).toMatchObject({
      ok: true,
      say: 'Colours that cannot be read were replaced: “a” (16711680x).'
    })
    expect(readCodebook(utf8('name,colour\nb,\nc,#ff0000\n'), 'a')).not.toHaveProperty('say')
  })
  it('is refused where it is cut off', () => {
    const whole = '<CodeBook><Codes><Code name="a"/><Code name="b"/></Codes></CodeBook>'
    expect(readCodebook(utf8(whole), 'a').ok).toBe(true)
    expect(readCodebook(utf8(whole.slice(0, 36)), 'a')).toMatchObject({
      ok: false,
      message: expect.stringContaining('not whole') as string
    })
  })
  it.each([
    ['a workbook', [0x50, 0x4b, 3, 4, 0, 0]],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0, 0]]
  ])('is refused as what it is: %s', (_what, bytes) => {
    expect(readCodebook(Uint8Array.from(bytes), 'a')).toMatchObject({
      ok: false,
      message: expect.stringContaining('no codebook') as string
    })
  })
  it('is refused with the true reason where it is too large or no text', () => {
    expect(readCodebook(new Uint8Array(5_000_001), 'a')).toMatchObject({
      ok: false,
      message: expect.stringContaining('larger') as string
    })
    expect(
      readCodebook(
        Uint8Array.from({ length: 60 }, (_, at) => 0x80 + (at % 0x20)),
        'a'
      )
    ).toMatchObject({
      ok: false,
      message: expect.stringContaining('encoding') as string
    })
  })
})
