import {
  SIDES,
  otherSide,
  type Comparison,
  type Figure,
  type Language,
  type Sentence,
  type Side
} from '../model.ts'
import { inChineseWords } from '../text/chinese-words.ts'
import { tokenise } from '../text/tokens.ts'
import { placeOf } from './place.ts'

/** Figures and dates that both texts have, or one alone. */
export interface BriefFigures {
  /** "Both", "Only Beijing" */
  who: string
  /** Each with what it counts, and where it stands: "“84 round-trip flights” (U.S. paragraph 3)". */
  items: { words: string; place: string; side: Side }[]
}

/** Numbers below this count one's interlocutors and points rather than facts. */
const LEAST = 10
const MOST = 6
/** So many words behind a figure say what it counts. */
const COUNTED = 4
/** With these no phrase ends. */
const OPEN = new Set(
  'a an the and or of to in on at by for from with as than that which who is are was were will would be been have has had its their this last next more per into over under between through until since before after around about amid'.split(
    ' '
  )
)
const PARTICIPLE = /(?:ed|ing)$/u
/** What before a date or an amount belongs to it. */
const BEFORE =
  /(?:\b(?:not|no|as|of|at|by|from|until|before|after|since|beginning|starting|end|start|the|early|late|mid|least|most|more|less|than|over|under|nearly|about|up|to|within|for|later|earlier|no later)\s+){1,4}$/iu
const BEGINS = /^(?:(?:of|to|at|for|as|the)\s+(?!the end|end|least|most|of))+/iu

interface Found {
  key: string
  words: string
  side: Side
  place: number
}

const isTelling = ({ kind, value }: Figure, days: ReadonlySet<string>): boolean => {
  if (kind === 'date') return value.includes('-') && !days.has(value)
  const amount = Number.parseFloat(value)
  if (kind !== 'number') return true
  return amount >= LEAST && !/^(?:19|20)\d\d$/u.test(value)
}

/** The words of a stretch and where each ends in it. */
const wordsOf = (stretch: string, language: Language): { text: string; end: number }[] =>
  language === 'en'
    ? tokenise(stretch)
    : [...inChineseWords(stretch)].map(({ segment, index }) => ({
        text: segment,
        end: index + segment.length
      }))

/** A figure with what it counts, or a date with what governs it; up to the next mark and no more words than it takes;
 * null for a bare number. */
const phraseAt = (sentence: Sentence, figure: Figure, language: Language): string | null => {
  const at = { start: figure.start - sentence.start, end: figure.end - sentence.start }
  const { text } = sentence
  let start = at.start
  if (language === 'en') {
    const before = BEFORE.exec(text.slice(0, at.start))?.[0] ?? ''
    start -= before.replace(BEGINS, '').length
  }
  let end = at.end
  if (figure.kind !== 'date') {
    const [stretch = ''] = /^[^,;:.!?()，。；：！？（）、“”"—–\n]*/u.exec(text.slice(at.end)) ?? []
    const behind = wordsOf(stretch, language).slice(0, COUNTED)
    const firstOpen = behind.findIndex(({ text: word }) => OPEN.has(word))
    const kept = firstOpen === -1 ? behind : behind.slice(0, firstOpen)
    // What is done with it begins here: "61 entities | added".
    const verb = kept.findIndex(({ text: word }, place) => place > 0 && PARTICIPLE.test(word))
    const noun = verb === -1 ? kept.at(-1) : kept[verb - 1]
    // A bare number, and one that a mark parts from what follows, counts nothing.
    if (figure.kind === 'number' && (noun === undefined || /[,，]$/u.test(text.slice(at.start, at.end))))
      return null
    end += noun?.end ?? 0
  }
  return text.slice(start, end).replace(/\s+/gu, ' ').trim()
}

/**
 * What is counted and dated: in both texts, then in one alone.
 *
 * @param telling the sentences that tell of the meeting: its day is no news
 */
export const figuresOf = (
  { readouts }: Comparison,
  who: Record<Side, string>,
  telling: ReadonlySet<Sentence>
): BriefFigures[] => {
  const days = new Set(
    [...telling].flatMap(({ claims = [] }) =>
      claims.flatMap(({ figures }) => figures.filter(({ kind }) => kind === 'date').map(({ value }) => value))
    )
  )
  for (const side of SIDES) days.add((readouts[side].date ?? '').slice(5))
  const keyOf = ({ kind, value }: Figure): string => `${kind} ${value}`
  const found = (side: Side): Found[] => {
    const { sentences, language } = readouts[side]
    const seen = new Set<string>()
    return sentences.flatMap((sentence) =>
      (sentence.claims ?? [])
        .flatMap(({ figures }) => figures)
        .filter((figure) => isTelling(figure, days) && !seen.has(keyOf(figure)) && seen.add(keyOf(figure)))
        .flatMap((figure) => {
          const words = phraseAt(sentence, figure, language)
          return words === null
            ? []
            : [{ key: keyOf(figure), words, side, place: placeOf(readouts[side], sentence) }]
        })
    )
  }
  const all = { us: found('us'), cn: found('cn') }
  /** All that a text has, of small numbers and bare ones too: what only one has is nowhere in the other. */
  const keysIn = (side: Side): Set<string> =>
    new Set(
      readouts[side].sentences.flatMap(({ claims = [] }) => claims.flatMap((one) => one.figures.map(keyOf)))
    )
  const keys = { us: keysIn('us'), cn: keysIn('cn') }
  const item = ({ words, place, side }: Found) => ({
    words,
    place: `${who[side]}, paragraph ${place}`,
    side
  })
  const both = all.us.filter(({ key }) => keys.cn.has(key))
  const alone = (side: Side): Found[] => all[side].filter(({ key }) => !keys[otherSide(side)].has(key))
  return [
    { who: 'Both', items: both.slice(0, MOST).map(item) },
    ...SIDES.map((side) => ({
      who: `Only ${who[side]}`,
      items: alone(side)
        .slice(0, MOST)
        .map((one) => ({ ...item(one), place: `paragraph ${one.place}` }))
    }))
  ].filter(({ items }) => items.length > 0)
}
