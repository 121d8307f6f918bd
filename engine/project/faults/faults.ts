import { MOST_CODES } from '../../codebook/codebook.ts'
import { textOf } from '../../ingest/report.ts'
import { SIDES, type Comparison, type ReadoutText } from '../../model.ts'
import type { Project, Study } from '../project.ts'
import { faultsInComparison } from './comparison.ts'
import { faultsInQuotes, faultsInReadout } from './readout.ts'
import { outside, unlessKnown, unlessOnce, type Faults, type Named } from './values.ts'

/**
 * What the schema cannot say of a project: that it makes sense. Without this the screen could not show it, or would
 * show as words of a text what does not stand there.
 */

/** A researcher makes some thousand changes in a long work; each is made again when the file is opened. */
const MOST_CHANGES = 100_000
const MOST_COMPARISONS = 2_000

/** What a text says of where it was read from. */
function* faultsInText({ name, text, blocks, story }: ReadoutText): Faults {
  if (blocks && textOf(blocks) !== text) yield `The pieces of “${name}” do not make its text.`
  if (!story) return
  const sources = story.sources.map((span): Named<typeof span> => ['story of a text', span])
  yield* outside(sources, story.text)
  const { meetings = [], ofNone = [] } = story
  const statements = [...meetings.flatMap((meeting) => meeting.statements), ...ofNone]
  yield* outside(
    statements.map((span): Named<typeof span> => ['statement of a meeting', span]),
    story.text
  )
  const known = new Set(meetings.map(({ id }) => id))
  const named = [story, ...story.sources].flatMap(({ meeting }) => meeting ?? [])
  yield* unlessOnce([...meetings.map(({ id }) => id)], 'meeting')
  yield* unlessKnown(named, known, 'story of a text')
  if (sources.some(([, { at }]) => at > text.length)) yield 'The story of a text reaches beyond it.'
}

/** The meetings that a comparison names, and whose statements stand in its story. */
function* faultsInMeetings({ meetings, story, readouts }: Comparison): Faults {
  const all = meetings?.all ?? []
  const spans = [...all.map(({ statements }) => statements), ...(meetings ? [meetings.ofNone] : [])]
    .flatMap(({ us, cn }) => [...us, ...cn])
    .map((span): Named<typeof span> => ['statement of a meeting', span])
  yield* outside(spans, story ?? '')
  yield* unlessOnce(
    all.map(({ id }) => id),
    'meeting'
  )
  const named = SIDES.flatMap((side) => readouts[side].sentences.flatMap(({ meeting }) => meeting ?? []))
  const compared = meetings?.compared === undefined ? [] : [meetings.compared]
  yield* unlessKnown([...compared, ...named], new Set(all.map(({ id }) => id)), 'comparison')
}

function* faultsInStudy({ texts, comparison, edits }: Study): Faults {
  if (edits.entries.length + edits.undone.length > MOST_CHANGES)
    yield `It has more than the ${MOST_CHANGES} changes that can be made again.`
  const cut = { us: '', cn: '', inOtherLanguage: { us: '', cn: '' } }
  for (const side of SIDES) {
    const [readout, given] = [comparison.readouts[side], texts[side]]
    if (readout.side !== side) yield `The readout of the place “${side}” is of the other.`
    const text = readout.source ?? given.text
    if (text !== given.text) yield `The text of “${readout.name}” is not the one that was compared.`
    cut[side] = text
    yield* faultsInReadout(readout, text)
    yield* faultsInQuotes(readout, given.story?.text)
    yield* faultsInText(given)
    if (comparison.story !== undefined && comparison.story !== given.story?.text)
      yield `The story of “${readout.name}” is not the one that was compared.`
    const { inOtherLanguage: other } = readout
    if (!other) continue
    if (!given.inOtherLanguage) {
      yield `The text of “${other.name}” is missing.`
      return
    }
    cut.inOtherLanguage[side] = given.inOtherLanguage.text
    yield* faultsInReadout(other, given.inOtherLanguage.text)
  }
  yield* faultsInMeetings(comparison)
  yield* faultsInComparison(comparison, cut)
}

function* faultsInProject({ studies, codebook }: Project): Faults {
  for (const [what, { length }, most] of [
    ['comparisons', studies, MOST_COMPARISONS],
    ['codes', codebook, MOST_CODES]
  ] as const)
    if (length > most) yield `It has ${length} ${what}, more than the ${most} that can be shown.`
  yield* unlessOnce(
    studies.map(({ id }) => id),
    'comparison'
  )
  yield* unlessOnce(
    codebook.map(({ id }) => id),
    'code'
  )
  for (const [at, study] of studies.entries())
    for (const fault of faultsInStudy(study)) yield `In comparison ${at + 1}: ${fault}`
}

/** @returns in one sentence what is wrong; undefined where nothing is */
export const faultIn = (project: Project): string | undefined => {
  for (const fault of faultsInProject(project)) return fault
  return undefined
}
