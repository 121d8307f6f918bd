import cues from '../lexicon/data/story-cues.json' with { type: 'json' }
import type { Side } from '../model.ts'
import { wordSet } from '../text/word-sets.ts'
import type { Token } from '../text/tokens.ts'
import type { Mention } from './entity-index.ts'
import { isBehindPreposition, wordBefore } from './third-parties.ts'

/** Whose a name, an office or a government is, where it stands for its side and where it only says what somebody deals with. */

/** What speaks for a government whose name stands before it: "Chinese *officials*", "China’s *readout*". */
export const HEADS = wordSet([...cues.heads, ...cues.roles, ...cues.spokespeople, ...cues.outlets])
const REGIONS = wordSet(cues.regions)
const FIELDS = wordSet(cues.fields)
const DESKS = wordSet(cues.desks)
const DEALING = wordSet(cues.dealing)
/** Words from a country's name to the word that makes it a field: "American and Oceanian *affairs*". */
const FIELD_REACH = 3
/** And from there to the body in which somebody deals with it. */
const BODY_REACH = 6

/** "North *American* affairs", "senior director *for China* on the council": what somebody deals with, and not for whom. */
export const isField = (
  { kind, from, to }: Mention,
  { part, all }: { part: readonly Token[]; all: readonly Mention[] }
): boolean => {
  if (kind !== 'party') return false
  if (REGIONS.has(part[from - 1]?.text ?? '')) return true
  // "a China *director on the National Security Council*"
  const isOfADesk =
    DESKS.has(part[to]?.text ?? '') &&
    all.some(
      (body) =>
        body.kind === 'office' &&
        body.party !== null &&
        body.from > to &&
        body.from <= to + BODY_REACH &&
        isBehindPreposition(part, body.from)
    )
  if (isOfADesk) return true
  if (!isBehindPreposition(part, from)) return false
  const isOfAffairs = part.slice(to, to + FIELD_REACH).some(({ text }) => FIELDS.has(text))
  const isBeforeABody =
    isBehindPreposition(part, to + 1) &&
    all.some((other) => other.from > to && other.from <= to + BODY_REACH && other.kind !== 'party')
  return isOfAffairs || (DEALING.has(wordBefore(part, from)?.text ?? '') && isBeforeABody)
}

/** The side of a name or an office; of an office that only one of the two has, without a country. */
export const sideOf = ({ party, never, chinese }: Mention): Side | null => {
  // "Prime Minister": of neither.
  if (never.includes('us') && never.includes('cn')) return null
  if (party === 'us' || party === 'cn') return party
  if (party !== null) return null
  // 副部长库柏: of an office that no country is told of, but with no Chinese name.
  if (never.includes('us')) return chinese === false ? null : 'cn'
  return never.includes('cn') ? 'us' : null
}
