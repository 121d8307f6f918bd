import { NARRATION_TOPIC } from '../lexicon/topics.ts'
import { rowsOf, type Row } from '../matters/rows.ts'
import { SIDES, type Comparison, type Side } from '../model.ts'
import { matterName, topicName } from '../wording/names.ts'
import { placeOf } from './place.ts'

/** A line of the table of matters. */
export interface BriefMatter {
  name: string
  /** "both, alike", "both, differs", "only Beijing" */
  standing: string
  /** Numbers of the paragraphs that treat it, "3, 5"; empty where a text has nothing on it. */
  us: string
  cn: string
}

/** So many lines a page has room for. */
const MOST = 14

interface Gathered {
  name: string
  rows: Row[]
  words: number
}

const standingOf = ({ rows }: Gathered, who: Record<Side, string>): { rank: number; standing: string } => {
  const paired = rows.filter(({ answer }) => answer !== 'only')
  if (paired.some(({ answer }) => answer === 'differs')) return { rank: 1, standing: 'both, differs' }
  if (paired.length > 0) return { rank: 0, standing: 'both, alike' }
  const sides = SIDES.filter((side) => rows.some((row) => row[side].length > 0))
  const [side = 'us'] = sides
  // Each may have its own on a topic, and nothing of it opposite.
  return sides.length > 1
    ? { rank: 2, standing: 'each its own' }
    : { rank: side === 'us' ? 3 : 4, standing: `only ${who[side]}` }
}

/** Topic and matter; of what has no finer name than "Narcotics at large" the topic alone. */
const nameOf = (comparison: Comparison, { topic, matter }: Row): string =>
  matter.outside !== true && matter.label.endsWith(' at large')
    ? topicName(comparison, topic)
    : matterName(comparison, topic, matter)

/** Which matters both texts have, alike or not, and which one alone has; how the talks went is told elsewhere. */
export const mattersOf = (
  comparison: Comparison,
  who: Record<Side, string>
): { matters: BriefMatter[]; furtherMatters: number } => {
  const byName = new Map<string, Gathered>()
  const told = rowsOf(comparison)
    .filter(({ topic }) => topic !== NARRATION_TOPIC)
    .map((row) => ({ row, name: nameOf(comparison, row), topic: topicName(comparison, row.topic) }))
  /** Topics of which some lines have a finer name: "Relationship: only Beijing" would speak of these too. */
  const parted = new Set(told.filter(({ name, topic }) => name !== topic).map(({ topic }) => topic))
  for (const { row, name: own, topic } of told) {
    const name = own === topic && parted.has(topic) ? `${topic}: all else` : own
    const known = byName.get(name) ?? { name, rows: [], words: 0 }
    byName.set(name, known)
    known.rows.push(row)
    known.words += [...row.us, ...row.cn].reduce((sum, { words }) => sum + words, 0)
  }
  const places = ({ rows }: Gathered, side: Side): string =>
    [
      ...new Set(
        rows.flatMap((row) => row[side]).map((sentence) => placeOf(comparison.readouts[side], sentence))
      )
    ]
      .sort((a, b) => a - b)
      .join(', ')
  const all = [...byName.values()]
  const chosen = [...all].sort((a, b) => b.words - a.words).slice(0, MOST)
  return {
    matters: all
      .filter((matter) => chosen.includes(matter))
      .map((matter) => ({ matter, ...standingOf(matter, who) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ matter, standing }) => ({
        name: matter.name,
        standing,
        us: places(matter, 'us'),
        cn: places(matter, 'cn')
      })),
    furtherMatters: all.length - chosen.length
  }
}

/** What stands below the table. */
export const furtherLine = (further: number): string =>
  `${further} ${further === 1 ? 'matter' : 'matters'} of few words ${further === 1 ? 'has' : 'have'} no line here.`
