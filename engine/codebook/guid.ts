/** The form of id that the REFI-QDA standard wants. */

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u

/** Whether an id can stand as it is; in lower case, as these are written here. */
export const isGuid = (id: string): boolean => GUID.test(id)

/** FNV-1a, 32 bits, from a start of one's own. */
const hash = (text: string, start: number): number => {
  let value = start
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

const STARTS = [0x811c9dc5, 0x1b873593, 0xcc9e2d51, 0x85ebca6b] as const

/**
 * The id itself where it is of this form; else one that follows from it (RFC 9562, version 8), so that a codebook
 * which is exported again has the same ids and other programs know its codes.
 */
export const guidOf = (id: string): string => {
  if (isGuid(id)) return id
  const digits = STARTS.map((start) => hash(`${start} ${id}`, start).toString(16).padStart(8, '0')).join('')
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32]
  ].map(([from, to]) => digits.slice(from, to))
  return `${a ?? ''}-${b ?? ''}-8${c ?? ''}-8${d ?? ''}-${e ?? ''}`
}
