import { Parser } from 'htmlparser2'

/**
 * The parts of a Word file that hold text, written anew with nothing but text and structure: runs of one paragraph are
 * one run, so that what reads them has little to do however many there were; text boxes, the words under ruby and
 * formulas stand where that reader looks; what is hidden is taken out and kept apart.
 */

export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'

/** Structure that is handed on as it is, with its attributes. */
const KEPT = new Set(
  'w:body w:p w:tbl w:tr w:tc w:footnotes w:footnote w:endnotes w:endnote w:comments w:hdr w:ftr'.split(' ')
)
const ROOTS = new Set('w:document w:footnotes w:endnotes'.split(' '))
/**
 * Paragraphs of the body stand in boxes of so many: what reads them goes through all children of an element for each
 * that is added.
 */
const IN_A_BOX = 200
const BOX = '<w:sdt><w:sdtContent>'
const BOX_END = '</w:sdtContent></w:sdt>'

/** Properties of a paragraph that say what it is. */
const PROPERTIES = new Set('w:pPr w:pStyle w:numPr w:ilvl w:numId'.split(' '))
/** Marks inside a run, for what reads it to make characters or notes of. */
const MARKS = new Set(
  'w:tab w:br w:cr w:noBreakHyphen w:softHyphen w:sym w:footnoteReference w:endnoteReference'.split(' ')
)
/** What holds no words of the text as it stands now. */
const DROPPED = new Set(
  'w:del w:moveFrom w:instrText w:delText w:delInstrText w:rt w:sectPr w:tblPr w:tblGrid w:trPr w:tcPr w:pPrChange w:rPrChange w:fldData w:docPartPr w:sdtPr w:sdtEndPr w:rubyPr a:blip pic:pic'.split(
    ' '
  )
)
const TEXT = new Set(['w:t', 'm:t'])

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (words: string): string =>
  words.replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? '')
export const tagOf = (tag: string, attributes: Record<string, string>, end = ''): string =>
  `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')}${end}>`

const isOn = ({ 'w:val': value }: Record<string, string>): boolean =>
  value !== '0' && value !== 'false' && value !== 'off'

/** Styles are based on one another no deeper. */
const MOST_STYLES_DEEP = 12

/** Styles of characters and paragraphs that hide what has them. */
export const hidingStyles = (styles: string): Set<string> => {
  const hiding = new Set<string>()
  const showing = new Set<string>()
  const basedOn = new Map<string, string>()
  let style = ''
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (tag === 'w:style') style = attributes['w:styleId'] ?? ''
        else if (style === '') return
        else if (tag === 'w:vanish') (isOn(attributes) ? hiding : showing).add(style)
        else if (tag === 'w:basedOn') basedOn.set(style, attributes['w:val'] ?? '')
      },
      onclosetag: (tag) => {
        if (tag === 'w:style') style = ''
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(styles)
  // What a style does not say itself it has from the one that it is based on; a circle ends where it began.
  for (const derived of basedOn.keys()) {
    let from: string | undefined = derived
    for (let steps = 0; from !== undefined && steps < MOST_STYLES_DEEP; steps++) {
      if (showing.has(from)) break
      if (hiding.has(from)) {
        hiding.add(derived)
        break
      }
      from = basedOn.get(from)
    }
  }
  return hiding
}

/** Before the name of a part that is a document of its own, in the paragraph that stands for it. */
export const CHUNK_MARK = '\ue000altChunk '

interface Rewritten {
  xml: string
  /** Hidden words, a paragraph each. */
  hidden: string[]
  textBoxes: number
  ruby: number
}

