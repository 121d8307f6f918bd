import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Operation } from '../../../../engine/edit/operation.ts'
import { replay, workOf } from '../../../../engine/edit/history.ts'
import { topics } from '../../../../engine/lexicon/topics.ts'
import { SIDES } from '../../../../engine/model.ts'
import { CHECKSUM, checksumOf, membersOf } from '../../../../engine/project/checksum.ts'
import type { Project, Study } from '../../../../engine/project/project.ts'
import { readProject } from '../../../../engine/project/read.ts'
import { writeProject } from '../../../../engine/project/write.ts'
import { readStory } from '../../../../engine/attribution/story/story.ts'
import { exportAs } from '../../../../engine/report/export.ts'
import { indexComparison } from '../../../../renderer/state/index.ts'
import { rowsOf, sortRows } from '../../../../renderer/state/rows.ts'
import { layeredPieces, layersOf, TEXT_MARKS } from '../../../../renderer/lib/layers.ts'
import { text } from '../readouts.ts'
import { projectOf, studyOf } from './projects.ts'

/** Mutated files with a right checksum, of all projects below together; PROJECT_FILES asks for more, or for others. */
const FILES = Number(process.env['PROJECT_FILES'] ?? 450)
const SEED = Number(process.env['PROJECT_SEED'] ?? 1907)
const MS_A_FILE = 1_000
const AT = '2026-03-01T09:00:00.000Z'

const US =
  'The Secretary raised Taiwan and urged restraint. He met Shen Rui in June. Trade was discussed at length.'
const CN =
  'Shen Rui said Taiwan is a red line.\n\nHe urged the United States to act with restraint. Trade was discussed.'

const OPERATIONS: Operation[] = [
  { do: 'set-speaker', sentence: 'u1', speaker: 'both' },
  { do: 'note', target: { on: 'sentence', id: 'u2' }, text: 'see 注' },
  { do: 'split-sentence', sentence: 'u3', at: US.indexOf('at length') },
  { do: 'unlink', group: 'g1', sentences: ['u1'] },
  { do: 'link', us: ['u1'], cn: ['c1'] },
  {
    do: 'add-finding',
    kind: 'tone',
    topic: 'taiwan',
    spans: { us: [{ start: 4, end: 13 }], cn: [] },
    say: 'of mine'
  },
  { do: 'tag', target: { on: 'whole' }, tag: 'c1', on: true },
  { do: 'judge', finding: 'f1', judgement: 'dismissed' }
]

const storyStudy = (): Study => {
  const story = readStory({
    name: 'story',
    text: 'GENEVA — The State Department said the United States had raised Taiwan.\n\nThe Chinese foreign ministry said Taiwan was a red line. It added that talks would go on.'
  })
  if (!story.ok) throw new Error(story.problem.message)
  return studyOf(story.texts.us, story.texts.cn, 'of-a-story')
}

const PROJECTS: Record<string, () => Project> = {
  'with edits': () =>
    projectOf(
      studyOf(text(US), text(CN), 'edited', {
        entries: OPERATIONS.map((operation) => ({ operation, at: AT })),
        undone: []
      })
    ),
  'with a text in its other language': () =>
    projectOf(
      studyOf(
        text(US),
        {
          ...text(CN),
          inOtherLanguage: { name: 'zh', text: '沈锐表示，台湾问题是红线。他敦促美方保持克制。' }
        },
        'two-languages'
      )
    ),
  'of a news story': () => projectOf(storyStudy())
}

type Json = Record<string, unknown>
interface Place {
  holder: unknown[] | Json
  name: string
}

/** All places in a value where something stands. */
const placesIn = (value: unknown): Place[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([name, member]) => [
        { holder: value as Json, name },
        ...placesIn(member)
      ])
    : []

const get = ({ holder, name }: Place): unknown => (holder as Json)[name] ?? null
const set = ({ holder, name }: Place, value: unknown): void => {
  ;(holder as Json)[name] = value
}

