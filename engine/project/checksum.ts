import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical.ts'

/** Name of the member that holds it; it covers all others. */
export const CHECKSUM = 'checksum'

/** The top-level members of a project in canonical form (`"name":value`), by name, the checksum left out. */
export const membersOf = (content: Readonly<Record<string, unknown>>): Map<string, string> =>
  new Map(
    Object.entries(content)
      .filter(([name, member]) => name !== CHECKSUM && member !== undefined)
      .map(([name, member]) => [name, `${JSON.stringify(name)}:${canonicalJson(member)}`])
  )

/** SHA-256 of a project's canonical JSON without its checksum, in hexadecimal digits. */
export const checksumOf = (members: ReadonlyMap<string, string>): string => {
  const sorted = [...members].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, member]) => member)
  return bytesToHex(sha256(utf8ToBytes(`{${sorted.join(',')}}`)))
}
