import * as v from 'valibot'
import { about, bilingual, identifier, source, weight, words } from './schema-atoms.ts'

/** What the data files must look like; a test holds every file against its schema. */

export const abbreviationsSchema = v.strictObject({
  about,
  beforeAName: words,
  beforeANumber: words,
  eitherWay: words,
  sentenceOpeners: words,
  titlesLikeOpeners: words
})

export const sentenceWordsSchema = v.strictObject({ about, en: words, zh: words })

export const radicalsSchema = v.strictObject({
  about,
  pairs: v.pipe(v.string(), v.regex(/^(?:[\u2e80-\u2eff].)+$/u))
})
/** Terms of Chinese readouts, simplified, each with a short English. */
export const chineseTermsSchema = v.strictObject({
  about,
  terms: v.record(
    v.pipe(v.string(), v.regex(/^\p{Script=Han}{2,12}$/u)),
    v.pipe(v.string(), v.regex(/^[\p{Script=Latin}\p{N}$][^\p{Script=Han}]{0,60}$/u))
  )
})

export const compoundsSchema = v.strictObject({ about, firstParts: words, closed: words, suffixes: words })
export const pagePartsSchema = v.strictObject({
  about,
  sections: words,
  sectionForms: words,
  containers: words,
  labels: words,
  platforms: words
})

export const partiesSchema = v.strictObject({
  about,
  parties: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      inText: v.string(),
      adjective: v.string(),
      names: words,
      adjectives: words,
      issuers: words,
      short: v.pipe(v.string(), v.length(1)),
      style: words
    })
  )
})

export const peopleSchema = v.strictObject({
  about,
  /** By party id: name, surname, then names in Chinese. */
  people: v.record(
    v.string(),
    v.array(
      v.tupleWithRest(
        [v.string(), v.string()],
        v.pipe(v.string(), v.regex(/^\p{Script=Han}[\p{Script=Han}·]*$/u))
      )
    )
  )
})

export const placesSchema = v.strictObject({ about, calls: bilingual, places: v.array(bilingual) })

export const officesSchema = v.strictObject({
  about,
  offices: v.array(
    v.strictObject({ en: words, zh: words, party: v.optional(v.string()), never: v.optional(words) })
  )
})

/** What a reporting verb does. */
export const ACTS = [
  'inform',
  'raise',
  'commit',
  'agree',
  'praise',
  'request',
  'demand',
  'criticise',
  'warn'
] as const
const verb = v.strictObject({
  lemma: v.pipe(v.string(), v.minLength(1)),
  forms: v.pipe(words, v.minLength(1)),
  act: v.picklist(ACTS),
  strength: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))
})
const verbs = v.array(verb)
export const reportingVerbsSchema = v.strictObject({ about, strengtheners: bilingual, en: verbs, zh: verbs })

const gender = v.strictObject({ words, objects: words })
export const attributionCuesSchema = v.strictObject({
  about,
  together: bilingual,
  pronouns: bilingual,
  plural: bilingual,
  meeting: bilingual,
  meetingNouns: bilingual,
  notBeforeASource: words,
  /** Nouns for several or for a body that speaks: behind a government's name or "both" they are whoever speaks. */
  collectives: v.strictObject({ en: words }),
  counterparts: v.strictObject({ en: words }),
  /** What a government has and says of itself: "China's *position* is consistent". */
  stances: v.strictObject({ en: words }),
  /** Verbs by whose object a sentence tells of the meeting itself: "*held* two rounds of consultations". */
  holding: v.strictObject({ en: words }),
  heldTalks: v.strictObject({ en: words }),
  /** Before whoever is the source of a sentence: "*In the view of* the Chinese side". */
  viewOf: v.strictObject({ en: words }),
  /** What stands before a person's name, with and without its stop. */
  honorifics: v.strictObject({ en: words }),
  /** Pronouns of a man and of a woman, as subject and as object. */
  genders: v.strictObject({ he: gender, she: gender }),
  /** What a question and an answer that are printed as such begin with, and an item of a list; as patterns. */
  exchanges: v.strictObject({ questions: words, answers: words }),
  enumerators: words,
  /** What the two have set up or settled together: "the *mechanism* will meet". */
  jointBodies: bilingual,
  surnamesZh: words,
  /** Characters before 方 that make no side of it: 双方, 对方, 官方. */
  notASide: words,
  /** Those of the collectives that stand for a whole country. */
  countries: v.strictObject({ en: words }),
  /** Whose names are spelt in pinyin. */
  pinyin: v.string(),
  /** What somebody does who was invited. */
  accepting: bilingual,
  firstPerson: v.strictObject({ zh: words }),
  /** Titles behind a Chinese surname: 习*主席*. */
  titlesZh: words,
  /** What an office goes on with and no name begins with: 外长*会*, 部长*级*. */
  beginsNoNameZh: words,
  /** Characters before which a name ends, or that are in none. */
  notInNamesZh: words,
  /** What may follow a Chinese name, where no space shows its end. */
  afterNameZh: words,
  /** Behind a word for a meeting: another noun that it only describes, or a time. */
  notMeetingBefore: v.strictObject({ zh: words }),
  /** Verbs whose object is whoever is spoken to, or asked to do something. */
  telling: bilingual,
  /** Words between whoever is asked to do something and what is asked. */
  obliging: bilingual,
  /** Words before whoever is spoken to. */
  towards: v.strictObject({ zh: words })
})

