/** Where the focus of the keyboard is. */

const idOf = (what: 'sentence' | 'finding'): string | null =>
  document.activeElement?.closest<HTMLElement>(`[data-${what}]`)?.dataset[what] ?? null

/** Id of the sentence that has it; null where none does. */
export const focusedSentence = (): string | null => idOf('sentence')
/** Id of the finding of the list that has it; null where none does. */
export const focusedFinding = (): string | null => idOf('finding')
/** Whether the reader is at work in the side panel. */
export const isInPanel = (): boolean => Boolean(document.activeElement?.closest('aside.panel'))
