import { tenseOf } from '../claims/english-verbs.ts'
import { asides } from '../lexicon/claim-cues.ts'
import { otherSide, type ClaimKind, type Side } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { countWords } from '../text/words.ts'
import { inOrder, listed, quoted, type Quote } from './draft.ts'
import type { Material } from './material.ts'
import {
  bareWords,
  formOf,
  isPredicate,
  isSaidFrom,
  JOINT,
  SAYING,
  verbIn,
  withoutPronoun,
  withoutSubject,
  type Form
} from './quote-form.ts'
import { literally, lowered, OFFICE_BEFORE, ON_TOPIC, withoutFronted } from './fronted.ts'
import { inverted, toldFirst } from './inverted.ts'
import { actOfItem, isListItem, isOfPromises } from './list-items.ts'
import { isPerson, officialOf } from './officials.ts'
import { described, leadOfPerson, withoutPerson, withoutWhose } from './pronoun-first.ts'
import { tell } from './sentences.ts'
import { withArticle } from './sources.ts'
import { standing } from './standing.ts'

/** Quotations in a sentence of their own grammar: who says, does, reports or mentions what is quoted. */

/** Whose act words tell that a joint statement has one side do: "the U.S. side"; null where it is both sides' act. */
const actorOf = (material: Material, { passage, span }: Quote): string | null => {
  const claim = (passage.sentence.claims ?? []).find((one) => overlaps(one.span, span))
  const { source } = passage.sentence.attribution
  const { text } = material.sides[passage.side]
  if (!source || claim === undefined || claim.span.start > source.start) return null
  const [of = ''] = OF_STATE.exec(text.slice(source.end)) ?? []
  const name = `${withArticle(text, source)}${of}`.replace(/^(?:The|An?) /u, (article) =>
    article.toLowerCase()
  )
  return OF_SIDES.test(name) ? null : name
}

const OF_STATE = /^ of (?:state|government)\b/u

/** What is the same as the two sides; "the two presidents" are two persons. */
const OF_SIDES =
  /\b(?:sides|governments|delegations|countries|nations|parties|militaries|teams|they|both|each)\b|\btwo$/iu

/** A quotation as a sentence tells it: its words, and the grammar in which they stand. */
interface InWords {
  quote: Quote
  words: string
  form: Form
  /** What its sentence puts before whoever acts: "On Taiwan". */
  opening?: string
  /** What else its sentence is filled with: of an item of a list the verb that its words follow. */
  slots?: Readonly<Record<string, string>>
}

const inWords = (material: Material, quote: Quote): InWords => {
  const bare = withoutSubject(material, quote, bareWords(material, quote))
  const fronted = withoutFronted(material, quote, bare)
  if (fronted) return { quote, ...fronted, form: 'predicate' }
  const doing = described(quote, bare)
  if (doing) {
    const { act, circumstance, rest } = doing
    return { quote, words: rest, form: 'described', slots: { act, circumstance: quoted(circumstance) } }
  }
  const [lead, opening] = ON_TOPIC.exec(bare) ?? []
  if (lead !== undefined && opening !== undefined) {
    const rest = inTheseWords(material, quote, bare.slice(lead.length))
    return rest.form === 'clause' || rest.form === 'that'
      ? { ...rest, opening }
      : { quote, words: bare, form: 'clause' }
  }
  return inTheseWords(material, quote, bare)
}

const inTheseWords = (material: Material, quote: Quote, bare: string): InWords => {
  const done = withoutPerson(quote, bare)
  if (done !== null && toldFirst(quote, done) === null) return { quote, words: done, form: 'predicate' }
  const owned = withoutWhose(quote, bare)
  if (owned !== null) return { quote, words: owned, form: 'whose' }
  const isOfIt = isItself(material, quote) || isOfGovernment(material, quote, bare)
  const words = withoutPronoun(quote, bare, isOfIt)
  const told = toldFirst(quote, words)
  if (told) return { quote, words: told.rest, form: 'told', slots: { act: told.act } }
  const whole = inverted(material, quote, words)
  if (whole !== null) return { quote, words: whole, form: 'clause' }
  const isOwn = isOfIt && (isItself(material, quote) || words !== bare) && verbIn(words, quote) !== null
  // "He *said that* none was up for discussion": of saying the sentence tells itself.
  const rest = words.replace(SAID, '')
  if (rest !== words) return { quote, words: rest, form: 'that' }
  const form = isOwn ? 'predicate' : formOf(material, quote, words)
  const item = form === 'item' ? actOfItem(quote, words) : null
  if (item) return { quote, words: item.rest, form: 'item:act', slots: { act: item.act } }
  return { quote, words, form: form === 'phrase' && isBehindThat(material, quote) ? 'that' : form }
}

