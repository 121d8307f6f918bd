import { counted } from '../lib/words.ts'

/** Words of the Findings view. */
export const findings = {
  view: 'Findings',
  meeting: 'The meeting',
  differsMost: 'What differs most',
  rest: 'Matters, figures and dates, the talks',
  matters: 'Matters',
  matter: 'Matter',
  in: 'In',
  paragraph: (party: string) => `${party}, paragraph`,
  figures: 'Figures and dates',
  talks: 'How each describes the talks',
  filter: 'Filter',
  kind: 'Kind',
  all: 'all',
  reportedBy: 'Reported by',
  bothSides: 'both sides',
  onlySide: (party: string) => `only ${party}`,
  leastWeight: 'Weight at least',
  onlyTopic: (topic: string) => `Only ${topic} ×`,
  showDismissed: (count: number) => `show ${count} dismissed`,
  shown: (shown: number, all: number) => `${counted(shown, 'finding')} of ${all}`,
  nothingNoted:
    'Nothing that an analyst would note was found. The Topics view shows what stands side by side.',
  nonePasses: 'No finding passes the filter.',
  showAll: 'Show all'
}
