/** Words of exports and the second coder. */
export const exporting = {
  openColleague: 'Open a colleague’s file…',
  secondCoder: 'Second coder',
  heldAgainst: (coder: string, mine: number, theirs: number) =>
    `What is on screen, held against “${coder}”, in the passages that both of you have verified (${mine} here, ${theirs} there).`,
  nothingVerified: 'Nothing is verified by both yet: mark passages as verified (v) in both files.',
  decision: 'Decision',
  agreement: 'Agreement',
  howItComesAbout: 'How it comes about',
  topics: 'Topics',
  howKappa: (topic: string) => `${topic}; Cohen’s kappa leaves out what chance would give`,
  speakers: 'Speakers',
  links: 'Links',
  howLinks: (both: number, onlyMine: number, onlyTheirs: number) =>
    `${both} in both, ${onlyMine} only here, ${onlyTheirs} only there`,
  saveTable: 'Save the table…',
  noDisagreement: 'No disagreement',
  here: 'here',
  there: 'there',
  show: 'Show',
  whatItDoes:
    'Open the project file in which a colleague has worked on the same two texts. You see how far the two of you agree on topics, speakers and links, and each place where you do not. Nothing in either file is changed.',
  title: 'Export',
  as: 'As',
  whatGoesIn: 'What goes in',
  length: 'Length',
  asChosen: 'as chosen below',
  sourcesCitedAs: 'Sources cited as',
  paper: 'Paper',
  upright: 'upright',
  across: 'across',
  addThem: 'Add them',
  writing: 'Writing…',
  export: 'Export…',
  whatStaysOut:
    'Dismissed findings stay out; what was changed by hand says so. The versions of engine and lexicon go with it, so that the result can be made again.',
  linked: 'linked',
  notLinked: 'not linked',
  disagreements: (count: number) => `Disagreements (${count})`,
  parts: {
    verdict: 'Brief: what differs most, matters, figures, the talks',
    overview: 'Overview: shares and order of the topics',
    findings: 'All findings',
    rows: 'The passages side by side',
    alone: 'Only here: what one side alone reports',
    annotations: 'Notes and tags'
  },
  brief: 'brief (two pages)',
  whole: 'whole, with all findings, rules and passages',
  choices: {
    html: 'Web page, whole in one file',
    findings: 'Table of the findings (CSV)',
    rows: 'Table of the aligned rows (CSV)',
    json: 'All of it as data (JSON)',
    svg: 'Picture of the overview (SVG)',
    png: 'Picture of the overview (PNG)'
  },
  otherTexts: 'It has no comparison of these two texts. Open a colleague’s file of the same pair.'
}
