import { mount } from 'svelte'
import App from './App.svelte'
import { limitCommands } from './lib/commands.ts'
import { paletteSheet } from './lib/palette.ts'
import { AnalysisClient } from './state/analysis.ts'
import { FilesClient } from './state/files.ts'
import { Workspace } from './state/workspace.svelte.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/marks.css'

limitCommands(Document.prototype)

const analysis = new AnalysisClient(
  () => new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' })
)
const files = new FilesClient(
  () => new Worker(new URL('./files.worker.ts', import.meta.url), { type: 'module' })
)
const workspace = new Workspace(analysis, window.parallax, files)

window.addEventListener('error', (event) => {
  workspace.status.reportFault(event.message)
})
window.addEventListener('unhandledrejection', (event) => {
  workspace.status.reportFault(event.reason instanceof Error ? event.reason.message : String(event.reason))
})

const palette = new CSSStyleSheet()
palette.replaceSync(paletteSheet())
document.adoptedStyleSheets = [palette]

const draw = (): void => {
  const target = document.getElementById('app')
  if (target) mount(App, { target, props: { workspace } })
}
// Drawn once and not twice: with the sample where that was asked for. What takes long begins on an empty window.
void workspace.launch(draw).finally(() => {
  // Ready for the first texts, but not at the expense of the first picture.
  requestIdleCallback(() => {
    analysis.prepare()
  })
})
