/** Raised when the same texts and lexicon may give another comparison than before. */

/** Raised with every change of the data files in engine/lexicon/data. */
export const ENGINE_VERSION = '0.28.1'

/** Raised with every change of the data files in engine/lexicon/data. */
export const LEXICON_VERSION = '2026.71'
