import { counted } from '../lib/words.ts'

/** Words of the Topics view. */
export const topics = {
  order: 'Order',
  orders: {
    ofText: (party: string) => `of the ${party} text`,
    weight: 'by words',
    difference: 'by difference'
  },
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  onlyTopic: (topic: string) => `Only ${topic} ×`,
  counted: (topics: number, rows: number) => `${counted(topics, 'topic')}, ${counted(rows, 'row')}`,
  rows: (rows: number) => counted(rows, 'row'),
  swap: '⇄ Swap',
  matters: 'Matters',
  none: 'Neither text has anything on this topic by itself.',
  confidence: (score: number) => `confidence ${score.toFixed(2)}`,
  verified: '✓ verified',
  alsoIn: 'also in',
  alsoNamed: (matter: string, sentence: string) => `${matter}, also of ${sentence}`,
  correct: 'Correct, note',
  correctNamed: (sentence: string) => `Correct, note: ${sentence}`,
  perhapsWith: (words: string, score: number) => `perhaps with “${words}” (${score.toFixed(2)})`,
  link: 'Link them',
  linkNamed: (one: string, other: string) => `Link them: “${one}” and “${other}”`,
  why: 'Why, correct, note',
  whyNamed: (matter: string, one: string, other: string) =>
    `Why, correct, note: ${matter}. “${one}” and “${other}”`,
  inReadout: (party: string) => `in the readout of ${party}`,
  notInReadout: (party: string) => `not in the readout of ${party}`,
  asAbove: 'as above',
  differs: 'What differs',
  showInTexts: 'Show in the texts',
  showNamed: (difference: string) => `Show in the texts: ${difference}`,
  dragToLink: 'Drag to a sentence of the other side to link the two',
  topics: 'Topics',
  listOfTopics: 'List of topics',
  unfoldByKey: 'Unfold the topics (r)',
  foldByKey: 'Fold the topics (r)',
  share: (label: string, us: string, usName: string, cn: string, cnName: string, findings: number) =>
    `${label}: ${us} of the words of ${usName}, ${cn} of those of ${cnName}${findings > 0 ? `, ${counted(findings, 'finding')}` : ''}`,
  ofWords: 'of words',
  wordEdges: 'Where the words start and end',
  moveEdge: (edge: string, to: string) => `${edge} one word ${to}`,
  edges: { start: 'Start', end: 'End' }
}
