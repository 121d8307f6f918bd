import { otherSide, type Side } from '../../engine/model.ts'
import type { Editing } from './editing.svelte.ts'
import type { Indexed } from './index.ts'
import type { Reading } from './reading.svelte.ts'
import { words } from '../words/words.ts'

/** What linking needs of the workspace. */
interface Place {
  editing: Editing
  indexed: () => Indexed | null
  reading: Pick<Reading, 'selected' | 'seek'>
  announce: (message: string) => void
  fail: (message: string) => void
}

/** The linking of two sentences by hand: one is chosen, then its counterpart on the other side. */
export class Linking {
  readonly #place: Place
  #from = $state<string | null>(null)

  constructor(place: Place) {
    this.#place = place
  }

  /** Id of the sentence that waits for its counterpart. */
  get from(): string | null {
    return this.#from
  }
  /** The side on which the counterpart is looked for. */
  get towards(): Side | null {
    const indexed = this.#place.indexed()
    const side = indexed?.sideOf.get(this.#from ?? '')
    return side === undefined ? null : otherSide(side)
  }

  /** The counterpart is chosen in the texts. */
  start(sentence: string): void {
    this.#place.reading.seek(sentence)
    this.#from = sentence
    this.#place.announce(words.status.chooseCounterpart)
  }
  cancel(): void {
    this.#from = null
  }

  /** Links the waiting sentence with this one: in the selected passage if it has one of them, else in one of their own. */
  finish(to: string): void {
    const { editing } = this.#place
    const [indexed, { selected }] = [this.#place.indexed(), this.#place.reading]
    const from = this.#from
    const [one, other] = [indexed?.sideOf.get(from ?? ''), indexed?.sideOf.get(to)]
    if (!indexed || from === null || !one || !other) return
    if (one === other) {
      this.#place.fail(words.status.bothOnOneSide)
      return
    }
    this.#from = null
    const [us, cn] = one === 'us' ? [from, to] : [to, from]
    const group = selected === null ? undefined : indexed.groups.get(selected)
    const [hasUs, hasCn] = [group?.us.includes(us) ?? false, group?.cn.includes(cn) ?? false]
    // Into a passage comes the one that is not in it.
    if (group && hasUs !== hasCn)
      editing.do({ do: 'link', us: hasUs ? [] : [us], cn: hasCn ? [] : [cn], into: group.id })
    else editing.do({ do: 'link', us: [us], cn: [cn], ...(hasUs && group ? { into: group.id } : {}) })
  }
}
