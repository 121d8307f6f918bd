declare module 'virtual:sample' {
  import type { Outcome } from '../analysis.ts'
  /** Of the sample's job, by the engine and the lexicon that the app was built with (electron/sample/plugin.ts). */
  const outcome: Outcome
  export default outcome
}
