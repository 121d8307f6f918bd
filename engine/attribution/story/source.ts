import { indexStory, type StoryIndex } from '../../entities/entity-index.ts'
import cues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { TokenisedText } from '../../text/document.ts'
import { tokenise, type Token } from '../../text/tokens.ts'
import { byGrammar } from './by-grammar.ts'
import { aboutIn } from './sentence-topic.ts'
import type { Side } from '../../model.ts'
import { subjectBehind } from './interrupted-subject.ts'
import { BLANK, clauseOf, cut, partEnd, partStart, type Clause } from './clause.ts'
import { organBehind, stateOrgan } from './state-media.ts'
import {
  inTelling,
  isAccordingToOthers,
  leadIn,
  organAccordingTo,
  outerSource,
  worded,
  wordedBehind
} from './attribution-phrases.ts'
import { isSilence, tellsNothing } from './non-reporting.ts'
import { elsewhereIn } from '../../entities/third-parties.ts'
import { agentIn, introducedIn, quotedIn } from './quoting.ts'
import { JointDocuments } from './joint-documents.ts'
import { unitOf, type Told, type Unit } from './signs.ts'
import { REACH, type Source } from './source-type.ts'
import { sideOfName } from './speakers.ts'
import { OPENING, Subjects, type Named } from './subject.ts'
import { isBackground, opensContent, tellsOf, tellsWhich, verbsIn, type Place } from './verbs.ts'
import { StoryPeople, type PeopleOfStory } from './story-people.ts'
import { VENUES } from './venues.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

const AFTER_A_QUOTE = /\uFFFC[\s,，]*$/u
/** Quotation marks around more than a term. */
const QUOTED_WORDS = /\uFFFC{20,}/u

/** Before a subject: what follows tells when or why, and is nobody's statement. */
const SUBORDINATORS = wordSet(cues.subordinators)
/** But for "“…” *was how* Rubio put it". */
const opensSubordinate = (tokens: readonly Token[], at: number): boolean =>
  SUBORDINATORS.has(tokens[at]?.text ?? '') &&
  !(HOW.has(tokens[at]?.text ?? '') && PASSIVE.has(tokens[at - 1]?.text ?? ''))
const QUOTING = wordSet(cues.quoting)
const BUT = wordSet(cues.but)
const RELATIVES = wordSet(cues.relatives)
/** Words without a capital that a subject of names and offices may have. */
const OF_A_SUBJECT = wordSet([...cues.titleWords, ...cues.heads, 's', 'the', ...cues.belonging])
const AUDIENCE = wordSet(cues.audience)
const NARRATOR = wordSet(cues.narrator.who)
const ASKED = wordSet(cues.narrator.verbs)
const HOW = wordSet(cues.how)
const EVERYTHING = wordSet(cues.everything)
const WITH = wordSet(cues.with)
const HE_OR_SHE = wordSet(cues.heOrShe)
const PASSIVE = wordSet(cues.passive)
const STATE_MEDIA = matcherOf(cues.stateMedia)
const SPEECH = matcherOf(cues.speech)

/** Finds the sources in a story, read from its beginning: pronouns refer to whoever spoke last. */
export class Sources {
  readonly #lexicon: Lexicon
  readonly #story: TokenisedText
  readonly #entities: StoryIndex
  readonly #subjects: Subjects
  readonly #documents = new JointDocuments()

  constructor(story: string, lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.#story = { text: story, tokens: tokenise(story) }
    this.#entities = indexStory(this.#story)
    this.#subjects = new Subjects(this.#story, this.#entities)
  }

