/** Commands of the browser that the page uses, on its fields' own histories. */
const USED: ReadonlySet<string> = new Set(['undo', 'redo'])

/**
 * Leaves a page no command of the browser's beside those: "paste" would read the clipboard unasked, in older
 * Electrons whatever permissions are denied.
 */
export const limitCommands = (prototype: Document): void => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated, @typescript-eslint/unbound-method -- called with its document below
  const { execCommand } = prototype
  Object.defineProperty(prototype, 'execCommand', {
    value(this: Document, command: string, ...more: [boolean?, string?]): boolean {
      return USED.has(command.toLowerCase()) && execCommand.call(this, command, ...more)
    },
    writable: false,
    configurable: false
  })
}
