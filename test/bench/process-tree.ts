import { readdirSync, readFileSync } from 'node:fs'

/** A process and all it started, by the parents that /proc names. */
export const processTree = (root: number): number[] => {
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc'))
    if (/^\d+$/u.test(entry))
      try {
        const status = readFileSync(`/proc/${entry}/status`, 'utf8')
        parents.set(Number(entry), Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1]))
      } catch {
        // It ended while we looked.
      }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}
