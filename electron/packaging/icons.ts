import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { openDisplay } from '../runtime/display.ts'
import { ensureElectron } from '../runtime/electron.ts'
import { ROOT } from '../runtime/paths.ts'
import { run, say } from '../runtime/say.ts'
import { ensureSystemPackages } from '../runtime/system-packages.ts'
import { DRAWINGS, ICON_SIZES, iconFile, icnsOf, icoOf, ICONS, type Picture } from './icon-files.ts'

/** Runs in a page: draws SVG source in a size. Chromium is the one renderer that every machine here has. */
const draw = async ({ svg, size }: { svg: string; size: number }): Promise<string> => {
  const image = new Image(size, size)
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  canvas.getContext('2d')?.drawImage(image, 0, 0, size, size)
  return canvas.toDataURL('image/png').replace(/^.*,/u, '')
}

/** `npm run icons`: makes the pictures anew; they are kept in the tree, so that packaging needs no display. */
run(async () => {
  await ensureSystemPackages()
  const { path, args } = await ensureElectron()
  const display = await openDisplay(true)
  const app = await _electron.launch({
    executablePath: path,
    args: [...args, join(ROOT, 'test/bench/bare')],
    env: { ...process.env, ...(display.name === undefined ? {} : { DISPLAY: display.name }) }
  })
  const page = await app.firstWindow()
  for (const drawing of DRAWINGS) {
    const svg = await readFile(join(ICONS, `${drawing}.svg`), 'utf8')
    await rm(join(ICONS, drawing), { recursive: true, force: true })
    await mkdir(join(ICONS, drawing))
    const pictures: Picture[] = []
    for (const size of ICON_SIZES) {
      const png = Buffer.from(await page.evaluate(draw, { svg, size }), 'base64')
      pictures.push({ size, png })
      await writeFile(iconFile(drawing, size), png)
    }
    await writeFile(join(ICONS, `${drawing}.ico`), icoOf(pictures))
    await writeFile(join(ICONS, `${drawing}.icns`), icnsOf(pictures))
    say(`${drawing}: ${ICON_SIZES.join(', ')} pixels.`)
  }
  await app.close()
  display.close()
  return 0
})
