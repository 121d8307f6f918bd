import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { NO_EDITS, type Edits } from '../../../../engine/edit/operation.ts'
import type { Comparison, ReadoutText } from '../../../../engine/model.ts'
import { PROJECT_VERSION, type Project, type Source, type Study } from '../../../../engine/project/project.ts'
import { comparisonOf, text } from '../readouts.ts'

const AT = '2026-03-01T09:00:00.000Z'

const sourceOf = ({ name, text: words }: ReadoutText): Source => ({
  name,
  sha256: bytesToHex(sha256(utf8ToBytes(words))),
  imported: AT
})

export const studyOf = (
  us: ReadoutText,
  cn: ReadoutText,
  id: string,
  edits: Edits = NO_EDITS,
  comparison: Comparison = comparisonOf(us, cn)
): Study => ({
  id,
  name: null,
  texts: { us, cn },
  sources: { us: sourceOf(us), cn: sourceOf(cn) },
  comparison,
  edits,
  lexicon: null
})

export const projectOf = (...studies: Study[]): Project => ({
  format: 'parallax',
  version: PROJECT_VERSION,
  app: '0.2.0',
  saved: AT,
  studies,
  open: studies[0]?.id ?? null,
  codebook: [{ id: 'c1', name: 'Framing', colour: '#aa3311', shape: 'star', description: '' }]
})

/** A project of a few hundred bytes of text, in both scripts; illustrative. */
export const smallProject = (): Project =>
  projectOf(
    studyOf(text('The Secretary raised Taiwan. He met Shen Rui.'), text('沈锐强调台湾问题。'), 'study-1', {
      entries: [{ operation: { do: 'note', target: { on: 'whole' }, text: 'Short — “see” 注' }, at: AT }],
      undone: []
    })
  )
