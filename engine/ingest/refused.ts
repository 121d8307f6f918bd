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

/** For what unpacks to more than a document holds. */
export const tooMuch = (name: string): Refused =>
  new Refused(
    'too-large',
    `“${name}” unpacks to more than a document holds. If it is a real one, save it again from its program, or copy its text and paste it.`
  )

/** For what is built to fill the memory or to take for ever. */
export const hostile = (name: string): Refused =>
  new Refused(
    'hostile',
    `“${name}” is built in a way that no program builds documents, and was not read. If you trust it, open it in its own program, copy the text and paste it.`
  )
