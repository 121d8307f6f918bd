import * as v from 'valibot'
import { CHECKSUM, checksumOf, membersOf } from './checksum.ts'
import { faultIn } from './faults/faults.ts'
import { migrate, STEPS, type Content, type Step } from './migrate.ts'
import { PROJECT_VERSION, type Project } from './project.ts'
import { untold, type Tell } from '../progress.ts'
import { projectSchema } from './schema/project.ts'

/** Why a file is not opened; `message` says what is wrong and what to do. */
export interface ProjectRefusal {
  ok: false
  /**
   * `not-a-project`: another kind of file; `damaged`: cut short, or changed beyond reading; `newer`: of a version that
   * this app does not know; `malformed`: whole, but not of the form that a project has.
   */
  code: 'not-a-project' | 'damaged' | 'newer' | 'malformed'
  message: string
}

export interface ProjectOpened {
  ok: true
  project: Project
  /** Version of the file; null where it is the present one. */
  migratedFrom: number | null
  /** Whether it may only be looked at and saved elsewhere: `reason` says why. */
  readOnly: boolean
  reason: string | null
}

export type ProjectRead = ProjectOpened | ProjectRefusal

const refuse = (code: ProjectRefusal['code'], message: string): ProjectRefusal => ({
  ok: false,
  code,
  message
})

/** How every project file begins, whoever laid it out. */
const BEGINNING = /^\uFEFF?\s*\{\s*"format"\s*:\s*"parallax"/u
/** The word that such a file begins with may itself be cut short. */
const FIRST_CHARACTERS = '{\n"format":"parallax"'

const looksLikeProject = (text: string): boolean =>
  BEGINNING.test(text) || (text.length > 0 && FIRST_CHARACTERS.startsWith(text))

/** Whether brackets or quotes stay open to the end, as in a file of which only the beginning was written. */
const isCutShort = (text: string): boolean => {
  let [depth, inString] = [0, false]
  for (const [token] of text.matchAll(/\\.|["{}[\]]/gsu))
    if (token === '"') inString = !inString
    else if (!inString && token.length === 1) depth += token === '{' || token === '[' ? 1 : -1
  return depth > 0 || inString
}

const unreadable = (text: string): ProjectRefusal => {
  if (text.trim() === '')
    return refuse('damaged', 'The file is empty. Open an earlier copy of it, or a draft.')
  if (!looksLikeProject(text)) return refuse('not-a-project', 'The file is not a Parallax project.')
  return isCutShort(text)
    ? refuse('damaged', 'The file is damaged: it ends in the middle. Open an earlier copy of it.')
    : refuse('damaged', 'The file is damaged: it is no longer JSON. Open an earlier copy of it.')
}

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isVersion = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

/** Where in the file a fault is, as a person would say it: "studies › 1 › name". */
const placeOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key + 1 : String(key))).join(' › ')

const malformed = (what: string, app: unknown): ProjectRefusal =>
  refuse(
    'malformed',
    `The file does not hold what a project holds. ${what}${typeof app === 'string' ? ` It was written by Parallax ${app}.` : ''}`
  )

/** What may be changed in this version's form and the steps to it; handed in by tests of the steps. */
interface Form {
  version: number
  steps: ReadonlyMap<number, Step>
}

/** Parsed, its checksum made, brought into this version's form, and its sense looked through. */
const STEPS_OF_READING = 4

const CURRENT: Form = { version: PROJECT_VERSION, steps: STEPS }

/** Whether the content of a file is that of a project, brought up to the present version. */
export const checkContent = (
  content: Content,
  isWhole = true,
  { version, steps }: Form = CURRENT,
  tell: Tell = untold
): ProjectRead => {
  const from = content['version']
  if (!isVersion(from)) return malformed('It does not say of which version it is.', content['app'])
  if (from > version)
    return refuse(
      'newer',
      `The file was written by a newer version of Parallax${typeof content['app'] === 'string' ? ` (${content['app']})` : ''}, whose files this one cannot read. Install the newer version to open it; the file is left as it is.`
    )
  const migrated = migrate(content, from, version, steps)
  if (!migrated) return malformed(`There is no version ${from} of project files.`, content['app'])
  const parsed = v.safeParse(projectSchema, migrated)
  if (!parsed.success) {
    const [issue] = parsed.issues
    return malformed(`At ${placeOf(issue) || 'the top'}: ${issue.message}.`, content['app'])
  }
  const project = parsed.output
  tell(3, STEPS_OF_READING)
  const fault = faultIn(project)
  tell(STEPS_OF_READING, STEPS_OF_READING)
  if (fault !== undefined) return malformed(fault, content['app'])
  return {
    ok: true,
    project,
    migratedFrom: from === version ? null : from,
    readOnly: !isWhole,
    reason: isWhole
      ? null
      : 'The file is not as Parallax wrote it: it was damaged, or changed by another program. It can be looked at and saved under another name; the file itself is left as it is.'
  }
}

/**
 * Reads the text of a project file. What is not whole is never taken for whole: a file whose checksum is wrong opens
 * only to be looked at, and one that cannot be shown is refused with its reason.
 *
 * @param tell hears which of the steps are done
 */
export const readProject = (text: string, form: Form = CURRENT, tell: Tell = untold): ProjectRead => {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return unreadable(text)
  }
  if (!isContent(content) || content['format'] !== 'parallax')
    return refuse('not-a-project', 'The file is not a Parallax project.')
  try {
    const { [CHECKSUM]: checksum, ...rest } = content
    tell(1, STEPS_OF_READING)
    const isWhole = checksum === checksumOf(membersOf(rest))
    tell(2, STEPS_OF_READING)
    return checkContent(rest, isWhole, form, tell)
  } catch (error) {
    // Members inside one another thousands deep, which no project has.
    if (error instanceof RangeError) return malformed('It is nested too deep.', content['app'])
    throw error
  }
}