/** @param hiding styles that hide text */
export const rewriteBody = (source: string, hiding: ReadonlySet<string>): Rewritten => {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']
  const hidden: string[] = []
  let [run, unseen] = ['', '']
  let [dropped, textDepth, textBoxes, ruby, properties] = [0, 0, 0, 0, 0]
  let isHiddenParagraph = false
  /** Whether the run hides its text; runs may stand in one another, under ruby and in boxes. */
  const runs: boolean[] = []
  /** Of each group of alternatives: whether its first choice had the text box, so that the fallback is the same again. */
  const alternatives: boolean[] = []
  /** Elements that are open among those kept, and how many stand in the present box. */
  let [level, boxed] = [0, 0]
  const flush = (): void => {
    if (run !== '') out.push(`<w:r>${run}</w:r>`)
    run = ''
    words = ''
  }
  let words = ''
  const settleWords = (): void => {
    if (words !== '') run += `<w:t xml:space="preserve">${escaped(words)}</w:t>`
    words = ''
  }
  const settle = (): void => {
    settleWords()
    flush()
  }

  const open = (tag: string, attributes: Record<string, string>): void => {
    if (ROOTS.has(tag)) out.push(`<${tag} ${NAMESPACES}>`)
    else if (KEPT.has(tag)) {
      settle()
      if (level === 1 && boxed === IN_A_BOX) {
        out.push(BOX_END, BOX)
        boxed = 0
      }
      if (level === 1) boxed++
      level++
      out.push(tagOf(tag, attributes))
      if (tag === 'w:body') out.push(BOX)
      if (tag === 'w:p') isHiddenParagraph = false
    } else if (PROPERTIES.has(tag)) {
      out.push(tagOf(tag, attributes))
      if (tag === 'w:pPr') properties++
      if (tag === 'w:pStyle') isHiddenParagraph = hiding.has(attributes['w:val'] ?? '')
    } else if (tag === 'w:r' || tag === 'm:r') runs.push(runs.at(-1) ?? isHiddenParagraph)
    else if (runs.length > 0 && tag === 'w:vanish') runs[runs.length - 1] = isOn(attributes)
    else if (runs.length > 0 && tag === 'w:rStyle' && hiding.has(attributes['w:val'] ?? ''))
      runs[runs.length - 1] = true
    else if (TEXT.has(tag)) textDepth++
    else if (MARKS.has(tag)) {
      if (runs.at(-1) === true) return
      settleWords()
      run += tagOf(tag, attributes, '/')
    } else if (tag === 'mc:AlternateContent') alternatives.push(false)
    else if (tag === 'w:txbxContent') {
      settle()
      textBoxes++
      if (alternatives.length > 0) alternatives[alternatives.length - 1] = true
      out.push('<w:r><w:pict><v:shape><v:textbox><w:txbxContent>')
    } else if (tag === 'w:ruby') ruby++
    else if (tag === 'w:altChunk') {
      settle()
      out.push(`<w:p><w:r><w:t>${escaped(CHUNK_MARK + (attributes['r:id'] ?? ''))}</w:t></w:r></w:p>`)
    }
  }
  const close = (tag: string): void => {
    if (KEPT.has(tag) || ROOTS.has(tag)) {
      settle()
      if (tag === 'w:body') out.push(BOX_END)
      if (KEPT.has(tag)) level--
      out.push(`</${tag}>`)
      if (tag === 'w:p' && unseen.trim() !== '') hidden.push(unseen.trim())
      if (tag === 'w:p') unseen = ''
    } else if (PROPERTIES.has(tag)) {
      out.push(`</${tag}>`)
      if (tag === 'w:pPr') properties--
    } else if (tag === 'w:r' || tag === 'm:r') runs.pop()
    else if (TEXT.has(tag)) textDepth--
    else if (tag === 'mc:AlternateContent') alternatives.pop()
    else if (tag === 'w:txbxContent') {
      settle()
      out.push('</w:txbxContent></v:textbox></v:shape></w:pict></w:r>')
    }
  }
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        // The mark of a paragraph that was deleted joins it to the next.
        if (tag === 'w:del' && dropped === 0 && properties > 0) out.push('<w:rPr><w:del/></w:rPr>')
        const repeats = tag === 'mc:Fallback' && alternatives.at(-1) === true
        if (dropped > 0 || DROPPED.has(tag) || repeats) dropped++
        else open(tag, attributes)
      },
      ontext: (piece) => {
        if (dropped > 0 || textDepth === 0) return
        if (runs.at(-1) === true) unseen += piece
        else words += piece
      },
      onclosetag: (tag) => {
        if (dropped > 0) dropped--
        else close(tag)
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(source)
  return { xml: out.join(''), hidden, textBoxes, ruby }
}
