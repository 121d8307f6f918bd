import type { InputProblem, InputProblemCode } from '../model.ts'

/** What is wrong with an input, thrown by whatever reads it; never leaves `ingest`. */
export class Refused extends Error {
  readonly code: InputProblemCode
  constructor(code: InputProblemCode, message: string) {
    super(message)
    this.code = code
  }

  /** @param name what the reader knows the input by */
  problem(name: string): InputProblem {
    return { code: this.code, name, message: this.message }
  }
}
