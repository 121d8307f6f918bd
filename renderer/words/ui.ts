/** Words of what all features have. */
export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  bothSides: 'both sides',
  ownVoice: 'the text in its own voice',
  whoSaysIt: 'Who says it, and how strongly',
  linkedByHand: 'linked by hand',
  changedByHand: 'changed by hand',
  swapSides: 'Swap sides',
  swapByKey: 'Swap sides (s)',
  dismiss: 'Dismiss',
  dismissNote: 'Dismiss note',
  ofFive: (of: string, strength: number) => `${of} ${strength} of 5`,
  whatWasJustDone: 'What was just done',
  closeThisMessage: 'Close this message',
  stop: 'Stop',
  escStopsIt: 'Esc stops it'
}
