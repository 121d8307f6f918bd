import type { DesktopApi } from '../electron/contract/api.ts'

declare global {
  interface Window {
    /** The desktop, as the bridge offers it. */
    readonly parallax: DesktopApi
  }
}
