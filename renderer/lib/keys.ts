/**
 * Whether a key press belongs to an input method that is composing: the Enter that picks a Chinese word must not submit,
 * nor the Escape that drops it close anything.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  // Key code 229 is what macOS sends for keys that an input method took.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other sign of it
  event.isComposing || event.keyCode === 229

/** Fields that are ticked, slid or pressed, and take no letters. */
const NO_LETTERS = new Set(['checkbox', 'radio', 'range', 'color', 'button'])

/** Whether something takes typing of its own. */
export const isField = (target: EventTarget | null): boolean => {
  if (target instanceof HTMLInputElement) return !NO_LETTERS.has(target.type)
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/u.test(target.tagName))
  )
}

/** Whether a key press belongs to a text field or to an input method that is composing. */
export const isTyping = (event: KeyboardEvent): boolean => {
  if (isComposing(event)) return true
  return isField(event.target)
}
