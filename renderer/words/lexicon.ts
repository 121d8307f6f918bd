import { counted } from '../lib/words.ts'

/** Words of the lexicon. */
export const lexicon = {
  changeTheEntry: 'Change the entry',
  addAnEntry: 'Add an entry',
  topic: 'Topic',
  weight: 'Weight',
  asWashingtonPutsIt: 'As Washington tends to put it, in English',
  asBeijingPutsIt: 'As Beijing tends to put it, in English',
  firstInChinese: 'The first in Chinese',
  secondInChinese: 'The second in Chinese',
  signal: 'What the choice signals',
  wordsInEnglish: 'Words for it in English',
  wordsInChinese: 'Words for it in Chinese',
  meanSomethingElse: 'Phrases in which they mean something else',
  language: 'Language',
  english: 'English',
  chinese: 'Chinese',
  act: 'Act',
  strength: 'Strength',
  ofFive: (strength: number) => `${strength} of 5`,
  itsForms: 'Its forms',
  onePhraseALine: 'One phrase a line; a * stands for any ending.',
  saveChange: 'Save the change',
  add: 'Add',
  version: 'version',
  asShipped: ', as it ships',
  readAFile: 'Read a file…',
  saveACopy: 'Save a copy…',
  lexicon: 'Lexicon',
  kindOfEntry: 'Kind of entry',
  search: 'Search',
  searchLexicon: 'Search the lexicon',
  onlyChanged: 'only what I changed',
  addEntry: 'Add…',
  entries: 'Entries',
  remove: 'Remove',
  reset: 'Reset',
  changeNamed: (entry: string) => `Change ${entry}`,
  change: 'Change',
  noEntry: 'No entry has these words.',
  more: (count: number) => `${count} more; search to find them.`,
  kinds: {
    term: {
      name: 'Contested terms',
      means: 'rival wordings for one thing: as Washington ⇄ as Beijing puts it'
    },
    concept: { name: 'Concepts', means: 'words that name one matter, by which passages are aligned' },
    verb: { name: 'Reporting verbs', means: 'how a statement is reported, and how strongly, 1 to 5' }
  },
  withChanges: (count: number) => `, with ${counted(count, 'change')} of your own`
}
