/** A lexicon of one's own may have so many characters; that is some ten thousand entries. */
export const MOST_LEXICON_CHARACTERS = 4_000_000
/** The page of a report, with its typefaces; a long pair makes one of some 600,000. */
export const MOST_REPORT_CHARACTERS = 50_000_000
