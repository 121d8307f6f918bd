/** What is asked before work would be lost or leave the window. */
export interface Question {
  about: 'leaving' | 'taking-out' | 'throwing-away' | 'changed-on-disk' | 'no-readout'
  /** Of what would leave: a project or a comparison; null where it has none. Of a doubted text: the doubt. */
  name: string | null
}
/** `discard` goes on without saving; `beside` saves under another name. */
export type Answer = 'save' | 'discard' | 'beside' | 'cancel'

/** A question to the reader, and the answer that somebody waits for. */
export class Asking {
  #asked = $state.raw<{ question: Question; answer: (answer: Answer) => void } | null>(null)

  /** null while nothing is asked. */
  get question(): Question | null {
    return this.#asked?.question ?? null
  }
  ask(question: Question): Promise<Answer> {
    // Whoever asked before is not left waiting.
    this.answer('cancel')
    return new Promise((answer) => {
      this.#asked = { question, answer }
    })
  }
  answer(answer: Answer): void {
    this.#asked?.answer(answer)
    this.#asked = null
  }
}
