import { SIDES } from '../../model.ts'
import type { Project, Study } from '../project.ts'
import { faultsInComparison } from './comparison.ts'
import { faultsInQuotes, faultsInReadout } from './readout.ts'
import { outside, unlessOnce, type Faults, type Named } from './values.ts'

/**
 * What the schema cannot say of a project: that it makes sense. Without this the screen could not show it, or would
 * show as words of a text what does not stand there.
 */

function* faultsInStudy({ texts, comparison }: Study): Faults {
  const cut = { us: '', cn: '', inOtherLanguage: { us: '', cn: '' } }
  for (const side of SIDES) {
    const [readout, given] = [comparison.readouts[side], texts[side]]
    if (readout.side !== side) yield `The readout of the place “${side}” is of the other.`
    const text = readout.source ?? given.text
    if (text !== given.text) yield `The text of “${readout.name}” is not the one that was compared.`
    cut[side] = text
    yield* faultsInReadout(readout, text)
    yield* faultsInQuotes(readout, given.story?.text)
    if (given.story) {
      const sources = given.story.sources.map((span): Named<typeof span> => ['story of a text', span])
      yield* outside(sources, given.story.text)
      if (sources.some(([, { at }]) => at > text.length)) yield 'The story of a text reaches beyond it.'
    }
    const { inOtherLanguage: other } = readout
    if (!other) continue
    if (!given.inOtherLanguage) {
      yield `The text of “${other.name}” is missing.`
      return
    }
    cut.inOtherLanguage[side] = given.inOtherLanguage.text
    yield* faultsInReadout(other, given.inOtherLanguage.text)
  }
  yield* faultsInComparison(comparison, cut)
}

function* faultsInProject({ studies, codebook }: Project): Faults {
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
