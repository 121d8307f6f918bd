import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../runtime/paths.ts'
import publisher from './publisher.json' with { type: 'json' }

interface Manifest {
  version: string
  description: string
  author: string
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest

/** What the app is called towards the systems that it is installed on. */
export const IDENTITY = {
  name: 'Parallax',
  /** Of the program, the package, the icon and the desktop entry. */
  executable: 'parallax',
  /** Kept for good from the first release on: systems know an installed app by it. */
  appId: publisher.appId,
  email: publisher.email,
  version: manifest.version,
  summary: 'Compare two governments’ readouts of one meeting',
  description: manifest.description,
  author: manifest.author,
  licence: 'MIT'
} as const

export const PROJECT_FILES = {
  extension: 'parallax',
  mimeType: 'application/x-parallax-project',
  name: 'Parallax project'
} as const

/** Formats of readouts, for “Open with”: the app can read them and does not ask to be what opens them usually. */
export const READOUT_FORMATS = [
  { name: 'Plain text', extensions: ['txt', 'text'], mimeTypes: ['text/plain'] },
  { name: 'Markdown', extensions: ['md', 'markdown'], mimeTypes: ['text/markdown'] },
  {
    name: 'Web page',
    extensions: ['html', 'htm', 'xhtml'],
    mimeTypes: ['text/html', 'application/xhtml+xml']
  },
  { name: 'Saved web page', extensions: ['mhtml', 'mht'], mimeTypes: ['application/x-mimearchive'] },
  { name: 'Mail', extensions: ['eml'], mimeTypes: ['message/rfc822'] },
  {
    name: 'Word document',
    extensions: ['docx'],
    mimeTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document']
  },
  {
    name: 'OpenDocument text',
    extensions: ['odt'],
    mimeTypes: ['application/vnd.oasis.opendocument.text']
  },
  { name: 'Rich text', extensions: ['rtf'], mimeTypes: ['application/rtf', 'text/rtf'] },
  { name: 'PDF', extensions: ['pdf'], mimeTypes: ['application/pdf'] }
] as const
