import type { DesktopApi } from '../../electron/contract/api.ts'

declare global {
  interface Window {
    readonly parallax: DesktopApi
  }
}
