import { describe, expect, it } from 'vitest'
import { readDraft, writeDraft } from '../../../../engine/project/draft.ts'
import { splitStudy, unknownOf } from '../../../../engine/project/parts.ts'
import type { Project } from '../../../../engine/project/project.ts'
import { writeProject } from '../../../../engine/project/write.ts'
import { projectOf, smallProject } from './projects.ts'

const APP = { app: '0.2.0', saved: '2026-03-01T09:00:00.000Z' }

/** Two comparisons, with members that this version does not know. */
const project = (): Project => {
  const [study] = smallProject().studies
  if (!study) throw new Error('the project has no study')
  const later = { ...study, later: { kept: true } }
  return Object.assign(projectOf(later, { ...later, id: 'second', name: 'The call' }), { later: [1] })
}

const inPieces = (whole: Project) => {
  const studies = whole.studies.map(splitStudy)
  const { open, codebook } = whole
  const outline = {
    studies: studies.map(({ changes }) => changes),
    open,
    codebook,
    more: unknownOf(whole)
  }
  const parts = Object.fromEntries(
    studies.map(({ content }) => [`of-${content.id}`, JSON.stringify(content)])
  )
  return { text: writeDraft(outline, APP, (id) => `of-${id}`), parts }
}

describe('a draft in pieces', () => {
  it('is the project it was made of, with what this version does not know', () => {
    const { text, parts } = inPieces(project())
    const read = readDraft(text, parts)
    if (!read.ok) throw new Error(read.message)
    expect(read.project).toEqual(project())
    expect([read.readOnly, read.lost]).toEqual([false, []])
    expect([...read.partOf]).toEqual([
      ['study-1', 'of-study-1'],
      ['second', 'of-second']
    ])
  })

  it.each([
    ['gone', undefined],
    ['cut short', '{"id":"sec'],
    ['no object', '3']
  ])('goes without a comparison whose piece is %s, and names it', (_what, content) => {
    const { text, parts } = inPieces(project())
    const read = readDraft(text, { ...parts, 'of-second': content ?? '' })
    if (!read.ok) throw new Error(read.message)
    expect(read.project.studies.map(({ id }) => id)).toEqual(['study-1'])
    expect([read.lost, [...read.partOf.keys()]]).toEqual([['The call'], ['study-1']])
  })

  it('may be the text of a project file', () => {
    expect(readDraft(writeProject(project()), null)).toMatchObject({ ok: true, readOnly: false, lost: [] })
  })

  it.each(['', 'null', '{"format":"parallax"}', '{"format":"parallax","open":null,"studies":[3]}'])(
    'that is none is refused: %s',
    (text) => {
      expect(readDraft(text, {})).toMatchObject({ ok: false, code: 'damaged' })
    }
  )
})
