import type { Code } from '../codebook/code.ts'
import type { Work } from '../edit/work.ts'
import { SIDES, type Comparison, type Side, type TopicShare } from '../model.ts'
import type { Source } from '../project/project.ts'
import { annotationsOf, type Annotation } from './annotations.ts'
import { briefOf, type Brief } from './brief.ts'
import { cite, type CitationStyle, type Run } from '../cite/cite.ts'
import { dateIn } from '../cite/dates.ts'
import { citedOf } from '../cite/cited.ts'
import { findingEntries, type FindingEntry } from './finding-entries.ts'
import { withoutDismissed } from './judged.ts'
import { countsOf, lexiconName } from './overview.ts'
import { pictureOf, type OverviewPicture } from './overview-picture.ts'
import { aloneEntries, rowEntries, type AloneEntry, type RowEntry } from './row-entries.ts'
import { storyNote } from './story-note.ts'
import { pairName } from '../wording/names.ts'

/**
 * A report as a value: all that any of its forms says, in the order in which it says it. Each writer (html.ts, docx.ts,
 * markdown.ts, csv.ts) is a function of this, so that a page, a Word file and a table never tell different things.
 */

/** What a reader may leave out. */
export const REPORT_PARTS = ['verdict', 'overview', 'findings', 'rows', 'alone', 'annotations'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

export interface ReportOptions {
  parts: readonly ReportPart[]
  paper: 'portrait' | 'landscape'
  /** How the two texts are cited at the head. */
  style: CitationStyle
}
/** What is handed on: two pages. */
export const BRIEF_REPORT: ReportOptions = {
  parts: ['verdict', 'annotations'],
  paper: 'portrait',
  style: 'chicago'
}
/** The same, with all findings, passages, rules and reasons behind it. */
export const WHOLE_REPORT: ReportOptions = { parts: REPORT_PARTS, paper: 'portrait', style: 'chicago' }

/** What a report is made of: the researcher's work, and what is known beside it. */
export interface Reported {
  work: Work
  /** As the researcher calls it. */
  name?: string | null
  sources?: Record<Side, Source>
  codebook?: readonly Code[]
}

/** A text at the head of the report. */
export interface SourceLine {
  party: string
  language: 'en' | 'zh'
  citation: readonly Run[]
  /** "1,204 words; call-cn.docx" */
  facts: string
}

export interface ReportDocument {
  options: ReportOptions
  title: string
  /** The meeting, as the researcher calls it or by its parties; files are named after it. */
  meeting: string
  subtitle: string | null
  parties: Record<Side, string>
  languages: Record<Side, 'en' | 'zh'>
  sources: Record<Side, SourceLine>
  /** Where a text is no official one, that it is not; null where both are. */
  caution: string | null
  brief: Brief
  /** How the sentences of each text stand to the other. */
  figures: string
  topics: readonly TopicShare[]
  picture: OverviewPicture
  findings: FindingEntry[]
  rows: RowEntry[]
  /** What one side alone reports, in the order of its text. */
  alone: Record<Side, AloneEntry[]>
  /** On the comparison as a whole. */
  whole: Annotation
  codebook: readonly Code[]
  provenance: string
}

/** How much of it is the researcher's, so that nobody takes it for the machine's alone. */
const handWork = ({ comparison, verified }: Work): string => {
  const { readouts, groups, findings } = comparison
  const counts = [
    [groups.filter(({ byHand }) => byHand !== undefined).length, 'passage', 'changed by hand'],
    [
      SIDES.flatMap((side) => readouts[side].sentences).filter(({ byHand }) => byHand !== undefined).length,
      'sentence',
      'changed by hand'
    ],
    [findings.filter(({ byHand }) => byHand !== undefined).length, 'finding', 'made or relabelled by hand'],
    [findings.filter(({ judged }) => judged === 'accepted').length, 'finding', 'accepted'],
    [findings.filter(({ judged }) => judged === 'dismissed').length, 'finding', 'dismissed and left out'],
    [verified.length, 'passage', 'verified']
  ] as const
  const said = counts
    .filter(([count]) => count > 0)
    .map(([count, what, how]) => `${count} ${what}${count === 1 ? '' : 's'} ${how}`)
  return said.length === 0 ? 'Nothing was changed by hand.' : `By hand: ${said.join(', ')}.`
}

const sourceLine = (reported: Reported, side: Side, style: CitationStyle): SourceLine => {
  const readout = reported.work.comparison.readouts[side]
  const source = reported.sources?.[side]
  return {
    party: readout.partyName,
    language: readout.language,
    citation: cite(citedOf(readout, source), style),
    facts: `${readout.words.toLocaleString('en-US')} words${readout.fromStory ? ', as a news story reports them' : ''}; ${readout.name}${readout.date === null ? '' : `; tells of ${dateIn('day-first', readout.date)}`}`
  }
}

/** "Blinken–Wang Yi, Beijing, 19 June 2023: how the two readouts differ"; a story's accounts are no readouts. */
const titleOf = ({ readouts }: Comparison, meeting: string): string => {
  const texts = SIDES.some((side) => readouts[side].fromStory) ? 'accounts' : 'readouts'
  return `${meeting}: how the two ${texts} differ`
}

/** The report on a work; findings that the researcher dismissed are not in it. */
export const reportOf = (reported: Reported, options: ReportOptions = WHOLE_REPORT): ReportDocument => {
  const { work, name, codebook = [] } = reported
  const comparison = withoutDismissed(work.comparison)
  const { readouts, engine, topics } = comparison
  const annotate = annotationsOf(work, codebook, options.parts.includes('annotations'))
  const caution = storyNote(comparison)
  const date = readouts.us.date ?? readouts.cn.date
  const meeting = name ?? pairName(readouts)
  return {
    options,
    title: titleOf(comparison, meeting),
    meeting,
    // A name that has the day says it already.
    subtitle: date !== null && name?.includes(date.slice(0, 4)) ? null : date,
    parties: { us: readouts.us.partyName, cn: readouts.cn.partyName },
    languages: { us: readouts.us.language, cn: readouts.cn.language },
    sources: { us: sourceLine(reported, 'us', options.style), cn: sourceLine(reported, 'cn', options.style) },
    caution,
    brief: briefOf(comparison, annotate),
    figures: SIDES.map((side) => `${readouts[side].partyName}, ${countsOf(comparison, side)}.`).join(' '),
    topics,
    picture: pictureOf(comparison),
    findings: findingEntries(comparison, annotate),
    rows: rowEntries(comparison, new Set(work.verified), annotate),
    alone: { us: aloneEntries(comparison, 'us', annotate), cn: aloneEntries(comparison, 'cn', annotate) },
    whole: annotate({ on: 'whole' }),
    codebook: options.parts.includes('annotations') ? codebook : [],
    provenance: `Made by Parallax, engine ${engine.version}, lexicon ${lexiconName(comparison)}. ${handWork(work)} Nothing here is a verdict about who is right.`
  }
}

/** Whether a part is wanted; the writers ask for each. */
export const has = ({ options }: ReportDocument, part: ReportPart): boolean => options.parts.includes(part)
