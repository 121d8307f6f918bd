import { describe, expect, it } from 'vitest'
import { MAX_INPUT_BYTES, MAX_TEXT_BYTES } from '../../../../engine/ingest/limits.ts'
import { checkPair, ingest, ingestSelection, ingestText } from '../../../../engine/ingest/text.ts'
import { loadAsset } from './load.ts'

const read = (bytes: Uint8Array) => ingest(bytes, 'a.txt', { load: loadAsset })

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + 2 * text.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, littleEndian)
  for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), littleEndian)
  return bytes
}
/** “沈锐会见美国国务卿。” in GB18030. */
const GBK = Uint8Array.of(
  ...[
    0xc9, 0xf2, 0xc8, 0xf1, 0xbb, 0xe1, 0xbc, 0xfb, 0xc3, 0xc0, 0xb9, 0xfa, 0xb9, 0xfa, 0xce, 0xf1, 0xc7,
    0xe4, 0xa1, 0xa3
  ]
)

describe('reading bytes', () => {
  it.each([
    ['UTF-8', utf8('Talks on Taiwan — 台湾'), 'Talks on Taiwan — 台湾', 'utf-8'],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('Talks')), 'Talks', 'utf-8'],
    ['UTF-16, little end first', utf16('Talks 台湾', true), 'Talks 台湾', 'utf-16le'],
    ['UTF-16, big end first', utf16('Talks 台湾', false), 'Talks 台湾', 'utf-16be'],
    ['GB18030', GBK, '沈锐会见美国国务卿。', 'gb18030'],
    [
      'Windows-1252',
      Uint8Array.of(0x93, ...utf8('Candid'), 0x94, ...utf8(' talks')),
      '“Candid” talks',
      'windows-1252'
    ]
  ])('%s', async (_name, bytes, text, encoding) => {
    expect(await read(bytes)).toMatchObject({
      ok: true,
      text: { name: 'a.txt', text, report: { format: 'text', encoding: { used: encoding } } }
    })
  })

  it('keeps line ends as they stand', async () => {
    expect(await read(utf8('a\r\nb\rc\nd'))).toMatchObject({ text: { text: 'a\r\nb\rc\nd' } })
  })

  it('reads what the reader chose, whatever the bytes look like', async () => {
    const chosen = await ingest(GBK, 'a.txt', { load: loadAsset, encoding: 'big5' })
    expect(chosen).toMatchObject({ text: { report: { encoding: { used: 'big5', how: 'chosen' } } } })
  })

  it('cuts page furniture out of copied text, and says so', async () => {
    const copied = await read(
      utf8('Skip to main content\nShare | Print\n\nThe two sides met.\n\nBack to top\n')
    )
    expect(copied).toMatchObject({
      text: {
        text: 'The two sides met.',
        report: {
          cut: [{ text: 'Skip to main content' }, { text: 'Share | Print' }, { text: 'Back to top' }]
        }
      }
    })
  })

  it.each(['中美举行经贸磋商', '中方就有关问题提出交涉', '大国外交', '小组会议'])(
    'leaves the title %s, though a page’s choice of sizes begins so',
    async (title) => {
      const text = `${title}\n\n双方举行了会谈。\n`
      expect(await read(utf8(text))).toMatchObject({ text: { text, report: { cut: [] } } })
    }
  )

  it('takes the paragraphs of a selection from its markup', () => {
    expect(ingestSelection('<p>One <b>talk</b>.</p><p>Two<br>lines.</p>', 'x')).toMatchObject({
      text: { text: 'One talk.\n\nTwo lines.\n\n' }
    })
  })
})

describe('what is refused', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space and marks', utf8(' \n—…\t'), 'empty'],
    ['a PDF cut off', utf8('%PDF-1.7 and so on'), 'damaged'],
    ['an archive cut off', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x20), 'unknown-format'],
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'binary'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'binary'],
    ['a NUL among letters', utf8('read\u0000out'), 'binary'],
    ['a page without text', utf8('\n<!DOCTYPE html><script>1</script>'), 'empty'],
    ['only furniture', utf8('Skip to main content\nShare\nPrint\n'), 'only-furniture'],
    ['another language', utf8('Стороны обсудили торговлю.'), 'other-language'],
    ['bytes of no encoding', Uint8Array.from({ length: 60 }, (_, at) => 0x80 + (at % 0x20)), 'undecodable']
  ])('%s', async (_name, bytes, code) => {
    const refused = await read(bytes)
    expect(refused).toMatchObject({ ok: false, problem: { code, name: 'a.txt' } })
    if (!refused.ok) expect(refused.problem.message).toContain('“a.txt”')
  })

  it('a file over the limit, without being decoded', async () => {
    expect(await read(new Uint8Array(MAX_INPUT_BYTES + 1))).toMatchObject({ problem: { code: 'too-large' } })
    expect(await read(new Uint8Array(MAX_TEXT_BYTES + 1).fill(97))).toMatchObject({
      problem: { code: 'too-large' }
    })
  })

  it('the same text twice, however it is wrapped', () => {
    const [one, other] = [
      { name: 'a', text: 'Talks\non  trade.' },
      { name: 'b', text: ' Talks on trade.\n' }
    ]
    expect(checkPair(one, other)).toMatchObject({ code: 'identical' })
    expect(checkPair(one, { name: 'b', text: 'Talks on trade!' })).toBeNull()
  })

  it('takes pasted text as it is', () => {
    expect(ingestText('Talks', 'pasted')).toMatchObject({ ok: true, text: { text: 'Talks' } })
    expect(ingestText('  ', 'pasted')).toMatchObject({ ok: false })
  })
})
