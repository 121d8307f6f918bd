import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes the folder in which a run's processes share the comparisons of pairs (engine/readouts.ts), and takes it away. */
const share = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-pairs-'))
  process.env['PARALLAX_TEST_PAIRS'] = folder
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}

export default share
