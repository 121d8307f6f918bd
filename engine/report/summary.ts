import { SIDES, type Comparison, type MeetingsOfStory } from '../model.ts'
import { aloneOn } from '../wording/names.ts'
import { percent, standingParts } from './overview.ts'
import { storyNote } from './story-note.ts'

const MOST_LINES = 8
const LONGEST_LINE = 150

const shortened = (text: string): string =>
  text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE).replace(/\s+\S*$/u, '')} …`

const listed = (items: readonly string[]): string[] => {
  const shown = items.slice(0, MOST_LINES).map((item) => `  - ${shortened(item)}`)
  return items.length > MOST_LINES ? [...shown, `  … and ${items.length - MOST_LINES} more`] : shown
}

/** The meetings of a story, each with how many statements of each side belong to it. */
const meetingLines = ({ meetings, readouts }: Comparison): string[] => {
  if (!meetings) return []
  const counted = (statements: MeetingsOfStory['ofNone']): string =>
    SIDES.map((side) => `${readouts[side].partyName} ${statements[side].length}`).join(', ')
  return [
    'The story tells of these meetings (--meeting ID compares one alone):',
    ...meetings.all.map(
      ({ id, name, statements }) =>
        `  ${id} ${name}: ${counted(statements)}${id === meetings.compared ? ' (compared here)' : ''}`
    ),
    `  of no one meeting, compared only in the whole story: ${counted(meetings.ofNone)}`,
    ''
  ]
}

/** A comparison in a screenful of plain text, for a terminal. */
export const summary = (comparison: Comparison): string => {
  const { readouts, topics, findings } = comparison
  const note = storyNote(comparison)
  const lines: string[] = note === null ? [] : [note, '', ...meetingLines(comparison)]
  for (const side of SIDES) {
    const { partyName, title, name, date, words, sentences } = readouts[side]
    lines.push(
      `${partyName}: ${title ?? name}${date ? ` (${date})` : ''}, ${sentences.length} sentences, ${words} words`
    )
  }
  lines.push(
    '',
    note === null
      ? 'How the sentences of each stand to the other readout:'
      : 'How the sentences of each stand to those of the other:',
    ...SIDES.map((side) => `  ${readouts[side].partyName}: ${standingParts(comparison, side).join(', ')}`),
    '',
    `Topics (share of words, ${readouts.us.partyName} | ${readouts.cn.partyName}):`
  )
  for (const { label, us, cn } of topics)
    lines.push(`  ${label.padEnd(20)} ${percent(us).padStart(4)} | ${percent(cn).padStart(4)}`)
  if (findings.length > 0)
    lines.push('', 'Findings, strongest first:', ...listed(findings.map(({ say }) => say)))
  for (const side of SIDES) {
    const alone = aloneOn(comparison, side)
    if (alone.length > 0)
      lines.push(
        '',
        `Only here, ${readouts[side].partyName} (${alone.length}):`,
        ...listed(alone.map(({ text }) => text))
      )
  }
  return `${lines.join('\n')}\n`
}