/** What the sentence of a finding says itself: "*said that*", "*said,*" behind what is put before it. */
const SAID = new RegExp(`^(?:said that|(?:${SAYING}),) `, 'u')

/** "China said that *it* has abolished": right behind what a government says "it" is that government. */
const isItself = (material: Material, { passage, span }: Quote): boolean => {
  const { sentence, side } = passage
  const { source, verb } = sentence.attribution
  const { text } = material.sides[side]
  return (
    source !== undefined &&
    verb !== undefined &&
    sentence.speaker === side &&
    isGovernment(material, side, withArticle(text, source)) &&
    /^\s*(?:clearly\s+)?that\s*$/iu.test(text.slice(verb.end, span.start))
  )
}

/** "*It* restricts the exit of a few": "it" at the beginning of a sentence, where the sentence is of its side or tells what that does. */
const isOfGovernment = (
  material: Material,
  { passage: { sentence, side } }: Quote,
  words: string
): boolean => {
  const { source } = sentence.attribution
  if (!words.startsWith('It ') || sentence.speaker === 'narrator' || sentence.speaker === 'both') return false
  if (source && /^it$/iu.test(material.sides[side].text.slice(source.start, source.end))) return true
  const [first] = sentence.claims ?? []
  return first?.kind === 'view' && first.actor === sentence.speaker
}

/** "A proposal *that* each side give notice": a clause whose verb does not look like one. */
const isBehindThat = ({ sides }: Material, { passage, span }: Quote): boolean =>
  /\bthat\s+$/iu.test(sides[passage.side].text.slice(passage.sentence.start, span.start))

/** Of several quotations those that can be told in one breath with the first; none where there is none. */
const inOneBreath = (material: Material, quotes: readonly Quote[], most: number): InWords[] => {
  const all = standing(inOrder(quotes)).map((quote) => inWords(material, quote))
  const [first] = all
  // What has a verb of its own in its sentence is told alone.
  const isAlike = ({ form, quote, slots }: InWords): boolean =>
    form === first?.form &&
    slots === undefined &&
    quote.passage.sentence.speaker === first.quote.passage.sentence.speaker
  return first ? [first, ...all.slice(1).filter(isAlike)].slice(0, most) : []
}

const saidIn = (told: readonly InWords[]): string =>
  listed([...new Set(told.map(({ words }) => quoted(words)))])

/**
 * Who says what, in the words of the quotations: “Washington “pressed for …”, “Beijing says “…”.
 *
 * @param counters whether it answers what the other said: “Beijing counters that “…””
 */
export const voiced = (material: Material, quotes: readonly Quote[], most = 1, counters = false): string => {
  const told = inOneBreath(material, quotes, most)
  const [first] = told
  if (!first) return ''
  const { side, sentence } = first.quote.passage
  const said = saidIn(told)
  const values = { said, ...first.slots, ...named(material, first.quote, said) }
  const source = actorOf(material, first.quote)
  // Who is named within what is quoted does not do it: "They agreed to …, and *experts of the two sides* will meet".
  if (first.form === 'predicate' && sentence.speaker === 'both' && source !== null && !said.includes(source))
    return tell(material, 'voice:joint:named', side, { said, source })
  if (sentence.speaker === otherSide(side))
    return first.opening === undefined
      ? tell(material, `voice:other:${first.form}`, side, {
          said,
          ...first.slots,
          Other: personOf(material, first.quote)
        })
      : tell(material, 'voice:other:fronted', side, {
          said,
          Other: personOf(material, first.quote),
          opening: lowered(first.opening)
        })
  if (sentence.speaker !== side) {
    const joint = tellJoint(material, first, said)
    return first.opening === undefined ? joint : `${first.opening}, ${joint}`
  }
  const form = isHeldOfItself(material, first) ? 'held' : first.form
  const isCounter = counters && (form === 'held' || form === 'that' || form === 'clause' || form === 'whose')
  const own = tell(material, isCounter ? `voice:counter:${form}` : `voice:own:${form}`, side, values)
  return first.opening === undefined ? own : `${first.opening}, ${own}`
}

