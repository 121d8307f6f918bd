import { SIDES, type Side } from '../model.ts'
import { INK, QUIET, RULE } from './colours.ts'
import { escaped } from './escape.ts'
import { percent } from './overview.ts'
import { HAN_FAMILY, SERIF_FAMILY } from './fonts.ts'
import type { OverviewPicture, Ribbon, StripPiece, TopicBar } from './overview-picture.ts'

/**
 * The picture of a comparison as an SVG that stands by itself: topics as bars to both sides, and under them both texts
 * as strips in their own order, joined where they treat the same matter. No script and no look of the page it stands in; numbers say what
 * colours say, for prints without them.
 */

const WIDTH = 960
const MARGIN = 16
const MIDDLE = WIDTH / 2
/** Half the room for topics' names between the bars. */
const NAMES = 118
/** Room for figures at the outer ends of the bars. */
const FIGURES = 52
const LONGEST_BAR = MIDDLE - NAMES - FIGURES - MARGIN
const LINE = 25
const BAR = 15
const STRIP = 24
const RIBBONS = 92
/** A piece narrower than this has no room for its figure. */
const LEAST_FIGURE = 16
const FONT = `'${SERIF_FAMILY}','Source Serif 4',Georgia,'${HAN_FAMILY}','Noto Serif CJK SC','Songti SC',SimSun,serif`

type Colours = OverviewPicture['colours']

const number = (value: number): string => String(Math.round(value * 10) / 10)

const words = (
  content: string,
  x: number,
  y: number,
  { size = 14, fill = INK, anchor = 'start', weight = 400 } = {}
): string =>
  `<text x="${number(x)}" y="${number(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${weight === 400 ? '' : ` font-weight="${weight}"`}>${escaped(content)}</text>`

/** A name that its room can hold; a wide character takes about two narrow ones' room. */
const fitting = (label: string, room: number): string => {
  let used = 0
  for (let at = 0; at < label.length; at++) {
    used += /[\u2e80-\uffef]/u.test(label.charAt(at)) ? 2 : 1
    if (used > room) return `${label.slice(0, at - 1)}…`
  }
  return label
}

const bar = (
  { number: id, label, us, cn }: TopicBar,
  at: number,
  scale: number,
  top: number,
  { sides }: Colours
): string => {
  const y = top + at * LINE
  const text = y + BAR - 3
  const side = (name: Side, share: number): string => {
    const long = share * scale
    const x = name === 'us' ? MIDDLE - NAMES - long : MIDDLE + NAMES
    const outer = name === 'us' ? x - 6 : x + long + 6
    return (
      (share > 0
        ? `<rect x="${number(x)}" y="${y}" width="${number(Math.max(1, long))}" height="${BAR}" fill="${sides[name]}"/>`
        : '') +
      words(share > 0 ? percent(share) : 'none', outer, text, {
        size: 12.5,
        fill: share > 0 ? INK : QUIET,
        anchor: name === 'us' ? 'end' : 'start'
      })
    )
  }
  return (
    side('us', us) +
    words(`${id}  ${fitting(label, 28)}`, MIDDLE, text, { anchor: 'middle' }) +
    side('cn', cn)
  )
}

const along = (share: number): number => MARGIN + share * (WIDTH - 2 * MARGIN)

const piece = ({ from, to, number: id }: StripPiece, y: number, { topics }: Colours): string => {
  const [x, width] = [along(from), along(to) - along(from)]
  return (
    `<rect x="${number(x)}" y="${y}" width="${number(Math.max(0.5, width - 1))}" height="${STRIP}" fill="${topics[id] ?? QUIET}"/>` +
    (width >= LEAST_FIGURE && id > 0
      ? words(String(id), x + width / 2, y + STRIP - 8, { size: 11.5, fill: '#ffffff', anchor: 'middle' })
      : '')
  )
}

const ribbon = ({ us, cn, number: id }: Ribbon, top: number, { topics }: Colours): string => {
  const [a, b, c, d] = [along(us.from), along(us.to) - 1, along(cn.to) - 1, along(cn.from)].map(number)
  const [upper, middle, lower] = [top, top + RIBBONS / 2, top + RIBBONS]
  return `<path d="M${a} ${upper}C${a} ${middle} ${d} ${middle} ${d} ${lower}L${c} ${lower}C${c} ${middle} ${b} ${middle} ${b} ${upper}Z" fill="${topics[id] ?? QUIET}" fill-opacity="0.28"/>`
}

const described = ({ bars, parties, ribbons }: OverviewPicture): string =>
  `Share of words by topic, ${parties.us} and ${parties.cn}: ${bars
    .map(({ label, us, cn }) => `${label} ${percent(us)} and ${percent(cn)}`)
    .join(
      '; '
    )}. Below, both texts in their own order; ${ribbons.length} ribbons join sentences on the same matter.`

/**
 * @param title says what the picture is of, for who hears it instead of seeing it
 * @param faces style sheet of the typefaces that a picture by itself carries; a page around it has them already
 */
export const overviewSvg = (picture: OverviewPicture, title: string, faces?: string): string => {
  const { bars, parties, strips, ribbons, colours } = picture
  const widest = Math.max(0.01, ...bars.flatMap(({ us, cn }) => [us, cn]))
  const top = 44
  const caption = top + bars.length * LINE + 26
  const upper = caption + 14
  const lower = upper + STRIP + RIBBONS
  const height = lower + STRIP + 30
  const heads = SIDES.map((side) =>
    words(parties[side], side === 'us' ? MIDDLE - NAMES : MIDDLE + NAMES, 26, {
      size: 17,
      weight: 600,
      fill: colours.sides[side],
      anchor: side === 'us' ? 'end' : 'start'
    })
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="overview-title overview-desc" font-family="${FONT}">`,
    `<title id="overview-title">${escaped(title)}</title>`,
    `<desc id="overview-desc">${escaped(described(picture))}</desc>`,
    ...(faces === undefined ? [] : [`<style>${faces}</style>`]),
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...heads,
    words('share of words', MIDDLE, 26, { size: 12.5, fill: QUIET, anchor: 'middle' }),
    `<path d="M${MIDDLE - NAMES} ${top - 6}V${caption - 26}M${MIDDLE + NAMES} ${top - 6}V${caption - 26}" stroke="${RULE}"/>`,
    ...bars.map((entry, at) => bar(entry, at, LONGEST_BAR / widest, top, colours)),
    words(`${parties.us}, in the order of its text`, MARGIN, caption, { size: 12.5, fill: QUIET }),
    ...ribbons.map((entry) => ribbon(entry, upper + STRIP, colours)),
    ...strips.us.map((entry) => piece(entry, upper, colours)),
    ...strips.cn.map((entry) => piece(entry, lower, colours)),
    words(`${parties.cn}, in the order of its text`, MARGIN, lower + STRIP + 18, { size: 12.5, fill: QUIET }),
    '</svg>',
    ''
  ].join('\n')
}
