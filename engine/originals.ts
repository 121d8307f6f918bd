import {
  SIDES,
  type Claim,
  type Comparison,
  type Finding,
  type Readout,
  type ReadoutText,
  type Sentence,
  type Side,
  type Span
} from './model.ts'
import { quoteOf } from './read.ts'
import { legible } from './text/legible.ts'
import { inOriginal, type Derived } from './text/offsets.ts'

/**
 * Texts are compared as they are understood (`text/legible.ts`) and shown as they stand: here the one is made of the
 * other, and the spans of a comparison are brought back.
 */

/** A side's text as it is understood, with the way back. */
interface Understood {
  text: ReadoutText
  own: Derived
  other: Derived | null
}

export const understand = (text: ReadoutText): Understood => {
  const own = legible(text.text)
  const other = text.inOtherLanguage ? legible(text.inOtherLanguage.text) : null
  return {
    text: {
      ...text,
      text: own.text,
      ...(text.inOtherLanguage && other
        ? { inOtherLanguage: { ...text.inOtherLanguage, text: other.text } }
        : {})
    },
    own,
    other
  }
}

type Texts = Record<Side, { original: ReadoutText; understood: Understood }>

/** Spans of one text and the words they cut out of it. */
class Way {
  readonly #derived: Derived
  readonly #text: string

  constructor(derived: Derived, text: string) {
    this.#derived = derived
    this.#text = text
  }

  span = <S extends Span>(span: S): S => inOriginal(this.#derived, span)
  spans = <S extends Span>(spans: readonly S[]): S[] => spans.map(this.span)
  words = (spans: readonly Span[]): string[] =>
    this.spans(spans).map(({ start, end }) => this.#text.slice(start, end))

  claim = (claim: Claim): Claim => ({
    ...claim,
    span: this.span(claim.span),
    ...(claim.lead ? { lead: this.span(claim.lead) } : {}),
    ...(claim.governor ? { governor: this.span(claim.governor) } : {}),
    figures: this.spans(claim.figures),
    condition: claim.condition && this.span(claim.condition)
  })

  sentence = (sentence: Sentence): Sentence => {
    const { attribution, claims } = sentence
    const { source, verb, addressee, within } = attribution
    const { start, end } = this.span(sentence)
    return {
      ...sentence,
      start,
      end,
      text: this.#text.slice(start, end),
      ...(claims ? { claims: claims.map(this.claim) } : {}),
      attribution: {
        ...attribution,
        ...(source ? { source: this.span(source) } : {}),
        ...(verb ? { verb: this.span(verb) } : {}),
        ...(addressee ? { addressee: this.span(addressee) } : {}),
        ...(within
          ? { within: { ...within, source: this.span(within.source), verb: this.span(within.verb) } }
          : {})
      }
    }
  }

  /** What a readout has of its text. */
  readout<R extends Pick<Readout, 'title' | 'paragraphs' | 'sentences'>>(readout: R): R {
    const title = readout.paragraphs.find(({ kind }) => kind === 'title')
    return {
      ...readout,
      title: readout.title !== null && title ? (this.words([title])[0] ?? null) : readout.title,
      paragraphs: this.spans(readout.paragraphs),
      sentences: readout.sentences.map(this.sentence)
    }
  }
}

/** A comparison of texts as they are understood, as one of the texts as they stand. */
export const inOriginals = (comparison: Comparison, texts: Texts): Comparison => {
  if (
    SIDES.every(
      (side) => texts[side].understood.own.text === texts[side].original.text && isSame(texts[side])
    )
  )
    return comparison
  const ways = {
    us: new Way(texts.us.understood.own, texts.us.original.text),
    cn: new Way(texts.cn.understood.own, texts.cn.original.text)
  }
  const otherWay = (side: Side): Way | null => {
    const { original, understood } = texts[side]
    return understood.other && new Way(understood.other, original.inOtherLanguage?.text ?? '')
  }
  const both = <T extends Record<Side, Span[]>>(entry: T): T => ({
    ...entry,
    us: ways.us.spans(entry.us),
    cn: ways.cn.spans(entry.cn)
  })
  const readoutOf = (side: Side): Readout => {
    const { original } = texts[side]
    const readout = ways[side].readout(comparison.readouts[side])
    const { inOtherLanguage } = readout
    const other = otherWay(side)
    return {
      ...readout,
      sentences: readout.sentences.map((sentence) => ({ ...sentence, ...quoteOf(original, side, sentence) })),
      ...(readout.source === undefined ? {} : { source: original.text }),
      ...(inOtherLanguage && other ? { inOtherLanguage: other.readout(inOtherLanguage) } : {})
    }
  }
  const findingOf = (finding: Finding): Finding => {
    const { spans, inOtherLanguage, only } = finding
    // A finding about one side's two languages is that side's alone.
    const side: Side = only ?? (finding.us.length > 0 ? 'us' : 'cn')
    const other = otherWay(side)
    return {
      ...finding,
      spans: both(spans),
      words: { us: ways.us.words(spans.us), cn: ways.cn.words(spans.cn) },
      ...(inOtherLanguage && other
        ? {
            inOtherLanguage: {
              ...inOtherLanguage,
              spans: other.spans(inOtherLanguage.spans),
              words: other.words(inOtherLanguage.spans)
            }
          }
        : {})
    }
  }
  return {
    ...comparison,
    readouts: { us: readoutOf('us'), cn: readoutOf('cn') },
    groups: comparison.groups.map((group) => ({
      ...group,
      evidence: group.evidence.map(both),
      framing: group.framing.map(both),
      ...(group.wordMarks
        ? {
            wordMarks: {
              sameUs: ways.us.spans(group.wordMarks.sameUs),
              sameCn: ways.cn.spans(group.wordMarks.sameCn),
              onlyUs: ways.us.spans(group.wordMarks.onlyUs),
              onlyCn: ways.cn.spans(group.wordMarks.onlyCn)
            }
          }
        : {})
    })),
    findings: comparison.findings.map(findingOf)
  }
}

/** Whether the side's text in the other language is understood as it stands. */
const isSame = ({ original, understood }: Texts[Side]): boolean =>
  understood.other === null || understood.other.text === original.inOtherLanguage?.text