  /** The story with all whom it names, as far as it has been read. */
  people(): PeopleOfStory {
    const { text, tokens } = this.#story
    return { text, tokens, people: new StoryPeople(text, tokens, this.#entities, this.#subjects.names) }
  }

  /** Somebody spoke; or, null, somebody else did, and "she said" after that is neither side's. */
  heard(side: Side | null, said?: string, sentence?: string): void {
    this.#subjects.heard(side, said, sentence)
  }

  /**
   * A part of the story as it is weighed, with whoever has been heard before it.
   *
   * @returns null for "Renner declined to say", which is nobody's statement whatever else it shows
   */
  unitOf(text: string, told: Omit<Told, 'joint'>): Unit | null {
    const clause = clauseOf(text)
    if (told.side === null && verbsIn(clause, this.#lexicon).some((verb) => isSilence(clause, verb)))
      return null
    const unit = unitOf(this.#subjects, clause, {
      ...told,
      joint: this.#documents.read(this.#subjects, clause)
    })
    this.#subjects.abroad.tellOf(clause)
    return unit
  }

  /** The first source in a clause: "according to …", a subject before its verb, or one after it ("…,” said Blinken"). */
  find(text: string): Source | null {
    const clause = clauseOf(text)
    const outer = outerSource(this.#subjects, clause)
    if (outer !== undefined) return outer
    return (
      this.#reporting(clause) ??
      organAccordingTo(clause) ??
      introducedIn(this.#subjects, clause) ??
      inTelling(this.#subjects, clause) ??
      worded(this.#subjects, clause) ??
      byGrammar(this.#subjects, clause)
    )
  }

  /**
   * The source of a whole sentence; of one without a reporting verb, whom it is about: "Sullivan defended them as
   * “measures that …”". Quoted words are whose sentence it is, if nobody else speaks in it.
   */
  findWhole(text: string): Source | null {
    const source = this.find(text)
    if (source || !QUOTED_WORDS.test(text) || this.#speaks(clauseOf(text)) || tellsOf(clauseOf(text)))
      return source
    return this.about(text) ?? null
  }

  /** Whose name some words are, with a title or without: "Renner", "President Renner"; null for nobody of a side. */
  named(words: string): Source | null {
    const side = sideOfName(clauseOf(words), this.#subjects.names)
    return side && { side, said: words }
  }

  /** The source in the second half of a sentence: "the ministry gave no figure, but *it said* …". */
  findAfter(before: Source | null, text: string): Source | null {
    return before ? this.#subjects.withLast(before.side, () => this.find(text)) : this.find(text)
  }

  /** Whom a sentence without a source is about, as `Subjects.about` tells it; null too where somebody else speaks. */
  about(text: string): Source | null | undefined {
    const clause = clauseOf(text)
    const led = leadIn(this.#subjects, clause)
    const named = led || isAccordingToOthers(this.#subjects, clause) ? null : aboutIn(this.#subjects, clause)
    const about = led ?? named
    // "“…” is the line he had come to deliver": of whoever spoke last.
    const isHis = clause.tokens.some(({ text }) => HE_OR_SHE.has(text))
    const speaks = (text.includes(BLANK) && !isHis) || this.#speaks(clause)
    // "I put the question to Mr. Gao.": whoever is named in what the journalist tells of himself.
    const isNarrator =
      !about && NARRATOR.has(clause.tokens[0]?.text ?? '') && ASKED.has(clause.tokens[1]?.text ?? '')
    const isByAudience = about === null && clause.tokens.some((token) => AUDIENCE.has(token.text))
    // "“Is it long?” a reporter asked Renner."
    const isAsked = clause.tokens.some(
      (token, at) => AUDIENCE.has(token.text) && ASKED.has(clause.tokens[at + 1]?.text ?? '')
    )
    if (((isByAudience || isNarrator) && !speaks) || (!about && isAsked)) {
      const side = this.#subjects.onlySide(clause)
      return side && { side, said: cut(clause, 0, clause.tokens.length) }
    }
    // "A scholar said that Wang’s words were new. “…,” she said.": not he who is spoken of.
    const speech = SPEECH.findLongest(clause.tokens)[0]?.from ?? Infinity
    if (about && !led && named && named.from > speech) return null
    return about === undefined && (speaks || this.#isByStranger(clause)) ? null : about
  }

  /** Whose a quote is of which the sentence behind it tells: "That was Renner’s answer." */
  ofQuoteBefore(text: string): Source | null {
    return wordedBehind(this.#subjects, clauseOf(text))
  }

  /** Whether somebody says something in a sentence, whoever it is: "“…,” said a farmer". */
  speaks(text: string): boolean {
    return this.#speaks(clauseOf(text))
  }

  /** "*Pope Leo urged* both": a name that the story has given no side, before a verb that reports. */
  #isByStranger(clause: Clause): boolean {
    const [verb] = verbsIn(clause, this.#lexicon)
    return (
      clause.language === 'en' &&
      verb !== undefined &&
      partStart(clause, verb.from) === 0 &&
      clause.tokens.slice(1, verb.from).some(({ capital }) => capital)
    )
  }

  #speaks({ tokens }: Clause): boolean {
    return SPEECH.findLongest(tokens).length > 0
  }

  #reporting(clause: Clause): Source | null {
    const { text, tokens, language } = clause
    /** Up to where the words of a speaker go who is nobody's: "a trader said that Rubio had told him …". */
    let heard = 0
    /** From where a part is read on that opened with a state's media. */
    let onward = 0
    const verbs = verbsIn(clause, this.#lexicon)
    for (const verb of verbs) {
      if (verb.from < heard) continue
      const agent = agentIn(this.#subjects, clause, verb)
      if (agent) return agent
      if (isBackground(clause, verb)) continue
      if (tellsNothing(clause, verb)) continue
      // "Beijing fumed.": nothing is told of what it said.
      if (
        language === 'en' &&
        verb.to === tokens.length &&
        partStart(clause, verb.from) === 0 &&
        !text.includes(BLANK)
      )
        continue
      const quoted = quotedIn(this.#subjects, clause, verb)
      if (quoted) return quoted
      if (tellsWhich(clause, verb)) continue
      // "Xinhua quoted Xi as saying": whose words they are stands between.
      const quoting = tokens.findLastIndex(({ text }, at) => at < verb.from && QUOTING.has(text))
      // "“…,” *is how* the official put it", "*was all* he said": the subject stands behind it.
      const how = tokens.findLastIndex(
        ({ text }, at) =>
          at < verb.from && (HOW.has(text) || EVERYTHING.has(text)) && PASSIVE.has(tokens[at - 1]?.text ?? '')
      )
      const opening = Math.max(partStart(clause, verb.from), quoting + 1, how + 1, onward)
      // "with Biden saying he had been candid"
      const isWith = WITH.has(tokens[opening]?.text ?? '') && (tokens[verb.from]?.text ?? '').endsWith('ing')
      const start = isWith ? opening + 1 : opening
      const from = Math.max(start, verb.from - REACH[language])
      // "Cole, a Democrat, *accused* Renner of sending signals": what is told by the verb that opens the part.
      if (start > 0 && start < verb.from && verbs.some((other) => other.from === start)) continue
      // "when he was new to his job and a president asked him": the part opens so, however far before the verb.
      // "The official would not say whether it had, *but noted*": whose verb the first was.
      const goesOn = BUT.has(tokens[verb.from - 1]?.text ?? '')
      if (
        opensSubordinate(tokens, start) ||
        (!goesOn &&
          tokens.some(
            (_, at) =>
              at >= from &&
              at < verb.from - (opensContent(tokens, verb) ? 1 : 0) &&
              opensSubordinate(tokens, at)
          ))
      )
        continue
      // "Mexico’s foreign ministry said in a statement that it hoped": whatever follows is not the sides'.
      if (elsewhereIn(tokens.slice(start, verb.from), text) === 0) {
        // A Chinese sentence goes on with what he said after every comma.
        if (language === 'zh') return null
        continue
      }
      const pronoun = this.#subjects.pronoun(clause, start, verb.from)
      // "put sanctions on firms *it says* have helped": what tells of a word reports nothing.
      if (!pronoun && language === 'en' && this.#subjects.isPronounInside(clause, start, verb.from)) continue
      const before =
        (pronoun && this.#atVenue(clause, pronoun)) ??
        pronoun ??
        this.#it(clause, start) ??
        (from > start ? this.#opening(clause, start, verb.from) : null) ??
        this.#subjects.named(clause, from, verb.from)
      if (before) {
        // A subject that reaches back as far as one looks is cut where its source is named.
        const first = from > start ? before.from : from
        return { side: before.side, said: cut(clause, first, verb.to) }
      }
      const behind = subjectBehind(this.#subjects, this.#lexicon, clause, start, verb.from)
      if (behind) return { side: behind.side, said: cut(clause, behind.from, verb.to) }
      // "The Global Times, in an editorial headlined “…”, accused Rubio": whoever is the subject, and not the object.
      const organ = stateOrgan(clause, verb)
      if (organ) return organ
      // After a quote the verb may come first.
      if (AFTER_A_QUOTE.test(text.slice(0, verb.start)) || this.#isInverted(clause, verb)) {
        const to = Math.min(verb.to + REACH[language], partEnd(clause, verb.to))
        // "…,” said Matthew Miller, the State Department spokesman"
        const next = Math.min(to + REACH[language], partEnd(clause, to))
        const after =
          this.#subjects.named(clause, verb.to, to) ?? this.#subjects.explained(clause, verb.to, to, next)
        if (after) {
          // "…,” said the spokesman, *Garrett Mott*"
          this.#subjects.learn(clause, to, partEnd(clause, to), after.side)
          return { side: after.side, said: cut(clause, verb.from, to) }
        }
        const behindIt = organBehind(clause, verb)
        if (behindIt) return behindIt
      }
      const isSpeech = SPEECH.findLongest(tokens.slice(verb.from, verb.to)).length > 0
      // "Xinhua said that Mr. Xi had told his guest": of what a state's media report the official is the source.
      const isByMedia = STATE_MEDIA.findLongest(tokens.slice(0, verb.from)).length > 0
      if (isSpeech && isByMedia) onward = verb.to + (RELATIVES.has(tokens[verb.to]?.text ?? '') ? 1 : 0)
      else if (language === 'en' && isSpeech) heard = partEnd(clause, verb.from)
      // "他说，美国一面要求……": in Chinese all that follows is of whoever says it.
      else if (isSpeech && start === 0) return null
    }
    return null
  }

  /** "*It closed by* inviting the commander and reminding him": what was heard last, whoever is named behind it. */
  #it({ tokens }: Clause, start: number): Named | null {
    const { last } = this.#subjects
    const isSubject = start === 0 && tokens[0]?.text === 'it' && !PASSIVE.has(tokens[1]?.text ?? '')
    return isSubject && last ? { side: last, from: 0 } : null
  }

  /** "There were no winners, said He": a verb of speech that opens its part behind a comma. */
  #isInverted(clause: Clause, verb: Place): boolean {
    const behind = clause.tokens.slice(verb.to, partEnd(clause, verb.to))
    return (
      clause.language === 'en' &&
      verb.from > 0 &&
      partStart(clause, verb.from) === verb.from &&
      behind.every((token) => token.capital || OF_A_SUBJECT.has(token.text)) &&
      // But "Ms. Nunez, a Democrat, said the president “…”".
      !/^\s*\uFFFC/u.test(clause.text.slice(behind.at(-1)?.end)) &&
      SPEECH.findLongest(clause.tokens.slice(verb.from, verb.to)).length > 0
    )
  }

  /** "“…,” he wrote on *Truth Social*": whoever spoke before, he is the one who speaks there. */
  #atVenue({ tokens }: Clause, pronoun: Named): Named | null {
    const [venue] = VENUES.findLongest(tokens)
    return venue ? { ...pronoun, side: venue.value } : null
  }

  /** "President Rowan emerged from a meeting with his rival proclaiming that …": the subject opens a long part. */
  #opening(clause: Clause, start: number, verb: number): Named | null {
    const to = Math.min(start + OPENING[clause.language], verb)
    return this.#subjects.isSetIn(clause.tokens[start]) ? null : this.#subjects.named(clause, start, to)
  }
}
