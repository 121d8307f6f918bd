/** Words of what all features have. */
export const ui = {
  close: 'Close',
  dismiss: 'Dismiss',
  dismissNote: 'Dismiss note',
  ofFive: (of: string, strength: number) => `${of} ${strength} of 5`,
  whatWasJustDone: 'What was just done',
  closeThisMessage: 'Close this message',
  stop: 'Stop',
  escStopsIt: 'Esc stops it'
}
