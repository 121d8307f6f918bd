import { expect, it } from 'vitest'
import { compare } from '../../../engine/compare.ts'
import { startWork } from '../../../engine/edit/work.ts'
import { readDraft } from '../../../engine/project/draft.ts'
import { writeProject } from '../../../engine/project/write.ts'
import { exportAs } from '../../../engine/report/export.ts'
import { smallProject } from './project/projects.ts'
import { comparisonOf, readout } from './readouts.ts'

/** What a work told; each step comes after the one before, and the last is the whole. */
const told = async (work: (tell: (done: number, total: number) => void) => unknown): Promise<number[]> => {
  const shares: number[] = []
  await work((done, total) => shares.push(done / total))
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  return shares
}

it('is told by everything that takes long', async () => {
  const [us, cn] = [readout('talks', 'us'), readout('talks', 'cn')]
  expect(await told((tell) => compare(us, cn, undefined, tell))).toHaveLength(4)
  const project = smallProject()
  const studies = [...project.studies, ...project.studies.map((study) => ({ ...study, id: `${study.id}-2` }))]
  expect(await told((tell) => writeProject({ ...project, studies }, tell))).toHaveLength(studies.length)
  expect(await told((tell) => readDraft(writeProject(project), null, tell))).toHaveLength(4)
  const work = startWork(comparisonOf(us, cn))
  const load = (): Promise<never> => Promise.reject(new Error('no typeface is wanted here'))
  expect(await told((tell) => exportAs('markdown', { work }, load, undefined, tell))).toHaveLength(2)
})
