// The smallest Electron window: what a start costs before any app is in it.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<!doctype html><html data-state="ready"><p>One line.</p>')
})
