import * as v from 'valibot'
import { about, bilingual, words } from './schema-atoms.ts'

const values = v.record(v.string(), v.number())
const english = v.strictObject({ en: words })

/** Words that carry what a sentence claims. */
export const claimCuesSchema = v.strictObject({
  about,
  /** What a quotation must not be cut off from. */
  governors: v.strictObject({
    deny: bilingual,
    refuse: bilingual,
    hope: bilingual,
    condition: bilingual,
    question: bilingual,
    oppose: bilingual
  }),
  /** "Depends on": the claim is the condition itself. */
  depends: bilingual,
  warnings: bilingual,
  assurances: bilingual,
  commitments: bilingual,
  demands: bilingual,
  views: bilingual,
  /** What tells of the talks themselves. */
  describing: bilingual,
  /** Words with which a text speaks of conditions. */
  conditional: bilingual,
  /** Words by which a commitment is less than one: "will consider", "when conditions are ripe". */
  hedges: bilingual,
  /** Longer words in which one of the others means nothing: 重要. */
  plain: bilingual,
  /** Subjects that deny their verb. */
  nobody: bilingual,
  /** Words between two claims that belong to neither. */
  connectives: bilingual,
  /** Words that deny a Chinese clause, and longer ones with them that do not. */
  negationsZh: v.strictObject({ negating: words, plain: words }),
  /** Words by which a Chinese clause tells what has been. */
  pastZh: words,
  /** Names for everyone, by which neither side is meant. */
  everyone: bilingual,
  /** Names for the two sides beside those by which a source is found. */
  together: bilingual,
  /** With these a Chinese clause goes on with the one before it. */
  dependentZh: words,
  /** With these a Chinese clause leads on to the one behind it. */
  openingZh: words,
  /** Participles with which a sentence reports something further. */
  reportingIng: words,
  /** Of what is set into a clause to say who says it: "he warned", "the Secretary made clear". */
  asides: v.strictObject({ persons: words, offices: words, verbs: words }),
  /** English words that want what stands behind them: with none of them a quotation ends. */
  wanting: words,
  /** Verbs of asking, by their beginnings, behind which "its" is of whoever was named before: "*demanded* its withdrawal". */
  requesting: words,
  participles: v.strictObject({
    /** Behind a noun they are none of its verb: "antimony *bound for* American users". */
    with: words,
    /** Verbs that go with "by" themselves, or are told with how much by it: "stood by", "rose by 3 percent". */
    notDoneBy: words
  }),
  /** By which a journalist asks, in what a spokesperson answers. */
  questions: bilingual,
  /** Thanks, greetings, condolences. */
  courtesies: bilingual,
  /** Dictionary forms of verbs of which whoever is told stands before what is said. */
  telling: words,
  /** Dictionary forms of verbs behind which a clause without "that" is what is said. */
  bareContent: words,
  /** Participles that before a noun are adjectives: "U.S. and *allied* aircraft". */
  participialAdjectives: words,
  /** Nouns whose "that" says what they hold. */
  contentNouns: words,
  /** Nouns that may only stand for what was said before: "that deadline" (Schmid 2000). */
  shellNouns: words,
  /** Nouns for what two sides meet in, and what they have from it; as part of a pattern. */
  meetingNouns: words,
  /** Participles of whom something is said to: "they were *told* that". */
  told: words,
  /** Words whose "that" leads in no statement. */
  purposeBefore: words,
  /** Dictionary forms of verbs whose object does what follows without "to". */
  letting: words,
  figures: v.strictObject({
    numbers: v.strictObject({ en: values, zh: values }),
    scales: v.strictObject({ en: values, zh: values }),
    months: english,
    periods: bilingual,
    /** What this year and the next are called. */
    years: v.strictObject({ this: bilingual, next: bilingual }),
    /** What makes a time the last at which something is to be. */
    before: bilingual,
    /** Parts of a year by their first and last month, from 0; winter ends in the next. */
    partsOfYear: v.array(v.strictObject({ from: v.number(), to: v.number(), en: words, zh: words })),
    /** Nouns behind a small number that are no count worth comparing: "the two *sides*". */
    notCounted: words,
    notCountedZh: words,
    measuresZh: words,
    currencies: bilingual
  })
})

/** Words by which a sentence answers what the other side raised, or raises it. */
export const stancesSchema = v.strictObject({
  about,
  /** What the other side said or asked is named: "asked to", "the so-called". */
  echoes: bilingual,
  /** It is turned down or dismissed: "not a bargaining chip". */
  dismissals: bilingual,
  /** An act is defended: "lawful", "with restraint". */
  defences: bilingual,
  /** An act is held against somebody: "rammed", "unsafe". */
  blames: bilingual,
  /** Something is granted or made much of: "appreciates", "is willing to". */
  praises: bilingual,
  /** Another's word is kept at a distance, which by itself turns nothing down: "so-called". */
  distancing: bilingual
})
