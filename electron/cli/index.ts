import { readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isLateFailureOfPdf } from './late-failure.ts'
import { compare, serialise } from '../../engine/compare.ts'
import { MAX_INPUT_BYTES, tooLarge } from '../../engine/ingest/limits.ts'
import type { LoadAsset } from '../../engine/ingest/pdf/pdf.ts'
import { checkPair, ingest } from '../../engine/ingest/text.ts'
import { standardLexicon, type Lexicon } from '../../engine/lexicon/lexicon.ts'
import { readOwnLexicon } from '../../engine/lexicon/own.ts'
import type { ReadoutText } from '../../engine/model.ts'
import { detectLanguage } from '../../engine/text/language.ts'
import { placeTexts } from '../../engine/identify/assign-sides.ts'
import { meetingName } from '../../engine/identify/meeting-name.ts'
import { startWork } from '../../engine/edit/work.ts'
import { BRIEF_REPORT, WHOLE_REPORT } from '../../engine/report/document.ts'
import { exportAs, type ExportFormat } from '../../engine/report/export.ts'
import type { LoadFont } from '../../engine/report/fonts.ts'
import { summary } from '../../engine/report/summary.ts'

const USAGE = `Usage: npm run --silent compare -- US CN [OUTPUT ...] [--lexicon FILE]
         [--also-us FILE] [--also-cn FILE]
       npm run --silent compare -- --article STORY [--meeting ID] [OUTPUT ...] [--lexicon FILE]

Compares two readouts of one meeting and prints a summary.

  US, CN       documents of any kind read here (txt, md, html, mhtml, docx, odt, rtf, pdf, eml),
               the United States' first
  --article STORY  a news story that quotes both sides; their statements are compared
  --meeting ID  of a story that tells of several meetings (m1, m2, ...), the one whose statements alone
                are compared; without it all are, and the meetings are listed
  --json OUT   write the whole comparison as JSON
  --md OUT     write the brief as a Markdown page: what differs most, in two pages
  --html OUT   as a page that stands by itself and prints well
  --docx OUT   as a Word file
  --whole      with all findings, passages, rules and reasons behind the brief
  --csv OUT    the findings as a table
  --rows OUT   the passages side by side as a table
  --svg OUT    the topics' shares and order as a picture
  --lexicon FILE  topics and terms of your own (JSON; see docs/lexicon.md)
  --also-us FILE, --also-cn FILE  the same side's text in its other language, to be compared with its first
  --help       this text
`

/** Where the files of packages lie. */
const packages = createRequire(import.meta.url)

/** Tables of characters and fonts for PDFs, out of the library's own folder. */
const loadAsset: LoadAsset = async (folder, file) =>
  new Uint8Array(await readFile(packages.resolve(`pdfjs-dist/${folder}/${basename(file)}`)))

/** Typefaces that the page carries, out of their packages. */
const loadFont: LoadFont = async (fontPackage, file) =>
  new Uint8Array(await readFile(packages.resolve(`${fontPackage}/${file}`)))

/** The options that name an output, and what is written there. */
const OUTPUTS: Record<'md' | 'html' | 'docx' | 'csv' | 'rows' | 'svg', ExportFormat> = {
  md: 'markdown',
  html: 'html',
  docx: 'docx',
  csv: 'findings',
  rows: 'rows',
  svg: 'svg'
}

/** What is wrong with the call or its input; shown as one line. */
class Refusal extends Error {}