/** How a file may go wrong: by a slip, a merge of two versions, or on purpose. */
const CHANGES: ((place: Place, other: Place, number: number) => void)[] = [
  ({ holder, name }) => {
    if (Array.isArray(holder)) holder.splice(Number(name), 1)
    else Reflect.deleteProperty(holder, name)
  },
  // Twice, a thousand times, or in another order.
  ({ holder, name }) => {
    if (Array.isArray(holder)) holder.splice(Number(name), 0, structuredClone(holder[Number(name)] ?? null))
  },
  ({ holder, name }, _other, number) => {
    if (Array.isArray(holder))
      holder.push(
        ...Array.from({ length: number % 1_000 }, () => structuredClone(holder[Number(name)] ?? null))
      )
  },
  ({ holder }) => {
    if (Array.isArray(holder)) holder.reverse()
  },
  // What stands elsewhere under the same name, or anywhere.
  (place, other) => {
    set(place, structuredClone(get(other)))
  },
  (place, other) => {
    const [one, two] = [get(place), get(other)]
    if (typeof one === typeof two) {
      set(place, two)
      set(other, one)
    }
  },
  (place, _other, number) => {
    const value = get(place)
    if (typeof value === 'number') set(place, value + number)
    else if (typeof value === 'string') set(place, `${value.slice(0, number)}x`)
  },
  (place, _other, number) => {
    if (typeof get(place) === 'number') set(place, [0, -1, 0.5, 1e9, 1e308][number % 5] ?? 0)
  }
]

/** All that a window makes of a study before it draws; it throws where it could not. */
const show = async ({ texts, comparison, edits, sources }: Study, whole: Project): Promise<void> => {
  const ground = { base: comparison, texts: { us: texts.us.text, cn: texts.cn.text }, topics }
  const work = workOf(replay(ground, edits).history)
  const indexed = indexComparison(work.comparison)
  const rows = sortRows(rowsOf(work.comparison), 'us')
  // What the lists of the screen are told apart by; one that is there twice ends the drawing.
  const { readouts, findings, groups } = work.comparison
  const keys = [
    rows.map(({ key }) => key),
    [...readouts.us.sentences, ...readouts.cn.sentences].map(({ id }) => id),
    findings.map(({ id }) => id),
    groups.map(({ id }) => id),
    work.comparison.topics.map(({ topic }) => topic),
    ...SIDES.map((side) => readouts[side].paragraphs.map(({ start }) => String(start)))
  ]
  for (const list of keys) expect(new Set(list).size).toBe(list.length)
  expect(findings.length).toBeLessThanOrEqual(1_000)
  for (const side of SIDES) {
    const layers = layersOf(work.comparison, side, TEXT_MARKS, null)
    for (const sentence of readouts[side].sentences) {
      expect(indexed.sideOf.get(sentence.id)).toBe(side)
      expect(sentence.text).toBe(texts[side].text.slice(sentence.start, sentence.end))
      const pieces = layeredPieces(sentence, layers)
      expect(pieces.map((piece) => piece.text).join('')).toBe(sentence.text)
      expect(new Set(pieces.map(({ start }) => start)).size).toBe(pieces.length)
    }
  }
  const reported = { work, name: null, sources, codebook: whole.codebook }
  const noFont = (): Promise<never> => Promise.reject(new Error('no typeface is asked for here'))
  for (const format of ['markdown', 'rows'] as const) await exportAs(format, reported, noFont)
}

describe('a file with a right checksum that does not make sense', () => {
  it.each(Object.keys(PROJECTS))(
    'is refused with its reason, or can be shown and saved: %s',
    async (name) => {
      const original = JSON.parse(writeProject((PROJECTS[name] ?? (() => projectOf()))())) as Record<
        string,
        Json
      >
      const files = Math.ceil(FILES / Object.keys(PROJECTS).length)
      const tally = { refused: 0, opened: 0 }
      const changes = fc.array(
        fc.record({
          which: fc.nat(),
          where: fc.nat(),
          other: fc.nat(),
          isAlike: fc.boolean(),
          number: fc.integer({ min: -3, max: 2_000 })
        }),
        { minLength: 1, maxLength: 3 }
      )
      await fc.assert(
        fc.asyncProperty(changes, async (asked) => {
          const content = structuredClone(original)
          Reflect.deleteProperty(content, CHECKSUM)
          for (const { which, where, other, isAlike, number } of asked) {
            const places = placesIn(content)
            const place = places[where % places.length]
            const alike = isAlike ? places.filter(({ name: its }) => its === place?.name) : places
            const second = alike[other % alike.length]
            if (place && second) CHANGES[which % CHANGES.length]?.(place, second, number)
          }
          const read = readProject(JSON.stringify({ ...content, checksum: checksumOf(membersOf(content)) }))
          if (!read.ok) {
            tally.refused++
            expect(read.message).toMatch(/\.$/u)
            return
          }
          tally.opened++
          expect(read.readOnly).toBe(false)
          for (const study of read.project.studies) await show(study, read.project)
          expect(readProject(writeProject(read.project)).ok).toBe(true)
        }),
        { numRuns: files, seed: SEED }
      )
      // Both happen, or the mutations would prove nothing.
      expect(Math.min(tally.refused, tally.opened)).toBeGreaterThan(files / 20)
    },
    FILES * MS_A_FILE
  )
})
