import * as v from 'valibot'
import { about, bilingual, words } from './schema-atoms.ts'

const sides = v.strictObject({ us: words, cn: words })

export const storyCuesSchema = v.strictObject({
  about,
  /** Who speaks for neither side, what only contains such a word, and what tells that an office is a past one. */
  outsiders: words,
  notOutsiders: words,
  former: words,
  /** Behind “the former”: what officials were before they were, by which newspapers call them. */
  callings: words,
  /** After "who": what somebody did once for a government, who now speaks for none. */
  served: words,
  /** Behind such a word, what is led for the time of the talks only. */
  delegations: words,
  /** Anywhere in what explains a name: an office of the past; and behind “who”. */
  until: words,
  been: words,
  /** Other countries; what after their name makes it a matter ("the Taiwan question"). */
  elsewhere: v.strictObject({ en: words, zh: words, matters: words }),
  /** In Chinese, where only another government's officials speak. */
  hallsElsewhere: words,
  outlets: words,
  /** Those of them that are texts, one of each side: "the readout also said". */
  documents: words,
  accordingTo: words,
  /** Behind it, what a body counts and does not say: "according to Treasury *data*". */
  figures: words,
  /** After “according to …”: how the talks went, and not what was said. */
  leadIns: words,
  /** Whoever only reports what others have said: “according to local media”. */
  press: words,
  /** "…, in its second *sentence*, which noted": what a text consists of, and speaks for it. */
  partsOfDocuments: words,
  /** What a source's name stands before: "in Beijing's *telling*". */
  telling: words,
  /** What opens a part that tells in whose words the rest is: "*as* Renner told it". */
  asTold: words,
  /** Before whom a sentence concerns: "*For* Mr. Rowan, the visit was a homecoming." */
  concerned: words,
  /** "*If* Renner *is to be believed*": the same with a doubt. */
  believed: v.strictObject({ if: words, ends: words }),
  /** "Washington's *message was* simple: stop the chemicals": what a colon introduces the words of. */
  wording: v.strictObject({
    words,
    be: words,
    /** Behind a quote: "*That* was Renner’s answer", "that was the message *from* Beijing". */
    that: words,
    from: words
  }),
  /** Who is spoken to, and speaks for nobody: "The reporters were leaving when Mr. Rowan waved them back." */
  audience: words,
  /** What they are told to do, and of nothing else: "told the photographers to *step* back". */
  stageDirections: words,
  quoting: words,
  connectors: words,
  /** The same at the head of a sentence: "*While* Renner said …, Gao said …". */
  setAgainst: words,
  /** Whoever speaks for a side, by role; roles that one side has, and those that newspapers leave to the United States. */
  spokespeople: words,
  roles: words,
  rolesOf: sides,
  rolesOfTheUs: words,
  /** Where only one side's officials speak: "he wrote on *Truth Social*". */
  venues: sides,
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
  /** Behind "the": who the two are, whom the story has told of. */
  theParties: words,
  him: words,
  /** Before a role that belongs to whoever was named: "his adviser". */
  possessives: words,
  /** The same, and no article: "*its* foreign ministry". */
  own: words,
  /** What a side speaks through: its own statement only where it reports an official's. */
  stateMedia: words,
  /** Those of them that are the party's own voice whatever they say; and, below, how they are taken up again. */
  stateOrgans: words,
  /** All of them together, where they say something: "Chinese *state media* said". */
  stateMediaAtLarge: words,
  organWords: words,
  organWordsZh: words,
  /** Officials without a name, and how one of several is taken up again. */
  officials: words,
  /** What may stand before an official without a name and gives no other employer; and what after it does. */
  beforeAnOfficial: words,
  there: words,
  /** Before the name of a place, and not of somebody. */
  placing: words,
  /** Before two who met: "the first talks *between* Daniel Whitcombe and Shen Guowei". */
  between: words,
  /** Behind an official who may be anybody’s: “familiar with the matter”. */
  familiar: words,
  /** Of neither side alone; and of none. */
  /** Dictionary forms of verbs that may have a clause of their own and report nothing: "learned that". */
  notSaying: words,
  /** What stands only in a newspaper: who wrote, edited, photographed. */
  newsCredits: words,
  /** How an issuer's own text is headed, in small letters. */
  officialHeads: words,
  weekdays: words,
  together: words,
  /** The same at the head of a Chinese subject: "双方同意". */
  bothZh: words,
  neither: words,
  /** Whoever has the same post on the other side: “his counterpart”. */
  counterparts: words,
  fields: words,
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
  /** Whoever was heard last without a name, and nothing else in the subject. */
  thatPerson: words,
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
  /** What follows a Chinese surname that stands alone, as Hong Kong papers have it: "*習*又說". */
  afterSurnameZh: words,
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
  /** Between whoever is explained and where he works: "the No. 2 *at* the U.S. Embassy". */
  working: words,
  /** Between a mission and where it is: "China's mission *to* the European Union". */
  accredited: words,
  /** What somebody deals with, before or behind a country's name: "*North* American *affairs*", "director *for* China". */
  regions: words,
  /** Whoever deals with the country that stands before: "a China *director* on the council". */
  desks: words,
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
  /** In Chinese, before a pronoun that is a subject: "*不过*他也说". */
  openersZh: words,
  setIn: words,
  /** In Chinese, how a part begins that tells when: "*被问到*……时". */
  setInZh: words,
  /** Names that end as a participle does, and set nothing in: "Beijing". */
  notSetIn: words,
  afterAParty: words,
  subordinators: words,
  /** Which of them tells what was said behind "was": "“…” was how Rubio put it". */
  how: words,
  /** What is background and no statement of the day. */
  background: words,
  /** In Chinese, before what somebody has yet to say: "预定发表演说". */
  scheduledZh: words,
  /** In Chinese, before what has been said for long: "一直指责". */
  standingZh: words,
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
  /** Before whoever did what is told in the passive: "described *by* Rubio as". */
  agent: words,
  questioned: words,
  askedAbout: words,
  holdingAs: v.strictObject({ verbs: words, as: words }),
  deeds: words,
  past: words,
  /** Verbs that report; that do so only beside a quote; that only look like it; and those of plain speech. */
  verbs: bilingual,
  quoteVerbs: bilingual,
  /** Verbs as they stand behind several ("officials accuse") and behind an occasion ("used the speech to accuse"). */
  plainVerbs: words,
  notReporting: bilingual,
  /** "What Beijing *calls* a test": what something is called in passing is no statement. */
  naming: words,
  /** Before "that": "*nothing* that Renner said" tells nothing of what she said. */
  everything: words,
  /** Verbs behind a "not" that are a side's silence, what may stand between, and the two in one word. */
  silence: v.strictObject({
    not: words,
    verbs: words,
    between: words,
    withheld: words,
    /** Behind it, what may be withheld by somebody who speaks: "不愿透露姓名". */
    names: words
  }),
  /** Verbs that are deeds with these things behind them: "denied entry". */
  deedObjects: v.array(v.strictObject({ verbs: words, objects: words })),
  /** "Renner *called* Gao *on* Friday": by telephone. */
  phoning: v.strictObject({ verbs: words, behind: words }),
  /** "Added five firms to its list"; a finite verb behind tells that something was said. */
  listing: v.strictObject({ verbs: words, to: words, finite: words }),
  /** "Raised the subject", but for "raised the subject of fish". */
  noContent: v.strictObject({
    citing: words,
    verbs: words,
    objects: words,
    content: words,
    /** "Offered a cooler version": that an account was given, and not what was in it. */
    accounts: v.strictObject({ verbs: words, nouns: words }),
    /** "Responded within hours": that there was an answer; what would be one. */
    responding: words,
    yesOrNo: words
  }),
  /** Right before a verb of telling in -ing, of what somebody then did say: "smiled before answering that". */
  beforeSaying: words,
  /** "Put the cost at $30 billion": the verb, and what the figure stands behind. */
  putting: v.strictObject({ verbs: words, at: words }),
  /** The journalist, where he tells what he did: "I put the question to Mr. Gao." */
  narrator: v.strictObject({ who: words, verbs: words }),
  /** Verbs that are nouns behind these words: "the same note". */
  nouns: v.strictObject({ words, before: words }),
  /** "A person in the Chinese delegation": nameless, but with a side. */
  members: v.strictObject({ people: words, of: words, bodies: words }),
  /** "His office said": a body of whoever the sentence is about. */
  bodiesOfAPerson: words,
  /** Offices of officials with a Chinese name that tell no country. */
  officesByName: words,
  speech: words,
  /** With those, what may be set into a sentence: "Arms sales, she *went on*, would continue." */
  tags: words,
  /** Right before the stop of a Chinese sentence that only says whose the quote before it is. */
  closing: words,
  /** What a journalist names as a source and no issuer does in a text of its own. */
  sources: words,
  /** What a Chinese title may end with: 部长, 发言人. */
  titleEndingsZh: words,
  /** What tells that a statement is of both sides. */
  joint: bilingual,
  /** Documents of both sides: what tells that one is, what documents are called, and what names one again. */
  jointDocuments: v.strictObject({
    joint: words,
    documents: words,
    determiners: words,
    /** Its parts that have a number: "*article* six". */
    numbered: words
  }),
  /** Who leads a delegation, in Chinese, before the name: 美方牵头人、商务部副部长…. */
  leadingZh: v.strictObject({ us: words, cn: words, roles: words }),
  /** What somebody does by a verb, beyond saying: by their lemmas. */
  acts: v.strictObject({ agreeing: words, wanting: words, holding: words })
})

