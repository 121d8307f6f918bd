/** A lexicon of one's own may have so many characters; that is some ten thousand entries. */
export const MOST_LEXICON_CHARACTERS = 4_000_000

/** A project file may have so many bytes; that is more than a hundred long comparisons. */
export const MOST_PROJECT_BYTES = 64_000_000
/** So many characters are copied at once. */
export const MOST_COPIED = 1_000_000
/** The page of a report, with its typefaces; a long pair makes one of some 600,000. */
export const MOST_REPORT_CHARACTERS = 20_000_000
/** So many windows are open at once. */
export const MOST_WINDOWS = 20
/** A draft has so many pieces, one for each comparison. */
export const MOST_DRAFT_PARTS = 10_000
