import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import abbreviations from '../../../../engine/lexicon/data/abbreviations.json' with { type: 'json' }
import chineseTerms from '../../../../engine/lexicon/data/chinese-terms.json' with { type: 'json' }
import cues from '../../../../engine/lexicon/data/attribution-cues.json' with { type: 'json' }
import claimCues from '../../../../engine/lexicon/data/claim-cues.json' with { type: 'json' }
import concepts from '../../../../engine/lexicon/data/concepts.json' with { type: 'json' }
import offices from '../../../../engine/lexicon/data/offices.json' with { type: 'json' }
import parties from '../../../../engine/lexicon/data/parties.json' with { type: 'json' }
import places from '../../../../engine/lexicon/data/places.json' with { type: 'json' }
import people from '../../../../engine/lexicon/data/people.json' with { type: 'json' }
import verbs from '../../../../engine/lexicon/data/reporting-verbs.json' with { type: 'json' }
import duties from '../../../../engine/lexicon/data/duties.json' with { type: 'json' }
import kin from '../../../../engine/lexicon/data/related-topics.json' with { type: 'json' }
import labels from '../../../../engine/lexicon/data/labels.json' with { type: 'json' }
import protocol from '../../../../engine/lexicon/data/protocol.json' with { type: 'json' }
import scales from '../../../../engine/lexicon/data/scales.json' with { type: 'json' }
import radicals from '../../../../engine/lexicon/data/radicals.json' with { type: 'json' }
import compounds from '../../../../engine/lexicon/data/compounds.json' with { type: 'json' }
import pageParts from '../../../../engine/lexicon/data/page-parts.json' with { type: 'json' }
import senses from '../../../../engine/lexicon/data/senses.json' with { type: 'json' }
import sentenceWords from '../../../../engine/lexicon/data/sentence-words.json' with { type: 'json' }
import stances from '../../../../engine/lexicon/data/stances.json' with { type: 'json' }
import storyMeetings from '../../../../engine/lexicon/data/story-meetings.json' with { type: 'json' }
import storyCues from '../../../../engine/lexicon/data/story-cues.json' with { type: 'json' }
import synonyms from '../../../../engine/lexicon/data/synonyms.json' with { type: 'json' }
import terms from '../../../../engine/lexicon/data/terms.json' with { type: 'json' }
import tones from '../../../../engine/lexicon/data/tones.json' with { type: 'json' }
import topicCues from '../../../../engine/lexicon/data/topic-cues.json' with { type: 'json' }
import topics from '../../../../engine/lexicon/data/topics.json' with { type: 'json' }
import * as schema from '../../../../engine/lexicon/schema.ts'
import * as framing from '../../../../engine/lexicon/schema-framing.ts'
import { sensesSchema, synonymsSchema, topicCuesSchema } from '../../../../engine/lexicon/schema-senses.ts'
import { claimCuesSchema, stancesSchema } from '../../../../engine/lexicon/schema-claims.ts'
import { storyCuesSchema, storyMeetingsSchema } from '../../../../engine/lexicon/schema-stories.ts'

describe('the data files', () => {
  it.each([
    ['abbreviations', schema.abbreviationsSchema, abbreviations],
    ['Chinese terms', schema.chineseTermsSchema, chineseTerms],
    ['attribution cues', schema.attributionCuesSchema, cues],
    ['claim cues', claimCuesSchema, claimCues],
    ['stances', stancesSchema, stances],
    ['concepts', schema.conceptsSchema, concepts],
    ['offices', schema.officesSchema, offices],
    ['parties', schema.partiesSchema, parties],
    ['people', schema.peopleSchema, people],
    ['places', schema.placesSchema, places],
    ['reporting verbs', schema.reportingVerbsSchema, verbs],
    ['duties', framing.dutiesSchema, duties],
    ['kin', schema.kinSchema, kin],
    ['labels', framing.labelsSchema, labels],
    ['protocol', framing.protocolSchema, protocol],
    ['scales', framing.scalesSchema, scales],
    ['radicals', schema.radicalsSchema, radicals],
    ['compounds', schema.compoundsSchema, compounds],
    ['page parts', schema.pagePartsSchema, pageParts],
    ['senses', sensesSchema, senses],
    ['sentence words', schema.sentenceWordsSchema, sentenceWords],
    ['story cues', storyCuesSchema, storyCues],
    ['story meetings', storyMeetingsSchema, storyMeetings],
    ['synonyms', synonymsSchema, synonyms],
    ['topic cues', topicCuesSchema, topicCues],
    ['terms', schema.termsSchema, terms],
    ['tones', framing.tonesSchema, tones],
    ['topics', schema.topicsSchema, topics]
  ] as const)('%s keep to their schema', (_name, rules, data) => {
    const checked = v.safeParse(rules, data)
    expect(
      checked.issues?.map(({ message, path }) => `${v.getDotPath({ path } as never) ?? ''}: ${message}`)
    ).toBeUndefined()
  })

  it('concepts belong to a topic, and every topic has some', () => {
    const known = new Set(topics.topics.map(({ id }) => id))
    expect(concepts.concepts.filter(({ topic }) => !known.has(topic))).toEqual([])
    for (const id of known)
      expect(
        concepts.concepts.some(({ topic }) => topic === id),
        id
      ).toBe(true)
  })

  it('contested terms are of a known topic, at least 150, in both languages where they have a wording', () => {
    const known = new Set(topics.topics.map(({ id }) => id))
    expect(terms.terms.filter(({ topic }) => !known.has(topic))).toEqual([])
    expect(terms.terms.length).toBeGreaterThanOrEqual(150)
    for (const { id, wordings } of terms.terms) {
      expect(wordings.us.en.length + wordings.cn.en.length, id).toBeGreaterThan(0)
      for (const { en, zh } of Object.values(wordings)) expect(en.length > 0, id).toBe(zh.length > 0)
    }
  })

  it('Chinese words of concepts and contested terms have their English', () => {
    const words = [
      ...concepts.concepts.flatMap(({ zh }) => zh),
      ...terms.terms.flatMap(({ wordings }) => Object.values(wordings).flatMap(({ zh }) => zh))
    ].filter((word) => /^\p{Script=Han}{2,12}$/u.test(word))
    expect(words.filter((word) => !(word in chineseTerms.terms))).toEqual([])
  })

  it('reporting verbs are at least 120 in English and 80 in Chinese', () => {
    expect(verbs.en.length).toBeGreaterThanOrEqual(120)
    expect(verbs.zh.length).toBeGreaterThanOrEqual(80)
  })

  it('ids stand once', () => {
    for (const ids of [topics.topics, concepts.concepts, parties.parties, terms.terms, labels.labels].map(
      (list) => list.map(({ id }) => id)
    ))
      expect(ids.length).toBe(new Set(ids).size)
  })

  it('people and offices are of known parties', () => {
    const known = new Set(parties.parties.map(({ id }) => id))
    for (const id of Object.keys(people.people)) expect(known).toContain(id)
    for (const office of offices.offices)
      for (const id of [
        ...('party' in office ? [office.party] : []),
        ...('never' in office ? office.never : [])
      ])
        expect(known).toContain(id)
  })

  it('the topics are those of the file format', () => {
    expect(topics.topics.map(({ id }) => id)).toEqual(
      'meeting relationship communication leaders taiwan trade technology sanctions human_rights maritime ukraine korea middle_east narcotics climate global people security next_steps'.split(
        ' '
      )
    )
  })
})
