import type { InputProblem } from '../model.ts'

const BYTES_PER_MB = 1_000_000

/** Nothing larger is even read into memory. */
export const MAX_INPUT_BYTES = 25 * BYTES_PER_MB
/** What is decoded and looked through for a text: a page with its markup, a mail with its parts. */
export const MAX_TEXT_BYTES = 5 * BYTES_PER_MB
/**
 * Readouts are a few pages, and a hundred times the longest known is below this. Up to here a comparison ends within
 * some ten seconds and takes less than 600 MB, whatever the text (docs/fuzz.md has the hardest).
 */
export const MAX_TEXT_LENGTH = 300_000
export const MAX_SENTENCES = 5_000
/** Lines of a text or blocks of a page; each can be cut and put back by itself. */
export const MAX_BLOCKS = 100_000
/** What an archive (DOCX, ODT) may hold when unpacked, all files together. */
export const MAX_UNPACKED_BYTES = 60 * BYTES_PER_MB
/** Files in an archive; a Word file has about twenty. */
export const MAX_UNPACKED_FILES = 2_000
/** Elements inside one another above which a page is not weighed element by element; real ones stay far below fifty. */
export const MAX_DEPTH = 200
/** Elements of a page that may be open at once; browsers themselves go no deeper than about 500. */
export const MAX_OPEN_ELEMENTS = 1_000
/** Elements inside one another in the XML of a Word file or an OpenDocument text. */
export const MAX_XML_DEPTH = 256
/** Elements in one file of XML; a page of text takes some two hundred. */
export const MAX_XML_ELEMENTS = 300_000
/** Children of one element; those of a text's body are its paragraphs. */
export const MAX_XML_CHILDREN = 20_000
/** One file of XML in an archive; the text of a book of 500 pages, with all its marks, is below this. */
export const MAX_XML_BYTES = 15 * BYTES_PER_MB
/** Above so many elements a web page is not weighed element by element. */
export const MAX_WEIGHED_ELEMENTS = 20_000
/** The depths of all its elements together; a page of ten thousand elements, thirty deep, has as many. */
export const MAX_WEIGHED_STEPS = 300_000
/** Characters of its words, each as often as there are elements around it; a page of 200,000 characters has 3 million. */
export const MAX_WEIGHED_WORDS = 6_000_000
/** Parts of a mail: its texts, its pictures, what is attached. */
export const MAX_PARTS = 2_000
/** Groups of Rich Text Format inside one another; no program nests them so deep. */
export const MAX_GROUPS = 1_000
/** Pages of a PDF that are read. */
export const MAX_PAGES = 300
/** Marked pieces of text on one page; a dense page has some thousand. */
export const MAX_ITEMS_A_PAGE = 50_000

/**
 * @param name what the reader knows the input by
 * @param size in bytes
 */
export const tooLarge = (name: string, size: number, limit = MAX_INPUT_BYTES): InputProblem => ({
  code: 'too-large',
  name,
  message: `“${name}” has ${Math.ceil(size / BYTES_PER_MB)} MB; a readout may have up to ${limit / BYTES_PER_MB} MB. Cut out the readout and save it as a text file of its own.`
})

/** For a text that is longer than what is compared. */
export const tooLong = (name: string, count: number, what: 'characters' | 'sentences'): InputProblem => ({
  code: 'too-large',
  name,
  message: `“${name}” has ${count.toLocaleString('en')} ${what} of text; a readout may have up to ${(what === 'characters' ? MAX_TEXT_LENGTH : MAX_SENTENCES).toLocaleString('en')}. Cut out the readout and save it as a text file of its own.`
})
