import { toCsv } from '../csv.ts'
import { SIDES } from '../model.ts'
import type { Annotation } from './annotations.ts'
import type { ReportDocument } from './document.ts'
import type { AloneEntry, MarkedSentence } from './row-entries.ts'

/** Tables for spreadsheets; csv.ts beside this folder sees to encoding, line ends, and cells that look like formulas. */

type Cell = string | number
type Line = Record<string, Cell>

const table = (columns: readonly string[], lines: readonly Line[]): string =>
  toCsv(
    columns,
    lines.map((line) => columns.map((column) => String(line[column] ?? '')))
  )

const annotated = ({ note, tags }: Annotation): Line => ({
  note: note ?? '',
  tags: tags.map(({ name }) => name).join('; ')
})

const FINDING_COLUMNS =
  'id,kind,topic,finding,signals,us_words,cn_words,us_sentences,cn_sentences,only,weight,rule,marks,note,tags,provenance'.split(
    ','
  )

/** The findings, a line each. */
export const findingsCsv = ({ findings, provenance }: ReportDocument): string =>
  table(
    FINDING_COLUMNS,
    findings.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      topic: entry.topic,
      finding: entry.say,
      signals: entry.signals ?? '',
      us_words: entry.words.us.join(' | '),
      cn_words: entry.words.cn.join(' | '),
      us_sentences: entry.sentences.us.join(' '),
      cn_sentences: entry.sentences.cn.join(' '),
      only: entry.only ?? '',
      weight: entry.weight,
      rule: entry.rule,
      marks: entry.marks.join('; '),
      ...annotated(entry),
      provenance
    }))
  )

const ROW_COLUMNS =
  'id,topic,matter,relation,confidence,us_party,us_sentences,us_speakers,us_answers,us_left,us_text,cn_party,cn_sentences,cn_speakers,cn_answers,cn_left,cn_text,differences,reasons,marks,note,tags,provenance'.split(
    ','
  )

const passageCells = (
  { parties }: ReportDocument,
  side: 'us' | 'cn',
  sentences: readonly MarkedSentence[]
): Line => ({
  [`${side}_party`]: parties[side],
  [`${side}_sentences`]: sentences.map(({ id }) => id).join(' '),
  [`${side}_speakers`]: [...new Set(sentences.map(({ speaker }) => speaker))].join('; '),
  [`${side}_answers`]: sentences.map(({ id, answer }) => `${id} ${answer}`).join('; '),
  [`${side}_left`]: sentences.flatMap(({ left }) => left).join(' | '),
  [`${side}_text`]: sentences.map(({ gap, text }) => (gap ? `[…] ${text}` : text)).join(' ')
})

const sentenceNotes = (sentences: readonly MarkedSentence[]): string =>
  sentences.flatMap(({ id, note }) => (note === null ? [] : [`${id}: ${note}`])).join('\n')

/** The aligned passages, then what one side alone reports, a line each: an empty side is an empty cell. */
export const rowsCsv = (report: ReportDocument): string => {
  const { rows, alone, provenance } = report
  const aligned = rows.map((entry): Line => {
    const notes = [entry.note ?? '', sentenceNotes([...entry.us, ...entry.cn])].filter((note) => note !== '')
    return {
      id: entry.id,
      topic: entry.topic,
      matter: entry.name,
      relation: entry.relation,
      confidence: entry.confidence === null ? '' : Math.round(entry.confidence * 100) / 100,
      ...passageCells(report, 'us', entry.us),
      ...passageCells(report, 'cn', entry.cn),
      differences: entry.differences.join('\n'),
      reasons: entry.reasons.join('; '),
      marks: entry.marks.join('; '),
      ...annotated(entry),
      note: notes.join('\n'),
      provenance
    }
  })
  const oneSided = SIDES.flatMap((side) =>
    alone[side].map((entry: AloneEntry): Line => ({
      id: entry.id,
      topic: entry.topic,
      matter: entry.name,
      relation: entry.answer,
      ...passageCells(report, 'us', side === 'us' ? [entry] : []),
      ...passageCells(report, 'cn', side === 'cn' ? [entry] : []),
      marks: entry.byHand ? 'changed by hand' : '',
      ...annotated(entry),
      provenance
    }))
  )
  return table(ROW_COLUMNS, [...aligned, ...oneSided])
}
