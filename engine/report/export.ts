import { reportOf, WHOLE_REPORT, type Reported, type ReportDocument, type ReportOptions } from './document.ts'
import { fileNameOf } from './file-name.ts'
import type { LoadFont } from './fonts.ts'
import { untold, type Tell } from '../progress.ts'

/** The forms that a report is given out in; a PDF is printed from the HTML by the app. */
export const EXPORT_FORMATS = ['html', 'docx', 'markdown', 'findings', 'rows', 'json', 'svg'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What follows the name of the report in that of the file. */
const ENDINGS: Record<ExportFormat, string> = {
  html: '.html',
  docx: '.docx',
  markdown: '.md',
  findings: ' findings.csv',
  rows: ' side by side.csv',
  json: '.json',
  svg: ' overview.svg'
}

export interface Exported {
  /** For the save dialog; fit for every file system. */
  name: string
  bytes: Uint8Array
}

const fileName = ({ meeting, subtitle }: ReportDocument): string =>
  fileNameOf(`${subtitle === null ? '' : `${subtitle} `}${meeting}`) || 'report'

/** Each writer is loaded when it is asked for: most sessions write none. */
const WRITERS: Record<
  ExportFormat,
  (report: ReportDocument, reported: Reported, load: LoadFont) => Promise<string | Uint8Array>
> = {
  html: async (report, _, load) => (await import('./html.ts')).reportHtml(report, load),
  docx: async (report) => (await import('./docx.ts')).reportDocx(report),
  markdown: async (report) => (await import('./markdown.ts')).markdown(report),
  findings: async (report) => (await import('./csv.ts')).findingsCsv(report),
  rows: async (report) => (await import('./csv.ts')).rowsCsv(report),
  json: async (report, reported) => (await import('./json.ts')).reportJson(reported, report),
  svg: async ({ picture, title }, _, load) => {
    const { overviewSvg } = await import('./overview-svg.ts')
    const { fontFaces } = await import('./fonts.ts')
    const name = `${title}: topics and order`
    return overviewSvg(picture, name, await fontFaces(overviewSvg(picture, name), load, 'picture'))
  }
}

/** What goes in is put together, then written. */
const STEPS = 2

/**
 * A work in one of the forms. Runs in the window's worker and in Node.
 *
 * @param load gives the files of the typefaces that the HTML report carries
 * @param tell hears which of its steps are done
 */
export const exportAs = async (
  format: ExportFormat,
  reported: Reported,
  load: LoadFont,
  options: ReportOptions = WHOLE_REPORT,
  tell: Tell = untold
): Promise<Exported> => {
  const report = reportOf(reported, options)
  tell(1, STEPS)
  const written = await WRITERS[format](report, reported, load)
  tell(STEPS, STEPS)
  return {
    name: fileName(report) + ENDINGS[format],
    bytes: typeof written === 'string' ? new TextEncoder().encode(written) : written
  }
}