const byForm = v.strictObject({ person: words, call: words, either: words })

/** How stories tell that two officials met or spoke (`story-meetings.json`). */
export const storyMeetingsSchema = v.strictObject({
  about,
  /** In one room, by telephone, or not told. */
  verbs: byForm,
  nouns: byForm,
  /** Behind a noun, before the other of the two: "talks *with* Gao". */
  ofTwo: words,
  /** One to the other: "Gao *told* Renner". */
  told: words,
  /** Before a noun that opens its sentence: "*In* talks earlier in the day, Gao said". */
  introducing: words,
  /** What tells that a meeting was long ago, or is still to come. */
  otherTimes: words,
  toCome: words,
  denied: words,
  /** Behind it, when the two met before. */
  since: words,
  zh: v.strictObject({ person: words, call: words }),
  /** Days of the week in either language. */
  days: v.record(v.string(), words),
  /** In the names that a Chinese story seems to introduce, what makes them none. */
  noNames: words,
  /** Before a noun: a meeting that was told of already. */
  definite: words,
  /** Who is meant by a side’s name and such an office alone: "the American *envoy*". */
  meant: words,
  /** They report of meetings and are in none. */
  spokespeople: words,
  /** What takes up the meeting that was told of last. */
  again: words,
  /** To whom somebody speaks who does not speak in the meeting. */
  toOthers: words
})
