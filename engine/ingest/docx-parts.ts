import { Parser } from 'htmlparser2'
import { escaped, NAMESPACES, tagOf } from './docx-body.ts'

/**
 * The parts of a Word file that say what its text is made of, written anew with what is needed of them: their reader
 * takes longer with each child of an element, and stops at what is not well-formed.
 */

/** Styles, numberings or relations that a file has; more are not looked at. */
const MOST_ENTRIES = 3_000

const words = (list: string): Set<string> => new Set(list.split(' '))
const KEPT: { path: RegExp; tags: Set<string> }[] = [
  { path: /^word\/styles\.xml$/u, tags: words('w:styles w:style w:name w:pPr w:numPr w:ilvl w:numId') },
  {
    path: /^word\/numbering\.xml$/u,
    tags: words(
      'w:numbering w:abstractNum w:multiLevelType w:lvl w:numFmt w:pStyle w:styleLink w:numStyleLink w:num w:abstractNumId w:isLgl'
    )
  },
  { path: /(?:^|\/)_rels\/[^/]*\.rels$/u, tags: words('Relationships Relationship') },
  { path: /^\[Content_Types\]\.xml$/u, tags: words('Types Default Override') }
]

/** @returns null for a part that is not needed */
export const rewritePart = (path: string, source: string): string | null => {
  const kept = KEPT.find((part) => part.path.test(path))
  if (!kept) return null
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']
  const open: string[] = []
  let skipped = 0
  let entries = 0
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (skipped > 0 || !kept.tags.has(tag) || (open.length === 0 && out.length > 1)) skipped++
        else if (open.length === 1 && ++entries > MOST_ENTRIES) skipped++
        else {
          const { xmlns = '', ...own } = attributes
          const names = Object.fromEntries(Object.entries(own).filter(([name]) => /^(?:w:)?\w+$/u.test(name)))
          const space =
            open.length > 0 ? '' : tag.startsWith('w:') ? ` ${NAMESPACES}` : ` xmlns="${escaped(xmlns)}"`
          out.push(tagOf(tag, names).replace(/>$/u, () => `${space}>`))
          open.push(tag)
        }
      },
      onclosetag: () => {
        if (skipped > 0) skipped--
        else out.push(`</${open.pop() ?? ''}>`)
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(source)
  return out.join('')
}
