import { damagedMessage } from '../archive.ts'
import { isBoilerplate } from '../boilerplate.ts'
import { withoutSite } from '../html/html.ts'
import { MAX_ITEMS_A_PAGE, MAX_PAGES } from '../limits.ts'
import { loss } from '../office-parts.ts'
import { Refused } from '../refused.ts'
import { NOTHING_FOUND, type Draft, type Loss } from '../report.ts'
import { guardPdf } from './guard.ts'
import { linesOf, type Line } from './lines.ts'
import { levelled } from './orientation.ts'
import { paragraphsOfPages } from './paragraphs.ts'

/**
 * PDF by Mozilla's pdf.js, in its build for older engines, on the thread that calls: that is a worker already. Tables
 * of Chinese characters (CMaps) and standard fonts come with the app; without them, Chinese paragraphs would silently
 * be missing.
 */

/** Reads a file that ships with the app. */
export type LoadAsset = (folder: 'cmaps' | 'standard_fonts', file: string) => Promise<Uint8Array>

/** Jumps up the page, a page, above which the order is not to be trusted; a page of two columns has one. */
const MANY_JUMPS = 3
const UNREADABLE = /[\ufffd\ue000-\uf8ff]/gu

const loadLibrary = async () => {
  const [library, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    // @ts-expect-error -- the package has no types for its worker; only handed on
    import('pdfjs-dist/legacy/build/pdf.worker.mjs') as Promise<object>
  ])
  // Where it finds this, pdf.js starts no worker of its own.
  Object.assign(globalThis, { pdfjsWorker: worker })
  return library
}

/** Programs that print pages of the web. */
const BROWSER = /Skia\/PDF|Mozilla\/|Chrome|Safari|Firefox|Quartz PDFContext|Print To PDF/u

/** Fields of a form, by their names. */
type Fields = Record<string, readonly { value?: unknown }[]>
/** How many of them hold words. */
const filledIn = (fields: Fields | null): number =>
  Object.values(fields ?? {})
    .flat()
    .filter(({ value }) => typeof value === 'string' && /\p{L}{3}/u.test(value)).length

const listed = (numbers: readonly number[]): string =>
  numbers.length > 6 ? `${numbers.slice(0, 6).join(', ')} …` : numbers.join(', ')

const isoDay = (value: unknown): string | null => {
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/u.exec(typeof value === 'string' ? value : '') ?? []
  return year === undefined ? null : `${year}-${month}-${day}`
}

const refusalOf = (error: unknown, name: string): Refused => {
  if (error instanceof Refused) return error
  return error instanceof Error && error.name === 'PasswordException'
    ? new Refused(
        'locked',
        `“${name}” is locked with a password. Open it in a PDF viewer, copy the text and paste it, or print it to a new PDF.`
      )
    : new Refused('damaged', damagedMessage(name))
}

/**
 * @throws Refused where it is locked, damaged, or has no text at all
 */
export const readPdf = async (bytes: Uint8Array, name: string, load: LoadAsset): Promise<Draft> => {
  guardPdf(bytes, name)
  const library = await loadLibrary()
  const task = library.getDocument({
    // It takes what it is given for its own.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
    CMapReaderFactory: class {
      async fetch({
        name: file
      }: {
        name: string
      }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
        return { cMapData: await load('cmaps', `${file}.bcmap`), isCompressed: true }
      }
    },
    StandardFontDataFactory: class {
      fetch({ filename }: { filename: string }): Promise<Uint8Array> {
        return load('standard_fonts', filename)
      }
    }
  })
  const pages: Line[][] = []
  const empty: number[] = []
  const jumbled: number[] = []
  const losses: Loss[] = []
  let info: Record<string, unknown>
  try {
    const document = await task.promise
    info = (await document.getMetadata()).info as Record<string, unknown>
    const last = Math.min(document.numPages, MAX_PAGES)
    if (document.numPages > last)
      losses.push({
        kind: 'other',
        count: document.numPages - last,
        say: `Only the first ${MAX_PAGES} of its ${document.numPages} pages were read.`
      })
    for (let at = 1; at <= last; at++) {
      const page = await document.getPage(at)
      const { items } = await page.getTextContent({ includeMarkedContent: false })
      const { lines, jumps } = linesOf(
        levelled(items.slice(0, MAX_ITEMS_A_PAGE).flatMap((item) => ('str' in item ? [item] : []))),
        at
      )
      if (lines.length === 0) empty.push(at)
      if (jumps > MANY_JUMPS) jumbled.push(at)
      pages.push(lines)
      page.cleanup()
    }
    const attachments = Object.keys(((await document.getAttachments()) as object | null) ?? {}).length
    if (attachments > 0)
      losses.push({
        kind: 'attachments',
        count: attachments,
        say: 'Files that are attached to it were not read.'
      })
    const filled = filledIn(await document.getFieldObjects())
    if (filled > 0)
      losses.push({
        kind: 'other',
        count: filled,
        say: 'What is filled into its form is not read: copy it and paste it.'
      })
    if ((await document.getJSActions()) !== null)
      losses.push({ kind: 'scripts', count: 1, say: 'Scripts in it were not run.' })
  } catch (error) {
    throw refusalOf(error, name)
  } finally {
    await task.destroy()
  }
  if (pages.every((lines) => lines.length === 0))
    throw new Refused(
      'no-text-layer',
      `“${name}” has only pictures of pages, no text. Its words have to be recognised first (OCR): copy the text from such a program and paste it.`
    )
  if (empty.length > 0)
    losses.push({
      kind: 'pages-without-text',
      count: empty.length,
      say: `Pages without text, perhaps pictures of it: ${listed(empty)}. What they say is missing.`
    })
  if (jumbled.length > 0)
    losses.push({
      kind: 'order',
      count: jumbled.length,
      say: `On pages ${listed(jumbled)} the text jumps to and fro; read whether its order is right.`
    })
  const blocks = paragraphsOfPages(pages).map((block) =>
    block.kept && isBoilerplate(block.text) ? { ...block, kept: false, why: 'furniture' as const } : block
  )
  const notes = blocks.filter(({ why }) => why === 'note').length
  losses.push(...loss('notes', notes, 'Footnotes are cut; what is cut can be put back.'))
  const unreadable = blocks.reduce((sum, { text }) => sum + (text.match(UNREADABLE)?.length ?? 0), 0)
  if (unreadable > 0)
    losses.push({
      kind: 'glyphs',
      count: unreadable,
      say: `${unreadable} characters have no meaning in the file, only a shape; they are missing or wrong in the text.`
    })
  const { Title: title, CreationDate: created, Producer: producer, Creator: creator } = info
  // A browser writes down when the page was printed, which is no day of publication.
  const isPrinted = BROWSER.test(`${String(producer)} ${String(creator)}`)
  return {
    format: 'pdf',
    encoding: null,
    found: {
      ...NOTHING_FOUND,
      title: typeof title === 'string' && title.trim() ? withoutSite(title.trim(), null) : null,
      date: isPrinted ? null : isoDay(created)
    },
    blocks,
    losses
  }
}
