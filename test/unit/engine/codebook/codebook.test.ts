import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_SHAPES, type Code } from '../../../../engine/codebook/code.ts'
import { codebookFromCsv, codebookToCsv } from '../../../../engine/codebook/csv.ts'
import { codebookFromRefi, codebookToRefi } from '../../../../engine/codebook/refi.ts'

const codes: Code[] = [
  {
    id: 'red-line',
    name: 'Red line',
    colour: '#aa3300',
    shape: 'diamond',
    description: 'A limit, as “红线”.'
  },
  {
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    name: '台湾',
    colour: '#0072b2',
    shape: 'star',
    description: ''
  },
  {
    id: '=1+1',
    name: '=HYPERLINK("x")',
    colour: '#000000',
    shape: 'cross',
    description: 'a "b"; <c> & d\r\ne\tf'
  }
]

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    "'=a",
    '+b',
    '-c',
    '@d',
    '\t',
    'x\r\ny',
    ' ',
    '‘',
    '[Parallax: shape star]',
    '"',
    ',',
    ';',
    ']]>'
  )
)
const anyCodes = fc.uniqueArray(
  fc.record({
    id: words.filter((id) => id !== ''),
    name: words.filter((name) => name.trim() !== ''),
    colour: fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`),
    shape: fc.constantFrom(...CODE_SHAPES),
    description: words
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 6 }
)
/** XML has no way to write some control characters. */
const isWritable = (text: string): boolean =>
  /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text)

describe('as a table', () => {
  it('comes back as it was, formulas and Chinese among it', () => {
    const csv = codebookToCsv(codes)
    expect(csv.startsWith('\uFEFFid,name,colour,shape,description\r\n')).toBe(true)
    expect(csv).not.toMatch(/(?:^|,|")=/mu)
    expect(codebookFromCsv(csv)).toEqual({ ok: true, codes })
  })
  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyCodes, (any) => {
        expect(codebookFromCsv(codebookToCsv(any))).toEqual({ ok: true, codes: any })
      })
    )
  })
  it('is read as other programs write it, and what they leave out is filled in', () => {
    expect(codebookFromCsv('Code;Color;Memo\nTaiwan;#ABC;one\nTrade;none;\nTaiwan;;\n\n')).toEqual({
      ok: true,
      codes: [
        { id: 'Taiwan', name: 'Taiwan', colour: '#aabbcc', shape: 'circle', description: 'one' },
        { id: 'Trade', name: 'Trade', colour: '#d55e00', shape: 'square', description: '' },
        { id: 'Taiwan-2', name: 'Taiwan', colour: '#007a5a', shape: 'triangle', description: '' }
      ]
    })
  })
  it('gives each id once, however often a name comes', () => {
    const read = codebookFromCsv(`name\nx-2\n${'x\n'.repeat(9_999)}`)
    const ids = read.ok ? read.codes.map(({ id }) => id) : []
    expect(ids.slice(0, 4)).toEqual(['x-2', 'x', 'x-3', 'x-4'])
    expect(new Set(ids).size).toBe(10_000)
    expect(ids.at(-1)).toBe('x-10000')
  })
  it('is refused without names', () => {
    expect(codebookFromCsv('a,b\n1,2')).toEqual({
      ok: false,
      message: expect.stringMatching(/no column “name”/u) as string
    })
    expect(codebookFromCsv('id,name\n1,a\n2,')).toMatchObject({
      message: 'Code 2 of this table has no name.'
    })
    expect(codebookFromCsv('name\n')).toMatchObject({ message: 'This table has no codes in it.' })
    expect(codebookFromCsv('')).toMatchObject({ ok: false })
    expect(codebookFromCsv(`name\n${'x\n'.repeat(10_001)}`)).toMatchObject({
      message: expect.stringMatching(/10001 rows/u) as string
    })
  })
})

describe('as a REFI-QDA codebook', () => {
  const write = (all: Code[]): string => codebookToRefi(all, 'Parallax 1')

  it('has the elements of the standard', () => {
    const xml = write(codes)
    expect(xml).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"')
    expect(xml).toMatch(
      /<Code guid="[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}" name="Red line" isCodable="true" color="#aa3300">/u
    )
    expect(xml).toContain(
      '<Description>A limit, as “红线”.&#10;&#10;[Parallax: shape diamond, id red-line]</Description>'
    )
    expect(xml).toContain('guid="0f8fad5b-d9cb-469f-a165-70867728950e" name="台湾"')
    expect(write(codes), 'the same each time').toBe(xml)
  })
  it('comes back as it was, shapes and ids among it', () => {
    expect(codebookFromRefi(write(codes), 'x.qdc')).toEqual({ ok: true, codes })
  })
  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyCodes, (any) => {
        fc.pre(any.every(({ name, description }) => isWritable(name) && isWritable(description)))
        expect(codebookFromRefi(write(any), 'x.qdc')).toEqual({ ok: true, codes: any })
      })
    )
  })
  it('is read as other programs write it: trees, braces, no colours', () => {
    const xml = `\uFEFF<?xml version="1.0" encoding="utf-8"?>
      <CodeBook origin="another program" xmlns="urn:QDA-XML:codebook:1:0"><Codes>
        <Code guid="{A1B2C3D4-0000-4000-8000-000000000001}" name="Security" isCodable="false">
          <Code guid="a1b2c3d4-0000-4000-8000-000000000002" name="Taiwan" isCodable="true" color="#FF0000">
            <Description>The strait &amp; the island</Description>
            <Code guid="a1b2c3d4-0000-4000-8000-000000000003" name="Arms" isCodable="true"/>
          </Code>
        </Code>
      </Codes><Sets><Set guid="x" name="S"><MemberCode guid="y"/></Set></Sets></CodeBook>`
    expect(codebookFromRefi(xml, 'x.qdc')).toEqual({
      ok: true,
      codes: [
        {
          id: 'a1b2c3d4-0000-4000-8000-000000000002',
          name: 'Security › Taiwan',
          colour: '#ff0000',
          shape: 'circle',
          description: 'The strait & the island'
        },
        {
          id: 'a1b2c3d4-0000-4000-8000-000000000003',
          name: 'Security › Taiwan › Arms',
          colour: '#d55e00',
          shape: 'square',
          description: ''
        }
      ]
    })
  })
  it('is refused when it is hostile, something else or empty', () => {
    const refusal = (xml: string) => {
      const read = codebookFromRefi(xml, 'x.qdc')
      return read.ok ? 'read' : read.message
    }
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><CodeBook><Codes><Code name="&b;"/></Codes></CodeBook>'
    expect(refusal(bomb)).toMatch(/could do harm/u)
    expect(refusal(`<CodeBook>${'<Code name="x">'.repeat(5000)}`)).toMatch(/could do harm/u)
    expect(refusal('<Project/>')).toMatch(/does not begin with CodeBook/u)
    expect(refusal('not XML at all')).toMatch(/does not begin with CodeBook/u)
    expect(refusal('<CodeBook><Codes/></CodeBook>')).toMatch(/no codes/u)
    expect(refusal('<CodeBook><Codes><Code guid="a"/></Codes></CodeBook>')).toMatch(/has no name/u)
    expect(refusal(`<CodeBook><Codes>${'<Code name="a"/>'.repeat(10_001)}</Codes></CodeBook>`)).toMatch(
      /10001 codes/u
    )
  })
})
