import { CHECKSUM, checksumOf, membersOf } from './checksum.ts'
import { untold, type Tell } from '../progress.ts'
import type { Project } from './project.ts'

/** What stands first, so that a file is known for what it is by its first characters, even one that was cut short. */
const HEAD = ['format', 'version', 'app', 'saved', CHECKSUM] as const

/**
 * A project as the text of a file: one top-level member a line, those of the head first, each in canonical form. The
 * same project gives the same text.
 *
 * @param tell hears how many of its studies are done
 */
export const writeProject = (project: Project, tell: Tell = untold): string => {
  const members = membersOf({ ...project }, tell)
  members.set(CHECKSUM, `"${CHECKSUM}":"${checksumOf(members)}"`)
  const rest = [...members.keys()].filter((name) => !HEAD.some((first) => first === name)).sort()
  const lines = [...HEAD, ...rest].map((name) => members.get(name))
  return `{\n${lines.join(',\n')}\n}\n`
}
