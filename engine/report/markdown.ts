import { SIDES, type Comparison, type Finding, type Group } from '../model.ts'
import { foremostIn, KIND_NAMES, spoken, verdictOf } from './verdict.ts'
import { storyNote } from './story-note.ts'
import { lexiconName, matterName, overviewOf, passageText, percent } from './overview.ts'

/** Text of a readout must come out as it stands, whatever marks it holds. */
const plain = (text: string): string => text.replace(/([\\`*_[\]<>#|~])/gu, '\\$1').replace(/\s+/gu, ' ')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const groupSection = (comparison: Comparison, group: Group): string[] => {
  const { us, cn } = comparison.readouts
  const relation = group.relation === 'shared' ? 'shared' : 'differently put'
  return [
    `### ${plain(matterName(comparison, group.topic, group.matter))} · ${relation} · confidence ${group.score.toFixed(2)}`,
    '',
    `**${plain(us.partyName)}** (${group.us.join(', ')}): ${plain(passageText(comparison, 'us', group.us))}`,
    '',
    `**${plain(cn.partyName)}** (${group.cn.join(', ')}): ${plain(passageText(comparison, 'cn', group.cn))}`,
    '',
    ...group.framing.map(({ say }) => `- ${plain(say)}`),
    `- Side by side because: ${group.evidence.map(({ say }) => plain(say)).join('; ')}.`,
    ''
  ]
}

/** The verdict, to be read aloud. */
const verdictPage = (comparison: Comparison): string[] => {
  const { opening, foremost, sections } = verdictOf(comparison)
  return [
    plain(opening),
    '',
    ...(foremost.length > 0
      ? [
          foremost.length === 1 ? 'One difference stands out.' : `${foremost.length} differences stand out.`,
          '',
          ...foremost.map((finding, at) => `${at + 1}. ${plain(spoken(finding))}`),
          ''
        ]
      : []),
    ...sections.flatMap((section) => {
      const rest = foremostIn(section).filter((finding) => !foremost.includes(finding))
      return rest.length === 0
        ? []
        : [`## ${plain(section.title)}`, '', rest.map((finding) => plain(spoken(finding))).join(' '), '']
    })
  ]
}

const findingLine = ({ id, kind, say, note, us, cn, rule, weight }: Finding): string =>
  `- **${id}** ${plain(KIND_NAMES[kind].name)}: ${plain(say)}${note ? ` *${plain(note)}*` : ''} (${[...us, ...cn].join(', ')}; rule ${plain(rule)}; weight ${weight.toFixed(2)})`

/** A comparison as a Markdown page: the verdict, then all findings, figures, topics, the aligned passages row by row, what only one side reports. */
export const markdown = (comparison: Comparison): string => {
  const { readouts, engine, topics, groups, findings } = comparison
  const { alignedWords, shared, differing, only } = overviewOf(comparison)
  const note = storyNote(comparison)
  const lines = [
    `# ${plain(readouts.us.partyName)} and ${plain(readouts.cn.partyName)}: ${note === null ? 'two readouts' : 'a news story'}`,
    '',
    ...(note === null ? [] : [`**${plain(note)}**`, ''])
  ]
  for (const side of SIDES) {
    const { partyName, title, name, date, words } = readouts[side]
    lines.push(
      `- **${plain(partyName)}**: ${plain(title ?? name)}${date ? `, ${date}` : ''}, ${words} words (${plain(name)})`
    )
  }
  lines.push(
    '',
    ...verdictPage(comparison),
    '## All findings',
    '',
    ...findings.map(findingLine),
    ...(findings.length === 0 ? ['None.'] : []),
    '',
    `${groups.length} passages stand side by side, ${shared} shared and ${differing} differently put: ${percent(alignedWords.us)} of the words of ${plain(readouts.us.partyInText)}, ${percent(alignedWords.cn)} of those of ${plain(readouts.cn.partyInText)}.`,
    '',
    '## Topics',
    '',
    row(['Topic', plain(readouts.us.partyName), plain(readouts.cn.partyName)]),
    row(['---', '---:', '---:']),
    ...topics.map(({ label, us, cn }) => row([plain(label), percent(us), percent(cn)])),
    '',
    '## Side by side',
    '',
    ...groups.flatMap((group) => groupSection(comparison, group))
  )
  for (const side of SIDES) {
    lines.push(`## Only ${plain(readouts[side].partyName)}`, '')
    lines.push(
      ...only[side].map(({ id, text }) => `- ${id}: ${plain(text)}`),
      ...(only[side].length === 0 ? ['Nothing.'] : []),
      ''
    )
  }
  lines.push(
    '---',
    '',
    `Made by Parallax, engine ${engine.version}, lexicon ${lexiconName(comparison)}. Nothing here is a verdict about who is right.`,
    ''
  )
  return lines.join('\n')
}
