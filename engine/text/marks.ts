/** Marks at the beginning and end of a line that say what it is. */

/** Bullets, numbers and letters of lists, and pictures in their place; a number with decimals is none, one before a year is. */
export const ITEM =
  /^\s*(?:[-*•·–—▪●‣◦○■□◆◇⁃✓✔✗➢➤➔►▶▸»\uf0a7\uf0b7\uf0d8\uf0fc\uf06e]\s+|[•▪●‣■□◆◇⁃✓✔➢➤►▶▸\uf0a7\uf0b7\uf0d8\uf0fc\uf06e](?=\S)|(?:[(（]?\d{1,2}(?:[.)．）](?!\d)|[.．](?=(?:19|20)\d{2}\s*年)|、)|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[①-⒇㈠-㈩❶-❿]|[(（]?(?:[a-z]|[ivx]{2,4})[)）](?=\s)|[IVX]{2,5}(?:\.(?=\s)|[)）](?=\s)|[．、])|[\u2160-\u217b]+[.．、)）\s]|(?:\p{Emoji_Presentation}\p{Emoji_Modifier}?|\d\ufe0f?\u20e3)+\ufe0f?)\s*)/u
/** A number of a list in Roman figures, as headings have it too. */
export const ROMAN = /^\s*(?:[IVX]{2,5}[.)）．、]|[\u2160-\u217b]+[.．、)）\s])\s*/u
/** Such of them as a wrapped line may begin with by chance: a number with a full stop ("Philip / II."), a dash. */
export const BY_CHANCE = /^\s*(?:(?:\d{1,2}|[IVX]{2,5})\.|[-–—]\s)/u
/** What ends a line, as part of a class: Word's own break in a paragraph, the end of a page and the line end of mainframes as well. */
export const LINE_ENDS = String.raw`\r\n\v\f\u0085\u2028\u2029`
export const QUOTE_MARK = /^\s*>+\s?/u
export const HASHES = /^\s*#{1,6}\s+/u

/** So much of the end of a line tells how it ends; there are lines of megabytes. */
const TAIL = 40
/** What a note is called in its mark. */
const NOTE = String.raw`(?:注释?|note|fn\.?)`
/** Marks of notes: [1], [A1], [注5], [a], ¹, ①, *. */
const NOTES = new RegExp(
  String.raw`(?:\s*(?:[[［〔【](?:(?:\p{L}|${NOTE}\s?)?\d{1,3}|\p{Ll})[\]］〕】]|[(（](?:注释?)?\d{1,2}[)）]|[¹²³⁰-⁹*†‡①-⑳]))+$`,
  'u'
)
const LONGEST_NOTE = 20
const NOTE_ALONE = new RegExp(String.raw`^\s*[[［〔【(（]\s*${NOTE}\s*\d{0,3}[\]］〕】)）][。.]?\s*$`, 'iu')
/** Whether words are the mark of a note and nothing else: "[注5]", "[note 3]". */
export const isNote = (words: string): boolean => words.length < LONGEST_NOTE && NOTE_ALONE.test(words)
const TERMINAL = /[.!?。！？…．｡︒][”’"'»」』）)\]】]*$/u

/** The end of a line as it was before marks of notes were set to it. */
export const endOf = (words: string): string => words.slice(-TAIL).trimEnd().replace(NOTES, '')
/** Whether a line ends a sentence. */
export const endsSentence = (words: string): boolean => TERMINAL.test(endOf(words))
/** Whether a line ends neither a sentence nor what introduces a list. */
export const endsOpen = (words: string): boolean => !endsSentence(words) && !/[:：]$/u.test(endOf(words))

/** A title in capitals that runs into what it heads, as a pattern: "CRITICAL MINERALS". */
export const TITLE_IN_CAPITALS = String.raw`\p{Lu}{3,}(?:[\s&,/-]+\p{Lu}{2,}){0,4}`
/** Whose words follow, as transcripts print it: "MR. OKONSKI:", "SENIOR ADMINISTRATION OFFICIAL:". */
export const SPEAKER_IN_CAPITALS = /^\p{Lu}{2}[\p{Lu}.’' -]{1,40}[:：]/u
