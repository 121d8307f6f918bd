import type { App, Session, WebContents, WebPreferences } from 'electron'
import { isOwnAddress, SCHEME } from './origin.ts'

/**
 * The security rules of the app in the order of Electron's checklist.
 *
 * @see https://www.electronjs.org/docs/latest/tutorial/security
 *
 * | item | rule | where |
 * |---|---|---|
 * | 1 | only own content is loaded, and nothing else is ever requested | `forbidRequests`, `closeNetwork` |
 * | 2, 3, 4 | no Node in the page, context isolation, sandbox | `webPreferences` |
 * | 5 | every permission is denied | `denyPermissions` |
 * | 6, 8, 9, 10 | web security on, no experimental or Blink flags: defaults, kept by lint | eslint.config.js |
 * | 7 | content security policy | `contentSecurityPolicy`, sent by protocol.ts |
 * | 11, 12 | no webview | `guardContents` |
 * | 13, 14 | no navigation, no new windows | `guardContents`; what no event can prevent is undone, window.ts |
 * | 15 | `shell.openExternal` is not used | - |
 * | 16 | current Electron | package.json |
 * | 17 | the sender of every message is checked | ipc.ts |
 * | 18 | own scheme instead of file: | protocol.ts |
 * | 19 | fuses | electron/packaging/config.ts, and read out of the package by test/package |
 * | 20 | no Electron API in the page: only the contract's calls | preload |
 */

/**
 * Item 1, the last wall: a page that could run a script of its own would reach name servers (`<link rel=dns-prefetch>`)
 * and peers (`RTCPeerConnection`) past the policy and the request filter. No name has an address, whatever is connected
 * to goes by a proxy that there is not, the machine itself too, and WebRTC opens no socket. To be called before the app
 * is ready.
 *
 * @param development address of the development server, which must be reached; null in a built app
 */
export const closeNetwork = ({ commandLine }: Pick<App, 'commandLine'>, development: string | null): void => {
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  if (development !== null) return
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('proxy-server', 'http://nowhere.invalid:9')
  // Without this the machine's own addresses would be connected to directly.
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
}

/** Items 2, 3, 4. `spellcheck` is off as in `forbidRequests`. */
export const webPreferences = (preload: string, developer: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  spellcheck: false,
  // The app asks in its own window; a script could cover the screen with the system's questions.
  disableDialogs: true,
  devTools: developer
})

/** Item 7. Nothing but the app's own files; no inline script or style, no frame, no form. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** Schemes that stay inside the process; `devtools:` is the inspector's own page. */
const INNER_SCHEMES = new Set([`${SCHEME}:`, 'data:', 'blob:', 'devtools:'])

/**
 * Whether a request may be made at all.
 *
 * @param development address of the development server, which also speaks over a web socket; null in a built app
 */
export const isAllowedRequest = (address: string, development: string | null): boolean => {
  if (!URL.canParse(address)) return false
  if (INNER_SCHEMES.has(new URL(address).protocol)) return true
  return development !== null && isOwnAddress(address.replace(/^ws:/, 'http:'), development)
}

/** Item 1, beyond the policy: whatever asks for an address elsewhere is cancelled before it leaves. */
export const forbidRequests = (session: Session, development: string | null): void => {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, development) })
  })
  // The spell checker would fetch its dictionaries, whatever a window's own preference says.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

/** Item 5. The check handler answers what the request handler is not asked for. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Items 11 to 14. */
export const guardContents = (contents: WebContents): void => {
  const prevent = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
  }
  contents.on('will-attach-webview', prevent)
  contents.on('will-navigate', prevent)
  contents.on('will-frame-navigate', prevent)
  contents.on('will-redirect', prevent)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/**
 * Puts the rules in force for every page the app will ever have.
 *
 * @param development address of the development server, null in a built app
 */
export const setupSecurity = (app: App, session: Session, development: string | null): void => {
  forbidRequests(session, development)
  denyPermissions(session)
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents)
  })
}