/** Who of the other side is to have done or said it, by name where the text has one: “President Lu “will pay a visit””. */
const personOf = (material: Material, { passage }: Quote): string => {
  const { source } = passage.sentence.attribution
  const { text } = material.sides[passage.side]
  return (
    (!source || isPerson(text.slice(source.start, source.end)) ? officialOf(material, passage) : null) ??
    material.capitals[otherSide(passage.side)]
  )
}
/** "Made clear that *he* will not bargain": the official by name, whom the words mean, instead of the government. */
const named = (material: Material, { passage }: Quote, said: string): { One?: string } => {
  const name = PERSONAL.test(said) ? officialOf(material, passage) : null
  return name === null || !isPerson(name) || said.includes(name) ? {} : { One: name }
}
const PERSONAL = /\b(?:he|she|his|her|him)\b/u

/** So much of a sentence, in words, leads in what both say: "The two shared the view that". */
const LEAD_WORDS = 8

/** What both do or say, with the words that say that both do: a view that both share is no view of whoever reports it. */
const tellJoint = (material: Material, { quote, words, form, slots }: InWords, said: string): string => {
  const { sentence, side } = quote.passage
  const { source, verb } = sentence.attribution
  const { text } = material.sides[side]
  const isClause = form === 'that' || form === 'clause'
  if (isClause && source && verb && JOINT.test(text.slice(source.start, source.end))) {
    const start = source.start - (/\bthe $/iu.exec(text.slice(0, source.start))?.[0].length ?? 0)
    const lead = text.slice(start, quote.span.start)
    const leadsIn = verb.start >= source.end && verb.end <= quote.span.start && countWords(lead) <= LEAD_WORDS
    const isNew = /^\p{Lu}/u.test(lead)
    const agreed = leadOfPerson(lead)
    if (leadsIn && agreed !== null)
      return tell(material, 'voice:joint:predicate', side, { said: quoted(`${agreed}${words}`) })
    if (leadsIn)
      return tell(material, isNew ? 'voice:joint:clause' : 'voice:joint:that', side, {
        said: quoted(`${lead}${words}`)
      })
  }
  return tell(material, `voice:joint:${form}`, side, { said, ...slots })
}

/**
 * The same where the sentence has named whose words they are, of what is told of both: "“…”", "the two sides “…”"; null for a
 * duty without whose it is.
 */
export const plainly = (material: Material, quote: Quote): string | null => {
  const told = inWords(material, quote)
  const { side, sentence } = quote.passage
  const said = quoted(told.words)
  const source = actorOf(material, quote)
  if (told.form === 'told')
    return sentence.speaker === 'both'
      ? tell(material, 'voice:plain:told', side, { said, ...told.slots })
      : null
  if (told.form === 'whose')
    return sentence.speaker === 'both' ? tell(material, 'voice:plain:whose', side, { said }) : null
  if (told.form === 'described') return null
  if (told.form !== 'predicate' && verbIn(told.words, quote) !== null) return null
  if (told.form === 'predicate')
    return sentence.speaker === 'both' && source !== null
      ? tell(material, 'voice:plain:named', side, { said, source })
      : tell(material, 'voice:plain:predicate', side, { said })
  if (told.form !== 'infinitive') return said
  return sentence.speaker === 'both' ? tell(material, 'voice:plain:infinitive', side, { said }) : null
}

/** "Minister Pan*, for his part,* pledged". */
const PARENTHESIS = String.raw`(?:, (?:for|on) (?:his|her|its|their) part,)?`

/**
 * Words without the name of whoever is to have said them: "*refused* to accept a list", of "The PRC side refused …"; not "*What
 * the U.S. side* committed to was …".
 */
