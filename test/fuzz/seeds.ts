import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../electron/runtime/paths.ts'
import type { Bytes } from './bytes.ts'
import { FORMATS, mutate, type FuzzFormat } from './mutate.ts'
import { randomOf } from './random.ts'

/** The fixture readouts as real programs wrote them, by format; large ones are left out, since most work is theirs. */
const FOLDER = join(ROOT, 'test/fixtures/formats')
const READOUTS = join(ROOT, 'test/fixtures/readouts')
const LARGEST_SEED = 120_000

const load = (): Record<FuzzFormat, { file: string; bytes: Bytes }[]> => {
  const files = readdirSync(FOLDER)
    .sort()
    .map((file) => ({ file, bytes: new Uint8Array(readFileSync(join(FOLDER, file))) }))
    .filter(({ bytes }) => bytes.length <= LARGEST_SEED)
  const readouts = readdirSync(READOUTS, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ file, bytes: new Uint8Array(readFileSync(join(READOUTS, file))) }))
  const of = (format: FuzzFormat) => files.filter(({ file }) => file.endsWith(`.${format}`))
  return {
    txt: [...of('txt'), ...readouts],
    html: of('html'),
    mhtml: of('mhtml'),
    eml: of('eml'),
    docx: of('docx'),
    odt: of('odt'),
    rtf: of('rtf'),
    pdf: of('pdf')
  }
}

const seeds = load()

/** One file of each format as it is. */
export const warmers = FORMATS.flatMap((format) => seeds[format].slice(0, 1).map(({ bytes }) => bytes))

export interface FuzzInput {
  format: FuzzFormat
  /** The file that it was made of. */
  from: string
  bytes: Bytes
}

/** Far apart, so that the inputs of two seeds have nothing in common. */
const STEP = 0x9e3779b1

/** The input of a number in a run: always the same for the same seed. */
export const inputOf = (seed: number, number: number): FuzzInput => {
  const random = randomOf(Math.imul(seed + 1, STEP) ^ Math.imul(number + 1, 0x85ebca6b))
  const format = FORMATS[number % FORMATS.length] ?? 'txt'
  const source = random.of(seeds[format])
  if (!source) throw new Error(`there is no fixture of the format ${format}`)
  return { format, from: source.file, bytes: mutate(source.bytes, format, random) }
}
