import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ingest } from '../../../../engine/ingest/text.ts'
import type { ImportReport } from '../../../../engine/ingest/report.ts'
import { detectLanguage } from '../../../../engine/text/language.ts'
import { leftOut, type LeftOut } from '../../../../engine/text/left-out.ts'
import { legible } from '../../../../engine/text/legible.ts'
import { segment } from '../../../../engine/text/segment.ts'
import { loadAsset } from './load.ts'

/** Documents as users have them, of kinds that went wrong once (test/fixtures/cases), and the plain texts they are made of. */
const CASES = resolve(import.meta.dirname, '../../../fixtures/cases')

/** Lines wrapped by a program are one line; Chinese has no blanks in it. */
const flat = (words: string): string =>
  words
    .replace(/(?<=\p{L})-\n(?=\p{Ll})/gu, '')
    .replace(/(?<=[\P{ASCII}])\s*\n\s*(?=[\P{ASCII}])/gu, '')
    .replace(/\s+/gu, ' ')

interface Case {
  text: string
  sentences: string[]
  aside: LeftOut[]
  report: ImportReport
}

const sentencesOf = (text: string): string[] =>
  segment(text, detectLanguage(text)).sentences.map(({ start, end }) => flat(text.slice(start, end)))

export const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(CASES, path)))

/** @param path in the folder of cases */
export const readCase = async (path: string): Promise<Case> => {
  const ingested = await ingest(bytesOf(path), path.split('/').at(-1) ?? '', { load: loadAsset })
  if (!ingested.ok) throw new Error(ingested.problem.message)
  const { text, report } = ingested.text
  if (!report) throw new Error('no report')
  return { text, sentences: sentencesOf(text), aside: leftOut(text), report }
}

/** The sentences of the plain texts. */
export const PLAIN = {
  us: sentencesOf(readFileSync(join(CASES, 'us.txt'), 'utf8')),
  cn: sentencesOf(readFileSync(join(CASES, 'cn.txt'), 'utf8'))
}
export const TITLES = {
  us: 'Secretary Holloway’s Meeting with PRC Foreign Minister Chen',
  cn: '陈浩然会见美国国务卿霍洛韦'
}

const paragraphsOf = (file: string): string[] => readFileSync(join(CASES, file), 'utf8').trim().split('\n\n')
/** The paragraphs of the plain texts, to write them in another way. */
export const PARAGRAPHS = { us: paragraphsOf('us.txt'), cn: paragraphsOf('cn.txt') }

/** What is written as a user's file. */
export const asBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** The sentences of a file that is written in a test, as they are understood. */
export const readWritten = async (
  content: string | Uint8Array,
  name = 'a.txt'
): Promise<Pick<Case, 'sentences' | 'aside'> & { report: Case['report'] | undefined }> => {
  const ingested = await ingest(asBytes(content), name, { load: loadAsset })
  if (!ingested.ok) throw new Error(ingested.problem.message)
  const { text, report } = ingested.text
  const understood = legible(text).text
  return {
    report,
    sentences: segment(understood, detectLanguage(understood)).sentences.map(({ start, end }) =>
      understood.slice(start, end)
    ),
    aside: leftOut(text)
  }
}
