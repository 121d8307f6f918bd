/** Pixels to one unit of the picture: sharp on paper at the width of a page. */
const SCALE = 3

/** The size that an SVG says it has. */
const sizeOf = (svg: string): { width: number; height: number } => {
  const root = /<svg\b[^>]*>/u.exec(svg)?.[0] ?? ''
  const side = (name: string): number =>
    Number(new RegExp(`\\s${name}="([\\d.]+)"`, 'u').exec(root)?.[1] ?? Number.NaN)
  const [width, height] = [side('width'), side('height')]
  if (!(width > 0 && height > 0)) throw new Error('The picture has no size.')
  return { width, height }
}

/**
 * An SVG as a PNG. It is drawn as an image, in which no script runs and nothing is fetched; from a data: address, which
 * the window's policy lets in for images.
 *
 * @returns the bytes of a .png file
 */
export const pngOf = async (svg: string, scale = SCALE): Promise<Uint8Array> => {
  const { width, height } = sizeOf(svg)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The picture could not be drawn.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
