import type { Job } from '../analysis.ts'
import cn from './cn.txt?raw'
import us from './us.txt?raw'

/** To compare the two texts of the sample. */
export const SAMPLE_JOB: Job = {
  sources: [
    { kind: 'text', name: 'sample, United States', text: us },
    { kind: 'text', name: 'sample, China', text: cn }
  ],
  side: undefined,
  present: {},
  swap: false
}
