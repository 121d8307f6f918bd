import { expect, launchSample, readout, settled, test } from './app.ts'
import { drop } from './drop.ts'

test.use({ isAlone: true })

test('the page has a sandbox, no Node, and only the contract’s calls', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  expect(
    await window.evaluate(() => [typeof globalThis, 'require' in globalThis, 'process' in globalThis])
  ).toEqual(['object', false, false])
  expect(await window.evaluate(() => Object.keys(globalThis.window.parallax).sort())).toEqual([
    'changePreferences',
    'clearRecent',
    'closeNow',
    'copyText',
    'drafts',
    'dropDraft',
    'exportFile',
    'keptCopies',
    'launch',
    'loadLexicon',
    'loadPreferences',
    'newWindow',
    'onChangedFile',
    'onCommand',
    'onProject',
    'openCodebook',
    'openDropped',
    'openLexicon',
    'openProject',
    'openReadouts',
    'openRecent',
    'printReport',
    'protectProject',
    'readCopy',
    'readProject',
    'recentProjects',
    'releaseProject',
    'reloadProject',
    'saveLexiconCopy',
    'saveProject',
    'saveProjectAs',
    'setEdited',
    'storeDraft',
    'storeDraftPart',
    'storeLexicon',
    'takeDraft'
  ])
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })

  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  expect(preferences['webSecurity']).toBe(true)
})

test('the policy is in force: no inline or foreign script, no frame, no request elsewhere', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  await window.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      document.body.append(`[refused: ${effectiveDirective}]`)
    })
    const script = document.createElement('script')
    script.textContent = 'document.title = "ran"'
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    document.body.append(script, frame)
  })
  const fetched = window.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused'
    )
  )
  expect(await fetched).toBe('refused')
  for (const directive of ['script-src-elem', 'frame-src', 'connect-src'])
    await expect(window.locator('body')).toContainText(`[refused: ${directive}]`)
  expect(await window.title()).toMatch(/^[^<>]*Parallax$/)
})

test('the window goes nowhere, opens nothing and is granted nothing', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  const address = window.url()
  const opened = await window.evaluate(async () => {
    const other = globalThis.window.open('https://example.org/')
    location.href = 'https://example.org/'
    const permission = await navigator.permissions.query({ name: 'geolocation' })
    return [other === null, permission.state]
  })
  expect(opened).toEqual([true, 'denied'])
  expect(window.url()).toBe(address)
  expect(electron.windows()).toHaveLength(1)
})

test('text of a document never becomes markup', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'us'))
  await window.locator('[data-drop="us"]').getByText('us.txt').waitFor()
  const data =
    'Wang Yi <img src=x onerror="document.title=1"> stressed the Taiwan question.\n\nHe said <b>nothing</b> & more.'
  await drop(window, window.locator('[data-drop="cn"]'), { items: [{ mimeType: 'text/plain', data }] })
  await settled(window, 'ready')
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText(
    '<img src=x onerror="document.title=1">'
  )
  expect(await window.locator('article img, article b').count()).toBe(0)
  expect(await window.title()).toMatch(/^[^<>]*Parallax$/)
})

/** What sends something; a connection of UDP alone sends nothing, and is how Chromium looks for a way to IPv6. */
const SENDING = [
  'HOST_RESOLVER_MANAGER_JOB',
  'HOST_RESOLVER_SYSTEM_TASK',
  'DNS_TRANSACTION',
  'TCP_CONNECT',
  'UDP_BYTES_SENT'
]

/** What went out of the process, or tried to, as Chromium's network log has it. */
const outgoingIn = (text: string, kinds: readonly string[] = [...SENDING, 'UDP_CONNECT']): unknown[] => {
  const log = JSON.parse(text) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: { url?: string; host?: string; address?: string } }[]
  }
  expect(log.events.length).toBeGreaterThan(0)
  const nameOf = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]))
  // A request to anywhere would be seen as a lookup, a connection or a URL of a network scheme.
  return log.events
    .map(({ type, params }) => ({ kind: nameOf.get(type) ?? '', params }))
    .filter(({ kind, params }) => kinds.includes(kind) || /^(?:https?|wss?|ftp):/u.test(params?.url ?? ''))
}

