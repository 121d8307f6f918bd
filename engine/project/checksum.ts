import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { untold, type Tell } from '../progress.ts'
import { canonicalJson } from './canonical.ts'

/** Name of the member that holds it; it covers all others. */
export const CHECKSUM = 'checksum'

/** A member in canonical form. The studies are nearly all of a file, and each of them is a step. */
const canonicalMember = (name: string, member: unknown, tell: Tell): string => {
  if (name !== 'studies' || !Array.isArray(member)) return canonicalJson(member)
  const studies = member.map((study, at) => {
    const canonical = canonicalJson(study)
    tell(at + 1, member.length)
    return canonical
  })
  return `[${studies.join(',')}]`
}

/**
 * The top-level members of a project in canonical form (`"name":value`), by name, the checksum left out.
 *
 * @param tell hears how many of its studies are done
 */
export const membersOf = (
  content: Readonly<Record<string, unknown>>,
  tell: Tell = untold
): Map<string, string> =>
  new Map(
    Object.entries(content)
      .filter(([name, member]) => name !== CHECKSUM && member !== undefined)
      .map(([name, member]) => [name, `${JSON.stringify(name)}:${canonicalMember(name, member, tell)}`])
  )

/** SHA-256 of a project's canonical JSON without its checksum, in hexadecimal digits. */
export const checksumOf = (members: ReadonlyMap<string, string>): string => {
  const sorted = [...members].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, member]) => member)
  return bytesToHex(sha256(utf8ToBytes(`{${sorted.join(',')}}`)))
}
