/** Of so many characters a name is taken by every file system, with its ending. */
const MOST = 60

/** A name without what some file system forbids, and no longer than all take it; empty where nothing is left. */
export const fileNameOf = (name: string): string =>
  Array.from(
    name
      .replace(/[^\p{L}\p{M}\p{N} .,()'–-]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/^[ .]+|[ .]+$/gu, '')
  )
    .slice(0, MOST)
    .join('')
    .trim()
