import data from '../lexicon/data/finding-salience.json' with { type: 'json' }
import { sigmoid, sum, type LogisticModel } from '../logistic.ts'
import { otherSide, SIDES, type Side, type Speaker } from '../model.ts'
import type { FindingDraft } from './draft.ts'
import type { Material } from './material.ts'

/** How likely an analyst is to count a finding among the first five of a meeting. */

const salienceModel: LogisticModel = data.model

const DIGIT = /\p{Nd}/u
/** Terms and labels are of one kind, whatever they are. */
const BY_KIND = /^(?:term|label)(?=:)/u

/** What speaks for and against it: the rule, what it quotes, who says it, where. All are symmetric in the two sides. */
export const salienceSigns = (material: Material, draft: FindingDraft): Record<string, number> => {
  const quoted = SIDES.flatMap((side) => {
    const passage = draft[side].flatMap((id) => material.passage(id) ?? [])[0]
    return passage ? [{ side, passage }] : []
  })
  const places = quoted.map(
    ({ side, passage }) =>
      material.sides[side].passages.indexOf(passage) / material.sides[side].passages.length
  )
  const speaks = (is: (speaker: Speaker, side: Side) => boolean): number =>
    quoted.filter(({ side, passage }) => is(passage.sentence.speaker, side)).length / 2
  const link = Math.max(
    0,
    ...draft.us
      .flatMap((id) => material.groupsOf(id))
      .filter((group) => draft.cn.some((id) => group.cn.includes(id)))
      .map(({ score }) => score)
  )
  return {
    [`rule ${BY_KIND.exec(draft.rule)?.[0] ?? draft.rule}`]: 1,
    weight: draft.weight,
    figure: Number(DIGIT.test(draft.say)),
    both: Number(quoted.length === SIDES.length),
    alone: Number(draft.only !== undefined),
    link,
    unlinked: Number(link === 0),
    first: Math.min(1, ...places),
    last: Math.max(0, ...places),
    saidForOther: speaks((speaker, side) => speaker === otherSide(side)),
    joint: speaks((speaker) => speaker === 'both'),
    narrated: speaks((speaker) => speaker === 'narrator')
  }
}

/** The log odds of it by some weights. */
export const salienceLogit = (model: LogisticModel, signs: Record<string, number>): number =>
  sum(model, Object.keys(signs), signs)

/** The probability, by weights that test/bench/fit-salience.ts has fitted to what authors of blind pairs expected. */
export const salience = (material: Material, draft: FindingDraft): number =>
  sigmoid(salienceLogit(salienceModel, salienceSigns(material, draft)))