const read = async (path: string): Promise<ReadoutText> => {
  const name = basename(path)
  let bytes: Uint8Array
  try {
    const { size } = await stat(path)
    if (size > MAX_INPUT_BYTES) throw new Refusal(tooLarge(name, size).message)
    bytes = await readFile(path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`“${path}” cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const ingested = await ingest(bytes, name, { load: loadAsset })
  if (!ingested.ok) throw new Refusal(ingested.problem.message)
  return ingested.text
}

const write = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeFile(path, content)
  } catch (error) {
    throw new Refusal(
      `“${path}” cannot be written: ${error instanceof Error ? error.message : String(error)}`
    )
  }
}

/** A text with its companion in the other language, where one is named. */
const withOther = async (text: ReadoutText, path: string | undefined): Promise<ReadoutText> => {
  if (path === undefined) return text
  const other = await read(path)
  if (detectLanguage(other.text) === detectLanguage(text.text))
    throw new Refusal(
      `“${other.name}” is in the same language as “${text.name}”. Name the same side's text in the other language.`
    )
  return { ...text, inOtherLanguage: other }
}

const readLexicon = async (path: string): Promise<Lexicon> => {
  const own = readOwnLexicon((await read(path)).text)
  if (!own.ok) throw new Refusal(`“${path}” cannot be used as a lexicon. ${own.message}`)
  return own.lexicon
}

const options = (): ReturnType<typeof parse> => {
  try {
    return parse()
  } catch (error) {
    throw new Refusal(
      `${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)} (--help shows the usage)`
    )
  }
}

const parse = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      md: { type: 'string' },
      html: { type: 'string' },
      docx: { type: 'string' },
      csv: { type: 'string' },
      rows: { type: 'string' },
      svg: { type: 'string' },
      lexicon: { type: 'string' },
      article: { type: 'string' },
      meeting: { type: 'string' },
      'also-us': { type: 'string' },
      'also-cn': { type: 'string' },
      whole: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' }
    }
  })

type Pair = Record<'us' | 'cn', ReadoutText>

const readPair = async (
  [usPath, cnPath, ...more]: string[],
  alsoUs: string | undefined,
  alsoCn: string | undefined
): Promise<Pair> => {
  if (usPath === undefined || cnPath === undefined || more.length > 0)
    throw new Refusal('Name two readouts: npm run --silent compare -- US CN (--help shows the usage)')
  const [us, cn] = [await read(usPath), await read(cnPath)]
  const same = checkPair(us, cn)
  if (same) throw new Refusal(same.message)
  if (placeTexts(us, cn).swapped)
    process.stderr.write(
      `Note: “${us.name}” and “${cn.name}” look as if they should be named in the other order.\n`
    )
  return { us: await withOther(us, alsoUs), cn: await withOther(cn, alsoCn) }
}

const readArticle = async (
  path: string,
  meeting: string | undefined,
  more: string[],
  lexicon: Lexicon
): Promise<Pair> => {
  if (more.length > 0)
    throw new Refusal('Name one story after --article, and no readouts (--help shows the usage)')
  // The words of stories are read for a story alone.
  const { readStory } = await import('../../engine/attribution/story/story.ts')
  const story = readStory(await read(path), lexicon, meeting)
  if (!story.ok) throw new Refusal(story.problem.message)
  if (meeting !== undefined && !story.meetings.some(({ id }) => id === meeting))
    throw new Refusal(
      story.meetings.length === 0
        ? `“${basename(path)}” does not tell of several meetings; leave --meeting out.`
        : `“${basename(path)}” has no meeting “${meeting}”. It tells of ${story.meetings.map(({ id, name }) => `${id} (${name})`).join('; ')}.`
    )
  return story.texts
}

const main = async (): Promise<void> => {
  const { values, positionals } = options()
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  if (values.meeting !== undefined && values.article === undefined)
    throw new Refusal('--meeting names a meeting of a story; name the story with --article')
  const lexicon = values.lexicon === undefined ? standardLexicon : await readLexicon(values.lexicon)
  const { us, cn } =
    values.article === undefined
      ? await readPair(positionals, values['also-us'], values['also-cn'])
      : await readArticle(values.article, values.meeting, positionals, lexicon)
  const compared = compare(us, cn, lexicon)
  if (!compared.ok) throw new Refusal(compared.problem.message)
  const { comparison } = compared
  if (values.json !== undefined) await write(values.json, serialise(comparison))
  const work = startWork(comparison)
  const name = meetingName(comparison, { us, cn })
  const parts = values.whole ? WHOLE_REPORT : BRIEF_REPORT
  for (const [option, format] of Object.entries(OUTPUTS)) {
    const path = values[option as keyof typeof OUTPUTS]
    if (path !== undefined) await write(path, (await exportAs(format, { work, name }, loadFont, parts)).bytes)
  }
  process.stdout.write(summary(comparison))
}

process.on('unhandledRejection', (reason) => {
  if (!isLateFailureOfPdf(reason)) throw reason
})

// Whoever reads what is printed may have seen enough, as in `compare … | head`; the files are written by then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

main().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