test('nothing is asked of the network in a whole session', async ({ launchAlone }) => {
  const { window, networkLog } = await launchSample(launchAlone)
  await drop(window, window.getByRole('banner'), {
    files: [readout('talks', 'us'), readout('talks', 'cn.zh')]
  })
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('秦刚强调')
  await window.keyboard.press('2')
  await window.keyboard.press('s')
  expect(outgoingIn(await networkLog())).toEqual([])
})

test('a script in the page would find no way out of the machine', async ({ launchAlone }) => {
  const { window, networkLog } = await launchSample(launchAlone)
  await test.step('name servers are not asked', async () => {
    await window.evaluate(() => {
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch']) {
        const link = document.createElement('link')
        link.rel = rel
        link.href = 'https://secret.example.org/'
        document.head.append(link)
      }
    })
  })
  await test.step('peers are not reached: no address is gathered, by name or by number', async () => {
    const candidates = await window.evaluate(async () => {
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: 'stun:stun.example.org:3478' },
          { urls: 'turn:192.0.2.1:3478?transport=tcp', username: 'u', credential: 'c' }
        ]
      })
      const found: string[] = []
      peer.createDataChannel('out')
      const gathered = new Promise((done) => {
        peer.addEventListener('icegatheringstatechange', () => {
          if (peer.iceGatheringState === 'complete') done(null)
        })
      })
      peer.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate?.candidate) found.push(candidate.candidate)
      })
      await peer.setLocalDescription(await peer.createOffer())
      await gathered
      return found
    })
    expect(candidates).toEqual([])
  })
  expect(outgoingIn(await networkLog(), SENDING)).toEqual([])
})

test('a page that leaves for an address of the browser’s own comes back', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  const address = window.url()
  for (const to of ['about:blank', 'about:srcdoc', 'chrome-error://chromewebdata/']) {
    await electron.evaluate(({ BrowserWindow }, where) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.executeJavaScript(`location.href = ${JSON.stringify(where)}`).catch(() => undefined)
    }, to)
    if (to.startsWith('about:')) await expect(window.getByRole('alert')).toContainText('stopped working')
    await settled(window, 'empty')
    expect(window.url()).toBe(address)
  }
})

test('no script of the page reads the clipboard', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await electron.evaluate(({ clipboard }) => clipboard.writeText('of another program'))
  const read = await window.evaluate(async () => {
    const field = document.createElement('textarea')
    document.body.append(field)
    field.focus()
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- that is what is tried
    const isDone = document.execCommand('paste')
    const asked = await navigator.clipboard.readText().catch(() => 'refused')
    return [isDone, field.value, asked]
  })
  expect(read).toEqual([false, '', 'refused'])
})

test('what a page asks for again and again is queued or refused', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  const refused = await window.evaluate(async () => {
    const { newWindow, drafts, storeDraft } = globalThis.window.parallax
    const outcome = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'done',
        (error: unknown) => (error instanceof Error ? error.message : '')
      )
    const text = 'x'.repeat(200_000_000)
    const windows = await Promise.all(Array.from({ length: 300 }, () => outcome(newWindow())))
    const lists = await Promise.all(Array.from({ length: 300 }, () => outcome(drafts())))
    return {
      windows: windows.filter((said) => said === 'done').length,
      lists: lists.filter((said) => said === 'done').length,
      large: await outcome(storeDraft({ id: 'draft-too-large', handle: null, name: 'x', text }))
    }
  })
  expect(refused.windows).toBe(1)
  expect(refused.lists).toBeGreaterThan(0)
  expect(refused.lists).toBeLessThan(100)
  expect(refused.large).toContain('more than the app can take')
  await expect.poll(() => electron.windows().length).toBe(2)
})
