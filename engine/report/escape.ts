const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** What XML forbids: control characters and halves of pairs. A Word file or picture that holds one does not open. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** Text without what no document may hold. */
export const writable = (text: string): string => text.replace(FORBIDDEN, '\ufffd')

/** Any text of a document or a reader as it may stand in HTML or SVG; the one way for a text into either. */
export const escaped = (text: string): string =>
  writable(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
