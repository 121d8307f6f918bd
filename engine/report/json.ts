import { answersOf } from '../matters/answers.ts'
import { withoutDismissed } from './judged.ts'
import { has, type ReportDocument, type Reported } from './document.ts'

/**
 * All there is, for programs: the comparison in its own form (model.ts), with the researcher's changes in it, and what
 * they added beside it. Dismissed findings are in it, marked so: a program may want to count them.
 */
export const reportJson = ({ work, sources, codebook, name }: Reported, report: ReportDocument): string => {
  const annotations = has(report, 'annotations')
    ? { notes: work.notes, tags: work.tags, verified: work.verified, codebook: codebook ?? [] }
    : { verified: work.verified }
  return `${JSON.stringify(
    {
      ...work.comparison,
      name: name ?? null,
      sources: sources ?? null,
      annotations,
      // How each sentence stands to the other readout, for those who count: it follows from the rest.
      answers: Object.fromEntries(answersOf(withoutDismissed(work.comparison)).of),
      provenance: report.provenance
    },
    null,
    2
  )}\n`
}
