/** What the run and its threads say to each other. */

export interface FuzzJob {
  seed: number
  number: number
}

export type FuzzAnswer =
  /** The input is made; from now on its time counts. */
  | { kind: 'begun'; number: number }
  | {
      kind: 'done'
      number: number
      /** The code of its refusal, `read` for an input that gave a text, `crash` for an error that got out. */
      outcome: string
      /** Milliseconds. */
      time: number
      /** Of the input, bytes. */
      size: number
      requests: string[]
      /** Where something got out or a law was broken. */
      detail?: string
    }
