import { answersOf, type Answers, type SentenceAnswer } from '../../engine/matters/answers.ts'
import type { Comparison } from '../../engine/model.ts'
import type { Study } from '../../engine/project/project.ts'
import type { Outcome, Slots } from '../analysis.ts'
import { isOfToday } from '../sample/stored.ts'

/** Read when a window is at rest: it starts without it. */
const readExchange = () => import('../../engine/exchange.ts')

type Exchange = Awaited<ReturnType<typeof readExchange>>

/** Comparisons and their mirror images, each by the other: what was exchanged is there again at once. */
const images = new WeakMap<Comparison, Comparison>()

/** Of how its sentences stand to each other nothing is told anew. */
const imageOf = (base: Comparison, { exchanged, exchangedId }: Exchange): Comparison => {
  const known = images.get(base)
  if (known) return known
  const image = exchanged(base)
  answersOf.carry(base, image, ({ of, counts, share }): Answers => {
    const turned = new Map<string, SentenceAnswer>()
    for (const [id, told] of of) turned.set(exchangedId(id), told)
    return { of: turned, counts: { us: counts.cn, cn: counts.us }, share: { us: share.cn, cn: share.us } }
  })
  images.set(base, image)
  images.set(image, base)
  return image
}

/** Makes ahead what an exchange of these texts takes, so that it is there at once when it is asked for. */
export const prepareExchange = async (base: Comparison): Promise<void> => {
  const exchange = await readExchange()
  if (isOfToday(base) && exchange.isSameExchanged(base)) imageOf(base, exchange)
}

/**
 * What comparing two texts in each other's place would give, where that is known without comparing: the mirror image of
 * a comparison that engine and lexicon of today gave.
 *
 * @param base the machine's comparison of the texts as they are
 * @param own the reader's changes to the lexicon
 * @returns null where it has to be compared
 */
export const exchangedOutcome = async (
  { us, cn }: Slots,
  base: Comparison | undefined,
  study: Pick<Study, 'name' | 'lexicon'> | null,
  own: string | undefined
): Promise<Outcome | null> => {
  if (!us || !cn || !base || study?.lexicon !== (own ?? null) || !isOfToday(base)) return null
  const exchange = await readExchange()
  if (!exchange.isSameExchanged(base)) return null
  const name = study.name === null ? {} : { name: study.name }
  return { ok: true, slots: { us: cn, cn: us }, comparison: imageOf(base, exchange), notes: [], ...name }
}
