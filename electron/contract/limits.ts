/** A lexicon of one's own may have so many characters; that is some ten thousand entries. */
export const MOST_LEXICON_CHARACTERS = 4_000_000
