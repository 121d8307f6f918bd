/** Tells the person at the terminal what is being done; on standard error, since output may be read by a program. */
export const say = (line: string): void => {
  process.stderr.write(`parallax: ${line}\n`)
}

/** A condition that the person can do something about; shown as one line, without a stack. */
export class Plain extends Error {}

/** Runs a command's body; a `Plain` error becomes its one line and exit code 1. */
export const run = (body: () => Promise<number>): void => {
  body().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      if (!(error instanceof Plain)) throw error
      say(error.message)
      process.exitCode = 1
    }
  )
}
