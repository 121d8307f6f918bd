import * as v from 'valibot'

/** What the data files must look like; a test holds every file against its schema. */

const words = v.array(v.pipe(v.string(), v.minLength(1)))
const bilingual = v.strictObject({ en: words, zh: words })
const about = v.string()

export const abbreviationsSchema = v.strictObject({
  about,
  beforeAName: words,
  beforeANumber: words,
  eitherWay: words,
  sentenceOpeners: words
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

export const placesSchema = v.strictObject({ about, places: v.array(bilingual) })

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

export const attributionCuesSchema = v.strictObject({
  about,
  together: bilingual,
  pronouns: bilingual,
  plural: bilingual,
  meeting: bilingual,
  meetingNouns: bilingual,
  notBeforeASource: words,
  /** Verbs whose object is whoever is spoken to, or asked to do something. */
  telling: bilingual,
  /** Words between whoever is asked to do something and what is asked. */
  obliging: bilingual,
  /** Words before whoever is spoken to. */
  towards: v.strictObject({ zh: words })
})

const sides = v.strictObject({ us: words, cn: words })
export const storyCuesSchema = v.strictObject({
  about,
  /** Who speaks for neither side, what only contains such a word, and what tells that an office is a past one. */
  outsiders: words,
  notOutsiders: words,
  former: words,
  /** After "who": what somebody did once for a government, who now speaks for none. */
  served: words,
  /** Anywhere in what explains a name: an office of the past; and behind “who”. */
  until: words,
  been: words,
  /** Other countries; what after their name makes it a matter ("the Taiwan question"). */
  elsewhere: v.strictObject({ en: words, zh: words, matters: words }),
  outlets: words,
  /** Those of them that are texts, one of each side: "the readout also said". */
  documents: words,
  accordingTo: words,
  /** After “according to …”: how the talks went, and not what was said. */
  leadIns: words,
  /** Whoever only reports what others have said: “according to local media”. */
  press: words,
  /** What a source's name stands before: "in Beijing's *telling*". */
  telling: words,
  /** Who is spoken to, and speaks for nobody: "The reporters were leaving when Mr. Rowan waved them back." */
  audience: words,
  quoting: words,
  connectors: words,
  /** Whoever speaks for a side, by role; roles that one side has, and those that newspapers leave to the United States. */
  spokespeople: words,
  roles: words,
  rolesOf: sides,
  rolesOfTheUs: words,
  sides,
  heads: words,
  /** By which of its words a body is taken up: “the central bank”, “the command”. */
  bodyKinds: words,
  /** By which somebody is taken up whose country was named with it: “the ambassador”. */
  posts: words,
  /** Before a body: who leads it speaks for it. */
  leads: words,
  pronouns: words,
  heOrShe: words,
  /** Several; and who stands before it where the two sides together are meant. */
  they: words,
  both: words,
  him: words,
  /** Before a role that belongs to whoever was named: "his adviser". */
  possessives: words,
  /** What a side speaks through: its own statement only where it reports an official's. */
  stateMedia: words,
  /** Those of them that are the party's own voice whatever they say; what is not; and how they are taken up again. */
  stateOrgans: words,
  tabloid: words,
  organWords: words,
  /** Officials without a name, and how one of several is taken up again. */
  officials: words,
  /** What may stand before an official without a name and gives no other employer; and what after it does. */
  beforeAnOfficial: words,
  there: words,
  /** Before the name of a place, and not of somebody. */
  placing: words,
  /** Behind an official who may be anybody’s: “familiar with the matter”. */
  familiar: words,
  /** Of neither side alone; and of none. */
  together: words,
  neither: words,
  /** Whoever has the same post on the other side: “his counterpart”. */
  counterparts: words,
  /** Before “of the American officials”. */
  some: words,
  /** Between a name and the body that somebody works for. */
  employed: words,
  /** Bodies by a common word, which are of whoever stands before it. */
  genericBodies: words,
  /** Before a verb that somebody then did use: “went on to warn”. */
  goingOn: words,
  /** "Used a speech in Oslo to appeal": what somebody speaks at, and the verb before it. */
  occasions: v.strictObject({ used: words, nouns: words }),
  /** How somebody spoke who is not named, and not what he said. */
  anonymity: words,
  oneOfficial: words,
  oneOfThem: words,
  /** The same where nothing else is in the subject: "One, who asked not to be named, said". */
  oneAlone: words,
  /** "A *second* defense official"; and several who may be "they". */
  ordinals: words,
  plurals: words,
  /** Heads whose government stands behind "to": "an aide to the president". */
  attached: words,
  /** Offices that are the United States' where no country stands before them. */
  presidents: words,
  /** What opens a part that says what somebody did at the time: "*with* Biden saying". */
  with: words,
  /** How names are introduced and what is no part of one. */
  titles: words,
  titleWords: words,
  honorifics: words,
  /** Which of them a pronoun later in the sentence may take up. */
  /** The forms of each pronoun: in which sentences a name has it. */
  gendered: v.strictObject({ he: words, she: words }),
  titlesOf: v.strictObject({ he: words, she: words }),
  /** Military ranks before a name, shortened with a stop or not. */
  ranks: words,
  notInNames: words,
  days: words,
  times: words,
  /** Words that a subject is read by. */
  articles: words,
  /** Before a noun: "the warning" reports nothing. */
  determiners: words,
  /** Before another verb of the same subject: "declined, but said". */
  but: words,
  prepositions: words,
  belonging: words,
  /** What somebody deals with, before or behind a country's name: "*North* American *affairs*", "director *for* China". */
  regions: words,
  fields: words,
  dealing: words,
  relatives: words,
  /** Right before quotation marks that only hold a name or a title. */
  titled: words,
  /** A text that is of neither alone: "released by both governments". */
  byBoth: words,
  who: words,
  /** Behind "the official said" in the middle of another’s sentence. */
  afterATag: words,
  openers: words,
  setIn: words,
  /** Names that end as a participle does, and set nothing in: "Beijing". */
  notSetIn: words,
  afterAParty: words,
  subordinators: words,
  /** What is background and no statement of the day. */
  background: words,
  beforeBackground: words,
  /** Right before a verb: at some time in the past. */
  longAgo: words,
  /** Verbs that tell of the day's statement even so: "has said", "had warned". */
  perfect: v.strictObject({ has: words, have: words, had: words }),
  /** Which of them do with how often as well: "has always denied". */
  standing: words,
  /** What was done in answer, and not said: "responded by cutting the hotline". */
  doneBy: v.strictObject({ verbs: words, by: words }),
  /** Whoever is asked says nothing by it. */
  passive: words,
  questioned: words,
  askedAbout: words,
  holdingAs: v.strictObject({ verbs: words, as: words }),
  deeds: words,
  past: words,
  /** Verbs that report; that do so only beside a quote; that only look like it; and those of plain speech. */
  verbs: bilingual,
  quoteVerbs: bilingual,
  notReporting: bilingual,
  /** Verbs behind a "not" that are a side's silence, what may stand between, and the two in one word. */
  silence: v.strictObject({ not: words, verbs: words, between: words, withheld: words }),
  /** Verbs that are deeds with these things behind them: "denied entry". */
  deedObjects: v.array(v.strictObject({ verbs: words, objects: words })),
  /** "Added five firms to its list"; a finite verb behind tells that something was said. */
  listing: v.strictObject({ verbs: words, to: words, finite: words }),
  /** "Raised the subject", but for "raised the subject of fish". */
  noContent: v.strictObject({ citing: words, verbs: words, objects: words, content: words }),
  /** Verbs that are nouns behind these words: "the same note". */
  nouns: v.strictObject({ words, before: words }),
  /** "A person in the Chinese delegation": nameless, but with a side. */
  members: v.strictObject({ people: words, of: words, bodies: words }),
  /** "His office said": a body of whoever the sentence is about. */
  bodiesOfAPerson: words,
  /** Offices of officials with a Chinese name that tell no country. */
  officesByName: words,
  speech: words,
  /** Right before the stop of a Chinese sentence that only says whose the quote before it is. */
  closing: words,
  /** What a journalist names as a source and no issuer does in a text of its own. */
  sources: words
})

const label = v.strictObject({ en: v.string(), zh: v.string() })
const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_-]*$/u, 'an id is small letters, digits, - and _')
)

