import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import type { Protocol } from 'electron'
import { contentSecurityPolicy } from './security.ts'
import { isOwnAddress, SCHEME } from './origin.ts'

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  // Large tables of the lexicon.
  '.bin': 'application/octet-stream',
  // Tables of characters and standard fonts for PDFs.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf'
}

/** Must be called before the app is ready. `codeCache` lets V8 keep compiled scripts between starts. */
export const registerScheme = (protocol: Protocol): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/**
 * The file that an address of our scheme stands for.
 *
 * @param root folder of the built page
 * @returns an absolute path inside `root`, or null for a foreign host, a malformed address or a way out of `root`
 */
export const fileOfAddress = (address: string, root: string): string | null => {
  if (!isOwnAddress(address, null)) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(address).pathname)
  } catch {
    return null // a stray per cent sign
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = resolve(join(root, path))
  return file.startsWith(resolve(root) + sep) ? file : null
}

const refuse = (status: number): Response => new Response(null, { status })

/** Answers every request of our scheme from the built page's folder, with the policy on every answer. */
export const serveApp = (protocol: Protocol, root: string): void => {
  protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET') return refuse(405)
    const file = fileOfAddress(request.url, root)
    const type = file === null ? undefined : CONTENT_TYPES[extname(file)]
    if (file === null || type === undefined) return refuse(404)
    try {
      return new Response(await readFile(file), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer'
        }
      })
    } catch {
      return refuse(404)
    }
  })
}
