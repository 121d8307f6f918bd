import { ENCODINGS, type Encoding, type EncodingReport } from './report.ts'

/** A text and the encoding it was read in. */
export interface Decoded extends EncodingReport {
  text: string
}

/** What a document may call an encoding, beyond the names in ENCODINGS. */
const ALIASES: Record<string, Encoding> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  unicode: 'utf-16le',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  cp936: 'gb18030',
  'big5-hkscs': 'big5',
  cp950: 'big5',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'windows-1252',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  'x-mac-roman': 'macintosh'
}

/** The encoding that a declaration names; null for one that is not among those read. */
export const encodingNamed = (name: string | null | undefined): Encoding | null => {
  const plain = (name ?? '').trim().toLowerCase()
  return ENCODINGS.find((encoding) => encoding === plain) ?? ALIASES[plain] ?? null
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f]/gu
/** Replacement characters, noncharacters, private use: what a wrong guess is full of. */
const UNLIKELY = /[\ufffd\ufffe\uffff\ue000-\uf8ff]/gu
/**
 * The commonest characters of written Chinese, simplified and traditional: a third and more of any Chinese text, and
 * next to none of what a wrong guess makes of its bytes.
 */
const COMMON_HAN =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土許步群廣石記需段研界拉林律叫且究觀越織裝影算低持音眾書布復容兒須際商非驗連斷深難近礦千週委素技備半辦青省列習響約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯院查江型眼王按格養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴這為國時來們對會發動過說產種後學經進著電裡實兩體當點從業開還關線數無與間題黨員則據處隊給門領東導壓聯認權證單風場車]/gu
const HAN = /\p{Script=Han}/gu
const KANA = /[\u3041-\u30fa]/gu
const LETTER = /\p{L}/gu

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** So much of a text tells whether it was read rightly. */
const SAMPLE = 20_000

/**
 * How much a text looks like one in English, Chinese or Japanese, 0 to 1.
 *
 * Measured on its letters: plain Latin ones, common Han characters, kana; controls and replacements speak against it.
 */
export const plausibility = (whole: string): number => {
  const text = whole.slice(0, SAMPLE)
  const letters = count(text, LETTER)
  if (letters === 0) return text.trim() === '' || !/\d/u.test(text) ? 0 : 0.3
  const latin = count(text, /[a-z]/giu)
  const han = count(text, HAN)
  const kana = count(text, KANA)
  const common = count(text, COMMON_HAN)
  // Half-width kana are what Chinese bytes become when read as Japanese; no text of ours has them.
  const known = latin + Math.min(han, 2.2 * common + kana) + kana
  const bad = count(text, CONTROL) + count(text, UNLIKELY)
  return Math.max(0, Math.min(1, known / letters - (8 * bad) / text.length))
}

/** Windows-1252 from 0x80 on; some hosts read these bytes as the control characters of ISO 8859-1. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
export const asWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/gu, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))

const attempt = (bytes: Uint8Array, encoding: Encoding, fatal: boolean): string | null => {
  try {
    const text = new TextDecoder(encoding, { fatal }).decode(bytes)
    return encoding === 'windows-1252' ? asWindows1252(text) : text
  } catch {
    return null
  }
}

const encodingOfMark = ([first, second, third]: Uint8Array): Encoding | null => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** Below this a guess is no better than none. */
const LEAST_PLAUSIBLE = 0.6
/** A declared encoding may leave a few bytes unread before it is taken for a mistake. */
const LEAST_DECLARED = 0.5
/** In the order in which equals are preferred. */
const GUESSES: Encoding[] = [
  'gb18030',
  'big5',
  'shift_jis',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'macintosh'
]

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80 && byte !== 0)

/** Accented letters as English texts have them; what one encoding has there are odd signs in the other. */
const accents = (text: string): number => count(text.slice(0, SAMPLE), /[éèêëáàâäåãíìîïóòôöõúùûüñçßø]/gu)

