import { counted } from '../lib/words.ts'

/** What the window says of what was done, went wrong or is under way. */
export const status = {
  reading: 'Reading',
  comparing: 'Comparing',
  opening: 'Opening',
  exporting: 'Exporting',
  comparingCoders: 'Comparing the coders',
  readingCodebook: 'Reading the codebook',
  undo: 'Undo',
  redo: 'Do again',
  goBack: 'Go back',
  addThem: 'Add them',
  undone: (what: string) => `Undone: ${what}`,
  doneAgain: (what: string) => `Done again: ${what}`,
  changesDone: (count: number) => `So many changes are done: ${count}`,
  changesLost: (count: number) =>
    `${count} of your changes lost their place in the new comparison. The history lists them.`,
  stoppedAsItWas: 'Stopped. What was on screen is as it was.',
  stoppedNothingTaken: 'Stopped. Nothing was taken.',
  stoppedNothingWritten: 'Stopped. Nothing was written.',
  stoppedNothingSaved: 'Stopped. Nothing was saved.',
  stoppedNotCompared: 'Stopped. The file was not compared.',
  stoppedNotOpened: (name: string) => `Stopped. “${name}” was not opened.`,
  chooseCounterpart:
    'Choose the counterpart on the other side: click it, or go to it with the arrow keys, the one towards the other text first, and press Enter. Escape cancels.',
  bothOnOneSide: 'Both sentences are on one side. Choose one in the other readout.',
  lastSentence: 'It is the last sentence of its paragraph: there is none to join it with.',
  noDocument: 'There is no document in the folder. Drop the files of the readouts.',
  noTextLeft: 'Without this block no text would be left. Put another one back first.',
  meetingsFound: (pairs: number, alone: number) =>
    `${counted(pairs, 'meeting')} found, ${counted(alone, 'text')} without a partner.`,
  analysisFailed:
    'The analysis of these texts failed and was ended. Nothing else was lost; try them again or try others.',
  analysisNotStarted: 'The analysis could not be started. Close the window and open it again.',
  analysisTooLong: (seconds: number) =>
    `The analysis of these texts took longer than ${seconds} seconds and was ended. Try shorter texts.`,
  filesFailed: (why: string) => `The part that reads and writes files failed (${why}).`,
  filesSilent: 'The part that reads and writes files gave no answer and was ended. Try it again.',
  windowFault: (why: string) =>
    `Something in the window went wrong (${why}). What is on screen stays; if it looks wrong, start a new comparison.`,
  openedAgain: 'The window stopped working and was opened again. Drop the two texts once more.',
  openedAgainWithWork: 'The window stopped working and was opened again. What you had done is offered below.',
  lexiconNotUsed: (why: string) =>
    `Your own lexicon could not be used: ${why} The lexicon as it ships is used; with your next change the file is kept under another name.`,
  lexiconNotStored: (why: string) =>
    `The change counts until the window is closed, but could not be stored: ${why}`,
  copyNotSaved: (why: string) => `The copy could not be saved: ${why}`,
  cannotBeUsed: (name: string, why: string) => `“${name}” cannot be used. ${why}`,
  cannotBeOpened: (name: string, why: string) => `“${name}” cannot be opened. ${why}`,
  settingsNotRead: (why: string) => `The settings could not be read (${why}).`,
  settingsNotKept: (why: string) => `The settings could not be kept (${why}).`,
  notKeptSafe: (why: string) => `Your work could not be kept safe: ${why}`,
  noComparisonYet: 'The project has no comparison yet. Drop two readouts.',
  newComparison: 'New comparison. Drop two readouts.',
  newProject: 'New project. Drop two readouts.',
  comparisonStays: 'The comparison before stays in the project, with all that was done to it.',
  oneTextIsThere: 'One text is there. Add the other side’s readout.',
  /** @param counts of each side, a sentence each */
  compared: (counts: readonly string[]) => `Compared. ${counts.join(' ')}`,
  copied: 'Copied with its citation.',
  lacking: (isIssuer: boolean, isDate: boolean, party: string) =>
    `${isIssuer && isDate ? 'issuer and date' : isIssuer ? 'issuer' : 'date'} of the ${party} readout`,
  citationsLack: (facts: readonly string[]) => `The citations lack ${facts.join(', ')}.`,
  writtenTo: (name: string) => `Written to “${name}”.`,
  savedAs: (name: string, isOtherKept: boolean) =>
    `Saved as “${name}”.${isOtherKept ? ' What the other program wrote is kept among the earlier copies.' : ''}`,
  movedByOther: (name: string) =>
    `“${name}” was moved or deleted by another program. Save to write it again.`,
  changedByOther: (name: string) =>
    `“${name}” was changed by another program. When you save, you are asked what becomes of that.`,
  changedSince: (name: string) =>
    `“${name}” was changed since. When you save, you are asked what becomes of that.`,
  noEarlierCopies: (name: string) => `No earlier copies of “${name}” are kept.`,
  isEarlierCopy: (name: string) => `This is an earlier copy of “${name}”. Save under another name.`,
  isDamaged: (name: string) => `“${name}” is damaged and left as it is. Save under another name.`,
  damagedAndMissing: (names: readonly string[]) =>
    `Of what was kept safe, ${names.length === 1 ? 'one comparison is' : `${names.length} comparisons are`} damaged and missing: ${names.join(', ')}.`
}
