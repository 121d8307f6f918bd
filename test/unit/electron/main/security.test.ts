import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import {
  closeNetwork,
  contentSecurityPolicy,
  isAllowedRequest,
  setupSecurity,
  webPreferences
} from '../../../../electron/main/security.ts'

type Answer = (reply: { cancel: boolean }) => void

/** A session that keeps what it was told, in place of Electron's. */
class RecordingSession extends EventEmitter {
  beforeRequest: ((details: { url: string }, answer: Answer) => void) | undefined
  permissionRequest:
    ((contents: null, permission: string, answer: (granted: boolean) => void) => void) | undefined
  permissionCheck: (() => boolean) | undefined
  devicePermission: (() => boolean) | undefined
  readonly webRequest = {
    onBeforeRequest: (handler: RecordingSession['beforeRequest']) => {
      this.beforeRequest = handler
    }
  }
  spellChecker: unknown[] = []
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker.push(enabled)
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.spellChecker.push(languages)
  }
  setPermissionRequestHandler(handler: RecordingSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler
  }
}

class RecordingContents extends EventEmitter {
  openHandler: (() => { action: string }) | undefined
  webrtc = ''
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webrtc = policy
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler
  }
}

const secured = (development: string | null = null) => {
  const app = new EventEmitter()
  const session = new RecordingSession()
  setupSecurity(app as unknown as App, session as unknown as Session, development)
  const contents = new RecordingContents()
  app.emit('web-contents-created', {}, contents)
  return { session, contents }
}

const wasPrevented = (emitter: EventEmitter, event: string): boolean => {
  let prevented = false
  emitter.emit(event, {
    preventDefault: () => {
      prevented = true
    }
  })
  return prevented
}

describe('security rules', () => {
  it('2, 3, 4: the page has no Node, its own context and a sandbox', () => {
    expect(webPreferences('/preload.cjs', false)).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: false
    })
  })

  it('1: requests elsewhere are cancelled', () => {
    const { session } = secured()
    const cancelled = (url: string): boolean => {
      let result = false
      session.beforeRequest?.({ url }, ({ cancel }) => {
        result = cancel
      })
      return result
    }
    expect(session.beforeRequest).toBeDefined()
    expect(cancelled('https://example.org/')).toBe(true)
    expect(cancelled('parallax://app/index.html')).toBe(false)
  })

  it('1: no name is resolved, nothing connected to and no socket opened, but in development for its server', () => {
    const switches = (development: string | null): Record<string, string> => {
      const set: Record<string, string> = {}
      const commandLine = { appendSwitch: (name: string, value = '') => void (set[name] = value) }
      closeNetwork({ commandLine } as unknown as App, development)
      return set
    }
    const webrtc = { 'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp' }
    expect(switches(null)).toMatchObject({
      ...webrtc,
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'proxy-server': 'http://nowhere.invalid:9',
      'proxy-bypass-list': '<-loopback>'
    })
    expect(switches('http://localhost:5173')).toMatchObject(webrtc)
    expect(switches('http://localhost:5173')).not.toHaveProperty('proxy-server')
    expect(secured().contents.webrtc).toBe('disable_non_proxied_udp')
  })

  it.each([
    ['parallax://app/index.html', null, true],
    ['data:image/png;base64,AA==', null, true],
    ['http://example.org', null, false],
    ['ws://localhost:5173/', null, false],
    ['file:///etc/passwd', null, false],
    ['ftp://example.org', null, false],
    ['', null, false],
    ['ws://localhost:5173/', 'http://localhost:5173', true],
    ['http://localhost:5173/main.ts', 'http://localhost:5173', true],
    ['http://localhost:8080/', 'http://localhost:5173', false]
  ])('1: a request for %s (development: %s) is allowed: %s', (address, development, allowed) => {
    expect(isAllowedRequest(address, development)).toBe(allowed)
  })

  it('5: every permission is denied', () => {
    const { session } = secured()
    let granted: boolean | undefined
    session.permissionRequest?.(null, 'clipboard-read', (answer) => {
      granted = answer
    })
    expect(granted).toBe(false)
    expect(session.permissionCheck?.()).toBe(false)
    expect(session.devicePermission?.()).toBe(false)
  })

  it('7: the policy allows nothing by default, and no inline or evaluated script', () => {
    expect(contentSecurityPolicy.startsWith("default-src 'none'; ")).toBe(true)
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/)
  })

  it.each(['will-attach-webview', 'will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '11 to 13: %s is prevented',
    (event) => {
      expect(wasPrevented(secured().contents, event)).toBe(true)
    }
  )

  it('14: no window is opened', () => {
    expect(secured().contents.openHandler?.()).toEqual({ action: 'deny' })
  })

  it('1: the spell checker, which would fetch dictionaries, is off', () => {
    expect(secured().session.spellChecker).toEqual([false, []])
  })

  it('nothing is downloaded', () => {
    expect(wasPrevented(secured().session, 'will-download')).toBe(true)
  })
})
