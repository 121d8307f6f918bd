import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Operation } from '../../../../engine/edit/operation.ts'
import { canonicalJson } from '../../../../engine/project/canonical.ts'
import { checksumOf, membersOf } from '../../../../engine/project/checksum.ts'
import type { Project } from '../../../../engine/project/project.ts'
import { readProject, type ProjectRead } from '../../../../engine/project/read.ts'
import { writeProject } from '../../../../engine/project/write.ts'
import { readStory } from '../../../../engine/attribution/story/story.ts'
import { readout } from '../readouts.ts'
import { projectOf, smallProject, studyOf } from './projects.ts'

const AT = '2026-03-01T09:00:00.000Z'

const opened = (read: ProjectRead): Project => {
  if (!read.ok) throw new Error(read.message)
  return read.project
}

/** Thousands of readings of a file; a busy machine takes its time over them. */
const MANY_READINGS_MS = 600_000

/** A file with the content of a project changed and its checksum made anew: whole, and perhaps not of the right form. */
const whole = (change: (content: Record<string, unknown>) => void): string => {
  const content = JSON.parse(writeProject(smallProject())) as Record<string, unknown>
  change(content)
  return JSON.stringify({ format: content['format'], ...content, checksum: checksumOf(membersOf(content)) })
}

const OPERATIONS: Operation[] = [
  { do: 'link', us: ['u1'], cn: ['c1'], into: 'g1' },
  { do: 'unlink', group: 'g1', sentences: ['u1'] },
  { do: 'move', sentence: 'u1', from: 'g1', to: 'g2' },
  { do: 'split-group', group: 'g1', us: ['u1'], cn: ['c1'] },
  { do: 'merge-groups', groups: ['g1', 'g2'] },
  { do: 'split-sentence', sentence: 'u1', at: 12 },
  { do: 'merge-sentences', first: 'u1', second: 'u2' },
  { do: 'set-topic', target: { on: 'group', id: 'g1' }, topic: 'trade' },
  { do: 'set-speaker', sentence: 'u1', speaker: 'both' },
  { do: 'set-relation', group: 'g1', relation: 'differ' },
  { do: 'judge', finding: 'f1', judgement: null },
  { do: 'relabel', finding: 'f1', kind: 'tone' },
  {
    do: 'add-finding',
    kind: 'label',
    topic: 'trade',
    spans: { us: [{ start: 0, end: 3 }], cn: [] },
    say: 'x'
  },
  { do: 'note', target: { on: 'finding', id: 'f1' }, text: '' },
  { do: 'tag', target: { on: 'whole' }, tag: 'c1', on: true },
  { do: 'verify', group: 'g1', verified: true },
  { do: 'reset' }
]

describe('a project file', () => {
  it('comes back as it was written, whatever its comparisons are of', () => {
    const story = readStory(readoutOfStory())
    if (!story.ok) throw new Error(story.problem.message)
    const project = projectOf(
      studyOf(readout('talks', 'us'), readout('talks', 'cn'), 's1'),
      studyOf(
        { ...readout('talks', 'us') },
        { ...readout('talks', 'cn'), inOtherLanguage: readout('talks', 'cn.zh') },
        's2'
      ),
      studyOf(readout('japan', 'us'), readout('japan', 'cn'), 's3', {
        entries: OPERATIONS.map((operation) => ({ operation, at: AT })),
        undone: [{ operation: { do: 'reset' }, at: AT }]
      }),
      studyOf(story.texts.us, story.texts.cn, 's4')
    )
    const read = readProject(writeProject(project))
    expect(read).toEqual({ ok: true, project, migratedFrom: null, readOnly: false, reason: null })
  })

  it('is the same text for the same project, in whatever order its members were made', () => {
    const project = smallProject()
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, member]) => [name, reversed(member)])
            )
          : value
    expect(writeProject(reversed(project) as Project)).toBe(writeProject(project))
  })

  it('says what it is, of which version and which app, in its first lines', () => {
    expect(writeProject(smallProject()).split('\n').slice(0, 6)).toEqual([
      '{',
      '"format":"parallax",',
      '"version":1,',
      '"app":"0.2.0",',
      `"saved":"${AT}",`,
      expect.stringMatching(/^"checksum":"[0-9a-f]{64}",$/u)
    ])
  })

  it('may be laid out anew by another program, and keeps members that this version does not know', () => {
    const text = JSON.stringify(
      JSON.parse(whole((content) => Object.assign(content, { later: { kept: [1] } }))),
      null,
      4
    )
    const read = readProject(`\uFEFF${text}\n`)
    expect(read).toMatchObject({ ok: true, readOnly: false, project: { later: { kept: [1] } } })
    expect(readProject(writeProject(opened(read)))).toEqual(read)
  })

  it('keeps half a character that a text ends in', () => {
    const [study] = smallProject().studies
    if (!study) throw new Error('no study')
    const project = projectOf({ ...study, name: 'cut \ud83d' })
    expect(opened(readProject(writeProject(project)))).toEqual(project)
  })
})

