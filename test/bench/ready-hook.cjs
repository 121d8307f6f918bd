// Loaded into the main process with Electron's -r, the same for every app measured: says on standard output when the
// first window's page has painted with `data-state="ready"` on its root element, and the memory of all processes.
const { app } = require('electron')

const painted = `new Promise((done) => {
  const root = document.documentElement
  const isReady = () => root.dataset.state === 'ready'
  const afterPaint = () => requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now())))
  if (isReady()) return afterPaint()
  new MutationObserver((_changes, observer) => {
    if (!isReady()) return
    observer.disconnect()
    afterPaint()
  }).observe(root, { attributes: true, attributeFilter: ['data-state'] })
})`

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    const at = await window.webContents.executeJavaScript(painted)
    process.stdout.write(`ready ${at}\n`)
  })
})
