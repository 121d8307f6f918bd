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
