import { counted } from '../lib/words.ts'

/** Words of the window around the views. */
export const shell = {
  findings: (count: number) => counted(count, 'finding'),
  verifiedOf: (verified: number, count: number) => `${verified} of ${count} verified`,
  legendByKey: 'What the marks mean (m)',
  legend: 'Legend',
  engine: (version: string) => `engine ${version},`,
  lexicon: (version: string, own: number) => `lexicon ${version}${own === 0 ? '' : ` + ${own} of your own`}`,
  nothingLeavesThisComputer: 'nothing leaves this computer',
  whatSourcesAre: 'Name, sources and note of this comparison',
  sources: 'Sources',
  illustrativeSample: 'illustrative sample',
  view: 'View',
  newMeeting: 'New meeting in this project (Ctrl/Cmd N)',
  new: 'New',
  sidePanel: 'Side panel',
  sidePanelByKey: 'Side panel: passage, finding, notes, history (i)',
  export: 'Export',
  tagline: 'Two readouts of one meeting, side by side',
  keyboardShortcuts: 'Keyboard shortcuts',
  commands: 'Commands',
  command: 'Command',
  whatToDo: 'What do you want to do?',
  noCommand: 'No command has these words.',
  settings: 'Settings',
  appearance: 'Appearance',
  theTexts: 'The texts',
  typeface: 'Typeface',
  marksInTheTexts: 'Marks in the texts',
  citations: 'Citations',
  style: 'Style',
  namesOfTheSides: 'Names of the sides',
  namesNeedComparison: 'With a comparison on screen, its two sides can be given other names here.',
  whereNamesStand:
    'Headings and labels in the window. Sentences of findings, and exports, keep the full name.',
  asOnFirstDay: 'As on the first day',
  inTheTexts: 'In the texts',
  tour: 'Tour',
  stepOf: (at: number, count: number) => `Step ${at} of ${count}`,
  skipTheTour: 'Skip the tour',
  back: 'Back',
  begin: 'Begin',
  next: 'Next',
  whatCountsMean: (meanings: string) => `Sentences: ${meanings}`,
  texts: 'Texts',
  topics: 'Topics',
  findingsView: 'Findings',
  appearances: { system: 'as the system', light: 'light', dark: 'dark' },
  typefaces: { serif: 'Source Serif', sans: 'Inter', system: 'the system’s own' },
  sizeOfLetters: 'Size of the letters',
  longestLine: 'Longest line',
  pixels: 'pixels',
  characters: 'characters',
  keySelect: 'Select the passage of the sentence in focus',
  keyBeforeAfter: 'The sentence before and after, while a sentence has the focus',
  keyAcross: 'Its counterpart on the other side, or the sentence beside it',
  keyPaste: 'Add the text on the clipboard',
  tourSteps: {
    reading: {
      title: 'Both texts, side by side',
      says: 'What both readouts report is underlined; a bar in the margin is what only one has. Click a sentence, and its counterpart comes beside it with what differs.'
    },
    views: {
      title: 'Three ways to look',
      says: 'Texts is for reading, Topics sets matter against matter, Findings ranks what an analyst would note. Keys 1, 2 and 3 go between them.'
    },
    desk: {
      title: 'Correct, note, export',
      says: 'Link what belongs together, dismiss what is wrong, write notes: everything can be undone. Export makes a report with citations; ? shows all keys.'
    }
  }
}
