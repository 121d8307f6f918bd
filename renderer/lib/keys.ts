/** Whether a key press belongs to a text field or to an input method that is composing. */
export const isTyping = (event: KeyboardEvent): boolean => {
  // Key code 229 is what macOS sends for keys that an input method took.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other sign of it
  if (event.isComposing || event.keyCode === 229) return true
  const { target } = event
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))
  )
}
