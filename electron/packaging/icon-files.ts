import { join } from 'node:path'

/** The drawings (SVG) and, beside them, the pictures that `npm run icons` makes of them. */
export const ICONS = join(import.meta.dirname, 'icons')

export const DRAWINGS = ['parallax', 'project'] as const
export type Drawing = (typeof DRAWINGS)[number]

/** Sizes of the freedesktop icon theme, and what Windows and macOS want beside them. */
export const ICON_SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512, 1024] as const

/** Where the picture of a drawing in a size is; electron-builder knows the size by this name. */
export const iconFile = (drawing: Drawing, size: number): string =>
  join(ICONS, drawing, `${size}x${size}.png`)

export interface Picture {
  size: number
  png: Buffer
}

const ICO_HEADER = 6
const ICO_ENTRY = 16
const ICO_LARGEST = 256

/** Windows' icon file, with PNG pictures in it. */
export const icoOf = (pictures: readonly Picture[]): Buffer => {
  const fitting = pictures.filter(({ size }) => size <= ICO_LARGEST)
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * fitting.length)
  header.writeUInt16LE(1, 2) // an icon, no cursor
  header.writeUInt16LE(fitting.length, 4)
  let offset = header.length
  fitting.forEach(({ size, png }, at) => {
    const entry = ICO_HEADER + ICO_ENTRY * at
    header.writeUInt8(size % ICO_LARGEST, entry) // 256 is written as 0
    header.writeUInt8(size % ICO_LARGEST, entry + 1)
    header.writeUInt16LE(1, entry + 4) // colour planes
    header.writeUInt16LE(32, entry + 6) // bits a pixel
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...fitting.map(({ png }) => png)])
}

/** The sizes that macOS asks for, by the types of their entries; the second of a size is for screens of twice the density. */
const ICNS_TYPES: [type: string, size: number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024]
]
const ICNS_HEADER = 8

const chunk = (type: string, content: Buffer): Buffer => {
  const header = Buffer.alloc(ICNS_HEADER)
  header.write(type, 'latin1')
  header.writeUInt32BE(ICNS_HEADER + content.length, 4)
  return Buffer.concat([header, content])
}

/** macOS' icon file, with PNG pictures in it. */
export const icnsOf = (pictures: readonly Picture[]): Buffer =>
  chunk(
    'icns',
    Buffer.concat(
      ICNS_TYPES.flatMap(([type, wanted]) =>
        pictures.filter(({ size }) => size === wanted).map(({ png }) => chunk(type, png))
      )
    )
  )
