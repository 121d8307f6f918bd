import { BrowserWindow, session, type Session } from 'electron'
import { SCHEME } from './origin.ts'
import { denyPermissions } from './security.ts'

/**
 * Prints a report to a PDF file. The page is built in the window from texts that may come from anywhere, so it is
 * loaded where it can do nothing: a hidden sandboxed window without scripts and without a bridge, in a session of its
 * own that answers one address from memory and refuses every other.
 */

const PAGE = `${SCHEME}://report/index.html`
/** What the page says of itself (engine/report/html.ts) is said again by who serves it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"
/** A hundred pages take some seconds. */
const PRINT_LIMIT_MS = 60_000

const FOOTER =
  '<div style="width:100%;font:8px sans-serif;color:#5d5a53;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

/** Whether one is under way: a large one takes a process of its own with hundreds of megabytes. */
let isPrinting = false
/** Counts the sessions, so that no print finds another's page. */
let prints = 0

const sessionFor = (html: string): Session => {
  prints++
  const own = session.fromPartition(`print-${prints}`)
  denyPermissions(own)
  own.setSpellCheckerEnabled(false)
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: url !== PAGE && !url.startsWith('data:') })
  })
  own.on('will-download', (event) => {
    event.preventDefault()
  })
  own.protocol.handle(
    SCHEME,
    () =>
      new Response(html, {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY }
      })
  )
  return own
}

const within = async <T>(work: Promise<T>, limitMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(
        new Error(
          'The report could not be printed in time. Leave parts of it out, or save it as HTML and print that.'
        )
      )
    }, limitMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The PDF of a page, on paper of the size and turn that the page itself asks for.
 *
 * @throws with a message for the reader, where it takes too long or cannot be shown
 */
export const pdfOf = async (html: string, limitMs = PRINT_LIMIT_MS): Promise<Uint8Array> => {
  if (isPrinting) throw new Error('Another report is being printed. Try it again when that is done.')
  isPrinting = true
  try {
    return await printed(html, limitMs)
  } finally {
    isPrinting = false
  }
}

const printed = async (html: string, limitMs: number): Promise<Uint8Array> => {
  const own = sessionFor(html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false
    }
  })
  const print = async (): Promise<Uint8Array> => {
    await window.loadURL(PAGE)
    return window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
      generateDocumentOutline: true
    })
  }
  try {
    return await within(print(), limitMs)
  } finally {
    window.destroy()
    own.protocol.unhandle(SCHEME)
  }
}
