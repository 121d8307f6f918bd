import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { LoadAsset } from '../../../../engine/ingest/pdf/pdf.ts'

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** What the app ships for PDFs, out of the library's own folder. */
export const loadAsset: LoadAsset = async (folder, file) =>
  new Uint8Array(await readFile(join(root, folder, file)))
