import type { Language } from '../model.ts'
import { PhraseMatcher } from '../text/phrases.ts'
import data from './data/stances.json' with { type: 'json' }

/** Words by which a sentence answers what the other side raised. Both languages in one matcher: their tokens never meet. */

const plain = ({ en, zh }: Record<Language, readonly string[]>): PhraseMatcher<true> =>
  new PhraseMatcher([...en, ...zh].map((phrase) => ({ phrase, value: true as const })))

/** "Asked by", "so-called", "the request": what the other side said is named. */
export const echoes = plain(data.echoes)
/** "Not a bargaining chip", "took issue with": it is turned down or dismissed. */
export const dismissals = plain(data.dismissals)
/** "Lawful", "with restraint": an act is defended. */
export const defences = plain(data.defences)
/** "Rammed", "unsafe": an act is held against somebody. */
export const blames = plain(data.blames)
/** "Appreciates", "is willing to": something is granted or made much of. */
export const praises = plain(data.praises)
/** "So-called": another's word is kept at a distance. */
export const distancing: ReadonlySet<string> = new Set([...data.distancing.en, ...data.distancing.zh])
