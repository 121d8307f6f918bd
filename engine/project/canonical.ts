/**
 * A value as JSON without choice: no space, and the members of objects in the order of their names, by UTF-16 code
 * units (RFC 8785). Equal values give the same text, whatever made them. Half a surrogate pair, which that standard
 * refuses, is escaped as JSON.stringify does it: a text cut there must not keep the work from being saved.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}
