import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_SENTENCES, MAX_TEXT_LENGTH } from '../../engine/ingest/limits.ts'
import { ROOT } from '../../electron/runtime/paths.ts'
import { docx, paragraph, run } from '../documents/docx.ts'

/** The texts that are hardest for the engine, each as long as what is let in, and documents that are hardest to read. */

/** What is to be read: a text, or the bytes of a document. */
export type Hard = string | Uint8Array
export interface HardCase {
  name: string
  us: Hard
  /** A readout of a usual length where there is none. */
  cn?: Hard
}

const fixture = (pair: string, file: string): string =>
  readFileSync(join(ROOT, 'test/fixtures/readouts', pair, `${file}.txt`), 'utf8')
const PAIRS = ['talks', 'call', 'japan']

const LENGTH = MAX_TEXT_LENGTH - 10_000
/** A little below, since titles and the pieces of long sentences count too. */
const SENTENCES = MAX_SENTENCES - 200

/** Repeated until it is as long as a text may be, after a sentence that says which language it is in. */
const filled = (unit: string | ((at: number) => string), begin = ''): string => {
  const parts = [begin]
  for (let length = begin.length, at = 0; length < LENGTH; at++) {
    const part = typeof unit === 'string' ? unit : unit(at)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}
/** So many lines as there may be sentences, within the length of a text. */
const lined = (line: (at: number) => string, count = SENTENCES): string => {
  const lines: string[] = []
  for (let at = 0, length = 0; at < count && length < LENGTH; at++) {
    lines.push(line(at))
    length += line(at).length + 1
  }
  return lines.join('\n')
}
const EN = 'The Secretary met the Foreign Minister. '
const ZH = '外交部长会见国务卿。'
const readouts = (file: string): string => {
  const bodies = (file === 'cn.zh' ? ['talks'] : PAIRS).map((pair) => fixture(pair, file))
  const whole = filled((at) => `${bodies[at % bodies.length] ?? ''}\n\n`)
  return whole.slice(0, file === 'cn.zh' ? 150_000 : 380_000)
}
const HAN = '台湾问题核心利益中美关系经贸合作军事对话气候变化'
const NAMES = ['Abel', 'Brandt', 'Corvin', 'Dorne', 'Ewell', 'Farrow', 'Garrick', 'Hollis', 'Ives', 'Jarrow']
const nameOf = (at: number): string =>
  `${NAMES[at % 10] ?? ''} ${NAMES[((at / 10) % 10) | 0] ?? ''}${(NAMES[((at / 100) % 10) | 0] ?? '').toLowerCase()}`
const letters = (text: string): string => text.replace(/(?<=\p{L})(?=\p{L})/gu, '\u00ad')

const page = (body: string): Uint8Array =>
  new TextEncoder().encode(
    `<!doctype html><html><head><title>Readout</title></head><body>${body}</body></html>`
  )
const talks = fixture('talks', 'us')
const paragraphs = talks.split('\n\n').map((words) => `<p>${words}</p>`)

const TEXTS: Record<string, [us: string, cn?: string]> = {
  '“中方表示，” and “美方强调，” without a stop': [filled('美方强调，', ZH), filled('中方表示，', ZH)],
  'real readouts in a row, Chinese, beside Chinese in English': [readouts('us'), readouts('cn.zh')],
  'real readouts in a row, English on both sides': [readouts('us'), readouts('cn')],
  'real readouts in a row, the same on both sides but one word': [
    readouts('us'),
    readouts('us').replace('Secretary', 'Minister')
  ],
  '“U.S. ” without an end': [filled('U.S. ', EN)],
  '“某某说” and “某某指出” without a stop': [filled('某某说', ZH), filled('某某指出', ZH)],
  'one demand, as often as it fits': [
    lined(() => 'The Secretary urged China to end its pressure on Taiwan.'),
    lined(() => 'China urged the United States to stop arms sales to Taiwan.')
  ],
  '“The Secretary said that ” without a stop': [filled('The Secretary said that ', EN)],
  '“某某说。” a line': [lined(() => '某某说。'), lined(() => '某某说。')],
  'one Chinese character': [filled('台', ZH), filled('中', ZH)],
  'one letter': [filled('a', EN)],
  'one letter and a blank': [filled('a ', EN), filled('b ', EN)],
  'digits without a blank': [filled('7', EN)],
  'numbers, each another': [filled((at) => `${at} `, EN)],
  'a comma after each two characters': [
    filled((at) => `${HAN.slice(at % 20, (at % 20) + 2)}，`, ZH),
    filled('台湾，', ZH)
  ],
  'quotation marks that open and never close': [filled('“Taiwan ', EN), filled('“台湾', ZH)],
  'brackets that open and never close': [filled('(Taiwan ', EN), filled('（台湾', ZH)],
  'one word of hyphens': [filled('long-term-', EN)],
  '“and Taiwan ” without a stop': [filled('and Taiwan ', EN), filled('和台湾', ZH)],
  '“Secretary Farrow ” without a stop': [filled('Secretary Farrow ', EN), filled('法罗国务卿', ZH)],
  'a name a line, each another': [
    lined((at) => `Foreign Minister ${nameOf(at)} said that talks go on.`),
    lined((at) => `Assistant Secretary ${nameOf(at)} stressed trade.`)
  ],
  'a Chinese name a line, each another': [
    lined((at) => `外交部长王${HAN[at % 20] ?? ''}${HAN[((at / 20) % 20) | 0] ?? ''}强调合作。`),
    lined((at) => `国务卿李${HAN[at % 20] ?? ''}${HAN[((at / 20) % 20) | 0] ?? ''}指出分歧。`)
  ],
  'dates without a stop': [filled('July 11, 2026, ', EN), filled('2026年7月11日，', ZH)],
  'items of a list': [
    lined((at) => `${at % 99}. Resume military talks`),
    lined((at) => `（一）恢复两军对话${at}`)
  ],
  'lines of one word': [lined(() => 'Taiwan.'), lined(() => '台湾。')],
  'a line break after each character': [filled((at) => `${HAN[at % 20] ?? ''}\n`, ZH)],
  'a soft hyphen after each letter': [filled(letters('The Secretary raised Taiwan. '), EN)],
  'marks over a letter without an end': [filled('e\u0301\u0302', EN)],
  'radicals in the place of characters': [filled('⽇⽉⼈⼤⼭', ZH)],
  'digits of full width': [filled('２０２６年', ZH)],
  'signs outside the first plane': [filled('😀台', ZH)],
  '“must not ” without a stop': [filled('must not ', EN), filled('不得', ZH)],
  'conditions in one another': [filled('if the other side agrees that ', EN), filled('如果美方同意，', ZH)],
  'relative clauses in one another': [filled('the side which said what the side ', EN)],
  'a news story of quotes': [
    lined(
      (at) => `“Talks on Taiwan go on,” the ${at % 2 ? 'State Department' : 'Chinese foreign ministry'} said.`
    )
  ],
  '“he said.” a line': [lined((at) => (at % 2 ? 'He said so.' : 'She told the Chinese side.'))]
}

/** Documents that ask much of their readers. */
const DOCUMENTS: Record<string, Uint8Array> = {
  'a page of 10,000 links': page(
    `${paragraphs.join('')}${'<a href="/x">Read more on this</a> '.repeat(10_000)}`
  ),
  'a page of 10,000 links open in one another': page(
    `${paragraphs.join('')}${'<a href="/x">more '.repeat(10_000)}`
  ),
  'a page of 4,800 paragraphs': page(
    '<p>The Secretary raised the matter of Taiwan at length.</p>'.repeat(4_800)
  ),
  'a page of 900 elements in one another': page(`${'<div>'.repeat(900)}${paragraphs.join('')}`),
  'a Word file of 15,000 runs in a paragraph': docx({
    body: paragraph(run('Taiwan matters. ').repeat(15_000))
  })
}

export const hardCases = (): HardCase[] => [
  ...Object.entries(TEXTS).map(([name, [us, cn]]): HardCase => ({
    name,
    us,
    ...(cn === undefined ? {} : { cn })
  })),
  ...Object.entries(DOCUMENTS).map(([name, us]): HardCase => ({ name, us }))
]

/** What stands beside a text that is hard by itself. */
export const usualReadout = (): string => fixture('talks', 'cn')
