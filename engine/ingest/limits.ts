import type { InputProblem } from '../model.ts'

const BYTES_PER_MB = 1_000_000

/** Readouts are a few pages; a hundred times the longest known is still far below this. */
export const MAX_INPUT_BYTES = 5 * BYTES_PER_MB

/**
 * @param name what the reader knows the input by
 * @param size in bytes
 */
export const tooLarge = (name: string, size: number): InputProblem => ({
  code: 'too-large',
  name,
  message: `“${name}” has ${Math.ceil(size / BYTES_PER_MB)} MB; a readout may have up to ${MAX_INPUT_BYTES / BYTES_PER_MB} MB. Cut out the readout and save it as a text file of its own.`
})
