/** Makes PDFs by hand, for what no program writes on purpose: locked ones, scripts, pages without text. */

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** @param objects the bodies of the objects, numbered from 1; the first is the catalogue */
export const pdf = (objects: readonly string[], trailer = ''): Uint8Array => {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  file += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return latin(file)
}

const stream = (content: string): string => `<</Length ${content.length}>>\nstream\n${content}\nendstream`

/** Lines of text as operators of a page, each at its place. */
export const linesAt = (lines: readonly [text: string, x: number, y: number][]): string =>
  lines.map(([text, x, y]) => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`).join('\n')

const FONT = '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>'

interface Pages {
  /** Further entries of the catalogue: scripts, attachments. */
  catalogue?: string
  /** The font of the text, where it is not Helvetica. */
  font?: string
  trailer?: string
  /** Objects after those of the pages; the first has the number 4 + 2 × pages. */
  more?: readonly string[]
}

/** A PDF of pages, each given by its operators. */
export const pdfOf = (
  pages: readonly string[],
  { catalogue = '', font = FONT, trailer = '', more = [] }: Pages = {}
): Uint8Array => {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')
  return pdf(
    [
      `<</Type /Catalog /Pages 2 0 R ${catalogue}>>`,
      `<</Type /Pages /Kids [${kids}] /Count ${pages.length}>>`,
      font,
      ...pages.flatMap((content, at) => [
        `<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F1 3 0 R>>>> /Contents ${5 + 2 * at} 0 R>>`,
        stream(content)
      ]),
      ...more
    ],
    trailer
  )
}

/** One that asks for a password. */
export const lockedPdf = (): Uint8Array =>
  pdfOf([linesAt([['The two sides met.', 72, 700]])], {
    trailer: `/Encrypt <</Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4>> /ID [<00> <00>]`
  })
