import { SvelteSet } from 'svelte/reactivity'
import type { Attachment } from 'svelte/attachments'

/** A list of so many parts is drawn whole; of a longer one only what is near the screen is drawn with all its marks. */
export const WHOLE_UP_TO = 160
/** So many characters are drawn at once, about a screen of them, before it is known what is on screen. */
const SEED = 3000
/** How far beyond the screen parts are drawn, as a share of its height: a fast wheel stays within it. */
const MARGIN = '120% 0px'

/** A long list whose parts are drawn as they come near the screen. */
interface Parts<Key> {
  /** All parts in their order, with how many characters each has. */
  parts: readonly { key: Key; size: number }[]
  /** Selector of what scrolls, around each part. */
  container: string
  /** The part that is on screen first. */
  start?: Key | undefined
  /** Hears that other parts are drawn now. */
  changed?: () => void
  /** Whether all parts are drawn at once, where their number alone does not tell. */
  isWhole?: boolean
}

/** About what the first screen holds: the part before its first one, and those after it while there is room. */
const seedOf = <Key>(parts: Parts<Key>['parts'], start: Key | undefined): Key[] => {
  const at = Math.max(
    0,
    parts.findIndex(({ key }) => key === start)
  )
  let room = SEED
  const shown = parts.slice(at).filter(({ size }) => {
    const isInSight = room > 0
    room -= size
    return isInSight
  })
  return [...parts.slice(Math.max(0, at - 1), at), ...shown].map(({ key }) => key)
}

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

  constructor({ parts, container, start, changed = () => undefined, isWhole }: Parts<Key>) {
    this.#container = container
    this.#changed = changed
    this.isWhole = isWhole ?? parts.length <= WHOLE_UP_TO
    this.#near = new SvelteSet(this.isWhole ? [] : seedOf(parts, start))
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
    let isOther = false
    for (const { target, isIntersecting } of entries) {
      // Behind another view nothing is near the screen, and all stays drawn for when it comes back.
      if (!isIntersecting && target.closest('[inert]')) continue
      const key = this.#keyOf.get(target)
      if (key === undefined || isIntersecting === this.#near.has(key)) continue
      // Asked only of the few that are drawn: the browser lays out the page to answer it.
      if (!isIntersecting && isHeld(target)) continue
      if (isIntersecting) this.#near.add(key)
      else this.#near.delete(key)
      isOther = true
    }
    if (isOther) this.#changed()
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
