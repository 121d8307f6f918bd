import type { Side } from '../../engine/model.ts'
import type { Source } from '../analysis.ts'
import { gather, type Gathered } from './folder.ts'
import { words } from '../words/words.ts'

/** What was dropped, or why nothing can be made of it; what is in a folder comes later. */
export type Dropped = { sources: Source[] } | { gathering: Promise<Gathered> } | { problem: string }

const say = words.intake

/** Markup with paragraphs in it, which plain text may have lost. */
const HAS_PARAGRAPHS = /<(?:p|div|br|li|h[1-6]|td)\b/iu

/** A selection of text out of a drop or a clipboard, with its markup where that has paragraphs; a link alone is none. */
const selectionIn = (data: DataTransfer, how: 'dropped' | 'pasted'): Source[] => {
  const text = data.getData('text/plain').trim()
  const html = data.getData('text/html')
  // A dragged link has markup too, but no text beyond its address.
  if (text === '' || text === data.getData('text/uri-list').trim() || isAddress(text)) return []
  return HAS_PARAGRAPHS.test(html)
    ? [{ kind: 'html', name: say.selection[how], html }]
    : [{ kind: 'text', name: say.plainText[how], text: data.getData('text/plain') }]
}

/** An address and nothing else, as browsers copy and drag it. */
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/iu.test(text.trim())

/** Takes the sources out of a drop; must be called while the event is being handled, when its data can be read. */
export const readDrop = (data: DataTransfer | null): Dropped => {
  if (!data) return { problem: say.nothingDropped }
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.some(({ isDirectory }) => isDirectory)) return { gathering: gather(entries) }
  const files = [...data.files]
  if (files.length > 0) return { sources: files.map((file) => ({ kind: 'file', file })) }
  const [selection] = selectionIn(data, 'dropped')
  if (selection) return { sources: [selection] }
  const link = data.getData('text/uri-list').trim()
  return {
    problem: link === '' && !isAddress(data.getData('text/plain')) ? say.nothingDropped : say.linkOnly
  }
}

/** What was pasted: files copied in a file manager, a selection, or a link, which is not followed. */
export const readPaste = (data: DataTransfer): { sources: Source[] } | { problem: string } => {
  const files = [...data.files]
  const sources =
    files.length > 0 ? files.map((file): Source => ({ kind: 'file', file })) : selectionIn(data, 'pasted')
  if (sources.length > 0) return { sources }
  return { problem: isAddress(data.getData('text/plain')) ? say.linkOnly : say.nothingPasted }
}

/** The side under the pointer, if it is over one's place. */
export const sideUnder = (target: EventTarget | null): Side | undefined => {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null
  const side = place?.dataset['drop']
  return side === 'us' || side === 'cn' ? side : undefined
}
