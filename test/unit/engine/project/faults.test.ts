import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStory } from '../../../../engine/attribution/story/story.ts'
import { NO_EDITS } from '../../../../engine/edit/operation.ts'
import type { Comparison } from '../../../../engine/model.ts'
import { faultIn } from '../../../../engine/project/faults/faults.ts'
import type { Project, Study } from '../../../../engine/project/project.ts'
import { unmark } from '../attribution/story/marked.ts'
import { comparisonOfStory, readout, storyOf } from '../readouts.ts'
import { projectOf, studyOf } from './projects.ts'

const STORIES = join(import.meta.dirname, '../../../fixtures/stories')

const TALKS = studyOf(
  readout('talks', 'us'),
  { ...readout('talks', 'cn'), inOtherLanguage: readout('talks', 'cn.zh') },
  'talks'
)
const talks = (): Study => structuredClone(TALKS)
/** What is wrong when a part of a comparison is another. */
const fault = (change: (comparison: Comparison, study: Study) => void): string => {
  const study = talks()
  change(study.comparison, study)
  return faultIn(projectOf(study)) ?? 'none'
}
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('the fixture has none')
  return one
}

describe('what the engine makes has no fault', () => {
  it.each(['talks', 'call', 'japan'])('of two readouts: %s', (pair) => {
    expect(faultIn(projectOf(studyOf(readout(pair, 'us'), readout(pair, 'cn'), pair)))).toBeUndefined()
  })
  it('with a text in its other language', () => {
    expect(fault(() => undefined)).toBe('none')
  })
  it.each(readdirSync(STORIES).filter((name) => name.endsWith('.marked.txt')))(
    'of a news story: %s',
    (name) => {
      const { text } = unmark(readFileSync(join(STORIES, name), 'utf8'))
      const [story, comparison] = [storyOf(text), comparisonOfStory(text)]
      // One that has nothing of a side is no comparison.
      if (!story.ok || !comparison) return
      const study = studyOf(story.texts.us, story.texts.cn, name, NO_EDITS, comparison)
      expect(faultIn(projectOf(study))).toBeUndefined()
    }
  )
})

describe('a project whose lists are too long to be shown is refused', () => {
  it.each<[string, (project: Project) => void, RegExp]>([
    [
      'codes',
      ({ codebook }) => {
        for (let at = 0; at < 10_000; at++) codebook.push({ ...first(codebook), id: `x${at}` })
      },
      /has 10001 codes, more than the 10000/u
    ],
    ['one code twice', ({ codebook }) => codebook.push(first(codebook)), /The code c1 is there twice/u],
    [
      'comparisons',
      ({ studies }) => {
        for (let at = 0; at < 5_000; at++) studies.push({ ...first(studies), id: `x${at}` })
      },
      /has 5001 comparisons, more than the 2000/u
    ],
    [
      'one comparison twice',
      ({ studies }) => studies.push(first(studies)),
      /The comparison talks is there twice/u
    ]
  ])('%s', (_what, change, says) => {
    const project = projectOf(talks())
    change(project)
    expect(faultIn(project)).toMatch(says)
  })
})

