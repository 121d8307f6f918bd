/** What the side panel can show, in the order of its tabs. */
export const PANEL_TABS = ['passage', 'finding', 'notes', 'history'] as const
export type PanelTab = (typeof PANEL_TABS)[number]

/** The one panel beside the views, or over them: whether it is open, and at which tab. */
export class SidePanel {
  #isOpen = $state(false)
  #tab = $state<PanelTab>('passage')
  /** The tab at which something is being made, which a selection does not hide; null for none. */
  #held: PanelTab | null = null
  /** The tab that a toggled one gives way to again; null where the panel was closed. */
  #before: PanelTab | null = null

  /** The tab on screen; null while the panel is closed. */
  get shown(): PanelTab | null {
    return this.#isOpen ? this.#tab : null
  }

  show(tab: PanelTab): void {
    this.#before = null
    this.#tab = tab
    this.#isOpen = true
  }
  /** Shows what is selected, unless something is being made on screen. */
  bring(tab: PanelTab): void {
    if (this.#held === null || this.shown !== this.#held) this.show(tab)
  }
  /** Shows a tab at which something is being made, until it is let go. */
  hold(tab: PanelTab): void {
    const before = this.shown === tab ? this.#before : this.shown
    this.#held = tab
    this.show(tab)
    this.#before = before
  }
  /** It is made, or given up: what was there before is shown again. */
  letGo(): void {
    const held = this.#held
    this.#held = null
    if (held !== null && this.shown === held) this.toggleTab(held)
  }
  /** Closes it; what is selected stays so. */
  close(): void {
    this.#isOpen = false
    this.#before = null
  }
  /** What the tab was about is gone. */
  leave(tab: PanelTab): void {
    if (this.shown === tab && this.#held !== tab) this.close()
  }
  /** Opens it at the tab that was last seen, or closes it. */
  toggle(): void {
    if (this.#isOpen) this.close()
    else this.show(this.#tab)
  }
  /** Shows a tab; the same again gives way to what was there before. */
  toggleTab(tab: PanelTab): void {
    if (this.shown === tab) {
      const before = this.#before
      this.close()
      if (before !== null) this.show(before)
    } else {
      const before = this.shown
      this.show(tab)
      this.#before = before
    }
  }
}
