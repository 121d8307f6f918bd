import { counted } from '../lib/words.ts'

/** Words of the Texts view. */
export const texts = {
  /** Said behind a sentence, one after another: each ends with a pause. */
  alsoIn: (party: string) => `also in the readout of ${party}.`,
  partlyIn: (party: string) => `in part also in the readout of ${party}.`,
  notIn: (party: string) => `not in the readout of ${party}.`,
  saidByOther: (party: string) => `tells what ${party} is to have said.`,
  noted: 'has a note of yours.',
  verbStrength: (strength: number) => `reporting verb of strength ${strength} of 5.`,
  findInBothTexts: 'Find in both texts',
  previousPlace: 'Previous place',
  nextPlace: 'Next place',
  closeTheSearch: 'Close the search',
  scrollTogether: 'Scroll together',
  scrollsTogether: 'The texts scroll together (p)',
  scrollsApart: 'The texts scroll apart (p)',
  counterpartsAbove: (count: number, party: string) =>
    `${counted(count, 'counterpart')} above in the text of ${party}: go to the next`,
  counterpartsBelow: (count: number, party: string) =>
    `${counted(count, 'counterpart')} below in the text of ${party}: go to the next`,
  legend: 'Legend',
  filled: 'filled',
  selectedPassage: 'the selected passage',
  badges: 'counterparts above and below: a click goes to the next',
  closeTheLegend: 'Close the legend',
  linkWith: (sentence: string, party: string) =>
    `Link “${sentence}” with a sentence of ${party}: click it, or go there and press`,
  wordCount: (words: number) => `${words} words ·`,
  languageOf: (party: string) => `Language of the ${party} readout`,
  importOf: (name: string, party: string) => `${name}, document of the ${party} readout`,
  whatWasRead: 'What was read from it, and what was cut',
  notes: (count: number) => `, ${count} notes`,
  readout: (party: string) => `${party} readout`,
  textOf: (party: string) => `Text of the ${party} readout`,
  selectedWords: 'The selected words',
  addToFinding: 'Add to your finding',
  makeFinding: 'Make a finding of this',
  copyWithCitation: 'Copy with citation',
  notFound: 'not found',
  foundAt: (place: number, count: number) => `${place} of ${count}`,
  marks: {
    aligned: { sample: 'underlined', meaning: 'also in the other readout, in its topic’s colour' },
    alone: { sample: 'bar', meaning: 'in the margin: only in this readout' },
    partly: { sample: 'hatched', meaning: 'left out by the other, of a sentence it partly answers' },
    ribbons: {
      sample: 'ribbon',
      meaning: 'joins what is at reading height; all while you point between the texts'
    },
    noted: { sample: '✎', meaning: 'has a note of yours' },
    term: { sample: 'dotted', meaning: 'a contested term or a label' },
    verb: { sample: 'heavier', meaning: 'a reporting verb, with its strength' },
    demand: { sample: 'between bars', meaning: 'a demand on the other side' },
    tone: { sample: 'dashed', meaning: 'a word for the tone of the talks' },
    said: { sample: '⇄', meaning: 'here begins what the other side is to have said' }
  },
  passageOf: (place: number, count: number) => `Passage ${place} of ${count} with this sentence.`,
  copied: 'Copied, word for word.',
  markNames: {
    aligned: 'reported by both',
    alone: 'reported by one side alone',
    partly: 'partly answered by the other side',
    ribbons: 'ribbons between the texts',
    noted: 'notes of your own',
    term: 'contested terms and labels',
    verb: 'strong reporting verbs',
    demand: 'demands on the other side',
    tone: 'tone of the talks',
    said: 'what the other side is to have said'
  },
  findingAt: (place: number, count: number, what: string) => `Finding ${place} of ${count}: ${what}`,
  passageAt: (place: number, count: number, what: string) => `Passage ${place} of ${count}: ${what}`,
  sentencesOf: (party: string, count: number) => `${party} ${counted(count, 'sentence')}`
}
