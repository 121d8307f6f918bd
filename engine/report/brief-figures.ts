import {
  SIDES,
  otherSide,
  type Comparison,
  type Figure,
  type Language,
  type Sentence,
  type Side
} from '../model.ts'
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
const COUNTED: Record<Language, number> = { en: 4, zh: 3 }
/** With these no phrase ends. */
const OPEN = new Set(
  'a an the and or of to in on at by for from with as than that which who is are was were will would be been have has had its their this last next more per into over under between through until since before after'.split(
    ' '
  )
)
/** What before a date or an amount belongs to it. */
const BEFORE =
  /(?:\b(?:not|no|as|of|at|by|from|until|before|after|since|beginning|starting|end|start|the|early|late|mid|least|most|more|less|than|over|under|nearly|about|up|to|within|for)\s+){1,4}$/iu
const BEGINS = /^(?:of|the|to|at|for)\s+(?!the end|least|most)/iu

interface Found {
  key: string
  words: string
  side: Side
  place: number
}

const isTelling = ({ kind, value }: Figure, meetingDay: string): boolean => {
  if (kind === 'date') return value.includes('-') && value !== meetingDay
  const amount = Number.parseFloat(value)
  if (kind !== 'number') return true
  return amount >= LEAST && !/^(?:19|20)\d\d$/u.test(value)
}

/** A figure with what it counts, or a date with what governs it; up to the next mark and no more words than it takes. */
const phraseAt = (sentence: Sentence, figure: Figure, language: Language): string => {
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
    const behind = tokenise(stretch).slice(0, COUNTED[language])
    while (behind.length > 0 && OPEN.has(behind.at(-1)?.text ?? '')) behind.pop()
    const firstOpen = behind.findIndex(({ text: word }, place) => place > 0 && OPEN.has(word))
    const kept = firstOpen === -1 ? behind : behind.slice(0, firstOpen)
    end += kept.at(-1)?.end ?? 0
  }
  return text.slice(start, end).replace(/\s+/gu, ' ').trim()
}

/** What is counted and dated: in both texts, then in one alone; the day of the meeting is no news. */
export const figuresOf = ({ readouts }: Comparison, who: Record<Side, string>): BriefFigures[] => {
  const found = (side: Side): Found[] => {
    const { sentences, date, language } = readouts[side]
    const meetingDay = (date ?? readouts[otherSide(side)].date ?? '').slice(5)
    const seen = new Set<string>()
    return sentences.flatMap((sentence) =>
      (sentence.claims ?? [])
        .flatMap(({ figures }) => figures)
        .filter((figure) => isTelling(figure, meetingDay))
        .map((figure) => ({
          key: `${figure.kind} ${figure.value}`,
          words: phraseAt(sentence, figure, language),
          side,
          place: placeOf(readouts[side], sentence)
        }))
        .filter(({ key }) => !seen.has(key) && seen.add(key))
    )
  }
  const all = { us: found('us'), cn: found('cn') }
  const keys = { us: new Set(all.us.map(({ key }) => key)), cn: new Set(all.cn.map(({ key }) => key)) }
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
