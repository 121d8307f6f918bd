import { kindOf } from '../ingest/format.ts'
import { decode } from '../ingest/decode.ts'
import type { CodebookRead } from './codebook.ts'
import { codebookFromCsv } from './csv.ts'
import { codebookFromRefi } from './refi.ts'

/** No codebook is larger; one of ten thousand codes with a page of description each is below it. */
const MOST_BYTES = 5_000_000
/** The encoding that XML names for itself. */
const DECLARED = /^[^<]{0,8}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/u

/** What the file says of its encoding; letters of one byte are enough to see it. */
const declaredIn = (bytes: Uint8Array): string | null =>
  DECLARED.exec(String.fromCharCode(...bytes.subarray(0, 300)))?.[1] ?? null

/**
 * A codebook as a file has it: a table or REFI-QDA, in UTF-8, UTF-16, GB18030 or another encoding of texts.
 *
 * @param name of the file, for the reader
 */
export const readCodebook = (bytes: Uint8Array, name: string): CodebookRead => {
  if (bytes.length > MOST_BYTES)
    return {
      ok: false,
      message: `“${name}” is larger than a codebook may be (${MOST_BYTES / 1_000_000} MB).`
    }
  const kind = kindOf(bytes)
  if (kind.is === 'zip' || kind.is === 'pdf' || kind.is === 'rtf' || kind.is === 'refused')
    return {
      ok: false,
      message: `“${name}” is no codebook: it is neither a table of text nor REFI-QDA. Save it as .csv in a spreadsheet, or export the codebook alone as .qdc.`
    }
  const decoded = decode(bytes, declaredIn(bytes))
  if (!decoded)
    return {
      ok: false,
      message: `The characters of “${name}” cannot be read in any encoding known here. Save it as UTF-8 and try again.`
    }
  const text = decoded.text.replace(/^\uFEFF/u, '')
  return /^\s*</u.test(text) ? codebookFromRefi(text, name) : codebookFromCsv(text)
}