const EASTERN = new Set<Encoding>(['gb18030', 'big5', 'shift_jis'])
/** A Chinese or Japanese character within a Latin word: an accented letter, and the letter behind it, read as one. */
const WITHIN_WORD = /(?<=[A-Za-z])[\p{Script=Han}\p{Script=Katakana}](?=[A-Za-z\s,.;:!?'’)])/gu
const MOST_WITHIN = 0.5

/** Whether most of the few characters that are not Latin stand within Latin words. */
const isLatinMisread = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  const foreign = count(sample, /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/gu)
  return (
    foreign > 0 &&
    20 * foreign < count(sample, /[a-z]/giu) &&
    count(sample, WITHIN_WORD) >= MOST_WITHIN * foreign
  )
}

/** Whether more of what is not ASCII could not be read as UTF-8 than could: then it never was. */
const isMostlyBroken = (text: string): boolean =>
  count(text, /\ufffd/gu) > count(text, /[^\p{ASCII}\ufffd]/gu)

const guess = (bytes: Uint8Array): Decoded | null => {
  const tried = GUESSES.flatMap((used) => {
    const text = attempt(bytes, used, true)
    if (text === null || (EASTERN.has(used) && isLatinMisread(text))) return []
    return [{ used, text, score: plausibility(text) }]
  }).sort((a, b) => b.score - a.score || accents(b.text) - accents(a.text))
  const [best, next] = tried
  if (!best || best.score < LEAST_PLAUSIBLE) return null
  const confidence = Math.max(0.5, Math.min(0.95, best.score - 0.5 * (next?.score ?? 0)))
  return { text: best.text, used: best.used, how: 'guessed', confidence: Math.round(confidence * 100) / 100 }
}

/** So few of its characters may be broken in a text that is read all the same: one that was cut, or damaged in a place. */
const MOST_BROKEN = 1 / 200
/** Longer ones are not tried: a text that may be compared has no more. */
const LONGEST_BROKEN = 1_500_000
/** A text that is whole in no encoding but for a few of its characters, which become U+FFFD. */
const broken = (bytes: Uint8Array): Decoded | null => {
  if (bytes.length > LONGEST_BROKEN) return null
  for (const used of ['utf-8', 'gb18030', 'big5'] as const) {
    const text = attempt(bytes, used, false) ?? ''
    const lost = count(text, /\ufffd/gu)
    if (lost > 0 && lost <= Math.max(1, MOST_BROKEN * text.length) && plausibility(text) >= LEAST_PLAUSIBLE)
      return { text, used, how: 'guessed', confidence: 0.6 }
  }
  return null
}

/**
 * Reads bytes as text. In this order: what the reader chose; a byte order mark; UTF-8 where the bytes have its form
 * (few texts in another encoding do by chance, whatever they declare); what the document declares; the most plausible
 * guess. A byte order mark is not part of the text.
 *
 * @param declared what the document says of itself, where it does
 * @param chosen the reader's own choice; bytes that are none of its characters become U+FFFD
 * @returns null if nothing gives a plausible text
 */
export const decode = (
  bytes: Uint8Array,
  declared: string | null = null,
  chosen: Encoding | null = null
): Decoded | null => {
  if (chosen !== null) {
    const text = attempt(bytes, chosen, false)
    return text === null ? null : { text, used: chosen, how: 'chosen', confidence: 1 }
  }
  const marked = encodingOfMark(bytes)
  if (marked !== null) {
    const text = attempt(bytes, marked, true)
    if (text !== null) return { text, used: marked, how: 'mark', confidence: 1 }
  }
  const named = encodingNamed(declared)
  const utf8 = attempt(bytes, 'utf-8', true)
  if (utf8 !== null && !bytes.includes(0))
    return {
      text: utf8,
      used: 'utf-8',
      how: named === 'utf-8' && !isAscii(bytes) ? 'declared' : 'valid',
      confidence: 1
    }
  if (named !== null) {
    const text = attempt(bytes, named, false)
    if (text !== null && plausibility(text) >= LEAST_DECLARED && !(named === 'utf-8' && isMostlyBroken(text)))
      return { text, used: named, how: 'declared', confidence: 0.95 }
  }
  const guessed = guess(bytes) ?? broken(bytes)
  if (guessed !== null || utf8 === null) return guessed
  return { text: utf8, used: 'utf-8', how: 'valid', confidence: 0.6 }
}
