import { SvelteSet } from 'svelte/reactivity'
import type { Attachment } from 'svelte/attachments'

/** A list of so many parts is drawn whole; of a longer one only what is near the screen is drawn with all its marks. */
const WHOLE_UP_TO = 160
/** So many parts are drawn at once, before it is known what is on screen. */
const SEED = 24
/** How far beyond the screen parts are drawn, as a share of its height: a fast wheel stays within it. */
const MARGIN = '120% 0px'

/**
 * Which parts of a long list are near the screen. The others stand there as plain words with the room they will take:
 * they can be found, heard and copied, and cost next to nothing.
 */
export class Nearness<Key extends string | number> {
  readonly isWhole: boolean
  readonly #near: SvelteSet<Key>
  readonly #keyOf = new WeakMap<Element, Key>()
  readonly #container: string
  readonly #changed: () => void
  #observer: IntersectionObserver | null = null

  /**
   * @param keys of all parts, in their order
   * @param container selector of what scrolls, around each part
   * @param start the part that is on screen first
   * @param changed hears that other parts are drawn now
   */
  constructor(keys: readonly Key[], container: string, start?: Key, changed: () => void = () => undefined) {
    this.#container = container
    this.#changed = changed
    this.isWhole = keys.length <= WHOLE_UP_TO
    const at = Math.max(0, start === undefined ? 0 : keys.indexOf(start))
    this.#near = new SvelteSet(this.isWhole ? [] : keys.slice(Math.max(0, at - SEED), at + SEED))
  }

  has(key: Key): boolean {
    return this.isWhole || this.#near.has(key)
  }
  /** A part is to be drawn now, wherever it is. */
  draw(key: Key): void {
    if (!this.isWhole) this.#near.add(key)
  }

  /** Watches the element of a part. */
  watch(key: Key): Attachment {
    return (element) => {
      if (this.isWhole) return
      this.#keyOf.set(element, key)
      const observer = (this.#observer ??= new IntersectionObserver(
        (entries) => {
          this.#moved(entries)
        },
        { root: element.closest(this.#container), rootMargin: MARGIN }
      ))
      observer.observe(element)
      return () => {
        observer.unobserve(element)
      }
    }
  }

  #moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const key = this.#keyOf.get(target)
      if (key === undefined) continue
      if (isIntersecting) this.#near.add(key)
      else if (!isHeld(target)) this.#near.delete(key)
    }
    this.#changed()
  }
}

/** What has the focus or is selected is not drawn anew under the reader's hands. */
const isHeld = (element: Element): boolean => {
  const selection = document.getSelection()
  return (
    element.contains(document.activeElement) ||
    (selection !== null && !selection.isCollapsed && selection.containsNode(element, true))
  )
}
