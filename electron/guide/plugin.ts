import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { guidePages } from './pages.ts'

const NAME = 'virtual:guide'
const RESOLVED = `\0${NAME}`

/**
 * Gives the window the user's guide: what docs/guide says, read when the app is built, so that neither Markdown nor its
 * reader is in the app.
 *
 * @param folder docs/guide
 */
export const guide = (folder: string): Plugin => ({
  name: 'guide',
  resolveId: (id) => (id === NAME ? RESOLVED : null),
  load(id) {
    if (id !== RESOLVED) return null
    for (const file of readdirSync(folder)) this.addWatchFile(join(folder, file))
    const pages = guidePages(folder)
    const pictures = [
      ...new Set(
        pages.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'picture' ? [block.address] : []))
        )
      )
    ]
    // The bundler carries pictures that are imported, and says where it put them.
    const imports = pictures.map(
      (path, at) => `import picture${at} from ${JSON.stringify(`${join(folder, path)}?no-inline`)}`
    )
    const named = pictures.map((path, at) => `${JSON.stringify(path)}: picture${at}`)
    return `${imports.join('\n')}
const pictures = { ${named.join(', ')} }
const placed = (block) => block.kind === 'picture' ? { ...block, address: pictures[block.address] } : block
export default ${JSON.stringify(pages)}.map((page) => ({ ...page, blocks: page.blocks.map(placed) }))
`
  }
})
