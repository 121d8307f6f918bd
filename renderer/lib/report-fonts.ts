import type { LoadFont } from '../../engine/report/fonts.ts'

/** What ships with the app for reports (electron.vite.config.ts puts it there); nothing else is ever fetched. */
export const loadReportFont: LoadFont = async (fontPackage, file) => {
  const name = fontPackage.slice(fontPackage.lastIndexOf('/') + 1)
  const answer = await fetch(new URL(`/fonts/${name}/${file}`, self.location.origin))
  if (!answer.ok) throw new Error(`${name}/${file} is missing from the app`)
  return new Uint8Array(await answer.arrayBuffer())
}