const readoutOfStory = () => ({
  name: 'story',
  text: 'GENEVA — The State Department said the United States had raised Taiwan.\n\nThe Chinese foreign ministry said Taiwan was a red line. It added that talks would go on.'
})

describe('canonical JSON', () => {
  it('is one text for equal values, and parses to the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      })
    )
  })

  it('orders members by code units, as RFC 8785 shows', () => {
    expect(
      canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 })
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })
})

describe('a damaged file', () => {
  const project = smallProject()
  const bytes = new TextEncoder().encode(writeProject(project))
  const read = (some: Uint8Array): ProjectRead => readProject(new TextDecoder().decode(some))

  it(
    'cut short at any byte is refused as damaged; only the last line end may be missing',
    () => {
      for (let length = 0; length < bytes.length - 1; length++) {
        const result = read(bytes.subarray(0, length))
        expect(result.ok ? `opened at ${length}` : result.code).toBe('damaged')
      }
      expect(opened(read(bytes.subarray(0, bytes.length - 1)))).toEqual(project)
    },
    MANY_READINGS_MS
  )

  it(
    'with any one byte changed is refused, or opens only to be looked at, or holds what it held',
    () => {
      let looked = 0
      for (let at = 0; at < bytes.length; at++) {
        const changed = Uint8Array.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 1
        const result = read(changed)
        if (!result.ok) continue
        if (result.readOnly) looked++
        else expect(result.project).toEqual(project)
      }
      expect(looked).toBeGreaterThan(100)
    },
    MANY_READINGS_MS
  )

  it('says that it ends in the middle, is empty, or is something else', () => {
    const message = (text: string): string => {
      const result = readProject(text)
      return result.ok ? 'opened' : `${result.code}: ${result.message}`
    }
    const text = writeProject(project)
    const end = text.trimEnd().length
    // Not only after a comma or in a word: behind a bracket that closes, too.
    for (let cut = 300; cut < end; cut += cut < 4000 ? 1 : 997)
      expect(message(text.slice(0, cut)), `cut at ${cut}`).toMatch(/^damaged: .*ends in the middle/u)
    expect(message(text.replace('"studies":', '"studies";'))).toMatch(/^damaged: .*no longer JSON/u)
    expect(message('')).toMatch(/^damaged: .*empty/u)
    expect(message('\0'.repeat(500))).toMatch(/^not-a-project/u)
    expect(message('The Secretary met his counterpart.')).toMatch(/^not-a-project/u)
    expect(message('{"format":"other"}')).toMatch(/^not-a-project/u)
    expect(message('[1]')).toMatch(/^not-a-project/u)
  })

  it('changed by hand opens only to be looked at, and says why', () => {
    const result = readProject(writeProject(project).replace('Short', 'Other'))
    expect(result).toMatchObject({
      ok: true,
      readOnly: true,
      reason: expect.stringMatching(/not as Parallax wrote it/u) as string
    })
    expect(opened(result).studies[0]?.edits.entries[0]?.operation).toMatchObject({ text: 'Other — “see” 注' })
  })

  it('nested a hundred thousand deep is refused, and does not bring the app down', () => {
    const deep = `{"format":"parallax","version":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(readProject(deep).ok).toBe(false)
  })
})

describe('a whole file that does not hold a project', () => {
  /** Where in the content, and what is put there. */
  const at = (path: string, value: unknown) => (content: Record<string, unknown>) => {
    const names = path.split('.')
    const last = names.pop() ?? ''
    let place: unknown = content
    for (const name of names) place = (place as Record<string, unknown>)[name]
    ;(place as Record<string, unknown>)[last] = value
  }
  const study = 'studies.0'
  const us = `${study}.comparison.readouts.us`

  it.each([
    ['no studies', at('studies', undefined), /studies/u],
    ['a study without its text', at(`${study}.texts.us`, undefined), /studies › 1 › texts › us/u],
    ['a sentence without words', at(`${us}.sentences.0.text`, 3), /sentences › 1 › text/u],
    ['a sentence beyond its text', at(`${us}.sentences.0.end`, 9999), /sentence u1 reaches beyond/u],
    ['a sentence that ends before it starts', at(`${us}.sentences.0.start`, 40), /reaches beyond/u],
    ['half an offset', at(`${us}.sentences.0.start`, 0.5), /start/u],
    ['a sentence of no paragraph', at(`${us}.sentences.0.paragraph`, 7), /paragraph/u],
    ['a sentence twice', at(`${us}.sentences.1.id`, 'u1'), /u1 is there twice/u],
    ['the sides exchanged', at(`${us}.side`, 'cn'), /place “us”/u],
    ['a third side', at(`${us}.side`, 'jp'), /side/u],
    [
      'an unknown sentence on one side alone',
      at(`${study}.comparison.onlyUs`, ['u9']),
      /u9, which there is not/u
    ],
    ['a sentence of the other side', at(`${study}.comparison.onlyUs`, ['c1']), /c1, which there is not/u],
    [
      'an edit that there is not',
      at(`${study}.edits.entries.0.operation`, { do: 'translate' }),
      /edits › entries › 1/u
    ],
    ['an edit without its object', at(`${study}.edits.entries.0.operation`, { do: 'verify' }), /group/u],
    ['an edit at no time', at(`${study}.edits.entries.0.at`, 'yesterday'), /date and time/u],
    ['a colour that is none', at('codebook.0.colour', 'red; x'), /colour/u],
    ['a hash that is none', at(`${study}.sources.us.sha256`, 'abc'), /sha256/u],
    ['no version', at('version', '1'), /version/u]
  ])('%s: refused, with its place', (_name, change, says) => {
    const read = readProject(whole(change))
    expect(read).toMatchObject({ ok: false, code: 'malformed' })
    expect(read.ok ? '' : read.message).toMatch(says)
  })

  it('is refused where a study or a code is there twice', () => {
    const project = smallProject()
    const [study] = project.studies
    const [code] = project.codebook
    if (!study || !code) throw new Error('an empty project')
    const twice = (changed: Project): string => {
      const read = readProject(writeProject(changed))
      return read.ok ? 'opened' : read.message
    }
    expect(twice({ ...project, studies: [study, study] })).toMatch(/comparison study-1 is there twice/u)
    expect(twice({ ...project, codebook: [code, code] })).toMatch(/code c1 is there twice/u)
  })
})

describe('files of other versions', () => {
  it('a newer one is refused with the version that wrote it', () => {
    const read = readProject(whole((content) => Object.assign(content, { version: 2, app: '3.1.0' })))
    expect(read).toMatchObject({
      ok: false,
      code: 'newer',
      message: expect.stringMatching(/3\.1\.0/u) as string
    })
  })

  it('a newer one is refused as such even where nothing else of it is known', () => {
    expect(readProject('{"format":"parallax","version":7,"pages":[]}')).toMatchObject({
      ok: false,
      code: 'newer'
    })
  })

  it('an older one is brought up step by step', () => {
    const steps = new Map([
      [
        -1,
        (): never => {
          throw new Error('a step too many')
        }
      ],
      [0, ({ pairs, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, studies: pairs })]
    ])
    const old = whole((content) => {
      content['pairs'] = content['studies']
      content['version'] = 0
      delete content['studies']
    })
    const read = readProject(old, { version: 1, steps })
    expect(read).toMatchObject({ ok: true, migratedFrom: 0, readOnly: false })
    expect(opened(read)).toEqual(smallProject())
  })

  it('an older one to which no step leads is refused', () => {
    expect(readProject(whole((content) => Object.assign(content, { version: 0 })))).toMatchObject({
      ok: false,
      code: 'malformed'
    })
  })
})
