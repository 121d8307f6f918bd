declare module 'virtual:sample' {
  import type { Outcome } from '../analysis.ts'
  /** Of the sample's job, by the engine and the lexicon that the app was built with (electron/sample/plugin.ts). */
  const outcome: Outcome
  export default outcome
}

/** A text as it stands in its file; the compiler is told for the tests too, which do not know the bundler's own types. */
declare module '*.txt?raw' {
  const text: string
  export default text
}
