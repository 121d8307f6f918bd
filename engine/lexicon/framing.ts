import dutyData from './data/duties.json' with { type: 'json' }
import labelData from './data/labels.json' with { type: 'json' }
import protocolData from './data/protocol.json' with { type: 'json' }
import scaleData from './data/scales.json' with { type: 'json' }
import toneData from './data/tones.json' with { type: 'json' }
import { phrasesOf, PhraseMatcher } from '../text/phrases.ts'
import type { Language } from '../model.ts'

/** The lexicons of framing, ready to be found in a text. Both languages in one matcher: their tokens never meet. */

interface Bilingual {
  en: readonly string[]
  zh: readonly string[]
}

const matcher = <T>(entries: readonly (Bilingual & { value: T })[]): PhraseMatcher<T> =>
  new PhraseMatcher(
    entries.flatMap(({ en, zh, value }) => [...en, ...zh].map((phrase) => ({ phrase, value })))
  )

/** How strongly words lay something on someone, 1 to 5. */
interface Strength {
  strength: number
}
const graded = (
  list: Record<Language, readonly (Strength & { forms: readonly string[] })[]>
): PhraseMatcher<Strength> =>
  new PhraseMatcher(
    (['en', 'zh'] as const).flatMap((language) =>
      list[language].flatMap(({ strength, forms }) =>
        forms.map((phrase) => ({ phrase, value: { strength } }))
      )
    )
  )
const plain = (list: Bilingual): PhraseMatcher<true> => matcher([{ ...list, value: true as const }])

/** "should", "must": what someone ought to do. */
export const modals = graded(dutyData.modals)
/** "urged", "demanded": what someone is asked to do. */
export const asks = graded(dutyData.asks)
/** "stop", "lift": what is to end. */
export const stops = plain(dutyData.stops)
/** "bullying", "provocations": a fault found with the other side. */
export const faults = plain(dutyData.faults)
/** "so-called", "groundless": what the other side says is denied. */
export const rejections = plain(dutyData.rejections)
/** "outsiders", "certain countries": the other side without its name. */
export const veiled = plain(dutyData.veiled)
/** Names of third parties, whose faults are not the other side's. */
export const thirds = plain(dutyData.thirds)
/** "not", "never": what is denied is no fault. */
export const negations = plain(dutyData.never)
/** "either side", "all countries": a fault found with everyone alike. */
export const evenly = plain(dutyData.evenly)
/** "will", "does not seek": what a side takes upon itself. */
export const pledges = plain(dutyData.pledges)
/** Other names for a party. */
export const homes = new PhraseMatcher<string>(
  (['en', 'zh'] as const).flatMap((language) =>
    dutyData.homes[language].flatMap(({ party, forms }) => forms.map((phrase) => ({ phrase, value: party })))
  )
)

export interface Tone {
  /** How diplomats conventionally read it. */
  reads: string
  weight: number
  /** The adjective by which the entry is known. */
  name: string
  /** Whether it says more than what readouts say of any talks: "tense", but not "candid". */
  telling: boolean
}
const toneEntries: readonly (Bilingual & { reads: string; weight: number; telling?: boolean })[] =
  toneData.tones
export const tones = matcher<Tone>(
  toneEntries.map(({ en, zh, reads, weight, telling = false }) => ({
    en,
    zh,
    value: { reads, weight, name: en[0] ?? '', telling }
  }))
)
/** Words for the talks, near which an adjective is theirs. */
export const talks = plain(toneData.near)
/** Words after or before an adjective that say that it describes something else, or what is only wished for. */
export const elsewhere = plain(toneData.elsewhere)

export interface Label {
  id: string
  /** When it was in use, as far as known. */
  used: string
  weight: number
  /** Whether it is for what a summit is to have brought, and not for the relationship. */
  isOfSummit: boolean
}
const labelEntries: readonly (Omit<Label, 'isOfSummit'> & Bilingual & { of?: string })[] = labelData.labels
export const labels = matcher<Label>(
  labelEntries.map(({ en, zh, id, used, weight, of }) => ({
    en,
    zh,
    value: { id, used, weight, isOfSummit: of === 'summit' }
  }))
)

export interface Level {
  /** What kind of formula it is. */
  scale: string
  name: string
  /** 1 to 5. */
  strength: number
}
export const scales = matcher<Level>(
  scaleData.scales.flatMap(({ id, name, levels }) =>
    levels.map(({ en, zh, strength }) => ({ en, zh, value: { scale: id, name, strength } }))
  )
)
export const warnings = matcher<Strength>(
  scaleData.warnings.map(({ en, zh, strength }) => ({ en, zh, value: { strength } }))
)

export interface ProtocolFeature {
  id: string
  /** What it tells, to complete "says that …", with `{whom}` for whose request or invitation it was. */
  told: string
  /**
   * Whose it was: named behind the words, or last before them, or as their owner ("at *Beijing's* request"); or, unnamed, the
   * side that is not the text's own.
   */
  whose: 'behind' | 'before' | 'owner' | 'other'
  weight: number
}
/** Words for a meeting that did not come about: whose request that was tells not who asked for this one. */
export const unheld = phrasesOf(protocolData.unheld)
/** Words by any of which a text may tell who asked for a meeting or invited to it. */
export const protocolMentions = phrasesOf(protocolData.mentions)
export const protocol = matcher<ProtocolFeature>(
  (protocolData.features as (ProtocolFeature & Bilingual)[]).map(({ en, zh, ...value }) => ({
    en,
    zh,
    value
  }))
)