describe('a comparison that makes no sense is refused', () => {
  it.each<[string, (comparison: Comparison, study: Study) => void, RegExp]>([
    ['a topic twice', ({ topics }) => topics.push(first(topics)), /The topic \S+ is there twice/u],
    ['a group twice', ({ groups }) => groups.push(first(groups)), /The group g1 is there twice/u],
    ['a finding twice', ({ findings }) => findings.push(first(findings)), /The finding f1 is there twice/u],
    [
      'one id on both sides',
      ({ readouts }) => (first(readouts.cn.sentences).id = first(readouts.us.sentences).id),
      /The sentence u1 is there twice/u
    ],
    [
      'words that do not stand in the text',
      ({ readouts }) => (first(readouts.us.sentences).text = 'Taiwan is a part of China.'),
      /words of the sentence u1 are not those of the text/u
    ],
    [
      'a sentence inside another',
      ({ readouts: { us } }) => {
        const [one, two] = us.sentences
        if (one && two) Object.assign(two, { start: one.start + 1 })
      },
      /begins inside the one before it/u
    ],
    [
      'a sentence outside its paragraph',
      ({ readouts: { us } }) => (first(us.sentences).paragraph = us.paragraphs.length - 1),
      /u1 stands outside its paragraph/u
    ],
    [
      'paragraphs that overlap',
      ({ readouts: { us } }) => {
        const [one, two] = us.paragraphs
        if (one && two) two.start = one.start
      },
      /begins inside the one before it/u
    ],
    ['a sentence that is nowhere', ({ onlyUs }) => onlyUs.pop(), /is in no group and on no side alone/u],
    [
      'a sentence in a group and alone',
      ({ onlyUs, groups }) => onlyUs.push(first(first(groups).us)),
      /is in a group and on one side alone/u
    ],
    [
      'fifty thousand findings',
      ({ findings }) => {
        for (let at = 0; at < 50_000; at++) findings.push({ ...first(findings), id: `x${at}` })
      },
      /more than the 500 that can be shown/u
    ],
    [
      'more groups than sentences',
      ({ groups }) => {
        for (let at = 0; at < 1_000; at++) groups.push({ ...first(groups), id: `x${at}` })
      },
      /more groups than sentences/u
    ],
    [
      'a difference that is no finding',
      ({ groups }) => {
        const [difference] = groups.flatMap(({ framing }) => framing)
        if (difference) difference.finding = 'f99'
      },
      /names f99, which there is not/u
    ],
    [
      'words of a finding that are not in the text',
      ({ findings }) => {
        const finding = findings.find(({ words }) => words.us.length > 0)
        if (finding) finding.words.us[0] = 'never said'
      },
      /words of the finding \S+ are not those of the text/u
    ],
    [
      'terms that a finding does not quote',
      ({ findings }) => (first(findings).glosses = [{ words: '从未说过', english: 'never said' }]),
      /The term “从未说过” does not stand in what finding \S+ quotes/u
    ],
    [
      'more terms than are read',
      ({ findings }) => {
        const finding = first(findings)
        finding.glosses = Array.from({ length: 51 }, () => ({ words: '', english: 'nothing' }))
      },
      /more terms of finding \S+ than are read/u
    ],
    [
      'words of the other language that are not in its text',
      ({ readouts: { cn } }) => (first(cn.inOtherLanguage?.sentences ?? []).text = '从未说过'),
      /words of the sentence \S+ are not those of the text/u
    ],
    [
      'pieces that do not make their text',
      (_, { texts: { us } }) => {
        us.blocks = [{ text: 'Another text.', gap: '', kept: true }]
      },
      /pieces of “\S+” do not make its text/u
    ],
    [
      'a story that none of its texts was taken from',
      (comparison) => (comparison.story = 'Taiwan was never raised.'),
      /story of “\S+” is not the one that was compared/u
    ],
    [
      'two hundred thousand changes',
      (_, { edits }) => {
        const entry = { operation: { do: 'reset' as const }, at: '2026-03-01T09:00:00.000Z' }
        edits.entries = Array.from({ length: 200_000 }, () => entry)
      },
      /more than the 100000 changes/u
    ],
    [
      'fifty thousand sentences',
      ({ readouts: { us } }) => {
        us.sentences = Array.from({ length: 50_000 }, (_, at) => ({ ...first(us.sentences), id: `x${at}` }))
      },
      /has 50000 sentences, more than the 20000/u
    ],
    [
      'another text than was compared',
      ({ readouts: { us } }, { texts }) => (us.source = `${texts.us.text} And more.`),
      /is not the one that was compared/u
    ]
  ])('%s', (_what, change, says) => {
    expect(fault(change)).toMatch(says)
  })

  it('a quote that its story does not say, and a story that is too short for its statements', () => {
    const of = (change: (study: Study) => void): string => {
      const story = readStory({
        name: 'story',
        text: 'GENEVA — The State Department said the United States had raised Taiwan.\n\nThe Chinese foreign ministry said Taiwan was a red line.'
      })
      if (!story.ok) throw new Error(story.problem.message)
      const study = structuredClone(studyOf(story.texts.us, story.texts.cn, 'story'))
      change(study)
      return faultIn(projectOf(study)) ?? 'none'
    }
    expect(of(() => undefined)).toBe('none')
    expect(
      of(({ comparison: { readouts } }) => {
        const { quote } = first(readouts.us.sentences)
        if (quote) quote.words = 'never said'
      })
    ).toMatch(/quotes what its story does not say/u)
    expect(
      of(({ texts: { us } }) => {
        if (us.story) first(us.story.sources).end = 9_999
      })
    ).toMatch(/story of a text reaches beyond/u)
  })
})
