import { expect, launchSample, readout, settled, test } from './app.ts'

test.use({ isAlone: true })

test('starts with the sample, compared', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await expect(window.getByText('illustrative sample')).toBeVisible()
  await expect(window.getByRole('region', { name: 'United States readout' })).toContainText(
    'Secretary of State'
  )
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('Luo Weihan')
  expect(await window.locator('[data-ribbon]').count()).toBeGreaterThan(2)
})

test('starts empty, with two places that say what to do', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await expect(window.locator('[data-drop="us"]')).toContainText('United States')
  await expect(window.locator('[data-drop="cn"]')).toContainText('China')
  await window.getByRole('button', { name: 'Open the sample' }).click()
  await settled(window, 'ready')
})

test('opens the files of the command line, sides recognised whatever their order', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'cn.zh'), readout('talks', 'us'))
  await settled(window, 'ready')
  await expect(window.getByRole('region', { name: 'United States readout' })).toContainText(
    'Foreign Minister Qin Gang'
  )
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('秦刚强调')
})

test('opens files by the menu and its dialog', async ({ launch }) => {
  const { electron, window } = await launch()
  await settled(window, 'empty')
  const paths = [readout('call', 'us'), readout('call', 'cn')]
  await electron.evaluate(({ dialog, Menu, BrowserWindow }, chosen) => {
    // The operating system's own dialog cannot be driven; everything behind it is real.
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen })
    BrowserWindow.getAllWindows()[0]?.focus()
    const find = (label: string) =>
      Menu.getApplicationMenu()
        ?.items.flatMap((item) => item.submenu?.items ?? [])
        .find((item) => item.label.startsWith(label))
    find('Open readouts')?.click()
  }, paths)
  await settled(window, 'ready')
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('Gu Mingche')
})

test('comes back after its process died, and says so', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  await electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((done) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => {
          done()
        })
        contents?.forcefullyCrashRenderer()
      })
  )
  const shown = (): Promise<string> =>
    electron.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.body.innerText'
        ) as Promise<string>
    )
  await expect.poll(shown).toMatch(/stopped working and was opened again[^]*Drop the two readouts/)
  expect(window.isClosed()).toBe(false)
})
