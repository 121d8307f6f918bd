import claimCues from '../../lexicon/data/claim-cues.json' with { type: 'json' }
import storyCues from '../../lexicon/data/story-cues.json' with { type: 'json' }
import type { Token } from '../../text/tokens.ts'
import type { Clause } from './clause.ts'
import type { Subjects } from './subject.ts'
import { matcherOf, wordSet } from '../../text/word-sets.ts'

const { joint, documents, determiners, numbered } = storyCues.jointDocuments
const JOINT = matcherOf(joint)
const DOCUMENTS = matcherOf(documents)
const DEFINITE = wordSet(determiners)

const ARTICLE = wordSet(numbered)
const NUMBERS = wordSet(Object.keys(claimCues.figures.numbers.en))
const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (NUMBERS.has(token.text) || /^\d+$/u.test(token.text))

/** Words between "joint" and its document: "a joint *three-page* statement", "联合*发表的会谈*纪要". */
const BETWEEN = { en: 3, zh: 6 }
/** Words in front of a document that may say whose it is: "the *White House* statement". */
const OWNERS = { en: 4, zh: 8 }

/** Remembers whether the document that a story told of last is both sides': "a joint notice …. *The notice* said". */
export class JointDocuments {
  #isJoint = false
  /** A document of both sides has been told of, whatever others since. */
  #wasJoint = false

  /** Which tokens of a clause name a document of both sides; what is found holds for the clauses after it. */
  read(subjects: Subjects, clause: Clause): number[] {
    const { tokens, language } = clause
    const joint = JOINT.findLongest(tokens)
    const documents = new Set(DOCUMENTS.findLongest(tokens).map(({ from }) => from))
    return tokens.flatMap((token, at) => {
      // "*Article six* provides": of the document that was told of before.
      if (this.#wasJoint && ARTICLE.has(token.text) && isNumber(tokens[at + 1])) return [at]
      if (!documents.has(at)) return []
      const isSaidToBe = joint.some(({ from, to }) => to <= at && from >= at - 1 - BETWEEN[language])
      const isAgain = language === 'zh' || DEFINITE.has(tokens[at - 1]?.text ?? '')
      const isOwned = subjects.sidesIn(clause, Math.max(0, at - OWNERS[language]), at).length > 0
      this.#isJoint = isSaidToBe || (this.#isJoint && isAgain && !isOwned)
      this.#wasJoint ||= this.#isJoint
      return this.#isJoint ? [at] : []
    })
  }
}
