const CONTROLS = 'button, input, select, textarea, summary, a[href], [tabindex="0"]'
/** What the window tells stands above what a dialog is opened for, and one button closes it again; a region only scrolls. */
const ASIDE = '[data-notices] *, [data-closes], [role="region"]'

/** Whether Tab comes to it: of choices that exclude each other, only to the one that is chosen. */
const isReached = (control: HTMLElement): boolean =>
  control.tabIndex >= 0 &&
  !control.matches(':disabled, [type="radio"]:not(:checked)') &&
  control.checkVisibility({ visibilityProperty: true })

/**
 * What takes the focus when a dialog opens: the first thing that can be done in it, and of what stands beside its title
 * only where there is nothing else. Its title, where there is nothing at all, or only so far down that the beginning
 * would go out of sight: it is read on from there.
 */
export const firstFocus = (dialog: HTMLElement): HTMLElement | null => {
  const end = dialog.getBoundingClientRect().bottom
  const controls = [...dialog.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) =>
      !control.matches(ASIDE) && isReached(control) && control.getBoundingClientRect().bottom <= end
  )
  return controls.find((control) => !control.closest('header')) ?? controls[0] ?? dialog.querySelector('h2')
}
