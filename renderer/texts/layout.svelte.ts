import { tick } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import { otherSide, SIDES, type Side } from '../../engine/model.ts'
import { Extents, measurePane } from '../lib/extents.ts'
import { Nearness, WHOLE_UP_TO } from '../lib/nearness.ts'
import { Jumping, watchPane } from '../lib/panes.ts'
import { stretchAt, stretchesOf } from '../lib/paragraphs.ts'
import { distanceTo, nearestTo, orderOf, READING_HEIGHT, type Extent } from '../lib/ribbons.ts'
import { Runs } from '../lib/runs.ts'
import { LinkedScrolling } from '../lib/scrolling.ts'
import type { Indexed } from '../state/index.ts'
import type { Reading } from '../state/reading.svelte.ts'

/** What is read around reading height, as a share of the pane's height. */
const READ_AROUND = 0.15

/** What the layout needs to know of what the view shows. */
interface Shown {
  indexed: () => Indexed
  reading: Reading
  /** The passage or finding that is selected. */
  focus: () => Readonly<Record<Side, readonly string[]>> | null
}

/** Where the two texts stand on screen: measured, kept in place while they are laid out anew, scrolled together. */
export class TextsLayout {
  readonly #shown: Shown
  readonly #panes: Partial<Record<Side, HTMLElement>> = {}
  readonly #widths: Partial<Record<Side, number>> = {}
  /** What each text was last held by, until the reader scrolls. */
  readonly #held: { us?: string | undefined; cn?: string | undefined } = {}
  /** One for all, so that what they tell is shown together. */
  readonly #resizes = new ResizeObserver(() => {
    const between = this.#between
    if (between) this.#gutter = { width: between.clientWidth, height: between.clientHeight }
    this.measure()
  })
  #between: HTMLElement | undefined
  readonly #jumping: Jumping
  readonly #linked: LinkedScrolling
  /** Which stretches of paragraphs are drawn with all their marks. */
  readonly near: Readonly<Record<Side, Nearness<number>>>
  readonly attachments: Readonly<Record<Side, Attachment<HTMLElement>>>
  #extents = $state.raw<Extents>()
  #scroll = $state.raw<Record<Side, number>>({ us: 0, cn: 0 })
  #gutter = $state.raw({ width: 0, height: 0 })
  readonly #orders = $derived.by(() => {
    const { us, cn } = this.#readouts
    return { us: orderOf(us.sentences), cn: orderOf(cn.sentences) }
  })
  /** Of the comparison as it was made: no correction parts a text otherwise. */
  readonly #stretches = $derived.by(() => {
    const { us, cn } = this.#shown.indexed().comparison.readouts
    return { us: stretchesOf(us.paragraphs), cn: stretchesOf(cn.paragraphs) }
  })
  readonly #runs = $derived.by(() => new Runs(this.extents, this.#orders))
  #pending = 0
  #hasMoved = false

  constructor(shown: Shown) {
    this.#shown = shown
    this.near = { us: this.#nearnessOf('us'), cn: this.#nearnessOf('cn') }
    this.attachments = { us: this.#attachPane('us'), cn: this.#attachPane('cn') }
    this.#jumping = new Jumping(
      (side) => this.#panes[side],
      () => {
        this.measure()
      }
    )
    this.#linked = new LinkedScrolling((side, height) => this.#beside(side, height))
  }

  get #readouts(): Indexed['comparison']['readouts'] {
    return this.#shown.indexed().standing.readouts
  }
  /** Where the sentences are, in their texts. */
  get extents(): Extents {
    return this.#extents ?? Extents.none(this.#shown.indexed())
  }
  /** How far each text is scrolled. */
  get scroll(): Readonly<Record<Side, number>> {
    return this.#scroll
  }
  /** The room between the texts. */
  get gutter(): { width: number; height: number } {
    return this.#gutter
  }

  /** Where they stand in a row. */
  get runs(): Runs {
    return this.#runs
  }

  #nearnessOf(side: Side): Nearness<number> {
    const { paragraphs } = this.#shown.indexed().comparison.readouts[side]
    const stretches = this.#stretches[side]
    const at = this.#shown.reading.places[side]?.start
    return new Nearness({
      parts: stretches.map(({ start, end }) => ({ key: start, size: end - start })),
      isWhole: paragraphs.length <= WHOLE_UP_TO,
      container: '.scroll',
      start: at === undefined ? undefined : stretchAt(stretches, at)?.start,
      changed: () => {
        this.#onFrame(true)
      }
    })
  }

  /** Whether a place is seen, or at least its beginning. */
  isSeen(side: Side, { top }: Extent): boolean {
    const pane = this.#panes[side]
    const from = this.#scroll[side]
    return pane !== undefined && top >= from && top < from + pane.clientHeight - 24
  }
  /** The sentence that stays where it is when a text is laid out anew: the chosen one, else that at reading height. */
  #anchorOf(side: Side): { id: string; y: number } | null {
    const { indexed, reading, focus } = this.#shown
    const ids = [reading.sentence ?? '', focus()?.[side][0] ?? '', this.#held[side] ?? '']
    const id = ids.find((candidate) => {
      const extent = indexed().sideOf.get(candidate) === side ? this.extents.get(candidate) : undefined
      return extent && this.isSeen(side, extent)
    })
    const height = this.#scroll[side] + READING_HEIGHT * this.#gutter.height
    const anchor = id ?? this.extents.drawn[side].find(({ bottom }) => bottom > height)?.id
    const extent = anchor === undefined ? undefined : this.extents.get(anchor)
    return anchor !== undefined && extent ? { id: anchor, y: extent.top - this.#scroll[side] } : null
  }

  /** Once more in the next frame: the browser too may have moved the text, to keep another line. */
  #settle(side: Side, anchor: { id: string; y: number }): void {
    requestAnimationFrame(() => {
      const pane = this.#panes[side]
      const element = pane?.querySelector(`[data-sentence="${anchor.id}"]`)
      if (!pane || !element || this.#held[side] !== anchor.id) return
      const off = element.getBoundingClientRect().top - pane.getBoundingClientRect().top - anchor.y
      if (Math.abs(off) > 1) pane.scrollTop += off
    })
  }
  #toMeasure(side: Side): Parameters<typeof measurePane>[1] {
    return this.#stretches[side].map((stretch) => ({
      ...stretch,
      isDrawn: this.near[side].has(stretch.start)
    }))
  }
  /** Reads all places at once; a text whose lines broke anew, since a panel came or went, stays where it is read. */
  measure(): void {
    const { us, cn } = this.#panes
    // Behind another view there is nothing to see, and all is where it was.
    if (!us?.checkVisibility() || !cn?.checkVisibility()) return
    const { indexed, reading } = this.#shown
    const anchors = { us: this.#anchorOf('us'), cn: this.#anchorOf('cn') }
    this.#extents = new Extents(indexed(), {
      us: measurePane(us, this.#toMeasure('us')),
      cn: measurePane(cn, this.#toMeasure('cn'))
    })
    for (const [side, pane] of [
      ['us', us],
      ['cn', cn]
    ] as const) {
      const [anchor, width, before] = [anchors[side], pane.clientWidth, this.#widths[side]]
      this.#widths[side] = width
      if (before === undefined || before === width || !anchor) continue
      // Where no line was clicked, a text at its beginning stays there.
      if (pane.scrollTop === 0 && reading.sentence === null) continue
      this.#held[side] = anchor.id
      const now = this.extents.get(anchor.id)
      if (now) pane.scrollTop = now.top - anchor.y
      this.#settle(side, anchor)
    }
    this.#follow()
  }
  /** Keeps the place of a text, for when it comes back on screen. */
  #remember(side: Side, top: number): void {
    const { indexed, reading } = this.#shown
    const first = this.extents.drawn[side].find(({ bottom }) => bottom > top)
    const start = indexed().sentences.get(first?.id ?? '')?.start
    reading.places[side] =
      first && start !== undefined && top > 0
        ? { start, y: first.top - top, top, width: this.#widths[side] ?? 0 }
        : null
  }
  /**
   * Whether the lines of a text broke anew since it was measured. Where it is scrolled to is then not the reader's doing: a
   * text that became shorter was moved to its end. The next measuring puts it back.
   */
  #isBrokenAnew(side: Side): boolean {
    const width = this.#widths[side]
    return width !== undefined && this.#panes[side]?.clientWidth !== width
  }
  #follow(): void {
    const followed = SIDES.filter((side) => !this.#isBrokenAnew(side))
    const tops = followed.map((side) => [side, this.#panes[side]?.scrollTop ?? 0] as const)
    this.#scroll = { ...this.#scroll, ...Object.fromEntries(tops) }
    for (const [side, top] of tops) this.#remember(side, top)
  }
  /** Once a frame: follows the scrolling; measures too where something was drawn or laid out anew. */
  #onFrame(isLaidOut: boolean): void {
    this.#hasMoved ||= isLaidOut
    if (this.#pending !== 0) return
    this.#pending = requestAnimationFrame(() => {
      this.#pending = 0
      if (this.#hasMoved) this.measure()
      else this.#follow()
      this.#hasMoved = false
    })
  }

  /** Of the passages read, that nearest to a height, and of its counterparts that nearest to what is seen of the other text. */
  #beside(side: Side, height: number): { from: Extent; to: Extent } | null {
    const { groupsOf } = this.#shown.indexed()
    const other = otherSide(side)
    const at = nearestTo(
      this.extents.drawn[side].filter(
        (one) => distanceTo(one, height) < READ_AROUND * this.#gutter.height && groupsOf.get(one.id)?.length
      ),
      height
    )
    const group = groupsOf.get(at?.id ?? '')?.[0]
    const own = group && this.runs.of(group)
    const from = own && nearestTo(own[side], height)
    const to = own && nearestTo(own[other], this.#scroll[other] + READING_HEIGHT * this.#gutter.height)
    return from && to ? { from, to } : null
  }
  scrolled(side: Side): void {
    const [own, other] = [this.#panes[side], this.#panes[otherSide(side)]]
    if (!own || !other || this.#isBrokenAnew(side)) return
    this.#onFrame(false)
    this.#remember(side, own.scrollTop)
    this.#linked.scrolled(side, own, other, this.#shown.reading.isLinked)
  }
  /** The reader takes hold of a text. */
  #lead(side: Side): void {
    const own = this.#panes[side]
    this.#held[side] = undefined
    this.#jumping.stop(side)
    if (own) this.#linked.lead(side, own)
  }

  #attachPane(side: Side): Attachment<HTMLElement> {
    return (element) => {
      this.#panes[side] = element
      const end = watchPane(element, this.#resizes, {
        onhold: () => {
          this.#lead(side)
        },
        onlaidout: () => {
          this.#onFrame(true)
        },
        onreveal: () => {
          this.#jumping.stop(side)
        }
      })
      return () => {
        end()
        cancelAnimationFrame(this.#pending)
      }
    }
  }
  readonly attachGutter: Attachment<HTMLElement> = (element) => {
    this.#between = element
    this.#resizes.observe(element)
    return () => {
      this.#resizes.unobserve(element)
    }
  }

  /** Draws a sentence, wherever it is, so that it can take the focus and be gone to. */
  async draw(id: string): Promise<void> {
    const indexed = this.#shown.indexed()
    const side = indexed.sideOf.get(id)
    const start = indexed.sentences.get(id)?.start
    if (!side || start === undefined) return
    this.near[side].draw(stretchAt(this.#stretches[side], start)?.start ?? 0)
    await tick()
  }
  /** Brings a sentence of either side into sight, at the height given; one that is seen stays where it is. */
  async bring(id: string | undefined, y?: number): Promise<void> {
    const side = this.#shown.indexed().sideOf.get(id ?? '')
    const pane = side && this.#panes[side]
    if (id === undefined || !side || !pane) return
    await this.draw(id)
    this.measure()
    const extent = this.extents.get(id)
    if (!extent || this.isSeen(side, extent)) return
    this.#linked.release()
    this.#jumping.to(side, () => {
      const now = this.extents.get(id)
      return now && now.top - (y ?? READING_HEIGHT * pane.clientHeight)
    })
  }
  /** Goes to a counterpart that the reader asked for; the other text stays. */
  goTo(side: Side, { top }: Extent): void {
    this.#linked.release()
    this.#jumping.to(side, () => top - READING_HEIGHT * (this.#panes[side]?.clientHeight ?? 0))
  }

  /** The texts are where they were left, also after another view. */
  restore(): void {
    const places = { ...this.#shown.reading.places }
    this.measure()
    for (const side of SIDES) {
      const place = places[side]
      const at = place && this.#readouts[side].sentences.findLast(({ start }) => start <= place.start)
      const extent = at && this.extents.get(at.id)
      const pane = this.#panes[side]
      if (pane && place && extent)
        pane.scrollTop =
          this.near[side].isWhole && place.width === this.#widths[side] ? place.top : extent.top - place.y
    }
    this.#follow()
    for (const side of SIDES) this.scrolled(side)
  }
}
