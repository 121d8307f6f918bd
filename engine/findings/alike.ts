import { otherSide, type Side } from '../model.ts'
import { countWords } from '../text/words.ts'
import type { Quote } from './draft.ts'
import type { Material } from './material.ts'
import { tell } from './sentences.ts'
import { plainly } from './voiced.ts'

/** A sentence of more words is told with one side's words alone. */
const SOON_READ = 38

/**
 * Tells what both report in the words of both, or of whoever has fewer; null where these lack their subject.
 *
 * @param side whose words come first
 */
export const toldAlike = (material: Material, side: Side, own: Quote, other: Quote): string | null => {
  const [said, answer] = [plainly(material, own), plainly(material, other)]
  if (said === null || answer === null) return null
  const both = tell(material, 'agreement', side, { said, answer })
  if (countWords(both) <= SOON_READ) return both
  return countWords(said) <= countWords(answer)
    ? tell(material, 'agreement:one', side, { said })
    : tell(material, 'agreement:one', otherSide(side), { said: answer })
}
