/** Words of the project, its file and its sources. */
export const project = {
  about: 'About this comparison',
  name: 'Name',
  theWholeComparison: 'the whole comparison',
  sources: 'Sources',
  sourcesAreFor:
    'For citations in copies and reports. What is left empty is taken from the document, where it says so.',
  style: 'Style',
  readFrom: (name: string, when: string) => `“${name}”, read ${when}; SHA-256`,
  madeBy: (engine: string, lexicon: string) => `Made by engine ${engine}, lexicon ${lexicon}.`,
  compareAgain: 'Compare again',
  takeOut: 'Take this comparison out of the project',
  nameOfTheMeeting: 'Name of the meeting',
  renameNamed: (name: string) => `${name}, rename`,
  earlierCopies: 'Earlier copies',
  copiesWereKept: (name: string) => `Earlier copies of “${name}” were kept.`,
  asUntil: (replaced: string) => `as it was until ${replaced}`,
  openIt: 'Open it',
  noneOfThese: 'None of these',
  unsavedWork: 'Unsaved work',
  endedBeforeSaved: 'Parallax ended before this was saved.',
  damagedStays: 'What is damaged stays where it is until it is thrown away.',
  nothingLost: 'Nothing is lost: take it up again, or leave it here for the next start.',
  cannotBeTakenUp: (folder: string | null) =>
    `cannot be taken up: both states of it that were kept are damaged. They are left in ${folder ?? ''}.`,
  asOf: (stored: string) => `, as of ${stored}`,
  takeItUp: 'Take it up',
  throwItAway: 'Throw it away',
  unsavedProject: 'Unsaved project',
  readOnly: 'read only',
  comparisonInThisProject: 'Comparison in this project',
  newComparison: 'new comparison',
  questions: {
    leaving: 'Save your work first?',
    'taking-out': 'Take this comparison out?',
    'throwing-away': 'Throw this work away?',
    'changed-on-disk': 'Which of the two is kept?',
    'no-readout': 'Is this a readout?'
  },
  /** What each question is about; a name is missing where nothing has one yet. */
  asks: {
    leaving: (name: string | null) =>
      `What you have done since ${name === null ? 'you began' : `“${name}” was saved`} would leave this window.`,
    'taking-out': (name: string | null) =>
      `Your corrections and notes${name ? ` in “${name}”` : ''} go with it. This cannot be undone.`,
    'throwing-away': (name: string | null) =>
      `${name ? `What was not saved of “${name}”` : 'It'} would be gone for good.`,
    'changed-on-disk': (name: string | null) =>
      `“${name ?? ''}” was changed by another program since it was opened or saved here. If you keep yours, theirs stays among the earlier copies; if you open theirs, your changes since then are given up.`,
    'no-readout': (name: string | null) => `${name ?? ''} What is on screen stays until you decide.`
  },
  without: {
    leaving: 'Do not save',
    'taking-out': 'Take it out',
    'throwing-away': 'Throw it away',
    'changed-on-disk': 'Open theirs',
    'no-readout': 'Compare it all the same'
  },
  leaveOut: 'Leave it out',
  save: 'Save',
  keepMine: 'Keep mine',
  saveBeside: 'Save beside…',
  issuer: 'Issuer',
  whoPublished: 'Who published it',
  title: 'Title',
  published: 'Published',
  address: 'Address',
  retrieved: 'Retrieved',
  notYetSafe: 'not yet safe',
  notSaved: 'not saved',
  noChanges: 'no changes',
  savedAt: (time: string) => `saved ${time}`
}
