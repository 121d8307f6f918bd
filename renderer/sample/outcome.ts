import { analyse } from '../analyse.ts'
import type { Outcome } from '../analysis.ts'
import { SAMPLE_JOB } from './job.ts'

/** The sample compared afresh, by the lexicon as it ships; its texts are no PDFs. */
export const outcomeOfSample = (): Promise<Outcome> =>
  analyse(SAMPLE_JOB, (_folder, file) => Promise.reject(new Error(`${file} is not at hand`)))