const weight = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const source = v.pipe(v.string(), v.minLength(1))
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
  terms: v.optional(v.array(v.strictObject({ ...term, source: v.optional(source) }))),
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

const strength = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))

/** Rival wordings for one thing. */
export const termsSchema = v.strictObject({ about, terms: v.array(v.strictObject({ ...term, source })) })

export const tonesSchema = v.strictObject({
  about,
  /** Words for the talks, near which an adjective is theirs. */
  near: bilingual,
  /** Words right beside an adjective that say that it describes something else, or talks only wished for. */
  elsewhere: bilingual,
  tones: v.array(v.strictObject({ en: words, zh: words, reads: v.string(), weight }))
})

export const labelsSchema = v.strictObject({
  about,
  labels: v.array(
    v.strictObject({
      id: identifier,
      en: words,
      zh: words,
      used: v.string(),
      /** For what a summit is to have brought, where it is not for the relationship. */
      of: v.optional(v.literal('summit')),
      weight,
      source
    })
  )
})

const gradedForms = v.array(v.strictObject({ strength, forms: words }))
const graded = v.strictObject({ en: gradedForms, zh: gradedForms })
const homes = v.array(v.strictObject({ party: v.string(), forms: words }))

/** How a text lays a duty or a fault on someone. */
export const dutiesSchema = v.strictObject({
  about,
  modals: graded,
  asks: graded,
  stops: bilingual,
  faults: bilingual,
  rejections: bilingual,
  veiled: bilingual,
  homes: v.strictObject({ en: homes, zh: homes }),
  thirds: bilingual,
  never: bilingual,
  evenly: bilingual,
  pledges: bilingual
})

export const scalesSchema = v.strictObject({
  about,
  scales: v.array(
    v.strictObject({
      id: identifier,
      name: v.string(),
      levels: v.array(v.strictObject({ strength, en: words, zh: words }))
    })
  ),
  warnings: v.array(v.strictObject({ strength, en: words, zh: words }))
})

export const protocolSchema = v.strictObject({
  about,
  features: v.array(v.strictObject({ id: identifier, name: v.string(), weight, en: words, zh: words }))
})