const withoutSource = (quote: Quote, words: string, source: string): string => {
  const name = literally(source.replace(/^the /iu, ''))
  const [named] =
    new RegExp(
      `^(?!what |how |all )(?:the )?${OFFICE_BEFORE}${name}${PARENTHESIS} (?:also |further )?`,
      'iu'
    ).exec(words) ?? []
  const rest = named === undefined ? words : words.slice(named.length)
  return named !== undefined && isPredicate(rest, quote) ? rest : words
}

/** "The U.S. President": one person, whose office comes last. */
const OFFICE = new RegExp(`(?:${asides.persons.join('|')})$`, 'iu')

const isGovernment = (material: Material, side: Side, name: string): boolean =>
  name === material.capitals[side] ||
  name === material.names[side] ||
  (name.startsWith('the ') && !OFFICE.test(name))

/** Whether words tell what somebody is, has or will do, and not that they said it. */
const isOfItself = (quote: Quote, words: string, isAct: boolean): boolean => {
  const verb = verbIn(words, quote)
  const tense = verb && tenseOf(quote.passage.words, verb)
  return (tense === 'present' || tense === 'future' || tense === 'perfect') && !isAct
}

/** Whether a government tells of itself what it is or will do: “Washington says that it “competes with the PRC””. */
const isHeldOfItself = (material: Material, { quote, words, form }: InWords): boolean => {
  const { sentence, side } = quote.passage
  const { source } = sentence.attribution
  // "Washington “holds that …”", not "says that it “holds that …”".
  if (form !== 'predicate' || /^\p{Ll}+ that /u.test(words)) return false
  const isOfIt = isOfGovernment(material, quote, bareWords(material, quote))
  const isOfSource =
    source !== undefined && isGovernment(material, side, withArticle(material.sides[side].text, source))
  return (
    (isOfSource && isItself(material, quote)) ||
    ((isOfSource || isOfIt) && isOfItself(quote, words, isSaidFrom(material, quote, words)))
  )
}

/**
 * Whether words are what a government is to have said of itself, and no act of saying: "the U.S. side *has no intention*" as it
 * stands would be the other text's own word for it.
 */
const isHeldBy = (material: Material, quote: Quote, source: string, words: string): boolean => {
  const { sentence, side } = quote.passage
  return (
    sentence.speaker === otherSide(side) &&
    isGovernment(material, otherSide(side), source) &&
    isOfItself(quote, words, isSaidFrom(material, quote, words)) &&
    !isTold(quote)
  )
}

/** What somebody is to have said or done: "said “…”", "“refused …”". */
export const asSaid = (material: Material, quote: Quote, source: string): string => {
  const bare = bareWords(material, quote)
  const fronted = withoutFronted(material, quote, bare)
  if (fronted?.opening !== undefined && !isTold(quote))
    return `${lowered(fronted.opening)}, ${source} ${quoted(fronted.words)}`
  if (isListItem(material, quote)) {
    const { side } = quote.passage
    const item = actOfItem(quote, bare)
    if (item) return tell(material, 'said:item:act', side, { source, act: item.act, said: quoted(item.rest) })
    const pattern = isOfPromises(material, quote) ? 'said:item:promised' : 'said:item'
    return tell(material, pattern, side, { source, said: quoted(bare) })
  }
  const words = withoutPronoun(quote, withoutSource(quote, bare, source), true)
  if (isPredicate(words, quote))
    return isHeldBy(material, quote, source, words)
      ? `${source} said that it ${quoted(words)}`
      : `${source} ${quoted(words)}`
  return isTold(quote) ? quoted(words) : `${source} said ${quoted(words)}`
}

/** "Registrations have been renewed": told of the other side without a verb of saying, it is not said to have said so. */
const isTold = ({ passage: { sentence }, span }: Quote): boolean =>
  sentence.attribution.verb === undefined &&
  !(sentence.claims ?? []).some(
    (claim) => overlaps(claim.span, span) && (claim.lead ?? claim.governor ?? HELD.has(claim.kind))
  )

/** What somebody thinks, wants or assures is said, whether or not a verb says so. */
const HELD = new Set<ClaimKind>(['view', 'assurance', 'demand', 'hope'])
