import { expect, launchSample, readout, settled, test } from './app.ts'
import { drop } from './drop.ts'

test('the page has a sandbox, no Node, and only the contract’s calls', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  expect(
    await window.evaluate(() => [typeof globalThis, 'require' in globalThis, 'process' in globalThis])
  ).toEqual(['object', false, false])
  expect(await window.evaluate(() => Object.keys(globalThis.window.parallax).sort())).toEqual([
    'clearRecent',
    'closeNow',
    'copyText',
    'drafts',
    'dropDraft',
    'exportFile',
    'keptCopies',
    'launch',
    'loadLexicon',
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
  expect(await window.title()).toBe('Parallax')
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
  expect(await window.title()).toBe('Parallax')
})

test('nothing is asked of the network in a whole session', async ({ launch }) => {
  const { window, networkLog } = await launchSample(launch)
  await drop(window, window.getByRole('banner'), {
    files: [readout('talks', 'us'), readout('talks', 'cn.zh')]
  })
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('秦刚强调')
  await window.keyboard.press('2')
  await window.keyboard.press('s')
  const log = JSON.parse(await networkLog()) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: { url?: string; host?: string; address?: string } }[]
  }
  const types = log.constants.logEventTypes
  const named = (name: string): number => types[name] ?? -1
  expect(log.events.length).toBeGreaterThan(0)
  // A request to anywhere would be seen as a lookup, a connection or a URL of a network scheme.
  const outgoing = log.events.filter(
    ({ type, params }) =>
      [named('HOST_RESOLVER_MANAGER_JOB'), named('TCP_CONNECT'), named('UDP_CONNECT')].includes(type) ||
      /^(?:https?|wss?|ftp):/u.test(params?.url ?? '')
  )
  expect(outgoing).toEqual([])
})
