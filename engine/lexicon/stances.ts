import { phrasesOf } from '../text/phrases.ts'
import data from './data/stances.json' with { type: 'json' }

/** Words by which a sentence answers what the other side raised. */

/** "Asked by", "so-called", "the request": what the other side said is named. */
export const echoes = phrasesOf(data.echoes)
/** "Not a bargaining chip", "took issue with": it is turned down or dismissed. */
export const dismissals = phrasesOf(data.dismissals)
/** "Lawful", "with restraint": an act is defended. */
export const defences = phrasesOf(data.defences)
/** "Rammed", "unsafe": an act is held against somebody. */
export const blames = phrasesOf(data.blames)
/** "Appreciates", "is willing to": something is granted or made much of. */
export const praises = phrasesOf(data.praises)
const distancing: ReadonlySet<string> = new Set([...data.distancing.en, ...data.distancing.zh])
/** "So-called": words that only keep another's word at a distance, with whichever hyphen. */
export const isDistancing = (words: string): boolean =>
  distancing.has(words.toLowerCase().replace(/\p{Pd}/gu, '-'))
