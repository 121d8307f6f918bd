import type { Code } from '../codebook/code.ts'
import type { Edits } from '../edit/operation.ts'
import type { Comparison, ReadoutText, Side } from '../model.ts'

/**
 * The project file: all that a researcher has of one or several meetings, in one file. Both texts are in it as they
 * were read, so that it opens alike on another machine, years later, without the documents they came from.
 */

/** Raised when a file of this form cannot be read by what was before; read.ts migrates older ones step by step. */
export const PROJECT_VERSION = 1

/** Where a text came from. */
export interface Source {
  /** Name of the file, or "pasted text". */
  name: string
  /** Path on the machine where it was imported, where there was one. */
  path?: string
  /** SHA-256 of the document's bytes, in hexadecimal digits; of the text's UTF-8 where it came as text; empty where it is not known. */
  sha256: string
  /** ISO date and time of the import. */
  imported: string
  /** What the researcher says of it, for citations; where absent, what the document says of itself. */
  cited?: { issuer?: string; title?: string; date?: string; address?: string; retrieved?: string }
}

export interface Study {
  id: string
  /** As the researcher calls it; null for the meeting's own name. */
  name: string | null
  texts: Record<Side, ReadoutText>
  sources: Record<Side, Source>
  /** The machine's answer, without the edits. */
  comparison: Comparison
  edits: Edits
  /** The researcher's own lexicon that made the comparison, as JSON; null for the one that ships. */
  lexicon: string | null
}

export interface Project {
  format: 'parallax'
  version: typeof PROJECT_VERSION
  /** The version of the app that wrote it. */
  app: string
  /** ISO date and time. */
  saved: string
  studies: Study[]
  /** Id of the study that was on screen; null for none. */
  open: string | null
  codebook: Code[]
}