const label = v.strictObject({ en: v.string(), zh: v.string() })

const term = {
  id: identifier,
  topic: v.string(),
  weight,
  /** After whose texts tend to use them; either may have none. */
  wordings: v.strictObject({ us: bilingual, cn: bilingual }),
  signal: v.pipe(v.string(), v.minLength(1))
}

/** A reader's own topics, concepts, contested terms and reporting verbs, beside or instead of those that ship. */
export const ownLexiconSchema = v.strictObject({
  /** How the reader calls this list. */
  name: v.pipe(v.string(), v.minLength(1)),
  topics: v.optional(
    v.array(
      v.strictObject({
        id: identifier,
        label,
        description: v.optional(v.string(), ''),
        generic: v.optional(v.boolean(), false),
        disputed: v.optional(v.picklist([-1, 0, 1]), 0),
        parts: v.optional(v.array(v.strictObject({ id: identifier, label })), [])
      })
    )
  ),
  concepts: v.optional(
    v.array(
      v.strictObject({
        id: identifier,
        topic: identifier,
        sub: v.optional(identifier),
        weight: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
        frame: v.optional(v.boolean()),
        en: v.optional(words, []),
        zh: v.optional(words, []),
        never: v.optional(words)
      })
    )
  ),
  terms: v.optional(
    v.array(v.strictObject({ ...term, apart: v.optional(v.boolean()), source: v.optional(source) }))
  ),
  /** By language; a lemma that ships is replaced. */
  verbs: v.optional(v.strictObject({ en: v.optional(verbs), zh: v.optional(verbs) })),
  /** What does not count: ids of concepts, and of terms and verbs with their kind: "term:decoupling", "verb:urge". */
  off: v.optional(v.array(v.string()))
})
export type OwnLexicon = v.InferOutput<typeof ownLexiconSchema>

export const topicsSchema = v.strictObject({
  about,
  topics: v.array(
    v.strictObject({
      id: v.string(),
      label: v.strictObject({ en: v.string(), zh: v.string() }),
      description: v.string(),
      /** Whether sharing this topic alone says little: most of a readout is about it. */
      generic: v.boolean(),
      /** Whether governments mostly dispute it (1), mostly agree on it (-1), or either (0). */
      disputed: v.picklist([-1, 0, 1]),
      /** The topic of speech, or of narration, that names no matter. */
      standsFor: v.optional(v.picklist(['speech', 'narration'])),
      /** The second level. */
      parts: v.array(
        v.strictObject({
          id: v.string(),
          label: v.strictObject({ en: v.string(), zh: v.string() }),
          /** Whether readouts have it as a matter of course, so that it is no finding where one lacks it. */
          idle: v.optional(v.boolean())
        })
      )
    })
  )
})

const part = v.pipe(v.string(), v.regex(/^[a-z_]+\.[a-z0-9_]+$/u))
export const kinSchema = v.strictObject({ about, kin: v.array(v.strictTuple([part, part])) })

export const conceptsSchema = v.strictObject({
  about,
  concepts: v.array(
    v.strictObject({
      id: v.string(),
      topic: v.string(),
      /** Second-level topic. */
      sub: v.string(),
      /** 0 to 1: how surely a sentence with it is about its topic and answers another that has it. */
      weight: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      en: words,
      zh: words,
      /** May head a list of fields, which then is about it first. */
      frame: v.optional(v.boolean()),
      /** Matters that a text does not name may be folded into it: "other issues of common concern". */
      catchAll: v.optional(v.boolean()),
      /** Phrases around a term in which it means something else. */
      never: v.optional(words)
    })
  )
})

/** Rival wordings for one thing. */
export const termsSchema = v.strictObject({
  about,
  terms: v.array(v.strictObject({ ...term, apart: v.optional(v.literal(true)), source }))
})
