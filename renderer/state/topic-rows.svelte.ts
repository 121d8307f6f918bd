import { SvelteSet } from 'svelte/reactivity'
import type { RowOrder } from './rows.ts'

/** How the Topics view lays out its rows; it stays while other views are on screen. */
export class TopicRows {
  #order = $state<RowOrder>('us')
  /** Topics whose rows are folded away. */
  readonly #folded = new SvelteSet<string>()

  get order(): RowOrder {
    return this.#order
  }
  orderBy(order: RowOrder): void {
    this.#order = order
  }

  isFolded(topic: string): boolean {
    return this.#folded.has(topic)
  }
  fold(topics: readonly string[], isFolded: boolean): void {
    for (const topic of topics) {
      if (isFolded) this.#folded.add(topic)
      else this.#folded.delete(topic)
    }
  }
  /** Other texts have other topics. */
  forget(): void {
    this.#folded.clear()
  }
}
