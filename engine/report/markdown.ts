import { SIDES, type Side } from '../model.ts'
import { plainText } from '../cite/cite.ts'
import type { Annotation } from './annotations.ts'
import { has, type ReportDocument } from './document.ts'
import { furtherLine } from './brief-matters.ts'
import type { BriefQuote } from './brief.ts'
import type { FindingEntry } from './finding-entries.ts'
import { percent } from './overview.ts'
import type { AloneEntry, MarkedSentence, RowEntry } from './row-entries.ts'

/** Text of a readout must come out as it stands, whatever marks it holds. */
const plain = (text: string): string => text.replace(/([\\`*_[\]<>#|~])/gu, '\\$1').replace(/\s+/gu, ' ')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A note and tags, as items of a list. */
const annotationLines = ({ note, tags }: Annotation): string[] => [
  ...(note === null ? [] : [`- Note: ${plain(note)}`]),
  ...(tags.length === 0 ? [] : [`- Tags: ${tags.map(({ name }) => plain(name)).join(', ')}`])
]

const marked = (marks: readonly string[]): string => marks.map((mark) => ` · ${mark}`).join('')

const passage = (sentences: readonly MarkedSentence[]): string =>
  sentences.map(({ gap, text }) => (gap ? `[…] ${plain(text)}` : plain(text))).join(' ')

const ids = (sentences: readonly MarkedSentence[]): string =>
  sentences.map(({ id, byHand }) => (byHand ? `${id}, changed by hand` : id)).join(', ')

const groupSection = (entry: RowEntry, parties: Record<Side, string>): string[] => [
  `### ${plain(entry.name)} · ${entry.relation}${entry.confidence === null ? '' : ` · confidence ${entry.confidence.toFixed(2)}`}${marked(entry.marks)}`,
  '',
  ...SIDES.flatMap((side) => [
    `**${plain(parties[side])}** (${ids(entry[side])}): ${passage(entry[side])}`,
    ''
  ]),
  ...[...entry.differences, ...entry.partly].map((say) => `- ${plain(say)}`),
  ...(entry.reasons.length === 0 ? [] : [`- Side by side because: ${entry.reasons.map(plain).join('; ')}.`]),
  ...annotationLines(entry),
  ...[...entry.us, ...entry.cn].flatMap((sentence) =>
    annotationLines(sentence).map((line) => line.replace(/^- (Note|Tags)/u, `- $1 on ${sentence.id}`))
  ),
  ''
]

const quoteLine = ({ who, place, pieces }: BriefQuote): string =>
  `**${plain(who)}**, ${place}: “${pieces.map(({ text, isQuoted }) => (isQuoted && pieces.length > 1 ? `*${plain(text)}*` : plain(text))).join('')}”`

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']

/** The first page: what differs most, with its quotations, and what there is beside it. */
const briefPage = ({ brief, parties }: ReportDocument): string[] => [
  ...section('The meeting', [
    ...brief.meeting.map((quote) => `- ${quoteLine(quote)}`),
    '',
    plain(brief.common)
  ]),
  ...section(
    'What differs most',
    brief.differences.flatMap((entry, at) => [
      `${at + 1}. ${plain(entry.say)}`,
      ...entry.quotes.map((quote) => `   - ${quoteLine(quote)}`),
      ...(entry.terms === null ? [] : [`   - ${plain(entry.terms)}`]),
      ...annotationLines(entry).map((line) => `   ${line}`)
    ])
  ),
  ...section(
    'Matters',
    brief.matters.length === 0
      ? []
      : [
          row(['Matter', 'In', `${plain(parties.us)}, paragraph`, `${plain(parties.cn)}, paragraph`]),
          row(['---', '---', '---', '---']),
          ...brief.matters.map(({ name, standing, us, cn }) =>
            row([plain(name), plain(standing), us || '–', cn || '–'])
          ),
          ...(brief.furtherMatters === 0 ? [] : ['', furtherLine(brief.furtherMatters)])
        ]
  ),
  ...section(
    'Figures and dates',
    brief.figures.map(
      ({ who, items }) =>
        `- **${plain(who)}**: ${items.map(({ words, place }) => `“${plain(words)}” (${plain(place)})`).join('; ')}`
    )
  ),
  ...section(
    'How each describes the talks',
    brief.talks.map((say) => `- ${plain(say)}`)
  )
]

const findingLines = (entry: FindingEntry): string[] => {
  const { id, kind, say, signals, sentences, rule, weight, marks } = entry
  return [
    `- **${id}** ${plain(kind)}: ${plain(say)}${signals === null ? '' : ` *${plain(signals)}*`} (${[...sentences.us, ...sentences.cn].join(', ')}; rule ${plain(rule)}; weight ${weight.toFixed(2)})${marked(marks)}`,
    ...(entry.terms === null ? [] : [`  - ${plain(entry.terms)}`]),
    ...annotationLines(entry).map((line) => `  ${line}`)
  ]
}

const aloneLines = (entry: AloneEntry): string[] => [
  `- ${entry.id}: ${plain(entry.text)}${entry.byHand ? ' · changed by hand' : ''}`,
  ...annotationLines(entry).map((line) => `  ${line}`)
]

const none = (lines: readonly string[], word: string): readonly string[] =>
  lines.length === 0 ? [word] : lines

/** A report as a Markdown page: the brief, then, as far as wanted, all findings, topics, the aligned passages one by one, what only one side reports. */
export const markdown = (report: ReportDocument): string => {
  const { parties, sources, topics, findings, rows, alone, whole } = report
  const part = (wanted: boolean, lines: () => readonly string[]): readonly string[] => (wanted ? lines() : [])
  const lines = [
    `# ${plain(report.title)}`,
    '',
    ...SIDES.map(
      (side) =>
        `- **${plain(parties[side])}**: ${plain(plainText(sources[side].citation))} (${plain(sources[side].facts)})`
    ),
    '',
    ...(report.caution === null ? [] : [`**${plain(report.caution)}**`, '']),
    ...annotationLines(whole),
    ...(annotationLines(whole).length > 0 ? [''] : []),
    ...part(has(report, 'verdict'), () => briefPage(report)),
    ...part(has(report, 'findings'), () => [
      '## All findings',
      '',
      ...none(findings.flatMap(findingLines), 'None.'),
      ''
    ]),
    report.figures,
    '',
    ...part(has(report, 'overview'), () => [
      '## Topics',
      '',
      row(['Topic', plain(parties.us), plain(parties.cn)]),
      row(['---', '---:', '---:']),
      ...topics.map(({ label, us, cn }) => row([plain(label), percent(us), percent(cn)])),
      ''
    ]),
    ...part(has(report, 'rows'), () => [
      '## Side by side',
      '',
      ...rows.flatMap((entry) => groupSection(entry, parties))
    ]),
    ...part(has(report, 'alone'), () =>
      SIDES.flatMap((side) => [
        `## Only here: ${plain(parties[side])}`,
        '',
        ...none(alone[side].flatMap(aloneLines), 'Nothing.'),
        ''
      ])
    ),
    '---',
    '',
    plain(report.provenance),
    ''
  ]
  return lines.join('\n')
}
