/** How many words some words are: what stands between blanks. */
export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length
