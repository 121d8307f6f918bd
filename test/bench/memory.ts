import { readFileSync } from 'node:fs'
import { processTree } from './process-tree.ts'

const KB_PER_MB = 1024

/** Memory of a process and all it started in MB, shared pages counted once over all who share them; null but on Linux. */
export const memoryOf = (root: number): number | null => {
  if (process.platform !== 'linux') return null
  let kb = 0
  for (const pid of processTree(root))
    try {
      kb += Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // It ended while we looked.
    }
  return kb / KB_PER_MB
}
