/** Where the window's page comes from, and how to tell it from anything else. */

export const SCHEME = 'parallax'
const HOST = 'app'

/** Address of the page in a built app. */
export const APP_PAGE = `${SCHEME}://${HOST}/index.html`

/**
 * Address of electron-vite's development server; only ever heeded in an unpackaged run.
 *
 * @param packaged whether this is a packaged app, in which the variable means nothing
 */
export const developmentPage = (packaged: boolean, environment: NodeJS.ProcessEnv): string | null => {
  const address = environment['ELECTRON_RENDERER_URL']
  if (packaged || address === undefined) return null
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1') ? address : null
}

/**
 * Whether an address is of the window's own page. URL.origin is the text "null" for schemes that the URL standard
 * does not know, so scheme and host are compared themselves.
 */
export const isOwnAddress = (address: string, development: string | null): boolean => {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol === `${SCHEME}:` && url.host === HOST) return true
  return development !== null && url.origin === new URL(development).origin
}
