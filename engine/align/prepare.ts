import { Associated } from './associated.ts'
import { candidatePairs } from './candidates.ts'
import { featuresOf, meaningFeatures, type PairFeatures } from './features.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { Similarity } from '../meaning/similarity.ts'
import { profilesOf } from './profile.ts'
import type { ReadoutDraft } from '../draft.ts'
import { Translated } from './translated.ts'
import { rarityOf, weigh, type Rarity, type Weighed } from './weigh.ts'
import { firstLogit, type AlignmentModel } from './score.ts'

export interface ScoredPair {
  us: number
  cn: number
  features: PairFeatures
  logit: number
}

export interface Prepared {
  lexicon: Lexicon
  us: Weighed[]
  cn: Weighed[]
  rarity: Rarity
  pairs: ScoredPair[]
  /** The pair of two sentences, by their indices; undefined for one that was not looked at. */
  pairOf: (us: number, cn: number) => ScoredPair | undefined
}

/** Both indices in one number, below the largest exact integer for any texts that are let in. */
const key = (us: number, cn: number): number => us * 2 ** 24 + cn

/** Below these log odds no likeness of words makes a link of a pair, so that it need not be computed. */
const HOPELESS = -7
/** A pair as far below that is not even kept. */
const FORGOTTEN = 2

/**
 * First look: every candidate pair by itself.
 *
 * @param hopeless log odds below which the words' meaning is not asked
 */
export const prepare = (
  us: ReadoutDraft,
  cn: ReadoutDraft,
  model: AlignmentModel,
  lexicon: Lexicon,
  hopeless = HOPELESS
): Prepared => {
  const profiles = { us: profilesOf(us, lexicon), cn: profilesOf(cn, lexicon) }
  const rarity = rarityOf(profiles.us, profiles.cn)
  const weighed = {
    us: weigh(profiles.us, rarity, lexicon),
    cn: weigh(profiles.cn, rarity, lexicon)
  }
  const similarity = new Similarity(
    weighed.us.map(({ content }) => content),
    weighed.cn.map(({ content }) => content)
  )
  const translated = Translated.of(profiles.us, profiles.cn)
  const associated = Associated.of(profiles.us, profiles.cn)
  const pairs: ScoredPair[] = []
  for (const [row, columns] of candidatePairs(weighed.us, weighed.cn).entries())
    for (const column of columns) {
      const [one, other] = [weighed.us[row], weighed.cn[column]]
      if (!one || !other) continue
      const features = featuresOf(one, other, rarity)
      if (translated) {
        const { less, more } = translated.between(row, column)
        Object.assign(features.values, { translated: less, translatedMost: more })
      }
      if (associated) Object.assign(features.values, associated.between(one, other))
      if (firstLogit(features, model) >= hopeless)
        Object.assign(features.values, meaningFeatures(one, other, similarity))
      const logit = firstLogit(features, model)
      if (logit >= hopeless - FORGOTTEN) pairs.push({ us: row, cn: column, features, logit })
    }
  const byPlace = new Map(pairs.map((pair) => [key(pair.us, pair.cn), pair]))
  return { ...weighed, lexicon, rarity, pairs, pairOf: (row, column) => byPlace.get(key(row, column)) }
}
