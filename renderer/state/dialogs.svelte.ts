import type { Side } from '../../engine/model.ts'

/** What may lie over the views, or beside them; some know what they are about. */
export interface DialogTopics {
  paste: Side | 'any'
  import: Side
  lexicon: true
  settings: true
  tour: true
  shortcuts: true
  palette: true
  find: true
  /** The user's guide. */
  guide: true
  legend: true
  codebook: true
  coder: true
  export: true
  /** Name, sources and note of the comparison. */
  about: true
  /** The news story that the two texts were taken from. */
  story: true
}
export type DialogName = keyof DialogTopics

/** Which dialogs and panels are open. */
export class Dialogs {
  #open = $state.raw<Partial<DialogTopics>>({})
  #asked = $state(0)

  /** What an open one is about; undefined for one that is closed. */
  about<D extends DialogName>(name: D): DialogTopics[D] | undefined {
    return this.#open[name]
  }
  /** Counts the openings: one that is asked for again takes the focus again. */
  get asked(): number {
    return this.#asked
  }
  open<D extends DialogName>(name: D, about: DialogTopics[D]): void {
    this.#open = { ...this.#open, [name]: about }
    this.#asked++
  }
  close(name: DialogName): void {
    this.#open = { ...this.#open, [name]: undefined }
  }
  toggle(name: 'shortcuts' | 'find' | 'legend'): void {
    if (this.#open[name]) this.close(name)
    else this.open(name, true)
  }
}
