import type { Side } from '../../engine/model.ts'
import type { Source } from '../analysis.ts'
import { gather, type Gathered } from './folder.ts'

/** What was dropped, or why nothing can be made of it; what is in a folder comes later. */
export type Dropped = { sources: Source[] } | { gathering: Promise<Gathered> } | { problem: string }

const LINK_ONLY =
  'This is only a link. Parallax makes no requests: open the page, then save it and drop the file, or select its text and drop or paste that.'
const NOTHING_PASTED = 'The clipboard holds no text. Copy the text of a readout and paste it.'
const NOTHING =
  'Nothing that can be read was dropped. Drop the files of the readouts, or a selection of text.'

/** Markup with paragraphs in it, which plain text may have lost. */
const HAS_PARAGRAPHS = /<(?:p|div|br|li|h[1-6]|td)\b/iu

/** A selection of text out of a drop or a clipboard, with its markup where that has paragraphs; a link alone is none. */
const selectionIn = (data: DataTransfer, how: 'dropped' | 'pasted'): Source[] => {
  const text = data.getData('text/plain').trim()
  const html = data.getData('text/html')
  // A dragged link has markup too, but no text beyond its address.
  if (text === '' || text === data.getData('text/uri-list').trim() || isAddress(text)) return []
  return HAS_PARAGRAPHS.test(html)
    ? [{ kind: 'html', name: `${how} selection`, html }]
    : [{ kind: 'text', name: `${how} text`, text: data.getData('text/plain') }]
}

/** An address and nothing else, as browsers copy and drag it. */
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/iu.test(text.trim())

/** Takes the sources out of a drop; must be called while the event is being handled, when its data can be read. */
export const readDrop = (data: DataTransfer | null): Dropped => {
  if (!data) return { problem: NOTHING }
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.some(({ isDirectory }) => isDirectory)) return { gathering: gather(entries) }
  const files = [...data.files]
  if (files.length > 0) return { sources: files.map((file) => ({ kind: 'file', file })) }
  const [selection] = selectionIn(data, 'dropped')
  if (selection) return { sources: [selection] }
  const link = data.getData('text/uri-list').trim()
  return { problem: link === '' && !isAddress(data.getData('text/plain')) ? NOTHING : LINK_ONLY }
}

/** What was pasted: files copied in a file manager, a selection, or a link, which is not followed. */
export const readPaste = (data: DataTransfer): { sources: Source[] } | { problem: string } => {
  const files = [...data.files]
  const sources =
    files.length > 0 ? files.map((file): Source => ({ kind: 'file', file })) : selectionIn(data, 'pasted')
  if (sources.length > 0) return { sources }
  return { problem: isAddress(data.getData('text/plain')) ? LINK_ONLY : NOTHING_PASTED }
}

/** The side under the pointer, if it is over one's place. */
export const sideUnder = (target: EventTarget | null): Side | undefined => {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null
  const side = place?.dataset['drop']
  return side === 'us' || side === 'cn' ? side : undefined
}
